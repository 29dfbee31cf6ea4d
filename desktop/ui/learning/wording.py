"""How the learning log says months, and times that were spent."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale


def _tr(text: str) -> str:
    return QCoreApplication.translate("Learning", text)


def duration(minutes: int, locale: QLocale) -> str:
    """Minutes as people say them: `1 h 35 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _tr("{minutes} min").format(minutes=locale.toString(rest))
    if not rest:
        return _tr("{hours} h").format(hours=locale.toString(hours))
    return _tr("{hours} h {minutes} min").format(hours=locale.toString(hours), minutes=locale.toString(rest))


def month(value: date, locale: QLocale) -> str:
    """A month with its year: `November 2026`."""
    name = locale.standaloneMonthName(value.month, QLocale.FormatType.LongFormat)
    return _tr("{month} {year}").format(month=name, year=value.year)
