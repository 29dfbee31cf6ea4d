"""What the columns of tables held that were imported before, so that nobody is asked twice about the same headings."""

from desktop.store.file.database import StoreDatabase


class TableMappings:
    """Mappings as text (`formats.table_mapping.mapping_text`), by the headings of their table."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def find(self, headings: str) -> str:
        """The mapping remembered for these headings, empty if there is none."""
        found = self._database.connection().execute("select mapping from table_mapping where headings = ?", (headings,))
        row = found.fetchone()
        return str(row[0]) if row else ""

    def remember(self, headings: str, mapping: str) -> None:
        """Keep a mapping (inside `store.action`); a table without headings is not remembered."""
        if headings:
            self._database.connection().execute(
                "insert into table_mapping (headings, mapping) values (?, ?) "
                "on conflict (headings) do update set mapping = excluded.mapping",
                (headings, mapping),
            )
