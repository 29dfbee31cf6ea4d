"""What Today says of days, times, meetings and steps."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.cli.wording import TodayInWords
from desktop.core.contact import ContactLine, Stage
from desktop.core.meeting_line import MeetingLine, MeetingState, Way
from desktop.core.today.follow_up import FollowUp, FollowUpKind, FollowUpReason
from desktop.core.today.values import Step, StepKind
from desktop.work.today_words import age, quiet_day, step, to_be_written_up, when

WORDS = TodayInWords()

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
TODAY = NOW.date()


def _line(starts_at: datetime | None, state: MeetingState = MeetingState.PLANNED) -> MeetingLine:
    return MeetingLine(1, 1, "Ann", "Works", state, starts_at, "", Way.PHONE, 20, "", 0, 0)


def test_days_near_today_are_said_in_words() -> None:
    said = {hours: when(_line(NOW + timedelta(hours=hours)), NOW, WORDS) for hours in (1, 24, -24, 72)}
    assert said == {
        1: "Today, 16:00",
        24: "Tomorrow, 15:00",
        -24: "Yesterday, 15:00",
        72: "Friday 27 November 2026, 15:00",
    }
    assert when(_line(None), NOW, WORDS) == "No time agreed yet"


@pytest.mark.parametrize(
    ("hours", "said"), [(-4, "This morning"), (-2, "This afternoon"), (4, "This evening"), (-24, "Yesterday")]
)
def test_how_long_ago_a_talk_was_is_said_as_one_says_it(hours: int, said: str) -> None:
    assert age(_line(NOW + timedelta(hours=hours)), NOW, WORDS) == said


def test_what_waits_asks_whether_it_took_place_until_that_is_said() -> None:
    over = NOW - timedelta(days=1)
    asked = to_be_written_up(_line(over), NOW, WORDS)
    met = to_be_written_up(_line(over, MeetingState.MET), NOW, WORDS)
    assert asked == f"{met} – did it take place?"
    assert all(part in met for part in ("Yesterday", "By phone", "Works"))


def test_a_quiet_day_is_said_with_and_without_steps() -> None:
    assert quiet_day(True) != quiet_day(False)


OF_MEETING = (
    *(StepKind.PREPARE, StepKind.PRINT_BRIEF, StepKind.SAY_WHETHER, StepKind.WRITE_UP, StepKind.CONFIRM),
    *(StepKind.THANK, StepKind.KEEP_LEARNING),
)
OF_CONTACT = (
    *(StepKind.TRY_ANOTHER, StepKind.AGREE_TIME, StepKind.NUDGE, StepKind.COME_BACK, StepKind.FINISH_REQUEST),
    StepKind.BEGIN_WITH,
)


@pytest.mark.parametrize("kind", [*OF_MEETING, *OF_CONTACT])
def test_every_kind_of_step_about_a_meeting_or_a_contact_has_its_words(kind: StepKind) -> None:
    due = FollowUp(FollowUpKind.NUDGE, TODAY, FollowUpReason.INTERVAL, FollowUpKind.NUDGE, date(2026, 11, 12))
    contact = ContactLine(1, "Ann", "", "Works", Stage.FOUND, None, None, None, False)
    line = _line(NOW - timedelta(days=1))
    of = Step(kind, meeting=line) if kind in OF_MEETING else Step(kind, contact=contact, follow_up=due)
    said = step(of, NOW, WORDS)
    assert "Ann" in said.title
    assert said.reason
    assert said.button
    assert "{" not in said.title + said.reason


def test_a_step_about_nothing_is_a_bug() -> None:
    with pytest.raises(ValueError, match="concerns"):
        step(Step(StepKind.NUDGE), NOW, WORDS)


def test_another_person_is_named_where_one_is_known() -> None:
    ann = ContactLine(1, "Ann", "", "", Stage.FOUND, None, None, None, False)
    bo = ContactLine(2, "Bo", "", "", Stage.FOUND, None, None, None, False)
    title = step(Step(StepKind.TRY_ANOTHER, contact=ann, other=bo), NOW, WORDS).title
    assert title == "While you wait for Ann: write to Bo"
