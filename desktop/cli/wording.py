"""What commands say of letters and of Today, in plain English: sentences, days, times and codes."""

from collections.abc import Sequence
from datetime import date, datetime

from desktop.core.meeting_line import Way
from desktop.documents.layout import PlainDates

_DATES = PlainDates()
_WAYS = {Way.FACE_TO_FACE: "Face to face", Way.PHONE: "By phone", Way.VIDEO: "By video"}
_COMFORTS = {1: "Easy", 2: "Fairly easy", 3: "Takes some courage", 4: "Hard", 5: "Daunting"}

SUBJECT = "Subject: {subject}"
NEXT_STEPS = "Next steps"
NEXT_MEETING = "Next meeting"
MEETING = "   {name}: {said} (meeting {number})"
TO_BE_WRITTEN_UP = "To be written up"
NOTHING_WAITING = "Nothing is waiting for you. A good moment to think of someone new."


class LetterPaperDates(PlainDates):
    """The day a letter was written on, without its weekday."""

    def day(self, value: date) -> str:
        """*26 November 2026*"""
        return f"{value.day} {self.MONTHS[value.month - 1]} {value.year}"


def day(value: date, year: bool = True) -> str:
    """A day with its weekday: "Thu 26 Nov 2026", or without the year."""
    short = f"{_DATES.DAYS[value.weekday()][:3]} {_DATES.short_day(value)}"
    return short if year else short.rpartition(" ")[0]


def long_day(value: date) -> str:
    """A day with its weekday, written out: "Thursday 26 November 2026"."""
    return _DATES.day(value)


def moment(value: datetime) -> str:
    """A day and a time by the clock of this computer: "Thu 26 Nov 2026, 10:00"."""
    local = value.astimezone()
    return f"{day(local.date())}, {clock(local)}"


def clock(value: datetime) -> str:
    """The time of day a moment shows: "10:00"."""
    return _DATES.clock(value)


def way(code: Way) -> str:
    """How the two talk: "By phone"."""
    return _WAYS[code]


def comfort(level: int | None) -> str:
    """How daunting a contact is, from 1 "Easy" to 5 "Daunting", empty for nothing said."""
    return "" if level is None else _COMFORTS.get(level, "")


def not_a_letter_file(name: str, endings: Sequence[str]) -> str:
    """Why a letter is not written into a file of that name."""
    return f"A letter cannot be written as “{name}”. Nothing was written; end it in {' or '.join(endings)}."


def blanks_left(blanks: Sequence[str]) -> str:
    """How many blanks are left in a letter, and which."""
    named = ", ".join(dict.fromkeys(blanks))
    if len(blanks) == 1:
        return f"A blank is still in the text: {named}."
    return f"{len(blanks)} blanks are still in the text: {named}."
