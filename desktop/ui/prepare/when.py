"""How the Prepare tab writes days and times: short, with the weekday, by the user's locale."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingLine
from desktop.core.zones import clock_at
from desktop.ui import words


def short_day(value: date, today: date | None = None) -> str:
    """A day in few letters, "Thu 26 Nov"; with its year where that is not this one."""
    form = QCoreApplication.translate("When", "ddd d MMM")
    if today is not None and value.year != today.year:
        form = QCoreApplication.translate("When", "ddd d MMM yyyy")
    return QLocale().toString(QDate(value.year, value.month, value.day), form)


def clock(value: datetime) -> str:
    """A time of day."""
    return QLocale().toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)


def day_and_clock(value: datetime, today: date | None = None) -> str:
    """A naive time on the clock, or a moment in its own zone: "Thu 26 Nov, 10:00"."""
    return QCoreApplication.translate("When", "{0}, {1}").format(short_day(value.date(), today), clock(value))


def when_and_how(meeting: Meeting | MeetingLine, today: date) -> str:
    """The second line of a meeting in a list: "Thu 26 Nov, 10:00 · By phone"."""
    if meeting.starts_at is None:
        return QCoreApplication.translate("When", "No time yet · {0}").format(words.way(meeting.way))
    starts = day_and_clock(clock_at(meeting.starts_at, meeting.zone), today)
    return QCoreApplication.translate("When", "{0} · {1}").format(starts, words.way(meeting.way))
