"""The archive: everything the user owns in one file, to keep, to move to another computer, or to read elsewhere."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

Value = str | int | float | bytes | None
ArchiveRow = Mapping[str, Value]
ArchiveTable = tuple[str, Iterable[ArchiveRow]]


class ArchiveHead(Struct, frozen=True):
    """What an archive says of itself. `version` is that of its format, `schema` that of the tables it was made of.

    `last_ids` are the last ids given in each table, so that none is ever given again. Without `confidential`, answers
    in confidence and what was feared and happened are not in it.
    """

    schema: int
    store_id: str
    match_rules: int = 0
    version: int = 1
    program: str = ""
    written_at: str = ""
    confidential: bool = False
    last_ids: Mapping[str, int] = field(default_factory=dict)


class ArchiveCounts(Struct, frozen=True):
    """What was written or restored: how many rows of which table, and how many confidential texts stayed behind."""

    rows: Mapping[str, int]
    left_out: int = 0
