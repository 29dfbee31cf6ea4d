"""Messages: drafts and what was sent come back as they were written, and go with their contact."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting
from desktop.core.message import Answer, Channel, Message, MessageKind, MessageState, RequestSituation
from desktop.core.values import replace
from desktop.store.store import Store
from tests.acting import use_for

WHOLE = Message(
    kind=MessageKind.INTRODUCTION_REQUEST,
    situation=RequestSituation.REFERRED,
    template_key="introduction_request.plain",
    subject="A question",
    text="Dear Łucja,\n\nمرحبا \U0001f33f {name} '; drop table message; --\n",
    forward_text="To whom it may concern",
    channel=Channel.LETTER,
    state=MessageState.SENT,
    sent_on=date(2026, 11, 20),
    answer=Answer.YES,
    answered_on=date(2026, 11, 21),
)


@pytest.fixture
def ada(store: Store) -> int:
    with store.action("Add"):
        return store.contacts.add(Contact(name="Ada"))


def add(store: Store, message: Message) -> int:
    with store.action("Write"):
        return store.messages.add(message)


def test_a_message_comes_back_as_it_was_written(store: Store, ada: int) -> None:
    with store.action("Meeting"):
        meeting = store.meetings.add(Meeting(contact_id=ada))
    meant = replace(WHOLE, contact_id=ada, meeting_id=meeting)
    message = add(store, meant)
    created = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert store.messages.find(message) == replace(meant, id=message, created_at=created)
    assert store.messages.of_contact(ada) == [store.messages.find(message)]


@pytest.mark.parametrize(
    "field", [name for name in Message.__struct_fields__ if name not in ("id", "created_at", "contact_id")]
)
def test_every_field_can_be_changed_by_itself(store: Store, ada: int, field: str) -> None:
    with store.action("Meeting"):
        meeting = store.meetings.add(Meeting(contact_id=ada))
    message = add(store, Message(contact_id=ada, sent_on=date(2026, 1, 1), answered_on=date(2026, 1, 2)))
    before = store.messages.find(message)
    assert before is not None
    value = meeting if field == "meeting_id" else getattr(WHOLE, field)
    with store.action("Edit"):
        store.messages.update(message, **{field: value})
    assert store.messages.find(message) == replace(before, **{field: value})
    store.undo()
    assert store.messages.find(message) == before


def test_a_message_can_go_to_another_contact(store: Store, ada: int) -> None:
    with store.action("Add"):
        bo = store.contacts.add(Contact(name="Bo"))
    message = add(store, Message(contact_id=ada, text="Hello"))
    with store.action("To Bo"):
        store.messages.update(message, contact_id=bo)
    assert [found.text for found in store.messages.of_contact(bo)] == ["Hello"]
    assert store.messages.of_contact(ada) == []


@pytest.mark.parametrize("fields", [{"id": 3}, {"created_at": None}, {"body": "x"}])
def test_what_is_no_field_is_refused(store: Store, ada: int, fields: dict[str, Any]) -> None:
    message = add(store, Message(contact_id=ada))
    with pytest.raises(TypeError), store.action("Edit"):
        store.messages.update(message, **fields)


def test_nobody_is_written_to_who_is_not_there(store: Store) -> None:
    with pytest.raises(KeyError), store.action("Write"):
        store.messages.add(Message(contact_id=99))
    with store.action("Edit"):
        store.messages.update(99, text="x")
        store.messages.delete(99)
    assert (store.messages.find(99), store.next_undo) == (None, "")


def test_what_is_sent_or_answered_on_no_known_day_is_of_today(store: Store, clock: Any, ada: int) -> None:
    message = add(store, Message(contact_id=ada, state=MessageState.SENT, answer=Answer.NO))
    found = store.messages.find(message)
    assert found is not None
    assert (found.sent_on, found.answered_on) == (date(2026, 11, 22), date(2026, 11, 22))
    clock.move(days=5)
    with store.action("Answer"):
        store.messages.update(message, answer=Answer.YES, state=MessageState.SENT)
    found = store.messages.find(message)
    assert found is not None
    assert (found.sent_on, found.answered_on) == (date(2026, 11, 22), date(2026, 11, 22))


def test_a_contact_has_drafts_first_and_then_the_latest(store: Store, ada: int) -> None:
    for day in (3, 1, 2):
        add(store, replace(WHOLE, contact_id=ada, text=f"day {day}", sent_on=date(2026, 11, day)))
    add(store, Message(contact_id=ada, text="draft"))
    assert [message.text for message in store.messages.of_contact(ada)] == ["draft", "day 3", "day 2", "day 1"]


def test_drafts_and_what_was_sent_between_two_days(store: Store, ada: int) -> None:
    for day in (3, 1, 2, 4):
        add(store, replace(WHOLE, contact_id=ada, text=f"day {day}", sent_on=date(2026, 11, day)))
    add(store, Message(contact_id=ada, text="one", sent_on=date(2026, 11, 2)))
    add(store, Message(contact_id=ada, text="two"))
    assert [message.text for message in store.messages.drafts()] == ["two", "one"]
    between = store.messages.sent_between(date(2026, 11, 2), date(2026, 11, 3))
    assert [message.text for message in between] == ["day 2", "day 3"]


def test_messages_are_hidden_with_their_contact(store: Store, ada: int) -> None:
    sent = add(store, replace(WHOLE, contact_id=ada))
    add(store, Message(contact_id=ada))
    with store.action("Delete"):
        store.contacts.delete([ada])
    assert (store.messages.drafts(), store.messages.find(sent)) == ([], None)
    assert store.messages.sent_between(date.min, date.max) == []
    with store.action("Restore"):
        store.contacts.restore([ada])
    assert len(store.messages.of_contact(ada)) == 2


def test_a_deleted_message_is_gone_after_thirty_days(folder: Any, clock: Any) -> None:
    with Store(folder, clock) as store, store.action("Write"):
        ada = store.contacts.add(Contact(name="Ada"))
        kept, gone = store.messages.add(Message(contact_id=ada)), store.messages.add(Message(contact_id=ada))
        store.messages.delete(gone)
    use_for(folder, clock, days=31)
    with Store(folder, clock) as store:
        with store.action("Restore"):
            store.messages.restore(gone)
        assert [message.id for message in store.messages.of_contact(ada)] == [kept]
