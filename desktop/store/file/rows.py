"""How values of `core` are stored in rows of the file, and back: days and moments as ISO text, codes as text.

The one place that knows; the fields of `tables` and the modules with hand-written SQL both call it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

import apsw

from desktop.core.bounds import FIRST_DAY, FIRST_MOMENT, Bounds, nearest_day, nearest_moment

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
    """The day that stands there, if one does: one out of bounds is the nearest inside, what is no day is none."""
    try:
        return nearest_day(date.fromisoformat(text)) if text else None
    except (ValueError, TypeError):
        return None


def known_day(text: str) -> date:
    """The day that stands in a column that has one in every row; the first of all where it holds something else."""
    return day(text) or FIRST_DAY


def moment_text(value: datetime) -> str:
    """A moment as text: UTC to the second, so that text order is time order."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: str | None) -> datetime | None:
    """The moment that stands there, in UTC, if one does: one out of bounds is the nearest inside, what is none none."""
    try:
        found = datetime.fromisoformat(text) if text else None
    except (ValueError, TypeError):
        return None
    if found is None:
        return None
    return nearest_moment(found if found.tzinfo is not None else found.replace(tzinfo=UTC))


def known_moment(text: str) -> datetime:
    """The moment that stands in a column that has one in every row; the first of all where it holds something else."""
    return moment(text) or FIRST_MOMENT


def whole_number(value: object, bounds: Bounds) -> int:
    """The whole number that stands there: one out of bounds is the nearest inside, what is no number the least."""
    if isinstance(value, int):
        return bounds.nearest(value)
    try:
        return bounds.nearest(int(value))  # type: ignore[call-overload]
    except (ValueError, TypeError, OverflowError):
        return bounds.least


def whole_number_or_none(value: object, bounds: Bounds) -> int | None:
    """The same of a column that may be empty."""
    return whole_number(value, bounds) if value is not None else None


def code(codes: type[Code], text: str | None) -> Code | None:
    """The code stored there, if any."""
    return codes(text) if text else None
