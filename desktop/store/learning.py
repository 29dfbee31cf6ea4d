"""The learning log in the store."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Unpack

from peewee import ModelSelect

from desktop.core.learning import EVERYTHING, Evidence, LearningChanges, LearningEntry, LearningFilter
from desktop.core.text import fold
from desktop.store.file.child_rows import replace_rows
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import LearningDirectionRow, LearningEntryRow, LearningEvidenceRow

_MINUTES = ("minutes_preparing", "minutes_meeting", "minutes_writing")
_TOLD = ("objective", "believed", "learned", "applied", "will_try", "came_of_it", "energised")
_PLAIN = ("on", "kind", "title", "with_whom", *_MINUTES, *_TOLD, "come_back_on", "reading_id")
_SEARCHED = ("title", "with_whom", *_TOLD)


class Learning:
    """What was learned, and from whom."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._peewee = database.peewee
        self._clock = clock

    def entries(self, wanted: LearningFilter = EVERYTHING) -> list[LearningEntry]:
        """The entries a filter leaves, latest first, those without a day on top."""
        row = LearningEntryRow
        query = row.select().where(row.deleted_at.is_null())
        for word in fold(wanted.search).split():
            query = query.where(row.search_text.contains(word))
        if wanted.kinds:
            query = query.where(row.kind.in_(sorted(wanted.kinds)))
        if wanted.directions:
            under = LearningDirectionRow.direction.in_(sorted(wanted.directions))
            query = query.where(row.id.in_(LearningDirectionRow.select(LearningDirectionRow.entry).where(under)))
        if wanted.from_:
            query = query.where(row.on >= wanted.from_)
        if wanted.to:
            query = query.where(row.on <= wanted.to)
        return self._whole(query.order_by(row.on.is_null().desc(), row.on.desc(), row.id.desc()))

    def find(self, entry_id: int) -> LearningEntry | None:
        """One entry, `None` if it is gone."""
        rows = LearningEntryRow.select().where(LearningEntryRow.id == entry_id, LearningEntryRow.deleted_at.is_null())
        return next(iter(self._whole(rows)), None)

    def of_meeting(self, meeting_id: int) -> LearningEntry | None:
        """The entry written from a meeting, `None` if there is none yet."""
        rows = LearningEntryRow.select().where(
            LearningEntryRow.meeting == meeting_id, LearningEntryRow.deleted_at.is_null()
        )
        return next(iter(self._whole(rows.limit(1))), None)

    def of_reading(self, reading_id: int) -> LearningEntry | None:
        """The entry written of something that was read, `None` if there is none yet."""
        rows = LearningEntryRow.select().where(
            LearningEntryRow.reading == reading_id, LearningEntryRow.deleted_at.is_null()
        )
        return next(iter(self._whole(rows.limit(1))), None)

    def _whole(self, query: ModelSelect) -> list[LearningEntry]:
        rows = list(query.execute(self._peewee))
        evidence: dict[int, list[Evidence]] = {}
        shown = LearningEvidenceRow.select().where(LearningEvidenceRow.entry.in_(rows))
        for each in shown.order_by(LearningEvidenceRow.position).execute(self._peewee):
            evidence.setdefault(each.entry_id, []).append(Evidence(each.address, each.label))
        directions: dict[int, list[int]] = {}
        for link in LearningDirectionRow.select().where(LearningDirectionRow.entry.in_(rows)).execute(self._peewee):
            directions.setdefault(link.entry_id, []).append(link.direction_id)
        return [
            LearningEntry(
                id=row.id,
                meeting_id=row.meeting_id,
                evidence=tuple(evidence.get(row.id, ())),
                directions=tuple(directions.get(row.id, ())),
                **{name: getattr(row, name) for name in _PLAIN},
            )
            for row in rows
        ]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, entry: LearningEntry) -> int:
        """Store a new entry and return its id."""
        columns = {name: getattr(entry, name) for name in (*_PLAIN, "meeting_id")}
        columns |= {"search_text": _search_text(entry), "created_at": self._clock()}
        entry_id = int(LearningEntryRow.insert(columns).execute(self._peewee))
        self._replace_evidence(entry_id, entry.evidence)
        self._replace_directions(entry_id, entry.directions)
        return entry_id

    def update(self, entry_id: int, **changes: Unpack[LearningChanges]) -> None:
        """Change fields of `LearningEntry`."""
        if "evidence" in changes:
            self._replace_evidence(entry_id, changes.pop("evidence"))
        if "directions" in changes:
            self._replace_directions(entry_id, changes.pop("directions"))
        if changes:
            self._write(entry_id, changes)
            entry = self.find(entry_id)
            if entry is not None and any(name in changes for name in _SEARCHED):
                self._write(entry_id, {"search_text": _search_text(entry)})

    def _write(self, entry_id: int, columns: Mapping[str, object]) -> None:
        LearningEntryRow.update(columns).where(LearningEntryRow.id == entry_id).execute(self._peewee)

    def delete(self, entry_id: int) -> None:
        """Mark an entry as deleted."""
        LearningEntryRow.mark(self._peewee, entry_id, self._clock())

    def restore(self, entry_id: int) -> None:
        """Bring a deleted entry back."""
        LearningEntryRow.mark(self._peewee, entry_id, None)

    def _replace_evidence(self, entry_id: int, evidence: Iterable[Evidence]) -> None:
        full = [(shown.label, address) for shown in evidence if (address := shown.address.strip())]
        rows = [(*shown, position) for position, shown in enumerate(full)]
        columns = ("label", "address", "position")
        replace_rows(self._database.connection(), "learning_evidence", {"entry_id": entry_id}, columns, rows)

    def _replace_directions(self, entry_id: int, directions: Iterable[int]) -> None:
        rows = [(direction_id,) for direction_id in dict.fromkeys(directions)]
        owner = {"entry_id": entry_id}
        replace_rows(self._database.connection(), "learning_direction", owner, ("direction_id",), rows)


def _search_text(entry: LearningEntry) -> str:
    return fold(" ".join(getattr(entry, name) for name in _SEARCHED))
