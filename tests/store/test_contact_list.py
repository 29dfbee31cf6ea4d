"""The contact list: search finds what is typed and nothing else; every order, every window, every row."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.contact import EVERYONE, Contact, ContactFilter, ContactSort, Detail, Source, Stage
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.meeting_line import MeetingState
from desktop.store.store import Store


def add(store: Store, *contacts: Contact) -> list[int]:
    with store.action("Add"):
        return list(store.contacts.add_all(contacts))


def named(store: Store, wanted: ContactFilter = EVERYONE, **order: Any) -> list[str]:
    lines = store.contacts.lines(wanted, **order)
    assert store.contacts.count(wanted) == len(lines)
    return [line.name for line in lines]


def searched(store: Store, text: str) -> list[str]:
    return named(store, ContactFilter(search=text))


# -- search -----------------------------------------------------------------------------------------------------------

PEOPLE = (
    Contact(name="Łukasz Śmigły", organisation="Straßenbau Öhringen", role="Brückenprüfer"),
    Contact(name="Søren Kierk", role="Engineer", notes="Knows Þórr and cœur; plays chess"),
    Contact(name="Dvořák Đorđe", emails=(Detail("ovid@example.org"),), phones=(Detail("+49 (170) 123-45"),)),
    Contact(name="Zoë Æther", tags=("data science",), links=(Detail("https://example.org/zoe"),)),
    Contact(name="محمد علي", notes="हिन्दी बोलते"),
    Contact(name="山田 太郎", notes="日本語の先生"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lukasz", [0]),
        ("LUKASZ smigly", [0]),
        ("smigly lukasz", [0]),
        ("kasz", [0]),  # anywhere in the name
        ("strassenbau", [0]),
        ("ohringen", [0]),
        ("bruckenpr", [0]),
        ("prufer", [0]),  # anywhere in the role
        ("soren", [1]),
        ("thorr coeur", [1]),
        ("ches", [1]),  # the beginning of a word in the notes
        ("hess", []),  # but not its middle
        ("dvorak dorde", [2]),
        ("ovid@example.org", [2]),
        ("example.org", [2, 3]),
        ("ample", []),
        ("+49 (170)", [2]),
        ("123-45", [2]),
        ("aether zoe", [3]),
        ("science", [3]),
        ("محمد", [4]),
        ("हिन्", [4]),
        ("太郎", [5]),
        ("日本", [5]),
        ("lukasz soren", []),
        ("   ", [0, 1, 2, 3, 4, 5]),
    ],
)
def test_search_finds_names_in_the_middle_and_other_words_by_their_beginning(
    store: Store, typed: str, found: list[int]
) -> None:
    add(store, *PEOPLE)
    assert set(searched(store, typed)) == {PEOPLE[number].name for number in found}


LITERALS = r"""
    C++ C# .NET % _ %_ \ \% * ** ? ( ) (( [a-z] { } ^ ^a $ ~ ` ' '' " "a 'a : ; -x -- /* */ NEAR NEAR(a AND OR NOT a*
    name:x search_words: + +a - = <b> &amp; | ! 50%_off {0} %s\n
"""


@pytest.mark.parametrize("typed", LITERALS.split())
def test_signs_are_looked_for_literally_in_names_and_in_other_words(store: Store, typed: str) -> None:
    ids = add(
        store,
        Contact(name=f"Holds {typed} here"),
        Contact(name="Noted", notes=f"one {typed} two"),
        Contact(name="Plain", notes="quite plain words of another kind"),
    )
    assert {line.id for line in store.contacts.lines(ContactFilter(search=typed))} == set(ids[:2])


@pytest.mark.parametrize("typed", ["a_b", "a%b", "a-b", "a.b", "a+b"])
def test_a_sign_between_letters_is_that_sign(store: Store, typed: str) -> None:
    add(store, Contact(name="Noted", notes=typed), Contact(name="Other", notes="a b a/b axb"))
    assert searched(store, typed) == ["Noted"]


@pytest.mark.parametrize(
    "typed", ["\0", "a\0b", "\ud800", '"' * 999, "x" * 100_000, "a " * 5000, " ".join(f"w{n}" for n in range(5000))]
)
def test_whatever_is_typed_is_no_trouble(store: Store, typed: str) -> None:
    add(store, Contact(name="Ada"))
    assert searched(store, typed) in ([], ["Ada"])


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=12))
def test_any_text_that_was_noted_is_found(store: Store, typed: str) -> None:
    with store.action("Add"):
        contact_id = store.contacts.add(Contact(name=typed, notes=typed))
    assert contact_id in {line.id for line in store.contacts.lines(ContactFilter(search=typed), limit=1000)}


# -- filters ----------------------------------------------------------------------------------------------------------


def test_filters_narrow_together(store: Store) -> None:
    with store.action("Set up"):
        one, two = store.directions.add("One"), store.directions.add("Two")
    add(
        store,
        Contact(name="Ada", stage=Stage.MET, source=Source.ALUMNI, tags=("x",), directions=(one,), organisation="Acme"),
        Contact(name="Bo", stage=Stage.MET, source=Source.X, tags=("x", "y"), directions=(one, two)),
        Contact(name="Cy", stage=Stage.FOUND, tags=("y",), directions=(two,), organisation="Acme"),
    )
    acme = store.organisations.all()[0].id

    def left(**wanted: Any) -> str:
        return " ".join(named(store, ContactFilter(**wanted)))

    assert left(stages=frozenset({Stage.MET})) == "Ada Bo"
    assert left(stages=frozenset({Stage.MET, Stage.FOUND})) == "Ada Bo Cy"
    assert left(sources=frozenset({Source.X, Source.ALUMNI})) == "Ada Bo"
    assert left(tags=frozenset({"y"})) == "Bo Cy"
    assert left(tags=frozenset({"x", "y"})) == "Ada Bo Cy"
    assert left(directions=frozenset({one})) == "Ada Bo"
    assert left(organisation_id=acme) == "Ada Cy"
    assert left(search="a", stages=frozenset({Stage.MET}), directions=frozenset({one}), tags=frozenset({"x"})) == "Ada"
    assert left(tags=frozenset({"'; drop table contact; --"})) == ""


# -- order ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def crowd(store: Store, clock: Any) -> list[int]:
    """People with equal and missing values, some with meetings; enough for several windows."""
    stages, sources = list(Stage), [None, *Source]
    people = [
        Contact(
            name=f"{'ÄaBçz'[n % 5]}{n % 7}",
            organisation=("", "Acme", "Brücken", "zeta")[n % 4],
            role=("", "nurse", "Welder", "Éditeur")[n % 3],
            stage=stages[n % len(stages)],
            source=sources[n % len(sources)],
            comfort=(None, 1, 2, 5)[n % 4],
        )
        for n in range(60)
    ]
    ids = add(store, *people)
    with store.action("Meetings"):
        for n in range(0, 60, 4):
            state = MeetingState.MET if n % 8 else MeetingState.PLANNED
            starts = clock.now + timedelta(hours=n % 12 - 4)
            store.meetings.add(Meeting(contact_id=ids[n], state=state, starts_at=starts))
    return ids


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ContactSort)
def test_every_order_is_total_and_says_at_which_row_a_contact_stands(
    store: Store, crowd: list[int], sort: ContactSort, descending: bool
) -> None:
    for wanted in (EVERYONE, ContactFilter(search="a", tags=frozenset()), ContactFilter(stages=frozenset({Stage.MET}))):
        order = [line.id for line in store.contacts.lines(wanted, sort, descending)]
        assert len(set(order)) == len(order) == store.contacts.count(wanted)
        windows = [
            line.id
            for offset in range(0, len(order), 7)
            for line in store.contacts.lines(wanted, sort, descending, offset, 7)
        ]
        assert windows == order
        for row, contact_id in enumerate(order):
            assert store.contacts.row_of(contact_id, wanted, sort, descending) == row
        for hidden in set(crowd) - set(order):
            assert store.contacts.row_of(hidden, wanted, sort, descending) is None


def test_each_order_is_by_what_it_is_called(store: Store, crowd: list[int]) -> None:
    def column(sort: ContactSort, field: str, descending: bool = False) -> list[Any]:
        return [getattr(line, field) for line in store.contacts.lines(EVERYONE, sort, descending)]

    by_name = column(ContactSort.NAME, "name")
    assert by_name[0] == "Ä0"
    assert by_name[-1] == "z6"
    assert column(ContactSort.NAME, "name", True) == by_name[::-1]
    for sort, field, empty in (
        (ContactSort.ORGANISATION, "organisation", ""),
        (ContactSort.COMFORT, "comfort", None),
        (ContactSort.SOURCE, "source", None),
        (ContactSort.ROLE, "role", ""),
    ):
        up, down = column(sort, field), column(sort, field, True)
        known = [value for value in up if value != empty]
        assert up[len(known) :] == [empty] * (60 - len(known))  # who has none stands last, either way
        assert down == known[::-1] + up[len(known) :]
    assert column(ContactSort.COMFORT, "comfort")[:15] == [1] * 15
    assert column(ContactSort.STAGE, "stage")[0] is Stage.FOUND
    assert column(ContactSort.STAGE, "stage", True)[0] is Stage.RESTING


def test_who_waits_to_be_written_up_stands_first_then_who_is_met_soonest(store: Store, crowd: list[int]) -> None:
    lines = store.contacts.lines(EVERYONE, ContactSort.NEXT_STEP)
    waiting = [line.to_write_up for line in lines]
    assert waiting == sorted(waiting, reverse=True)
    assert any(waiting)
    ahead = [line.next_meeting for line in lines if not line.to_write_up and line.next_meeting]
    assert ahead == sorted(ahead)
    assert [bool(line.next_meeting) for line in lines if not line.to_write_up][: len(ahead)] == [True] * len(ahead)


def test_the_row_shows_the_next_meeting_and_what_waits_to_be_written_up(store: Store, clock: Any) -> None:
    (ada,) = add(store, Contact(name="Ada"))

    def meet(hours: float, state: MeetingState = MeetingState.PLANNED) -> int:
        with store.action("Meet"):
            starts = clock.now + timedelta(hours=hours)
            return store.meetings.add(Meeting(contact_id=ada, state=state, starts_at=starts, minutes=20))

    def row() -> tuple[Any, bool]:
        (line,) = store.contacts.lines()
        return line.next_meeting and (line.next_meeting - clock.now) / timedelta(hours=1), line.to_write_up

    assert row() == (None, False)
    meet(48)
    soon = meet(2)
    meet(-24)
    meet(1, MeetingState.CANCELLED)
    assert row() == (2, False)
    clock.move(hours=2, minutes=10)
    assert store.contacts.lines()[0].next_meeting is not None  # it goes on: it is not over yet
    assert row()[0] == pytest.approx(-1 / 6)
    clock.move(minutes=10)
    assert row()[0] == pytest.approx(48 - 2 - 1 / 3)
    with store.action("Met"):
        store.meetings.update(soon, state=MeetingState.MET)
        question = store.meetings.add_question(PlannedQuestion(meeting_id=soon, text="What surprised you?"))
    assert row()[1]
    with store.action("Write up"):
        store.meetings.update_question(question, answer="The quiet")
    assert not row()[1]
    with store.action("Delete"):
        store.meetings.delete(soon)
    assert not row()[1]


def test_the_count_of_everyone_follows_every_change(store: Store) -> None:
    ids = add(store, *(Contact(name=str(n)) for n in range(5)))

    def right() -> bool:
        return store.contacts.count() == len(store.contacts.lines()) and store.check() == []

    for change in (
        lambda: store.contacts.delete(ids[:3]),
        lambda: store.contacts.delete(ids[:4]),
        lambda: store.contacts.restore(ids[1:2]),
        lambda: store.database.connection().execute("delete from contact where id <= ?", (ids[1],)),
    ):
        with store.action("Change"):
            change()
        assert right()
    while store.undo():
        assert right()
    while store.redo():
        assert right()


def test_the_easiest_are_the_first_by_name_of_each_comfort(store: Store) -> None:
    names = [("", 1), ("Cem", 2), ("Bo", 2), ("Ada", None), ("Zoë", None), ("Eve", 5)]
    ids = add(
        store, *(Contact(name=name, comfort=comfort) for name, comfort in names), Contact(name="Al", stage=Stage.MET)
    )

    def easiest(stage: Stage) -> set[str]:
        return {line.name for line in store.contacts.easiest(stage)}

    assert easiest(Stage.FOUND) == {"Bo", "Ada", "Eve"}
    assert easiest(Stage.MET) == {"Al"}
    with store.action("Delete"):
        store.contacts.delete([ids[2], ids[5]])
    assert easiest(Stage.FOUND) == {"Cem", "Ada"}
