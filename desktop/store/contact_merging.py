"""Two contacts become one in the file: all that hangs on the second moves to the first, inside an action."""

from desktop.store.file.peewee_database import PeeweeDatabase
from desktop.store.tables import (
    ContactRow,
    ContactStepRow,
    DifferentPeopleRow,
    MeetingRow,
    MessageRow,
    OpportunityRow,
    PromiseRow,
    ReadingItemRow,
    ResearchNoteRow,
)

# Every column that refers to a contact and is not part of the contact itself (a test looks for those left out).
MOVED = (
    MessageRow.contact,
    MeetingRow.contact,
    ContactStepRow.contact,
    PromiseRow.contact,
    OpportunityRow.contact,
    ReadingItemRow.recommended_by,
    ResearchNoteRow.contact,
)
_CORRECTED = (
    ContactRow.corrected_on,
    ContactRow.corrected_to,
    ContactRow.corrected_from,
    ContactRow.corrected_because,
)


def move(database: PeeweeDatabase, keep: int, other: int) -> None:
    """Let everything that belongs to the other belong to the one kept, but for what `Contact` holds itself."""
    for field in MOVED:
        field.model.update({field: keep}).where(field == other).execute(database)
    named = (ContactRow.referrer == other) & (ContactRow.id != keep)
    ContactRow.update(referrer=keep).where(named).execute(database)
    _move_different(database, keep, other)


def _move_different(database: PeeweeDatabase, keep: int, other: int) -> None:
    """Whoever is not the one is not the other either."""
    row = DifferentPeopleRow
    concerned = (row.first == other) | (row.second == other)
    pairs = list(row.select().where(concerned).execute(database))
    row.delete().where(concerned).execute(database)
    for pair in pairs:
        third = pair.first_id if pair.second_id == other else pair.second_id
        if third != keep:
            set_apart(database, keep, third)


def set_apart(database: PeeweeDatabase, one: int, another: int) -> None:
    """Write down that two contacts are not one person."""
    pair = {"first": min(one, another), "second": max(one, another)}
    DifferentPeopleRow.insert(pair).on_conflict_ignore().execute(database)


def take_correction(database: PeeweeDatabase, keep: int, other: int) -> None:
    """The stage set by hand last, of the two, is the one that counts."""
    pair = ContactRow.select(ContactRow.id, *_CORRECTED).where(ContactRow.id.in_((keep, other)))
    found = {row.id: row for row in pair.execute(database)}
    own, theirs = found[keep].corrected_on, found[other].corrected_on
    if theirs is not None and (own is None or theirs > own):
        taken = {field: getattr(found[other], field.name) for field in _CORRECTED}
        ContactRow.update(taken).where(ContactRow.id == keep).execute(database)
