"""The user's own templates of letters."""

from collections.abc import Callable
from datetime import datetime
from typing import Unpack

from desktop.core.letters.letter import Template, TemplateChanges
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import OwnLetterRow
from desktop.store.tables.rows import check_names, field_names

_OWN_PREFIX = "own."  # keys of the user's own letters begin so
_CHANGEABLE = field_names(Template, without=("key", "own"))


class OwnLetters:
    """What the user wrote beside the shipped letters; those are never touched."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._peewee = database.peewee
        self._clock = clock

    def all(self) -> list[Template]:
        """Every own letter in the order it was written."""
        rows = OwnLetterRow.select().where(OwnLetterRow.deleted_at.is_null()).order_by(OwnLetterRow.id)
        return [
            Template(key=f"{_OWN_PREFIX}{row.id}", own=True, **{name: getattr(row, name) for name in _CHANGEABLE})
            for row in rows.execute(self._peewee)
        ]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, letter: Template) -> str:
        """Store a letter of the user's and return its key; the key it came with does not matter."""
        columns = {name: getattr(letter, name) for name in _CHANGEABLE}
        number = OwnLetterRow.insert(created_at=self._clock(), **columns).execute(self._peewee)
        return f"{_OWN_PREFIX}{number}"

    def update(self, key: str, **changes: Unpack[TemplateChanges]) -> None:
        """Change fields of `Template`.

        Raises:
            TypeError: for something that is no field, or cannot be changed.
        """
        check_names(changes, _CHANGEABLE, "a letter")
        OwnLetterRow.update(changes).where(OwnLetterRow.id == _number(key)).execute(self._peewee)

    def delete(self, key: str) -> None:
        """Mark a letter as deleted."""
        OwnLetterRow.mark(self._peewee, _number(key), self._clock())

    def restore(self, key: str) -> None:
        """Bring a deleted letter back."""
        OwnLetterRow.mark(self._peewee, _number(key), None)


def _number(key: str) -> int:
    return int(key.removeprefix(_OWN_PREFIX))
