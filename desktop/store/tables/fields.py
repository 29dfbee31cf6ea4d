"""The fields of tables that hold days, moments, codes and small lists of `core`."""

import json
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import asdict
from peewee import TextField

from desktop.store.file.rows import code, day, day_text, moment, moment_text


class DayField(TextField):  # type: ignore[misc]
    """A calendar day, or null."""

    def db_value(self, value: date | None) -> str | None:
        return day_text(value)

    def python_value(self, value: str | None) -> date | None:
        return day(value)


class MomentField(TextField):  # type: ignore[misc]
    """A moment in UTC, or null; naive times are refused."""

    def db_value(self, value: datetime | None) -> str | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return moment_text(value) if value is not None else None

    def python_value(self, value: str | None) -> datetime | None:
        return moment(value)


class CodeField(TextField):  # type: ignore[misc]
    """A code of a `StrEnum`, or null."""

    def __init__(self, codes: type[StrEnum], **options: object) -> None:
        self.codes = codes
        super().__init__(**options)

    def db_value(self, value: StrEnum | None) -> str | None:
        return str(self.codes(value)) if value is not None else None

    def python_value(self, value: str | None) -> StrEnum | None:
        return code(self.codes, value)


class ListField(TextField):  # type: ignore[misc]
    """A tuple of texts, or of frozen values made by `make` from what `asdict` gave, as a JSON list."""

    def __init__(self, make: Callable[..., object] | None = None, **options: object) -> None:
        self.make = make
        super().__init__(default=(), **options)

    def db_value(self, value: tuple[object, ...]) -> str:
        plain = [asdict(item) if isinstance(item, Struct) else item for item in value]
        return json.dumps(plain, ensure_ascii=False)

    def python_value(self, value: str) -> tuple[object, ...]:
        items = json.loads(value)
        return tuple(self.make(**item) for item in items) if self.make else tuple(items)
