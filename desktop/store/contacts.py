"""Contacts in the store: one contact read, added, changed, deleted, restored; several at once.

Hand-written SQL where many are changed together: 500 put under a direction take 2.2 ms, by peewee 7.6.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Unpack

from desktop.core.contact import EVERYONE, Contact, ContactFilter, ContactLine, ContactSort, Stage
from desktop.core.text import fold, one_line
from desktop.store.contact_list import ContactList
from desktop.store.file.database import StoreDatabase
from desktop.store.file.rows import moment_text, read

if TYPE_CHECKING:
    from desktop.core.contact_fields import ContactChanges
    from desktop.core.people.search import SearchHit
    from desktop.core.today.follow_up import FollowUp
    from desktop.core.today.stage import ContactStatus, Correction
    from desktop.store.contact_stage import ContactStages

_CHUNK = 500  # rows fetched at once where many contacts are read
# From one tag to the next along the index: a thousand uses of a tag cost no more than one.
_TAGS = """with recursive used (tag) as (
        select min(tag) from contact_tag
        union all
        select (select min(t.tag) from contact_tag t where t.tag > used.tag) from used where used.tag is not null)
    select tag from used where tag is not null and exists (
        select 1 from contact_tag t join contact c on c.id = t.contact_id
        where t.tag = used.tag and c.deleted_at is null)"""


class Contacts:
    """The people the user talks to or wants to."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._list = ContactList(database, clock)

    # -- reading ----------------------------------------------------------------------------------------------------

    def find(self, contact_id: int) -> Contact | None:
        """One contact whole, `None` if it is gone or deleted."""
        return next(iter(self._whole([contact_id])), None)

    def every(self, wanted: ContactFilter = EVERYONE) -> Iterator[Contact]:
        """All contacts of a filter by name, whole, a few hundred at a time."""
        ids = self._list.ids(wanted)
        for start in range(0, len(ids), _CHUNK):
            yield from self._whole(ids[start : start + _CHUNK])

    def with_cards(self, contacts: Iterable[Contact]) -> Iterator[Contact]:
        """The same contacts with the properties and photos their cards held, for writing them or showing the photo."""
        from desktop.store.contact_reading import with_cards

        remaining = iter(contacts)
        while chunk := list(islice(remaining, _CHUNK)):
            yield from with_cards(self._database.connection(), chunk)

    def count(self, wanted: ContactFilter = EVERYONE) -> int:
        """How many contacts the filter leaves."""
        return self._list.count(wanted)

    def lines(
        self,
        wanted: ContactFilter = EVERYONE,
        sort: ContactSort = ContactSort.NAME,
        descending: bool = False,
        offset: int = 0,
        limit: int = 200,
    ) -> list[ContactLine]:
        """A window of the list, as light rows."""
        return self._list.lines(wanted, sort, descending, offset, limit)

    def line(self, contact_id: int) -> ContactLine | None:
        """One contact as a light row of the list, `None` if it is gone or deleted."""
        return self._list.line(contact_id)

    def easiest(self, stage: Stage) -> list[ContactLine]:
        """For each comfort, known or not, the first by name of those at a stage who have one."""
        return self._list.easiest(stage)

    def row_of(
        self, contact_id: int, wanted: ContactFilter, sort: ContactSort = ContactSort.NAME, descending: bool = False
    ) -> int | None:
        """At which row of the list a contact is, `None` if the filter hides it."""
        return self._list.row_of(contact_id, wanted, sort, descending)

    def deleted(self) -> list[ContactLine]:
        """What was deleted and can still be restored, last deleted first."""
        return self._list.deleted()

    def tags(self) -> list[str]:
        """Every tag in use, in the alphabet."""
        return sorted((tag for (tag,) in read(self._database.connection(), _TAGS)), key=fold)

    def found_in(self, search: str, ids: Sequence[int]) -> "dict[int, SearchHit]":
        """For those of some contacts whom a search finds by more than name, organisation and role: where, in words."""
        from desktop.store.match_snippets import found_in

        return found_in(self._database.connection(), search, ids)

    def _whole(self, ids: Sequence[int]) -> list[Contact]:
        from desktop.store.contact_reading import whole

        return whole(self._database.connection(), ids)

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, contact: Contact) -> int:
        """Store a new contact and return its id. Its organisation is found by name or made."""
        return self.add_all((contact,))[0]

    def add_all(self, contacts: Sequence[Contact]) -> range:
        """Store new contacts, many at once, and return their ids in the same order."""
        from desktop.store import contact_writing as writing

        ids = writing.insert(self._database.connection(), contacts, self._clock())
        further = [
            (number, contact.stage, contact.stage_reason)
            for number, contact in zip(ids, contacts, strict=True)
            if contact.stage is not Stage.FOUND
        ]
        if further:
            self.stages.begin(further)
        return ids

    def update(self, contact_id: int, **changes: Unpack["ContactChanges"]) -> None:
        """Change fields of `Contact`; `organisation` is given by name, a stage is a correction by hand.

        Raises:
            KeyError: if the contact is gone.
            TypeError: for something that is no field of `Contact`.
            UserError: for a referrer who came through this very contact: the chain would go in a circle.
        """
        from desktop.store import contact_writing as writing

        referrer_id = changes.get("referrer_id")
        if referrer_id is not None:
            self._refuse_circle(contact_id, referrer_id)
        stage, reason = changes.pop("stage", None), changes.pop("stage_reason", None)
        writing.update(self._database.connection(), contact_id, changes, self._clock())
        if stage is not None:
            self.stages.correct(contact_id, Stage(stage), reason or "")
        elif reason is not None:
            self.stages.give_reason(contact_id, reason)

    def _refuse_circle(self, contact_id: int, referrer_id: int) -> None:
        from desktop.core.referral import circle_refused
        from desktop.store.chain import ChainReading

        if ChainReading(self._database).leads_back(contact_id, referrer_id):
            names = (
                self._database.connection().execute("select name from contact where id = ?", (number,)).get
                for number in (contact_id, referrer_id)
            )
            raise circle_refused(*map(str, names))

    def delete(self, ids: Iterable[int]) -> None:
        """Mark contacts as deleted: they are hidden with their meetings, and can be restored for thirty days."""
        self._mark(ids, moment_text(self._clock()))

    def restore(self, ids: Iterable[int]) -> None:
        """Bring deleted contacts back, links and all."""
        chosen = list(ids)
        self._mark(chosen, None)
        self.stages.refresh(chosen)

    def _mark(self, ids: Iterable[int], deleted_at: str | None) -> None:
        rows = [(deleted_at, contact_id) for contact_id in ids]
        self._database.connection().executemany("update contact set deleted_at = ? where id = ?", rows)

    def tag(self, ids: Iterable[int], tag: str) -> None:
        """Give several contacts one more tag."""
        tag, chosen = one_line(tag), list(ids)
        # "+" keeps SQLite from looking through everyone of that tag.
        there = "select 1 from contact_tag where contact_id = :id and +tag = :tag"
        self._database.connection().executemany(
            f"insert into contact_tag (contact_id, tag) select :id, :tag where not exists ({there})",
            [{"id": contact_id, "tag": tag} for contact_id in chosen],
        )
        self._refresh_search(chosen)

    def direct(self, ids: Iterable[int], direction_id: int) -> None:
        """Put several contacts under one more direction."""
        there = "select 1 from contact_direction where contact_id = :id and +direction_id = :direction"
        self._database.connection().executemany(
            "insert into contact_direction (contact_id, direction_id) "
            f"select :id, :direction where not exists ({there})",
            [{"id": contact_id, "direction": direction_id} for contact_id in ids],
        )

    def _refresh_search(self, ids: Sequence[int]) -> None:
        from desktop.store import contact_writing as writing

        for start in range(0, len(ids), _CHUNK):
            writing.refresh_search(self._database.connection(), ids[start : start + _CHUNK])

    # -- their stage: it follows from messages, meetings and steps, and can be corrected by hand ----------------

    @cached_property
    def stages(self) -> "ContactStages":
        """Who keeps the stages in step; imported when it is first needed, for a search needs no rules."""
        from desktop.store.contact_stage import ContactStages

        return ContactStages(self._database, self._clock)

    def correct_stage(self, contact_id: int, stage: Stage, reason: str = "") -> None:
        """Say by hand the stage of a contact (inside `store.action`); it holds until something newer happens.

        Raises:
            KeyError: if the contact is gone.
        """
        if self.find(contact_id) is None:
            raise KeyError(contact_id)
        self.stages.correct(contact_id, stage, reason)

    def refresh_stages(self, today: date | None = None) -> int:
        """Move on those whom the days that passed have moved on (inside `store.action`); returns how many.

        Call it when the program opens and when a day begins, in an action of the visit `WITH_LAST`: it is nothing the
        user did. A change of the nudge rule in the settings does it by itself.
        """
        return self.stages.refresh_all(today)

    def status(self, contact_id: int) -> "ContactStatus":
        """The status of a contact today, since when, and whether by hand, with the reason."""
        return self.stages.status(contact_id)

    def correction(self, contact_id: int) -> "Correction | None":
        """The stage that was set by hand last, even if something newer has happened since."""
        return self.stages.correction(contact_id)

    def follow_up(self, contact_id: int) -> "FollowUp | None":
        """What follows next by the nudge rule, `None` if no answer is awaited."""
        return self.stages.follow_up(contact_id)
