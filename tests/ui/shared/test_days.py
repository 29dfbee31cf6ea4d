"""Days follow the order of the locale, in one short form and one written out."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from desktop.ui.shared import days
from desktop.ui.shared.days import LocaleDates

DAY = date(2026, 11, 26)
MOMENT = datetime(2026, 11, 26, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "short", "without_year"),
    [
        ("C", "Thu, 26 Nov 2026", "Thu, 26 Nov"),
        ("en_US", "Thu, Nov 26, 2026", "Thu, Nov 26"),
        ("en_GB", "Thu, 26 Nov 2026", "Thu, 26 Nov"),
        ("de", "Do., 26. Nov. 2026", "Do., 26. Nov."),
        ("fr", "jeu. 26 nov. 2026", "jeu. 26 nov."),
        ("es", "jue, 26 de nov de 2026", "jue, 26 de nov"),
        ("ja", "2026年11月26日木", "11月26日木"),
        ("ru", "чт, 26 нояб. 2026\u202fг.", "чт, 26 нояб."),
        ("hu", "2026. nov. 26., Cs", "nov. 26., Cs"),
    ],
)
def test_a_day_in_a_list_is_short_in_the_order_of_the_locale(name: str, short: str, without_year: str) -> None:
    locale = QLocale(name)
    assert days.short(DAY, locale=locale) == short
    assert days.short(DAY, year=False, locale=locale) == without_year


@pytest.mark.parametrize("name", ["C", "en_US", "de", "es", "ja", "ko", "hu", "lv", "eu", "ar"])
def test_a_day_in_a_sentence_is_the_long_form_of_the_locale(name: str) -> None:
    locale = QLocale(name)
    assert days.written_out(DAY, locale=locale) == locale.toString(DAY, QLocale.FormatType.LongFormat)
    assert locale.toString(2026) not in days.written_out(DAY, year=False, locale=locale)


def test_no_day_is_a_dash() -> None:
    assert days.short(None) == "–"


def test_a_moment_is_its_day_and_the_clock_of_its_zone() -> None:
    assert days.short_moment(MOMENT) == "Thu, 26 Nov 2026, 10:05"
    assert days.written_moment(MOMENT, year=False) == "Thursday, 26 November, 10:05"
    assert days.clock(MOMENT, QLocale("en_US")).replace("\u202f", " ") == "10:05 AM"


@pytest.mark.parametrize(
    ("name", "letter", "read_on"),
    [
        ("en_GB", "26 November 2026", "26 Nov 2026"),
        ("en_US", "November 26, 2026", "Nov 26, 2026"),
        ("ja", "2026年11月26日", "2026年11月26日"),
        ("hu", "2026. november 26.", "2026. nov. 26."),
        ("es", "26 de noviembre de 2026", "26 de nov de 2026"),
    ],
)
def test_a_letter_goes_without_the_weekday(name: str, letter: str, read_on: str) -> None:
    dates = LocaleDates(QLocale(name), weekday=False)
    assert dates.day(DAY) == letter
    assert dates.short_day(DAY) == read_on
    assert LocaleDates(QLocale(name)).day(DAY) == days.written_out(DAY, locale=QLocale(name))
