"""Days and times as people type them, read leniently by the user's locale, and shown back in its own form."""

import re
from datetime import MAXYEAR, MINYEAR, date, time

from PySide6.QtCore import QDate, QLocale, QTime

from desktop.core.bounds import is_day_inside

_NUMBERS = ("yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d M yyyy")
_LEAP = 9  # years from one 29 February to the next at most
_WORDS = ("d MMM", "d MMMM", "MMM d", "MMMM d")
_TIME = re.compile(r"^\s*(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?m?\.?\s*$", re.IGNORECASE)


def shown_day(day: date | None, locale: QLocale) -> str:
    """The day in the locale's short form, always with four digits of the year; empty for none."""
    if day is None:
        return ""
    form = locale.dateFormat(QLocale.FormatType.ShortFormat)
    form = form if "yyyy" in form else form.replace("yy", "yyyy")
    return locale.toString(QDate(day.year, day.month, day.day), form)


def read_day(text: str, locale: QLocale, today: date) -> date | None:
    """The day a text names, or `None` if it names none within bounds. A day without a year is the next one to come."""
    found = _any_day(text, locale, today)
    return found if found is not None and is_day_inside(found) else None


def is_out_of_bounds(text: str, locale: QLocale, today: date) -> bool:
    """Whether a text names a day before the first or after the last that the program takes."""
    found = _any_day(text, locale, today)
    return found is not None and not is_day_inside(found)


def _any_day(text: str, locale: QLocale, today: date) -> date | None:
    text = " ".join(text.replace(",", " ").split())
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    own = (short, short.replace("yyyy", "yy"), short if "yyyy" in short else short.replace("yy", "yyyy"))
    long = locale.dateFormat(QLocale.FormatType.LongFormat).replace(",", "")
    for form in (*own, long, *_NUMBERS, *(f"{form} yyyy" for form in _WORDS)):
        found = _parsed(text, form, locale)
        if found is not None:
            return found
    for year in range(today.year, today.year + _LEAP):
        for form in _WORDS:
            found = _parsed(f"{text} {year}", f"{form} yyyy", locale)
            if found is not None and found >= today:
                return found
    return None


def is_no_day(text: str, locale: QLocale, today: date) -> bool:
    """Whether a text is written as a day that no calendar has, such as the 31st of February."""
    if read_day(text, locale, today) is not None:
        return False
    first_days = (
        f"{text[: number.start()]}{first}{text[number.end() :]}"
        for number in re.finditer(r"(?<!\d)\d{1,2}(?!\d)", text)
        for first in ("1", "01")
    )
    return any(read_day(each, locale, today) is not None for each in first_days)


def _parsed(text: str, form: str, locale: QLocale) -> date | None:
    for reader in (locale, QLocale.c()):
        found = reader.toDate(text, form)
        if found.isValid() and MINYEAR <= found.year() <= MAXYEAR:
            year = found.year() if found.year() >= 1970 or "yyyy" in form else found.year() + 100
            return date(year, found.month(), found.day())
    return None


def shown_time(moment: time | None, locale: QLocale) -> str:
    """The time in the locale's short form; empty for none."""
    if moment is None:
        return ""
    return locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def read_time(text: str) -> time | None:
    """The time a text names: `10`, `10:30`, `10.30`, `2 pm`; or `None`."""
    found = _TIME.match(text.replace("\u202f", " "))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
