"""Referrals in the store: contacts who came through another contact, and on which terms."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from desktop.core.contact import Contact, ContactLine, MayUseName, Source, Stage
from desktop.core.referral import Referral, Referred
from desktop.core.text import fold
from desktop.store.contacts import Contacts
from desktop.store.file.database import StoreDatabase

_REFERRED = (
    "select c.id, c.name, coalesce(o.name, ''), c.role, c.stage, c.referrer_id, c.referred_at_id, c.referred_for, "
    "c.may_use_name, c.introducing_since from contact c left join organisation o on o.id = c.organisation_id "
    "where c.deleted_at is null and {} order by c.id"
)


class Referrals:
    """Who named whom. A name that was given is a contact; here is how it comes to be one."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime], contacts: Contacts) -> None:
        self._database = database
        self._clock = clock
        self._contacts = contacts

    def like(self, name: str) -> list[ContactLine]:
        """The contacts of that very name, case and accents aside: to be asked about before someone is doubled."""
        sql = "select id from contact where deleted_at is null and sort_key = ? and sort_key <> '' order by id"
        rows: list[Any] = self._database.connection().execute(sql, (fold(name),)).fetchall()
        return [line for (contact_id,) in rows if (line := self._contacts.line(contact_id))]

    def of_referrer(self, contact_id: int) -> list[Referred]:
        """The people a contact named, in the order they were added."""
        return self._referred("c.referrer_id = ?", contact_id)

    def of_meeting(self, meeting_id: int) -> list[Referred]:
        """The people who were named at a meeting, in the order they were added."""
        return self._referred("c.referred_at_id = ? and c.referrer_id is not null", meeting_id)

    def _referred(self, condition: str, value: int) -> list[Referred]:
        rows: list[Any] = self._database.connection().execute(_REFERRED.format(condition), (value,)).fetchall()
        return [
            Referred(
                number,
                name,
                organisation,
                role,
                Stage(stage),
                referrer,
                meeting,
                what_for,
                MayUseName(may_use_name),
                _day(introducing),
            )
            for number, name, organisation, role, stage, referrer, meeting, what_for, may_use_name, introducing in rows
        ]

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


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
