"""Messages in the store: drafts, what was sent, and what came back. Where the contact stands follows at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desktop.core.message import Answer, Channel, Message, MessageKind, MessageState, RequestSituation
from desktop.core.text import fold, one_line
from desktop.store.contacts import Contacts
from desktop.store.file.database import StoreDatabase

if TYPE_CHECKING:
    from desktop.store.tables import MessageRow

_OWN_COLUMNS = ("id", "contact_id", "meeting_id", "created_at")
_COLUMNS = tuple(name for name in Message.__slots__ if name not in _OWN_COLUMNS)
# Read in plain SQL, for Today reads them at every start; peewee comes when something is written.
_READ = (
    f"select m.id, m.contact_id, m.meeting_id, m.created_at, {', '.join('m.' + name for name in _COLUMNS)} "
    "from message m join contact c on c.id = m.contact_id where m.deleted_at is null and c.deleted_at is null"
)
_READERS: Mapping[str, Callable[[str], Any]] = {
    "created_at": datetime.fromisoformat,
    "kind": MessageKind,
    "situation": RequestSituation,
    "channel": Channel,
    "state": MessageState,
    "sent_on": date.fromisoformat,
    "answer": Answer,
    "answered_on": date.fromisoformat,
}
_SEARCHED = ("subject", "text", "forward_text")
_OF_STAGE = frozenset({"state", "sent_on", "answer", "answered_on", "kind", "contact_id"})


class Messages:
    """What was written to contacts. Groundwork sends nothing: that a message was sent is what the user says."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime], contacts: Contacts) -> None:
        self._database = database
        self._clock = clock
        self._contacts = contacts

    # -- reading ----------------------------------------------------------------------------------------------------

    def find(self, message_id: int) -> Message | None:
        """One message, `None` if it or its contact is gone or deleted."""
        return next(iter(self._read("m.id = ?", message_id)), None)

    def of_contact(self, contact_id: int) -> list[Message]:
        """All messages to a contact: drafts first, then what was sent, latest first."""
        messages = self._read("m.contact_id = ?", contact_id)
        return sorted(messages, key=lambda message: (message.sent_on or date.max, message.id), reverse=True)

    def drafts(self) -> list[Message]:
        """What is written and not sent yet, latest first."""
        return self._read("m.state = ?", MessageState.DRAFT)[::-1]

    def sent_between(self, first: date, last: date) -> list[Message]:
        """What was sent from one day to another, both included, in that order."""
        sent = self._read("m.state = ? and m.sent_on between ? and ?", MessageState.SENT, str(first), str(last))
        return sorted(sent, key=lambda message: (message.sent_on or date.max, message.id))

    def _read(self, condition: str, *values: str | int) -> list[Message]:
        cursor = self._database.connection().execute(f"{_READ} and {condition} order by m.id", values)
        return [_to_message(row) for row in cursor]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, message: Message) -> int:
        """Store a new message and return its id. One that was sent, or answered, has a day for it: if not given, today.

        Raises:
            KeyError: if the contact is gone.
        """
        from desktop.store.tables import ContactRow, MessageRow

        if not ContactRow.select().where(ContactRow.id == message.contact_id).exists():
            raise KeyError(message.contact_id)
        fields = self._with_days({name: getattr(message, name) for name in _COLUMNS})
        message_id = int(
            MessageRow.insert(
                contact=message.contact_id,
                meeting=message.meeting_id,
                created_at=self._clock(),
                search_text=_search_text(fields[name] for name in _SEARCHED),
                **_cleaned(fields),
            ).execute()
        )
        self._contacts.stages.refresh((message.contact_id,))
        return message_id

    def update(self, message_id: int, **fields: Any) -> None:
        """Change fields of `Message`; a state *sent* or an answer without its day is of today.

        Raises:
            TypeError: for something that is no field of `Message`, or cannot be changed.
        """
        from desktop.store.tables import MessageRow

        unknown = set(fields) - set(Message.__slots__) | {"id", "created_at"} & set(fields)
        if unknown:
            raise TypeError(f"a message has no {', '.join(sorted(unknown))} to change")
        before = MessageRow.get_or_none(MessageRow.id == message_id)
        if before is None:
            return
        fields = self._with_days(fields, before)
        columns = {name.removesuffix("_id"): value for name, value in _cleaned(fields).items()}
        if any(name in columns for name in _SEARCHED):
            columns["search_text"] = _search_text([columns.get(name, getattr(before, name)) for name in _SEARCHED])
        if columns:
            MessageRow.update(columns).where(MessageRow.id == message_id).execute()
        if not _OF_STAGE.isdisjoint(fields):
            self._contacts.stages.refresh({before.contact_id, fields.get("contact_id", before.contact_id)})

    def delete(self, message_id: int) -> None:
        """Mark a message as deleted; it counts as never sent."""
        self._mark(message_id, self._clock())

    def restore(self, message_id: int) -> None:
        """Bring a deleted message back."""
        self._mark(message_id, None)

    def _mark(self, message_id: int, deleted_at: datetime | None) -> None:
        from desktop.store.tables import MessageRow

        row = MessageRow.get_or_none(MessageRow.id == message_id)
        if row is not None:
            MessageRow.update(deleted_at=deleted_at).where(MessageRow.id == message_id).execute()
            self._contacts.stages.refresh((row.contact_id,))

    def _with_days(self, fields: Mapping[str, Any], before: "MessageRow | None" = None) -> dict[str, Any]:
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


def _cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A subject stands on one line."""
    return {name: one_line(value) if name == "subject" else value for name, value in fields.items()}


def _to_message(row: Sequence[Any]) -> Message:
    stored = zip(("id", "contact_id", "meeting_id", "created_at", *_COLUMNS), row, strict=True)
    return Message(**{name: _READERS[name](value) if value and name in _READERS else value for name, value in stored})
