"""The learning log: entries of what was learned, and their totals by kind and month."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypedDict

from msgspec import Struct


class LearningKind(StrEnum):
    """What learning counts (domain.md, "kinds of learning entry")."""

    COURSE = "course"
    DEGREE = "degree"
    ON_THE_JOB = "on_the_job"
    EXPERTS = "experts"
    ONLINE_GROUP = "online_group"
    ASSOCIATION = "association"
    INFORMATIONAL_INTERVIEW = "informational_interview"
    READING = "reading"
    WORKSHOP = "workshop"
    OTHER = "other"


class Evidence(Struct, frozen=True):
    """What shows the learning: a web address or a file on this computer, with a few words."""

    address: str
    label: str = ""


class LearningEntry(Struct, frozen=True):
    """One line of the learning log. Minutes are whole and not negative."""

    id: int = 0
    on: date | None = None
    kind: LearningKind = LearningKind.OTHER
    title: str = ""
    with_whom: str = ""
    meeting_id: int | None = None
    minutes_preparing: int = 0
    minutes_meeting: int = 0
    minutes_writing: int = 0
    objective: str = ""
    learned: str = ""
    applied: str = ""  # how I apply it
    believed: str = ""  # before
    will_try: str = ""
    come_back_on: date | None = None  # to see what came of it
    came_of_it: str = ""
    energised: str = ""  # what gave me energy
    reading_id: int | None = None
    evidence: tuple[Evidence, ...] = ()
    directions: tuple[int, ...] = ()

    @property
    def minutes(self) -> int:
        """All minutes of the entry."""
        return self.minutes_preparing + self.minutes_meeting + self.minutes_writing


class LearningChanges(TypedDict, total=False):
    """What `update` may change of a `LearningEntry`; named and typed as its fields are."""

    on: date | None
    kind: LearningKind
    title: str
    with_whom: str
    meeting_id: int | None
    minutes_preparing: int
    minutes_meeting: int
    minutes_writing: int
    objective: str
    learned: str
    applied: str
    believed: str
    will_try: str
    come_back_on: date | None
    came_of_it: str
    energised: str
    reading_id: int | None
    evidence: tuple[Evidence, ...]
    directions: tuple[int, ...]


def lies_ahead(entry: LearningEntry, today: date) -> bool:
    """Whether the entry is a plan: its day is still to come. Its minutes count when that day is there."""
    return entry.on is not None and entry.on > today


class LearningFilter(Struct, frozen=True):
    """What narrows the log; everything given must hold, dates inclusive."""

    search: str = ""
    kinds: frozenset[LearningKind] = frozenset()
    directions: frozenset[int] = frozenset()
    from_: date | None = None
    to: date | None = None


EVERYTHING = LearningFilter()


class Total(Struct, frozen=True):
    """Entries and minutes of one group."""

    entries: int = 0
    preparing: int = 0
    meeting: int = 0
    writing: int = 0

    @property
    def minutes(self) -> int:
        """All minutes of the group."""
        return self.preparing + self.meeting + self.writing

    def plus(self, entry: LearningEntry) -> "Total":
        """The total with one more entry."""
        return Total(
            self.entries + 1,
            self.preparing + entry.minutes_preparing,
            self.meeting + entry.minutes_meeting,
            self.writing + entry.minutes_writing,
        )


def total_of_entries(entries: Iterable[LearningEntry]) -> Total:
    """The sum over all entries."""
    result = Total()
    for entry in entries:
        result = result.plus(entry)
    return result


def totals_by_kind(entries: Iterable[LearningEntry]) -> dict[LearningKind, Total]:
    """Totals of the kinds that occur, in the order of `LearningKind`."""
    found: dict[LearningKind, Total] = {}
    for entry in entries:
        found[entry.kind] = found.get(entry.kind, Total()).plus(entry)
    return {kind: found[kind] for kind in LearningKind if kind in found}


def totals_by_month(entries: Iterable[LearningEntry]) -> dict[date, Total]:
    """Totals by the first day of the month, newest first; entries without a date are left out."""
    found: dict[date, Total] = {}
    for entry in entries:
        if entry.on is not None:
            month = entry.on.replace(day=1)
            found[month] = found.get(month, Total()).plus(entry)
    return dict(sorted(found.items(), reverse=True))
