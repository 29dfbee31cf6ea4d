"""Days and times in the words of the catalogue, where no locale of the system writes them, as in commands."""

from datetime import date, datetime

from desktop.texts.catalogue import Language, in_use

_WEEKDAYS = (
    "dates.monday",
    "dates.tuesday",
    "dates.wednesday",
    "dates.thursday",
    "dates.friday",
    "dates.saturday",
    "dates.sunday",
)
_SHORT_WEEKDAYS = (
    "dates.monday_short",
    "dates.tuesday_short",
    "dates.wednesday_short",
    "dates.thursday_short",
    "dates.friday_short",
    "dates.saturday_short",
    "dates.sunday_short",
)
_MONTHS = (
    "dates.january",
    "dates.february",
    "dates.march",
    "dates.april",
    "dates.may",
    "dates.june",
    "dates.july",
    "dates.august",
    "dates.september",
    "dates.october",
    "dates.november",
    "dates.december",
)
_SHORT_MONTHS = (
    "dates.january_short",
    "dates.february_short",
    "dates.march_short",
    "dates.april_short",
    "dates.may_short",
    "dates.june_short",
    "dates.july_short",
    "dates.august_short",
    "dates.september_short",
    "dates.october_short",
    "dates.november_short",
    "dates.december_short",
)


class PlainDates:
    """Writes days and times in the language in use, or in the one given."""

    def __init__(self, language: Language | None = None) -> None:
        self._say = (language or in_use()).text

    def day(self, value: date) -> str:
        """*Thursday 26 November 2026*"""
        weekday, month = self._say(_WEEKDAYS[value.weekday()]), self._say(_MONTHS[value.month - 1])
        return self._say("dates.day", weekday=weekday, day=value.day, month=month, year=value.year)

    def day_of_letter(self, value: date) -> str:
        """*26 November 2026*"""
        month = self._say(_MONTHS[value.month - 1])
        return self._say("dates.day_of_letter", day=value.day, month=month, year=value.year)

    def short_day(self, value: date) -> str:
        """*26 Nov 2026*"""
        month = self._say(_SHORT_MONTHS[value.month - 1])
        return self._say("dates.short_day", day=value.day, month=month, year=value.year)

    def short_weekday(self, value: date, year: bool = True) -> str:
        """*Thu 26 Nov 2026*, or without the year."""
        weekday, month = self._say(_SHORT_WEEKDAYS[value.weekday()]), self._say(_SHORT_MONTHS[value.month - 1])
        if not year:
            return self._say("dates.this_year", weekday=weekday, day=value.day, month=month)
        return self._say("dates.with_weekday", weekday=weekday, day=value.day, month=month, year=value.year)

    def clock(self, value: datetime) -> str:
        """*10:00*"""
        return f"{value:%H:%M}"
