"""People from files: who is new, who is skipped and why, and that an import is one step."""

from datetime import UTC, date, datetime

import pytest

from desktop.core.contact import Contact, ContactFilter, Detail, Source, Stage
from desktop.core.people.incoming import Choice, ImportReport, Incoming, MatchKind, Reading, Skipped
from desktop.core.values import replace
from desktop.store.imports import add_people, judge_incoming
from desktop.store.store import Store
from desktop.texts.catalogue import coded

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


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
    assert add_people(store, reading(ada)) == ImportReport(1)
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


BERLIN, BONN = "+49 30 1234567", "+49 228 7654321"


@pytest.mark.parametrize(
    ("there", "incoming", "kind"),
    [
        (person("Ann Lee", "ann@example.org"), person("ann  LEE", "ANN@example.org"), MatchKind.KNOWN),
        (person("Łucja Ng", phone=BERLIN), person("Lucja Ng", "l@example.org", "0049 (30) 123 45 67"), MatchKind.SAME),
        (person("Ann Lee", "ann@example.org"), person("Anna Lee", "ann@example.org"), MatchKind.KNOWN),
        (person("Ann Lee"), person("Ann Lee", role="Nurse"), MatchKind.LIKE),
        (person("Ann Lee"), person("Ann Lee", phone=BERLIN), MatchKind.LIKE),
        (person("Ann Lee", "ann@example.org"), person("Ben Ito", "ann@example.org"), MatchKind.LIKE),
        (person("Ann Lee", "ann@example.org"), person("Ann Lee", "other@example.org"), MatchKind.NEW),
        (person("Desk 1"), person("Desk 2"), MatchKind.NEW),
    ],
)
def test_each_person_read_is_new_like_somebody_the_same_or_known(
    store: Store, there: Contact, incoming: Contact, kind: MatchKind
) -> None:
    with store.action("Add"):
        number = store.contacts.add(there)
    (judged,) = judge_incoming(store, reading(incoming).people)
    assert judged.kind is kind
    assert judged.other_id == (None if kind is MatchKind.NEW else number)
    report = add_people(store, reading(incoming))
    counted = {
        MatchKind.NEW: (1, 0, 0),
        MatchKind.LIKE: (1, 0, 0),  # nobody is merged with who is only like them
        MatchKind.SAME: (0, 1, 0),
        MatchKind.KNOWN: (0, 0, 1),
    }
    assert (report.new, len(report.merged), len(report.skipped)) == counted[kind]
    assert store.contacts.count() == 1 + report.new


def test_who_is_the_same_gets_what_is_new_and_keeps_what_is_theirs(store: Store) -> None:
    with store.action("Add"):
        number = store.contacts.add(person("Ann Lee", "ann@example.org", role="Nurse", notes="Kind", tags=("ward",)))
    coming = person(
        "Anne Lee", "ann@example.org", BERLIN, role="Doctor", organisation="St Ann's", notes="Tall", tags=("new",)
    )
    add_people(store, reading(coming))
    ann = store.contacts.find(number)
    assert ann is not None
    assert (ann.name, ann.role, ann.organisation) == ("Ann Lee", "Nurse", "St Ann's")
    assert (ann.notes, ann.tags) == ("Kind\nTall", ("ward", "new"))
    assert [detail.value for detail in ann.phones] == [BERLIN]
    assert (ann.imported_on, ann.imported_from) == (NOON.astimezone().date(), "book.vcf")
    store.undo()
    assert store.contacts.find(number) == replace(
        ann, organisation="", organisation_id=None, notes="Kind", tags=("ward",), phones=(), imported_on=None,
        imported_from="",
    )  # fmt: skip


def test_the_choice_for_each_person_is_the_users(store: Store) -> None:
    with store.action("Add"):
        store.contacts.add(person("Ann Lee", "ann@example.org"))
    people = reading(
        person("Ann Lee", "ann@example.org", role="Nurse"),  # the same: kept apart by choice
        person("Ann Lee", role="Cook"),  # like: merged by choice
        person("Bo"),  # new: left out by choice
    )
    chosen = {0: Choice.ADD, 1: Choice.MERGE, 2: Choice.SKIP}
    report = add_people(store, people, choices=chosen)
    assert (report.new, len(report.merged), len(report.skipped)) == (1, 1, 1)
    assert sorted(contact.role for contact in dump(store)) == ["Cook", "Nurse"]


def test_what_is_said_of_people_left_out_tells_whose_choice_it_was(store: Store) -> None:
    with store.action("Add"):
        store.contacts.add(person("Ann Lee", "ann@example.org"))
    people = reading(person("Bo"), person("Ann Lee", role="Cook"), person("Ann Lee", "ann@example.org"))
    report = add_people(store, people, choices={0: Choice.SKIP, 1: Choice.SKIP})
    assert [skipped.reason for skipped in report.skipped] == [
        "Bo: left out, as you chose.",
        "Ann Lee: left out, as you chose.",
        "Ann Lee: is among your contacts already as \N{FIRST STRONG ISOLATE}Ann Lee\N{POP DIRECTIONAL ISOLATE}, "
        "and nothing is new.",
    ]


def test_who_is_known_becomes_a_contact_of_their_own_only_by_choice(store: Store) -> None:
    ann = person("Ann Lee", "ann@example.org")
    with store.action("Add"):
        store.contacts.add(ann)
    assert add_people(store, reading(ann), choices={0: Choice.ADD}).new == 1
    assert store.contacts.count() == 2


def test_who_is_merged_with_one_left_out_is_kept_if_anything_about_them_is_new(store: Store) -> None:
    ann, nurse = person("Ann Lee", "ann@example.org"), person("Ann Lee", "ann@example.org", role="Nurse")
    known = add_people(store, reading(ann, ann), choices={0: Choice.SKIP, 1: Choice.MERGE})
    assert (known.new, len(known.merged), len(known.skipped)) == (0, 0, 2)
    told_more = add_people(store, reading(ann, nurse), choices={0: Choice.SKIP, 1: Choice.MERGE})
    assert (told_more.new, len(told_more.merged), len(told_more.skipped)) == (1, 0, 1)
    assert [contact.role for contact in dump(store)] == ["Nurse"]


def test_the_report_adds_up_and_names_file_line_and_reason(store: Store) -> None:
    with store.action("Add"):
        store.contacts.add(person("Ann Lee", "ann@example.org"))
    unread = Skipped("other.vcf", 3, coded("import_report.card_broken_off"))
    people = (person("Bo"), person("Ann Lee", "ann@example.org"), person("Ann Lee", "ann@example.org", role="Nurse"))
    report = add_people(store, reading(*people) + Reading((), (unread,)))
    assert (report.read, report.new, report.unreadable) == (4, 1, (unread,))
    (skipped,), (merged,) = report.skipped, report.merged
    assert (skipped.file, skipped.line, merged.line) == ("book.vcf", 11, 21)
    assert skipped.reason.startswith("Ann Lee: is among your contacts already")
    assert "nothing is new" in skipped.reason


def test_one_person_twice_in_the_files_becomes_one_contact(store: Store) -> None:
    same, other = person("Ann Lee", "a@example.org"), person("Ann Lee", "a@example.org", role="Nurse")
    report = add_people(store, reading(same, other, same))
    assert (report.new, len(report.merged), len(report.skipped)) == (1, 1, 1)
    (ann,) = dump(store)
    assert ann.role == "Nurse"
    assert "before" in report.skipped[0].reason


def test_deleted_people_are_not_there(store: Store) -> None:
    with store.action("Add and delete"):
        store.contacts.delete([store.contacts.add(person("Ann Lee"))])
    assert add_people(store, reading(person("Ann Lee"))).new == 1


def test_importing_the_same_file_again_adds_nobody(store: Store) -> None:
    people = reading(*(person(f"P {n}", f"p{n}@example.org" if n % 2 else "") for n in range(1100)))
    assert add_people(store, people).new == 1100
    assert {judged.kind for judged in judge_incoming(store, people.people)} == {MatchKind.KNOWN}
    before = dump(store)
    report = add_people(store, people)
    assert (report.new, report.merged, len(report.skipped)) == (0, (), 1100)
    assert dump(store) == before


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


def test_who_is_new_though_like_somebody_is_named_and_counted_once(store: Store) -> None:
    add_people(store, reading(person("Ann Lee", "a@x.example", organisation="Works")))
    report = add_people(store, reading(person("Ann Lee", "b@y.example", organisation="Works Ltd")))
    assert (report.new, report.read) == (1, 1)
    (alike,) = report.alike
    assert (alike.file, alike.line) == ("book.vcf", 1)
    assert alike.reason.startswith("Ann Lee: is new, though like")
    assert store.contacts.count() == 2
