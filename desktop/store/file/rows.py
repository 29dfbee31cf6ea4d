"""How values of `core` are stored in rows of the file, and back: days and moments as ISO text, codes as text.

The one place that knows; the fields of `tables` and the modules with hand-written SQL both call it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

import apsw

Code = TypeVar("Code", bound=StrEnum)

Row = tuple[Any, ...]  # SQLite knows no types of its columns: whoever reads a row gives them

# One JSON text for many ids or keys: SQLite plans a query anew for each number of `?`. As quick for one as `= ?`.
AMONG = "in (select value from json_each(?))"


def listed(values: Iterable[int | str]) -> str:
    """The values as `AMONG` takes them."""
    return json.dumps(list(values))


def read(
    connection: apsw.Connection, sql: str, values: Sequence[str | int | None] | Mapping[str, str | int | None] = ()
) -> list[Row]:
    """All rows of a query."""
    return connection.execute(sql, values).fetchall()


def day_text(value: date | None) -> str | None:
    """A calendar day as `2026-11-26`."""
    return value.isoformat() if value is not None else None


def day(text: str | None) -> date | None:
    """The day stored there, if any."""
    return date.fromisoformat(text) if text else None


def moment_text(value: datetime) -> str:
    """A moment as text: UTC to the second, so that text order is time order."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: str | None) -> datetime | None:
    """The moment stored there, in UTC, if any."""
    return datetime.fromisoformat(text) if text else None


def code(codes: type[Code], text: str | None) -> Code | None:
    """The code stored there, if any."""
    return codes(text) if text else None
