"""The public holidays and weekends of countries."""

from datetime import date

from desktop.core.today.public_holidays import business_days, countries, holidays_of, subdivisions, weekend_of

FRIDAY = date(2026, 4, 3)


def test_holidays_are_not_counted_where_they_are_kept() -> None:
    easter_monday, tuesday = date(2026, 4, 6), date(2026, 4, 7)
    assert business_days("DE").after(FRIDAY, 1) == tuesday
    assert business_days("US").after(FRIDAY, 1) == easter_monday
    assert business_days().after(FRIDAY, 1) == easter_monday


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    epiphany = date(2026, 1, 6)
    assert business_days("DE", "BY").is_rest(epiphany)
    assert not business_days("DE", "BE").is_rest(epiphany)


def test_the_weekend_is_that_of_the_country_unless_the_user_chose() -> None:
    assert weekend_of("DE") == {6, 7}
    assert weekend_of("EG") == {5, 6}
    assert business_days("EG").is_rest(date(2026, 5, 8))
    assert business_days("EG", rest_weekdays=frozenset({7})).rest_weekdays == {7}


def test_what_is_unknown_stops_nothing() -> None:
    assert not holidays_of("XX")(date(2026, 12, 25))
    assert weekend_of("XX") == {6, 7}
    assert business_days("DE", "XX").is_rest(date(2026, 5, 1))
    assert business_days("DE", rest_weekdays=frozenset(range(1, 8))).rest_weekdays == {6, 7}


def test_countries_and_their_parts_can_be_chosen_from() -> None:
    assert {"DE", "US", "JP", "IN", "BR"} < set(countries())
    assert ("BY", "Bayern") in subdivisions("DE")
    assert subdivisions("XX") == ()
