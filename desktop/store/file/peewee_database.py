"""peewee's way to the file: on the connections the store has, none of its own."""

from collections.abc import Callable
from typing import Any

import apsw
from playhouse.apsw_ext import APSWDatabase

from desktop.store.file import database
from desktop.store.file.database import StoreDatabase


class PeeweeDatabase(APSWDatabase):  # type: ignore[misc]  # playhouse ships no types
    """Queries made with peewee run on the connection that `store` has for the thread, inside its transactions."""

    def __init__(self, store: Callable[[], StoreDatabase]) -> None:
        self._made = False  # peewee asks while it makes it
        super().__init__("the store's connection", pragmas=())
        self._store = store
        self._made = True

    def connection(self) -> apsw.Connection:
        """This thread's connection."""
        return self._store().connection()

    def cursor(self, named_cursor: Any = None) -> apsw.Cursor:
        """A cursor of this thread's connection."""
        return self.connection().cursor()

    def is_closed(self) -> bool:
        """Never, once it is made: the store opens and closes."""
        return not self._made

    def close(self) -> bool:
        """Nothing: the store closes."""
        return False


def _open_store() -> StoreDatabase:
    if database.opened is None:
        raise RuntimeError("no store is open")
    return database.opened


# What the tables speak to.
open_database = PeeweeDatabase(_open_store)
