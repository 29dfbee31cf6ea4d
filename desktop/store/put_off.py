"""Steps of Today that were put off until a day, or left out for good, by their keys.

Hand-written SQL, read at every start: importing peewee and the tables for it would take 65 ms.
"""

from datetime import date

from desktop.store.file.database import StoreDatabase
from desktop.store.file.rows import day, day_text, read


class PutOff:
    """What the user does not want to be shown now."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def all(self) -> list[tuple[str, date | None]]:
        """Every step that was put off, with the day it comes up again; `None`: not at all."""
        rows = read(self._database.connection(), "select key, until from put_off order by key")
        return [(key, day(until)) for key, until in rows]

    def add(self, key: str, today: date, until: date | None = None) -> None:
        """Put a step off (inside `store.action`) until a day, or without one for good; what has come up again goes.

        Raises:
            ValueError: for a step without a key, or a day that is not after today.
        """
        if not key or (until is not None and until <= today):
            raise ValueError(f"cannot put off {key!r} until {until}")
        connection = self._database.connection()
        connection.execute("delete from put_off where until <= ?", (today.isoformat(),))
        connection.execute(
            "insert into put_off (key, until) values (?, ?) on conflict (key) do update set until = excluded.until",
            (key, day_text(until)),
        )

    def remove(self, key: str) -> None:
        """Let a step come up again (inside `store.action`)."""
        self._database.connection().execute("delete from put_off where key = ?", (key,))
