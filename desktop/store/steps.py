"""Steps with a contact that are no message and no meeting: left to wait, to rest, closed, opened again, left out."""

from datetime import date

from desktop.core.contact import CLOSED
from desktop.core.today.contact_event import ContactEvent, EventKind
from desktop.core.today.follow_up import status_today
from desktop.store.contacts import Contacts
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import ContactRow, ContactStepRow

STORED_STEPS = frozenset(
    {
        EventKind.SNOOZED,
        EventKind.RESTED,
        EventKind.CLOSED,
        EventKind.REOPENED,
        EventKind.NUDGE_LEFT_OUT,
        EventKind.ANOTHER_LEFT_OUT,
    }
)


class Steps:
    """What the user decided about contacts, and all that happened with one."""

    def __init__(self, database: StoreDatabase, contacts: Contacts) -> None:
        self._peewee = database.peewee
        self._contacts = contacts

    def of_contact(self, contact_id: int) -> tuple[ContactEvent, ...]:
        """All that happened with a contact, in order: messages, meetings and steps."""
        return self._contacts.stages.events(contact_id)

    def add(self, contact_id: int, what: EventKind, on: date, until: date | None = None) -> int:
        """Store a step (inside `store.action`) and return its id; the stage of the contact follows.

        Raises:
            KeyError: if the contact is gone.
            ValueError: for what is a message or a meeting, or a snooze without its day.
        """
        if what not in STORED_STEPS or (what is EventKind.SNOOZED) != (until is not None):
            raise ValueError(f"no step: {what} until {until}")
        if not ContactRow.select().where(ContactRow.id == contact_id).exists(self._peewee):
            raise KeyError(contact_id)
        step_id = int(ContactStepRow.insert(contact=contact_id, what=what, on=on, until=until).execute(self._peewee))
        self._contacts.stages.refresh((contact_id,))
        return step_id

    def reopen(self, contact_id: int, on: date) -> None:
        """Let a contact that is closed for now be open again (inside `store.action`): one closed by hand is where
        its events lead, one closed by the rule or by an answer is waited for again.

        Raises:
            KeyError: if the contact is gone.
        """
        stages, rule = self._contacts.stages, self._contacts.stages.rule()
        follows = status_today(stages.events(contact_id), rule.rule, rule.days, rule.today).stage
        corrected = stages.correction(contact_id)
        if corrected is not None and corrected.stage in CLOSED:
            stages.correct(contact_id, follows, "")
        if follows in CLOSED:
            self.add(contact_id, EventKind.REOPENED, on)
