"""What the Today tab says of days and times."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QLocale

from desktop.core.meeting_line import MeetingLine, MeetingState, Way
from desktop.ui.today.wording import WordsOfLocale
from desktop.work.today_words import when

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def test_days_near_today_are_said_in_words() -> None:
    line_at = {
        hours: when(_line(NOW + timedelta(hours=hours)), NOW, WordsOfLocale(QLocale("en_GB")))
        for hours in (1, 24, -24, 72)
    }
    assert line_at == {
        1: "Today, 16:00",
        24: "Tomorrow, 15:00",
        -24: "Yesterday, 15:00",
        72: "Friday, 27 November 2026, 15:00",
    }


def _line(starts_at: datetime) -> MeetingLine:
    return MeetingLine(1, 1, "Ann", "", MeetingState.PLANNED, starts_at, "", Way.PHONE, 20, "", 0, 0)
