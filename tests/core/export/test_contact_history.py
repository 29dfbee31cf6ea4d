"""The history with one contact: in the order it happened, and nothing of what was said in a meeting."""

from datetime import UTC, date, datetime

from desktop.core.export.contact_history import Answered, Decided, Met, Promised, Wrote, history
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.message import Answer, Message, MessageState
from desktop.core.promise import Promise
from desktop.core.today.contact_event import ContactEvent, EventKind

SENT = Message(
    subject="A question",
    text="Dear Amara",
    state=MessageState.SENT,
    sent_on=date(2026, 11, 2),
    answer=Answer.YES,
    answered_on=date(2026, 11, 5),
)


def test_everything_stands_in_the_order_it_happened() -> None:
    meeting = Meeting(
        state=MeetingState.MET, starts_at=datetime(2026, 11, 12, 12, tzinfo=UTC), way=Way.PHONE, dial_in="+49 1"
    )
    told = history(
        [SENT],
        [meeting],
        [ContactEvent(date(2026, 11, 3), EventKind.SNOOZED, date(2026, 11, 4))],
        [Promise(text="Send the article", created_at=datetime(2026, 11, 13, 12, tzinfo=UTC), due_on=date(2026, 12, 1))],
    )
    assert [type(entry) for entry in told] == [Wrote, Decided, Answered, Met, Promised]
    assert told[3].where == "+49 1"  # type: ignore[union-attr]


def test_a_draft_has_not_happened() -> None:
    assert history([Message(text="Dear Amara")], []) == ()


def test_what_messages_and_meetings_tell_is_not_told_twice() -> None:
    events = [ContactEvent(date(2026, 11, 2), EventKind.WROTE), ContactEvent(date(2026, 11, 5), EventKind.SAID_YES)]
    assert [type(entry) for entry in history([SENT], [], events)] == [Wrote, Answered]


def test_nothing_said_in_a_meeting_or_meant_for_the_user_alone_is_in_it() -> None:
    private = {
        name: f"secret {name}"
        for name in (
            "notes",
            "surprised",
            "will_use",
            "named",
            "promised",
            "their_words",
            "feared",
            "happened",
            "opening",
        )
    }
    meeting = Meeting(starts_at=datetime(2026, 11, 12, 12, tzinfo=UTC), **private)  # type: ignore[arg-type]
    assert "secret" not in repr(history([], [meeting]))


def test_a_meeting_without_a_time_stands_on_the_day_it_was_agreed() -> None:
    (entry,) = history([], [Meeting(created_at=datetime(2026, 11, 9, 12, tzinfo=UTC))])
    assert (entry.on, entry.starts_at) == (date(2026, 11, 9), None)  # type: ignore[union-attr]


def test_a_promise_stands_on_the_day_of_its_meeting_however_late_it_is_written_down() -> None:
    meeting = Meeting(id=7, state=MeetingState.MET, starts_at=datetime(2026, 11, 12, 12, tzinfo=UTC))
    late = Promise(meeting_id=7, text="The survey", created_at=datetime(2026, 11, 20, 12, tzinfo=UTC))
    assert [entry.on for entry in history([], [meeting], [], [late])] == [date(2026, 11, 12)] * 2
    assert [entry.on for entry in history([], [], [], [late])] == [date(2026, 11, 20)]
