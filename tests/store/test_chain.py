"""The people of the chain, read from a real file."""

import pytest

from desktop.core.contact import Contact, MayUseName, Stage
from desktop.core.people.chain import ChainPerson
from desktop.store.store import Store


def add(store: Store, name: str, referrer: int | None = None, **more: object) -> int:
    with store.action("Add"):
        return store.contacts.add(Contact(name=name, referrer_id=referrer, **more))  # type: ignore[arg-type]


@pytest.fixture
def family(store: Store) -> dict[str, int]:
    """Ann named Bo and Di, Bo named Cy; Ed and Flo beside them; Zoe knows nobody."""
    ann = add(store, "Ann", stage=Stage.THANKED)
    bo = add(store, "Bo", ann, may_use_name=MayUseName.YES)
    add(store, "Zoe")
    ed = add(store, "Ed")
    return {
        "Ann": ann,
        "Bo": bo,
        "Cy": add(store, "Cy", bo, introducing_since=store.clock().date()),
        "Di": add(store, "Di", ann),
        "Ed": ed,
        "Flo": add(store, "Flo", ed),
    }


def names(people: list[ChainPerson]) -> str:
    return " ".join(person.name for person in people)


def test_only_who_named_somebody_or_was_named_is_in_it(store: Store, family: dict[str, int]) -> None:
    assert names(store.chain.people()) == "Ann Bo Ed Cy Di Flo"


def test_each_comes_with_stage_referrer_and_what_is_agreed(store: Store, family: dict[str, int]) -> None:
    people = {person.name: person for person in store.chain.people()}
    assert people["Ann"] == ChainPerson(family["Ann"], "Ann", None, Stage.THANKED)
    assert people["Bo"] == ChainPerson(family["Bo"], "Bo", family["Ann"], may_use_name=MayUseName.YES)
    assert people["Cy"] == ChainPerson(family["Cy"], "Cy", family["Bo"], introducing=True)


def test_the_chain_of_one_goes_up_to_the_root_and_all_the_way_down(store: Store, family: dict[str, int]) -> None:
    assert names(store.chain.people(family["Bo"])) == "Ann Bo Cy"
    assert names(store.chain.people(family["Ann"])) == "Ann Bo Cy Di"


def test_someone_without_links_is_a_chain_of_one(store: Store, family: dict[str, int]) -> None:
    assert names(store.chain.people(add(store, "Lone"))) == "Lone"


def test_a_deleted_contact_takes_its_links_along_until_it_is_restored(store: Store, family: dict[str, int]) -> None:
    with store.action("Delete"):
        store.contacts.delete([family["Bo"]])
    assert names(store.chain.people()) == "Ann Ed Di Flo"
    assert names(store.chain.people(family["Cy"])) == "Cy"
    store.undo()
    assert names(store.chain.people(family["Cy"])) == "Ann Bo Cy"


def test_a_circle_in_the_file_is_read_and_ends(store: Store, family: dict[str, int]) -> None:
    store.database.connection().execute(
        "update contact set referrer_id = ? where id = ?", (family["Cy"], family["Ann"])
    )
    assert names(store.chain.people()) == "Ann Bo Ed Cy Di Flo"
    assert names(store.chain.people(family["Cy"])) == "Ann Bo Cy Di"


def test_a_referrer_below_the_contact_is_known_to_lead_back(store: Store, family: dict[str, int]) -> None:
    assert store.chain.leads_back(family["Ann"], family["Cy"])
    assert store.chain.leads_back(family["Ann"], family["Ann"])
    assert not store.chain.leads_back(family["Cy"], family["Ed"])
