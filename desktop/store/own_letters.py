"""The user's own templates of letters."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from desktop.core.letters.letter import Template
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import OwnLetterRow

OWN = "own."  # keys of the user's own letters begin so
_COLUMNS = ("name", "kind", "situation", "tone", "language", "subject", "body", "forward")


class OwnLetters:
    """What the user wrote beside the shipped letters; those are never touched."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> list[Template]:
        """Every own letter in the order it was written."""
        rows = OwnLetterRow.select().where(OwnLetterRow.deleted_at.is_null()).order_by(OwnLetterRow.id)
        return [
            Template(key=f"{OWN}{row.id}", own=True, **{name: getattr(row, name) for name in _COLUMNS}) for row in rows
        ]

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def add(self, letter: Template) -> str:
        """Store a letter of the user's and return its key; the key it came with does not matter."""
        fields = {name: getattr(letter, name) for name in _COLUMNS}
        return f"{OWN}{OwnLetterRow.insert(created_at=self._clock(), **fields).execute()}"

    def update(self, key: str, **fields: Any) -> None:
        """Change fields of `Template`.

        Raises:
            TypeError: for something that is no field, or cannot be changed.
        """
        unknown = set(fields) - set(_COLUMNS)
        if unknown:
            raise TypeError(f"a letter has no {', '.join(sorted(unknown))} to change")
        OwnLetterRow.update(fields).where(OwnLetterRow.id == _number(key)).execute()

    def delete(self, key: str) -> None:
        """Mark a letter as deleted."""
        OwnLetterRow.update(deleted_at=self._clock()).where(OwnLetterRow.id == _number(key)).execute()

    def restore(self, key: str) -> None:
        """Bring a deleted letter back."""
        OwnLetterRow.update(deleted_at=None).where(OwnLetterRow.id == _number(key)).execute()


def _number(key: str) -> int:
    return int(key.removeprefix(OWN))
