"""Times that were spent, days and months, as people say them."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from desktop.ui.learning import wording

BRITISH = QLocale("en_GB")


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 min"), (5, "5 min"), (60, "1 h"), (95, "1 h 35 min"), (60_000, "1,000 h"), (61_000, "1,016 h 40 min")],
)
def test_minutes_are_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert wording.duration(minutes, BRITISH) == said


def test_numbers_follow_the_locale() -> None:
    assert wording.duration(60_000, QLocale("de_DE")) == "1.000 h"


def test_the_month_of_a_day_is_named_so_that_nobody_mistakes_it() -> None:
    assert wording.month(date(2026, 3, 1), BRITISH) == "March 2026"
