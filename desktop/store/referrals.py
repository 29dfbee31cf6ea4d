"""Referrals in the store: contacts who came through another contact, and on which terms."""

from collections.abc import Callable
from datetime import datetime

from peewee import JOIN, Expression, fn

from desktop.core.contact import Contact, ContactLine, Source
from desktop.core.referral import Referral, Referred
from desktop.core.text import fold
from desktop.store.contacts import Contacts
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import ContactRow, OrganisationRow


class Referrals:
    """Who named whom. A name that was given is a contact; here is how it comes to be one."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime], contacts: Contacts) -> None:
        self._peewee = database.peewee
        self._clock = clock
        self._contacts = contacts

    def like(self, name: str) -> list[ContactLine]:
        """The contacts of that very name, case and accents aside: to be asked about before someone is doubled."""
        row, folded = ContactRow, fold(name)
        if not folded:
            return []
        rows = row.select(row.id).where(row.deleted_at.is_null(), row.sort_key == folded).order_by(row.id)
        found = [self._contacts.line(contact_id) for (contact_id,) in rows.tuples().execute(self._peewee)]
        return [line for line in found if line is not None]

    def of_referrer(self, contact_id: int) -> list[Referred]:
        """The people a contact named, in the order they were added."""
        return self._referred(ContactRow.referrer == contact_id)

    def of_meeting(self, meeting_id: int) -> list[Referred]:
        """The people who were named at a meeting, in the order they were added."""
        return self._referred(ContactRow.referred_at == meeting_id, ContactRow.referrer.is_null(False))

    def _referred(self, *conditions: Expression) -> list[Referred]:
        row = ContactRow
        rows = (
            row.select(
                row.id,
                row.name,
                fn.coalesce(OrganisationRow.name, ""),
                row.role,
                row.stage,
                row.referrer,
                row.referred_at,
                row.referred_for,
                row.may_use_name,
                row.introducing_since,
            )
            .join(OrganisationRow, JOIN.LEFT_OUTER)
            .where(row.deleted_at.is_null(), *conditions)
            .order_by(row.id)
        )
        return [Referred(*values) for values in rows.tuples().execute(self._peewee)]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, referrer_id: int, meeting_id: int | None, referral: Referral) -> int:
        """Make a contact of a name that was given and return its id.

        Where `like` finds somebody, ask the user first, and `link` if it is the same person.
        """
        contact = Contact(
            name=referral.name,
            organisation=referral.organisation,
            role=referral.role,
            source=Source.REFERRAL,
            found_on=self._clock().astimezone().date(),
            referrer_id=referrer_id,
            referred_at_id=meeting_id,
            referred_for=referral.what_for,
            may_use_name=referral.may_use_name,
            introducing_since=referral.introducing_since,
        )
        return self._contacts.add(contact)

    def link(self, contact_id: int, referrer_id: int, meeting_id: int | None, referral: Referral) -> int:
        """Let somebody who is there already be the one who was named, and return their id.

        What is known of them stays: organisation, role and source are filled in only where they are missing.

        Raises:
            KeyError: if the contact is gone.
            UserError: if the chain would go in a circle.
        """
        there = self._contacts.find(contact_id)
        if there is None:
            raise KeyError(contact_id)
        self._contacts.update(
            contact_id,
            organisation=there.organisation or referral.organisation,
            role=there.role or referral.role,
            source=there.source or Source.REFERRAL,
            referrer_id=referrer_id,
            referred_at_id=meeting_id,
            referred_for=referral.what_for or there.referred_for,
            may_use_name=referral.may_use_name,
            introducing_since=referral.introducing_since,
        )
        return contact_id
