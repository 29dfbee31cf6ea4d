"""What the columns of tables held that were imported before, so that nobody is asked twice about the same headings."""

from desktop.store.file.database import StoreDatabase
from desktop.store.tables import TableMappingRow


class TableMappings:
    """Mappings as text (`formats.table_mapping.mapping_text`), by the headings of their table."""

    def __init__(self, database: StoreDatabase) -> None:
        self._peewee = database.peewee

    def find(self, headings: str) -> str:
        """The mapping remembered for these headings, empty if there is none."""
        row = TableMappingRow.select().where(TableMappingRow.headings == headings).first(self._peewee)
        return str(row.mapping) if row else ""

    def remember(self, headings: str, mapping: str) -> None:
        """Keep a mapping (inside `store.action`); a table without headings is not remembered."""
        if headings:
            TableMappingRow.insert(headings=headings, mapping=mapping).on_conflict(
                conflict_target=[TableMappingRow.headings], update={TableMappingRow.mapping: mapping}
            ).execute(self._peewee)
