"""peewee's way to the file: on the connections the store has, none of its own.

The tables know no database. Each query is given that of its store when it is executed, as in
`Row.select().execute(database.peewee)`: several stores can be open, and any thread may ask any of them. Binding the
models instead would be a state that all threads share: `Model.bind` sets it, and `bind_ctx` sets and resets it. A query
that was given no database is refused by peewee when it runs, and by a test before.
"""

from collections.abc import Callable

import apsw
from playhouse.apsw_ext import APSWDatabase


class PeeweeDatabase(APSWDatabase):  # type: ignore[misc]  # playhouse ships no types
    """Queries made with peewee run on the connection that the store has for the thread, inside its transactions."""

    def __init__(self, connection: Callable[[], apsw.Connection]) -> None:
        self._made = False  # peewee asks while it makes it
        super().__init__("the store's connection", pragmas=())
        self._connection = connection
        self._made = True

    def connection(self) -> apsw.Connection:
        """This thread's connection."""
        return self._connection()

    def cursor(self, named_cursor: object = None) -> apsw.Cursor:
        """A cursor of this thread's connection."""
        return self.connection().cursor()

    def is_closed(self) -> bool:
        """Never, once it is made: the store opens and closes."""
        return not self._made

    def close(self) -> bool:
        """Nothing: the store closes."""
        return False
