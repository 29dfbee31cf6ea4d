"""Days, times and codes of Today as the user's locale and language write them."""

from datetime import date, datetime

from msgspec import Struct
from PySide6.QtCore import QLocale

from desktop.core.meeting_line import Way
from desktop.ui import words
from desktop.ui.shared import days


class WordsOfLocale(Struct, frozen=True):
    """What `work.today_words` asks for."""

    locale: QLocale

    def long_day(self, value: date) -> str:
        """A day with its weekday, as the locale writes it."""
        return days.written_out(value, locale=self.locale)

    def clock(self, value: datetime) -> str:
        """A time of day, as the locale writes it."""
        return days.clock(value, self.locale)

    def way(self, code: Way) -> str:
        """How the two talk."""
        return words.way(code)

    def comfort(self, level: int | None) -> str:
        """How daunting a contact is."""
        return words.comfort(level)
