"""What happened with a contact, read from messages, meetings and steps."""

from datetime import date

from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState
from desktop.store.store import Store
from tests.acting import act


def test_the_last_real_contact_follows_from_messages_and_meetings(store: Store, ada: int) -> None:
    def last() -> date | None:
        found = store.contacts.find(ada)
        assert found is not None
        return found.last_contact_on

    draft = act(store, lambda: store.messages.add(Message(contact_id=ada)))
    assert last() is None
    sent = {"state": MessageState.SENT, "sent_on": date(2026, 11, 1)}
    act(store, lambda: store.messages.update(draft, **sent))
    assert last() == date(2026, 11, 1)
    act(store, lambda: store.messages.update(draft, answer=Answer.YES, answered_on=date(2026, 11, 3)))
    assert last() == date(2026, 11, 3)
    note = Message(contact_id=ada, kind=MessageKind.CONFIRMATION, state=MessageState.SENT, sent_on=date(2026, 11, 5))
    act(store, lambda: store.messages.add(note))
    assert last() == date(2026, 11, 5)
    starts = store.clock().replace(day=10)
    meeting = act(store, lambda: store.meetings.add(Meeting(contact_id=ada, starts_at=starts)))
    assert last() == date(2026, 11, 5)
    act(store, lambda: store.meetings.update(meeting, state=MeetingState.MET))
    assert last() == date(2026, 11, 10)
    act(store, lambda: store.meetings.update(meeting, state=MeetingState.CANCELLED))
    assert last() == date(2026, 11, 5)
    store.undo()
    assert last() == date(2026, 11, 10)
