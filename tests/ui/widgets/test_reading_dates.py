"""Days as people type them, and days that no calendar has."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from desktop.ui.widgets.reading_dates import is_no_day, read_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("language", ["en_US", "de_DE", "C"])
@pytest.mark.parametrize("text", ["31 02 2026", "31.02.2026", "2026-02-31", "30 Feb", "31 April 2027", "32.1.2027"])
def test_a_day_that_no_calendar_has_is_told_from_one_that_is_not_understood(language: str, text: str) -> None:
    assert is_no_day(text, QLocale(language), TODAY)


@pytest.mark.parametrize("text", ["yes on friday", "10", "", "28 02 2027", "28.02.2027", "half past 9"])
def test_other_words_and_days_that_are_there_are_not_called_missing(text: str) -> None:
    assert not is_no_day(text, QLocale("de_DE"), TODAY)


def test_a_day_in_numbers_may_stand_between_spaces() -> None:
    assert read_day("28 02 2027", QLocale("de_DE"), TODAY) == date(2027, 2, 28)


def test_a_day_without_a_year_is_the_next_there_is() -> None:
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    assert read_day("29 Feb", locale, date(2024, 3, 1)) == date(2028, 2, 29)
    assert read_day("3 Jan", locale, date(2026, 11, 23)) == date(2027, 1, 3)
    assert read_day("24 Nov", locale, date(2026, 11, 23)) == date(2026, 11, 24)
