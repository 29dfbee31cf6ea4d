"""People from files: who is new, who is skipped and why, and that an import is one step."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.core.contact import Contact, ContactFilter, Detail, Source, Stage
from desktop.core.incoming import ImportReport, Incoming, Reading, Skipped
from desktop.store.imports import add_people, judge
from desktop.store.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=lambda: NOON) as opened:
        yield opened


def reading(*contacts: Contact, file: str = "book.vcf") -> Reading:
    return Reading(tuple(Incoming(contact, file, 1 + 10 * number) for number, contact in enumerate(contacts)))


def person(name: str, email: str = "", phone: str = "", **fields: object) -> Contact:
    return Contact(
        name=name,
        emails=(Detail(email, "work"),) if email else (),
        phones=(Detail(phone),) if phone else (),
        **fields,  # type: ignore[arg-type]
    )


def dump(store: Store) -> list[Contact]:
    return list(store.contacts.every())


def test_everything_read_of_a_person_is_stored_and_found(store: Store) -> None:
    ada = Contact(
        name="Ada  Byron",
        role="Analyst",
        organisation="Engine Works",
        emails=(Detail("ada@example.org", "work"), Detail("ada@home.example", "home")),
        phones=(Detail("+44 20 7946 0000", "mobile"),),
        links=(Detail("https://example.org/ada"),),
        addresses=(Detail("1 St James's Square\nLondon", "home"),),
        tags=("maths", "maths", " poets "),
        time_zone="Europe/London",
        notes="Met at the Łódź fair",
    )
    assert add_people(store, reading(ada)) == ImportReport(1, 0, ())
    (stored,) = dump(store)
    assert stored.name == "Ada Byron"
    assert (stored.emails, stored.phones, stored.links) == (ada.emails, ada.phones, ada.links)
    assert (stored.addresses, stored.tags, stored.notes) == (ada.addresses, ("maths", "poets"), ada.notes)
    assert stored.stage is Stage.FOUND
    for typed in ("byron", "engine", "ada@home", "lodz", "poets", "square"):
        assert store.contacts.count(ContactFilter(search=typed)) == 1, typed


def test_where_and_when_they_were_found_is_kept_unless_the_file_says_it(store: Store) -> None:
    told = person("Bo", source=Source.LINKEDIN, source_detail="2019", found_on=date(2019, 5, 1))
    add_people(store, reading(person("Ada"), told))
    ada, bo = dump(store)
    assert (ada.source, ada.source_detail, ada.found_on) == (Source.KNOWN, "book.vcf", NOON.astimezone().date())
    assert (bo.source, bo.source_detail, bo.found_on) == (Source.LINKEDIN, "2019", date(2019, 5, 1))


def test_an_import_is_one_step_of_undo(store: Store) -> None:
    with store.action("Add"):
        store.contacts.add(person("Before", "b@example.org"))
    before = dump(store)
    add_people(store, reading(*(person(f"Person {n}", tags=("new",), organisation="New Works") for n in range(1200))))
    after = dump(store)
    assert len(after) == 1201
    assert store.next_undo == "Import contacts"
    store.undo()
    assert dump(store) == before
    assert store.organisations.all() == []
    store.redo()
    assert dump(store) == after
    assert store.check() == []


@pytest.mark.parametrize(
    ("there", "incoming", "skipped"),
    [
        (person("Ann Lee", "ann@example.org"), person("ann  LEE", "ANN@example.org"), True),
        (person("Łucja Ng", phone="+48 12 345"), person("Lucja Ng", "l@example.org", "0048 (12) 345"), True),
        (person("Ann Lee"), person("Ann Lee", role="Nurse"), True),
        (person("Ann Lee", "ann@example.org"), person("Ann Lee", "other@example.org"), False),
        (person("Ann Lee", "ann@example.org"), person("Ann Lee"), False),
        (person("Ann Lee"), person("Ann Lee", phone="12345"), False),
        (person("Ann Lee", "ann@example.org"), person("Anna Lee", "ann@example.org"), False),
        (person("Ann Lee", phone="+1 1"), person("Ann Lee", phone="+1 2"), False),
    ],
)
def test_who_shares_the_name_and_a_way_to_be_reached_is_there_already(
    store: Store, there: Contact, incoming: Contact, skipped: bool
) -> None:
    with store.action("Add"):
        store.contacts.add(there)
    report = add_people(store, reading(incoming))
    assert (report.new, len(report.skipped)) == ((0, 1) if skipped else (1, 0))
    assert store.contacts.count() == (1 if skipped else 2)


def test_the_report_names_file_line_and_reason_and_counts_everyone(store: Store) -> None:
    with store.action("Add"):
        store.contacts.add(person("Ann Lee"))
    unread = Skipped("other.vcf", 3, "The card breaks off.")
    report = add_people(store, reading(person("Bo"), person("Ann Lee")) + Reading((), (unread,)))
    assert report.read == 3
    assert report.skipped[0] == unread
    assert (report.skipped[1].file, report.skipped[1].line) == ("book.vcf", 11)
    assert "Ann Lee" in report.skipped[1].reason


def test_people_of_one_import_are_two_unless_word_for_word_the_same(store: Store) -> None:
    same, other = person("Ann Lee", "a@example.org"), person("Ann Lee", "a@example.org", role="Nurse")
    report = add_people(store, reading(same, other, same))
    assert (report.new, len(report.skipped)) == (2, 1)
    assert report.skipped[0].line == 21


def test_deleted_people_are_not_there(store: Store) -> None:
    with store.action("Add and delete"):
        store.contacts.delete([store.contacts.add(person("Ann Lee"))])
    assert add_people(store, reading(person("Ann Lee"))).new == 1


def test_importing_the_same_file_again_adds_nobody(store: Store) -> None:
    people = reading(*(person(f"P {n}", f"p{n}@example.org" if n % 2 else "") for n in range(1100)))
    assert add_people(store, people).new == 1100
    assert judge(store, people.people).count("") == 0
    assert add_people(store, people).new == 0


def test_stopping_in_the_middle_leaves_everything_as_it_was(store: Store) -> None:
    def stop(done: int, _total: int) -> None:
        if done >= 500:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        add_people(store, reading(*(person(f"P {n}", organisation=f"O {n}") for n in range(1500))), stop)
    assert store.contacts.count() == 0
    assert store.organisations.all() == []
    assert store.next_undo == ""


def test_progress_ends_at_the_whole(store: Store) -> None:
    told: list[tuple[int, int]] = []
    add_people(store, reading(*(person(f"P {n}") for n in range(700))), lambda done, total: told.append((done, total)))
    assert told[-1] == (700, 700)
    assert told == sorted(told)


def test_ids_are_never_given_twice(store: Store) -> None:
    add_people(store, reading(person("Ann"), person("Bo")))
    used = {contact.id for contact in dump(store)}
    store.undo()
    add_people(store, reading(person("Cy")))
    assert not used & {contact.id for contact in dump(store)}


def test_several_contacts_get_a_tag_and_a_direction_once(store: Store) -> None:
    with store.action("Add"):
        ids = list(store.contacts.add_all([person("Ann", tags=("nurse",)), person("Bo")]))
        direction = store.directions.add("Nursing")
    for _ in range(2):
        with store.action("Choose"):
            store.contacts.tag(ids, "nurse")
            store.contacts.direct(ids, direction)
    assert [contact.tags for contact in dump(store)] == [("nurse",), ("nurse",)]
    assert [contact.directions for contact in dump(store)] == [(direction,), (direction,)]
    assert store.contacts.count(ContactFilter(search="nurse")) == 2
