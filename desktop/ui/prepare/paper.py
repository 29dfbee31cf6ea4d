"""What a printed brief takes from the window: its paper, and days and times by the locale."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from desktop.core.settings import Settings
from desktop.documents.layout import Layout
from desktop.ui.settings import effective_paper


@dataclass(frozen=True, slots=True)
class LocaleDates:
    """Writes days and times as the user's system does."""

    locale: QLocale

    def day(self, value: date) -> str:
        """A whole day with its weekday."""
        return self.locale.toString(QDate(value.year, value.month, value.day), QLocale.FormatType.LongFormat)

    def short_day(self, value: date) -> str:
        """A day in few letters, its month by name so that nobody mistakes it for the day."""
        return self.locale.toString(QDate(value.year, value.month, value.day), "d MMM yyyy")

    def clock(self, value: datetime) -> str:
        """A time of day."""
        return self.locale.toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)


def brief_layout(settings: Settings, locale: QLocale) -> Layout:
    """How a brief is laid out for this user."""
    return Layout(effective_paper(settings, locale), settings.large_print, dates=LocaleDates(locale))
