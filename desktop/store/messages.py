"""Messages in the store: drafts, what was sent, and what came back. The stage of the contact follows at once."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Unpack

from peewee import Expression

from desktop.core.message import Answer, Message, MessageChanges, MessageState
from desktop.core.text import fold, one_line
from desktop.store.contacts import Contacts
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import ContactRow, MessageRow
from desktop.store.tables.rows import check_names, columns_of, field_names

_COLUMNS = columns_of(MessageRow, Message)
_CHANGEABLE = field_names(Message, without=("id", "created_at"))
_SEARCHED = ("subject", "text", "forward_text")
_OF_STAGE = frozenset({"state", "sent_on", "answer", "answered_on", "kind", "contact_id"})


class Messages:
    """What was written to contacts. Groundwork sends nothing: that a message was sent is what the user says."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime], contacts: Contacts) -> None:
        self._peewee = database.peewee
        self._clock = clock
        self._contacts = contacts

    # -- reading ----------------------------------------------------------------------------------------------------

    def find(self, message_id: int) -> Message | None:
        """One message, `None` if it or its contact is gone or deleted."""
        return next(iter(self._read(MessageRow.id == message_id)), None)

    def of_contact(self, contact_id: int) -> list[Message]:
        """All messages to a contact: drafts first, then what was sent, latest first."""
        messages = self._read(MessageRow.contact == contact_id)
        return sorted(messages, key=lambda message: (message.sent_on or date.max, message.id), reverse=True)

    def drafts(self) -> list[Message]:
        """What is written and not sent yet, latest first."""
        return self._read(MessageRow.state == MessageState.DRAFT)[::-1]

    def sent_between(self, first: date, last: date) -> list[Message]:
        """What was sent from one day to another, both included, in that order."""
        sent = self._read(MessageRow.state == MessageState.SENT, MessageRow.sent_on.between(first, last))
        return sorted(sent, key=lambda message: (message.sent_on or date.max, message.id))

    def _read(self, *conditions: Expression) -> list[Message]:
        rows = (
            MessageRow.select(*_COLUMNS)
            .join(ContactRow)
            .where(*conditions, MessageRow.deleted_at.is_null(), ContactRow.deleted_at.is_null())
            .order_by(MessageRow.id)
        )
        return [Message(*values) for values in rows.tuples().execute(self._peewee)]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, message: Message) -> int:
        """Store a new message and return its id. One that was sent, or answered, has a day for it: if not given, today.

        Raises:
            KeyError: if the contact is gone.
        """
        if not ContactRow.select().where(ContactRow.id == message.contact_id).exists(self._peewee):
            raise KeyError(message.contact_id)
        columns = _cleaned(self._with_days({name: getattr(message, name) for name in _CHANGEABLE}))
        columns["search_text"] = _search_text(str(columns[name]) for name in _SEARCHED)
        message_id = int(MessageRow.insert(created_at=self._clock(), **columns).execute(self._peewee))
        self._contacts.stages.refresh((message.contact_id,))
        return message_id

    def update(self, message_id: int, **changes: Unpack[MessageChanges]) -> None:
        """Change fields of `Message`; a state *sent* or an answer without its day is of today.

        Raises:
            TypeError: for something that is no field of `Message`, or cannot be changed.
        """
        check_names(changes, _CHANGEABLE, "a message")
        before = self._row(message_id)
        if before is None:
            return
        columns = _cleaned(self._with_days(changes, before))
        if any(name in columns for name in _SEARCHED):
            columns["search_text"] = _search_text(str(columns.get(name, getattr(before, name))) for name in _SEARCHED)
        if columns:
            MessageRow.update(columns).where(MessageRow.id == message_id).execute(self._peewee)
        if not _OF_STAGE.isdisjoint(columns):
            self._contacts.stages.refresh({before.contact_id, changes.get("contact_id", before.contact_id)})

    def delete(self, message_id: int) -> None:
        """Mark a message as deleted; it counts as never sent."""
        self._mark(message_id, self._clock())

    def restore(self, message_id: int) -> None:
        """Bring a deleted message back."""
        self._mark(message_id, None)

    def _mark(self, message_id: int, deleted_at: datetime | None) -> None:
        row = self._row(message_id)
        if row is not None:
            MessageRow.mark(self._peewee, message_id, deleted_at)
            self._contacts.stages.refresh((row.contact_id,))

    def _row(self, message_id: int) -> MessageRow | None:
        row: MessageRow | None = MessageRow.select().where(MessageRow.id == message_id).first(self._peewee)
        return row

    def _with_days(self, fields: Mapping[str, object], before: MessageRow | None = None) -> dict[str, object]:
        """The fields, with today for what was sent or answered on no day that is known."""
        today = self._clock().astimezone().date()
        done = dict(fields)
        if done.get("state") is MessageState.SENT and done.get("sent_on") is None:
            done["sent_on"] = before.sent_on or today if before else today
        if isinstance(done.get("answer"), Answer) and done.get("answered_on") is None:
            done["answered_on"] = before.answered_on or today if before else today
        return done


def _search_text(texts: Iterable[str]) -> str:
    return fold(" ".join(texts))


def _cleaned(fields: Mapping[str, object]) -> dict[str, object]:
    """A subject is on one line."""
    return {name: one_line(str(value)) if name == "subject" else value for name, value in fields.items()}
