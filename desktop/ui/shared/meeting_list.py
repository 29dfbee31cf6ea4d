"""How the Prepare tab writes days and times: short, with the weekday, by the user's locale."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.core.meeting import Meeting, MeetingLine
from desktop.core.zones import clock_at
from desktop.ui import words
from desktop.ui.shared import days


def when_and_how(meeting: Meeting | MeetingLine, today: date) -> str:
    """The second line of a meeting in a list: "Thu, 26 Nov, 10:00 · By phone"."""
    if meeting.starts_at is None:
        return QCoreApplication.translate("When", "No time yet · {0}").format(words.way(meeting.way))
    starts_at = clock_at(meeting.starts_at, meeting.zone)
    starts = days.short_moment(starts_at, year=starts_at.year != today.year)
    return QCoreApplication.translate("When", "{0} · {1}").format(starts, words.way(meeting.way))
