"""A write-up: what may leave it, in what order it stands, and the learning entry made of it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.core.learning import LearningKind
from desktop.core.meeting import Meeting, PlannedQuestion, Priority
from desktop.core.preparing.write_up import in_paper_order, learning_entry_of_meeting, may_leave, names_in

BEGAN = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
MEETING = Meeting(
    id=7,
    contact_id=3,
    direction_id=2,
    purpose="What a first year asks",
    minutes=20,
    surprised="Half of it is writing reports.",
    will_use="Ask for a day in the laboratory.",
    feared="That I would stammer",
    happened="We laughed",
    notes="She has a dog",
    began_at=BEGAN,
    ended_at=BEGAN + timedelta(minutes=31),
)
ANSWERS = [
    PlannedQuestion(1, text="What does a day look like?", answer="Samples first."),
    PlannedQuestion(2, text="What does it pay?", answer="Too little, said of a colleague", in_confidence=True),
    PlannedQuestion(3, text="Which training?", answer="  "),
    PlannedQuestion(4, text="", answer="They hire in spring.", unplanned=True),
]


def test_only_answers_that_were_given_and_not_in_confidence_may_leave() -> None:
    assert [each.id for each in may_leave(ANSWERS)] == [1, 4]


def test_the_learning_entry_is_filled_from_the_meeting() -> None:
    entry = learning_entry_of_meeting(MEETING, ANSWERS, "Ann Lee", "Conversation with Ann Lee", date(2026, 11, 26))
    assert entry.kind is LearningKind.INFORMATIONAL_INTERVIEW
    assert (entry.meeting_id, entry.directions, entry.with_whom) == (7, (2,), "Ann Lee")
    assert (entry.objective, entry.minutes_meeting) == ("What a first year asks", 31)
    assert entry.learned.splitlines() == [
        "Half of it is writing reports.",
        "What does a day look like? Samples first.",
        "They hire in spring.",
    ]
    assert entry.will_try == "Ask for a day in the laboratory."
    assert (entry.believed, entry.came_of_it, entry.come_back_on) == ("", "", None)


def test_what_came_by_itself_is_told_apart_from_what_was_said_to_it() -> None:
    came = [
        PlannedQuestion(1, text="The night shift", answer="One week in six.", unplanned=True),
        PlannedQuestion(2, text="And at weekends?", answer="Never.", unplanned=True),
    ]
    entry = learning_entry_of_meeting(Meeting(), came, "Ann", "", date(2026, 11, 26))
    assert entry.learned.splitlines() == ["The night shift: One week in six.", "And at weekends? Never."]


def test_nothing_private_and_nothing_in_confidence_stands_in_the_entry() -> None:
    said = repr(learning_entry_of_meeting(MEETING, ANSWERS, "Ann", "", date(2026, 11, 26)))
    for private in ("Too little", "stammer", "laughed", "dog"):
        assert private not in said


def test_answers_stand_as_on_the_paper_and_what_came_by_itself_by_topic() -> None:
    planned = [
        PlannedQuestion(1, priority=Priority.IF_TIME, position=0),
        PlannedQuestion(2, priority=Priority.MUST, position=1),
    ]
    unplanned = [
        PlannedQuestion(3, topic="", position=2),
        PlannedQuestion(4, topic="culture", position=3),
        PlannedQuestion(5, topic="earnings", position=4),
        PlannedQuestion(6, topic="gone", position=5),
    ]
    order = in_paper_order(planned, unplanned, ["earnings", "culture"])
    assert [each.id for each in order] == [2, 1, 5, 4, 3, 6]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Greta Olsen, Ib Holm", ["Greta Olsen", "Ib Holm"]),
        ("Xiomara Quispe at Osier & Reed, who has six gaps. And Juno, who mends.", ["Xiomara Quispe", "Juno"]),
        ("her colleague Ben", []),
        ("Ludwig van der Berg and Ada; ada\nBen Ito.", ["Ludwig van der Berg", "Ada", "Ben Ito"]),
        ("佐藤 みなみ, ليلى منصور", ["佐藤 みなみ", "ليلى منصور"]),
        ("", []),
        ("nobody this time", []),
    ],
)
def test_the_names_of_a_line_are_found_as_one_writes_them(line: str, names: list[str]) -> None:
    assert names_in(line) == names
