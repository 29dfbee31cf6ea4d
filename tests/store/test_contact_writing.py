"""How a contact is written: nothing empty or double, found by every change, in one organisation of a name."""

from desktop.core.contact import Contact, ContactFilter, Detail
from desktop.store.store import Store
from tests.store.contact_changes import add, edit, find, organisations, searched


def test_what_is_empty_or_double_is_left_out(store: Store) -> None:
    ada = add(store, name=" Ada \n Byron ", emails=(Detail(" "), Detail(" a@b ")), tags=(" x ", "", "x"))
    found = find(store, ada)
    assert (found.name, found.emails, found.tags) == ("Ada Byron", (Detail("a@b"),), ("x",))
    edit(store, ada, role=" Head\tof  tea ", phones=(Detail(""), Detail("1")), tags=("y", " y", ""))
    found = find(store, ada)
    assert (found.role, found.phones, found.tags) == ("Head of tea", (Detail("1"),), ("y",))


def test_details_change_places(store: Store) -> None:
    one, two, three = Detail("1@b"), Detail("2@b", "home"), Detail("3@b")
    ada = add(store, emails=(one, two, three))
    for order in ((three, one, two), (two,), (two, three, one)):
        edit(store, ada, emails=order)
        assert find(store, ada).emails == order


def test_search_follows_every_change(store: Store) -> None:
    ada = add(
        store, organisation="Acme", role="Nurse", notes="tea", tags=("kind",), emails=(Detail("ada@example.org"),)
    )
    edit(store, ada, name="Łucja", organisation="Brücken AG", role="Welder")
    for gone in ("ada", "acme", "nurse"):
        assert searched(store, gone) == ([] if gone != "ada" else ["Łucja"])  # the address still says ada
    for there in ("lucja", "brucken", "weld", "tea", "kind", "ada@example"):
        assert searched(store, there) == ["Łucja"], there
    edit(store, ada, notes="coffee", tags=(), emails=())
    for gone in ("tea", "kind", "ada"):
        assert searched(store, gone) == [], gone
    assert searched(store, "coffee") == ["Łucja"]
    with store.action("Tag"):
        store.contacts.tag([ada], "brave")
    assert searched(store, "brave") == ["Łucja"]
    assert store.check() == []


def test_an_organisation_is_found_by_its_name_whatever_case_and_accents(store: Store) -> None:
    first = add(store, organisation="Brücken AG")
    second = add(store, name="Bo", organisation=" brucken  ag ")
    assert organisations(store) == ["Brücken AG"]
    assert find(store, first).organisation_id == find(store, second).organisation_id
    assert find(store, second).organisation == "Brücken AG"


def test_who_is_alone_in_an_organisation_spells_it(store: Store) -> None:
    ada = add(store, organisation="acme")
    edit(store, ada, organisation="ACME")
    assert (find(store, ada).organisation, organisations(store)) == ("ACME", ["ACME"])
    bo = add(store, name="Bo", organisation="Acme")
    edit(store, bo, organisation="acme")
    assert organisations(store) == ["ACME"]


def test_half_typed_names_leave_no_organisations(store: Store) -> None:
    ada = add(store)
    for typed in ("A", "Ac", "Acm", "Acme", "Acme ", ""):
        edit(store, ada, organisation=typed)
    assert organisations(store) == []
    edit(store, ada, organisation="Acme")
    with store.action("Note"):
        store.organisations.update(find(store, ada).organisation_id or 0, website="https://example.org")
    edit(store, ada, organisation="Other")
    assert organisations(store) == ["Acme", "Other"]


def test_an_organisation_others_are_in_stays(store: Store) -> None:
    ada, _ = add(store, organisation="Acme"), add(store, name="Bo", organisation="Acme")
    edit(store, ada, organisation="Other")
    assert organisations(store) == ["Acme", "Other"]


def test_an_organisation_given_by_its_number_is_found_by_its_name(store: Store) -> None:
    with store.action("Add"):
        acme = store.organisations.add("Acme")
    ada, bo = add(store, organisation_id=acme), add(store, name="Bo")
    edit(store, bo, organisation_id=acme)
    assert searched(store, "acme") == ["Ada", "Bo"]
    edit(store, bo, organisation_id=None)
    assert searched(store, "acme") == ["Ada"]
    assert find(store, ada).organisation == "Acme"


def test_very_many_are_deleted_tagged_and_restored_at_once(store: Store) -> None:
    with store.action("Add"):
        ids = store.contacts.add_all([Contact(name=f"P{number:05}") for number in range(5_000)])
        direction = store.directions.add("One")
    with store.action("All"):
        store.contacts.tag(ids, "all")
        store.contacts.direct(ids, direction)
        store.contacts.delete(ids)
    assert store.contacts.count() == 0
    with store.action("Restore"):
        store.contacts.restore(ids)
    assert store.contacts.count(ContactFilter(search="all", directions=frozenset({direction}))) == 5_000
    assert [contact.name for contact in store.contacts.every()] == [f"P{number:05}" for number in range(5_000)]
