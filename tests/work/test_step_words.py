"""How long a day lies back, in words."""

from datetime import date, timedelta

from desktop.cli.wording import TodayInWords
from desktop.work.step_words import ago

TODAY = date(2026, 11, 24)


def test_days_ago_are_said_in_words_and_far_ones_by_their_day() -> None:
    said = [ago(TODAY - timedelta(days=days), TODAY, TodayInWords()) for days in (0, 1, 2, 30, 31)]
    assert said == ["today", "yesterday", "2 days ago", "30 days ago", "Saturday 24 October 2026"]
