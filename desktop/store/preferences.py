"""The profile and the settings in the store, each field one line of text under its name.

Hand-written SQL, read at every start: importing peewee and the tables for it would take 65 ms.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, Unpack

import apsw
from msgspec import Struct

from desktop.core.profile import Profile, ProfileChanges
from desktop.core.settings import Paper, Settings, SettingsChanges, ThemeChoice
from desktop.store.file.database import StoreDatabase
from desktop.store.file.rows import read

_DEFAULTS = Settings()
_CODES: dict[str, type[StrEnum]] = {"paper": Paper, "theme": ThemeChoice}
_NUMBERS_OR_NONE = frozenset({"week_start", "try_another_after", "weekly_cold_messages", "weekly_meetings"})
_NUDGE_RULE = frozenset(
    {"nudge_business_days", "nudge_maximum", "try_another_after", "holidays_country", "holidays_subdivision"}
)


class Preferences:
    """Who the user is, and what they chose."""

    def __init__(self, database: StoreDatabase, rule_changed: Callable[[], object]) -> None:
        """`rule_changed` is called in the action that changes the nudge rule."""
        self._database = database
        self._rule_changed = rule_changed

    def profile(self) -> Profile:
        """The profile; fields never filled are empty."""
        return read_profile(self._database.connection())

    def update_profile(self, **changes: Unpack[ProfileChanges]) -> None:
        """Change fields of `Profile` (inside `store.action`)."""
        _check_names(Profile, changes)
        for name, value in changes.items():
            _write(self._database.connection(), f"profile.{name}", str(value))

    def settings(self) -> Settings:
        """The settings; what was never chosen has its default. A value this version does not know is its default."""
        return read_settings(self._database.connection())

    def update_settings(self, **changes: Unpack[SettingsChanges]) -> None:
        """Change fields of `Settings` (inside `store.action`); `None` goes back to the system's."""
        _check_names(Settings, changes)
        for name, value in changes.items():
            _write(self._database.connection(), f"setting.{name}", _to_text(value))
        if not _NUDGE_RULE.isdisjoint(changes):
            self._rule_changed()


def read_settings(connection: apsw.Connection) -> Settings:
    """The settings as they are in the open store."""
    stored = _read(connection, "setting.")
    values: dict[str, Any] = {}
    for name in Settings.__struct_fields__:
        if name in stored:
            try:
                values[name] = _from_text(name, stored[name], getattr(_DEFAULTS, name))
            except ValueError:
                continue
    return Settings(**values)


def read_profile(connection: apsw.Connection) -> Profile:
    """The profile as it is in the open store."""
    stored = _read(connection, "profile.")
    return Profile(**{name: stored[name] for name in Profile.__struct_fields__ if name in stored})


def _read(connection: apsw.Connection, beginning: str) -> dict[str, str]:
    rows = read(connection, "select key, value from setting")
    return {key.removeprefix(beginning): value for key, value in rows if key.startswith(beginning)}


def _write(connection: apsw.Connection, key: str, value: str) -> None:
    connection.execute(
        "insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        (key, value),
    )


def _check_names(kind: type[Struct], changed: Iterable[str]) -> None:
    unknown = set(changed) - set(kind.__struct_fields__)
    if unknown:
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")


def _to_text(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


def _from_text(name: str, text: str, default: object) -> object:
    if name in _CODES:
        return _CODES[name](text) if text else default
    if isinstance(default, bool):
        return text == "1"
    if isinstance(default, int) or name in _NUMBERS_OR_NONE:
        return int(text) if text else default
    return text
