"""Days, times and codes as commands write them, in the words of the catalogue."""

from datetime import date, datetime

from desktop.core.meeting_line import Way
from desktop.core.plain_dates import PlainDates
from desktop.texts.catalogue import sentence

_WAYS = {
    Way.FACE_TO_FACE: "today.face_to_face",
    Way.PHONE: "today.by_phone",
    Way.VIDEO: "today.by_video",
}
_COMFORTS = {1: "today.easy", 2: "today.fairly_easy", 3: "today.takes_courage", 4: "today.hard", 5: "today.daunting"}


class PaperDates(PlainDates):
    """The day a letter was written on, without its weekday."""

    def day(self, value: date) -> str:
        """*26 November 2026*"""
        return self.day_of_letter(value)


class LetterDatesInWords(PlainDates):
    """What `work.letter_material` asks for."""

    def day(self, value: date, year: bool = True) -> str:
        """A day with its weekday: "Thu 26 Nov 2026", or without the year."""
        return self.short_weekday(value, year)

    def moment(self, value: datetime) -> str:
        """A day and a time by the clock of this computer: "Thu 26 Nov 2026, 10:00"."""
        local = value.astimezone()
        return f"{self.day(local.date())}, {self.clock(local)}"


class TodayInWords(PlainDates):
    """What `work.today_words` asks for."""

    def long_day(self, value: date) -> str:
        """A day with its weekday, written out: "Thursday 26 November 2026"."""
        return self.day(value)

    def way(self, code: Way) -> str:
        """How the two talk: "By phone"."""
        return sentence(_WAYS[code])

    def comfort(self, level: int | None) -> str:
        """How daunting a contact is, from 1 "Easy" to 5 "Daunting", empty for nothing said."""
        return sentence(_COMFORTS[level]) if level in _COMFORTS else ""
