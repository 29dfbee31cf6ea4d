"""The reading list: what was recommended and what the user found; there is always more to read."""

from datetime import date, datetime
from typing import TypedDict

from msgspec import Struct

from desktop.core.learning import Evidence, LearningEntry, LearningKind
from desktop.core.text import fold


class ReadingItem(Struct, frozen=True):
    """A book, an article, a film. It is read once it has the day it was read on."""

    id: int = 0
    title: str = ""
    author: str = ""
    address: str = ""
    recommended_by_id: int | None = None
    meeting_id: int | None = None  # at which it was recommended
    read_on: date | None = None
    notes: str = ""
    created_at: datetime | None = None


class ReadingItemChanges(TypedDict, total=False):
    """What `update` may change of a `ReadingItem`; named and typed as its fields are."""

    title: str
    author: str
    address: str
    recommended_by_id: int | None
    meeting_id: int | None
    read_on: date | None
    notes: str


def matches(item: ReadingItem, search: str, recommended_by: str = "") -> bool:
    """Whether every word searched for is in the item or in the name of whoever recommended it."""
    told = fold(" ".join((item.title, item.author, item.address, item.notes, recommended_by)))
    return all(word in told for word in fold(search).split())


def learning_entry_of_reading(item: ReadingItem, today: date) -> LearningEntry:
    """The entry of the learning log a thing read becomes, ready to be gone on with."""
    return LearningEntry(
        on=item.read_on or today,
        kind=LearningKind.READING,
        title=" – ".join(part.strip() for part in (item.author, item.title) if part.strip()),
        learned=item.notes.strip(),
        reading_id=item.id,
        evidence=(Evidence(item.address.strip()),) if item.address.strip() else (),
    )
