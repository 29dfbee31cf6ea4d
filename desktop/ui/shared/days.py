"""How days and times read on screen and on paper: one short form for lists, one written out for sentences.

Both follow the order of the locale, with the month by name, so that nobody takes it for the day.
"""

import re
from datetime import date, datetime
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QDate, QLocale, QTime

from desktop.ui.texts import Texts

_PARTS = re.compile(r"d+|M+|y+|(?:'[^']*'|[^dMy'])+")  # fields and what is between them: "dddd", ", ", "d"


class DaysTexts(Texts):
    """The texts of `days`."""


def short(value: date | None, year: bool = True, locale: QLocale | None = None) -> str:
    """A day in a list: "Thu, 26 Nov 2026"; a dash for none."""
    return _formed(value, locale or QLocale(), weekday=True, year=year, names="short") if value else "–"


def written_out(value: date, year: bool = True, locale: QLocale | None = None) -> str:
    """A day in a sentence: "Thursday, 26 November 2026"."""
    return _formed(value, locale or QLocale(), weekday=True, year=year, names="long")


def clock(value: datetime, locale: QLocale | None = None) -> str:
    """A time of day as the clock shows it there: "10:00"."""
    return (locale or QLocale()).toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)


def short_moment(value: datetime, year: bool = True) -> str:
    """A day and a time in a list, in the zone of the value: "Thu, 26 Nov 2026, 10:00"."""
    return _with_clock(short(value.date(), year), value)


def written_moment(value: datetime, year: bool = True) -> str:
    """A day and a time in a sentence, in the zone of the value: "Thursday, 26 November 2026, 10:00"."""
    return _with_clock(written_out(value.date(), year), value)


class LocaleDates(Struct, frozen=True):
    """Days and times on paper, as the user's system writes them; a letter's own day goes without its weekday."""

    locale: QLocale
    weekday: bool = True

    def day(self, value: date) -> str:
        """A day written out."""
        return _formed(value, self.locale, self.weekday, year=True, names="long")

    def short_day(self, value: date) -> str:
        """A day in few characters."""
        return _formed(value, self.locale, weekday=False, year=True, names="short")

    def clock(self, value: datetime) -> str:
        """A time of day."""
        return clock(value, self.locale)


class LetterDays:
    """Days and times in a letter, in the short form and by the clock of this computer."""

    def day(self, value: date, year: bool) -> str:
        """A day with its weekday."""
        return short(value, year)

    def moment(self, value: datetime) -> str:
        """A day and a time."""
        return short_moment(value.astimezone())

    def clock(self, value: datetime) -> str:
        """The time of day a moment shows."""
        return clock(value)


def _with_clock(day: str, value: datetime) -> str:
    return DaysTexts.tr("{0}, {1}").format(day, clock(value))


def _formed(value: date, locale: QLocale, weekday: bool, year: bool, names: str) -> str:
    form = _form(locale.dateFormat(QLocale.FormatType.LongFormat), weekday, year, names == "short")
    return locale.toString(QDate(value.year, value.month, value.day), form)


@lru_cache(maxsize=64)
def _form(long: str, weekday: bool, year: bool, short_names: bool) -> str:
    """The locale's long form, without what is not wanted: Qt knows no form between it and bare numbers."""
    parts = _PARTS.findall(long)
    if not weekday:
        parts = _without(parts, "dddd")
    if not year:
        parts = _without(parts, "y")
    form = "".join(parts)
    return form.replace("dddd", "ddd").replace("MMMM", "MMM") if short_names else form


def _without(parts: list[str], field: str) -> list[str]:
    """The parts without a field, and without what is between it and its neighbour."""
    at = next((index for index, part in enumerate(parts) if part.startswith(field)), None)
    if at is None:
        return parts
    before, after = parts[:at], parts[at + 1 :]
    if any(part[0] in "dMy" for part in after):
        return before + (after if after[0][0] in "dMy" else after[1:])
    if before and before[-1][0] not in "dMy":  # it is the last field: what belongs to the one before it stays
        kept = re.match(r"[^\s,،]*", before[-1])
        before[-1] = kept[0] if kept else ""
    return before
