"""Public holidays of the world's countries, from the library `holidays`, expensive to import and so imported late.

The first question after a country costs about half a second, later ones nothing; ask off the main thread.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

from desktop.core.today.business_days import USUAL_WEEKEND, BusinessDays, no_holidays


def business_days(
    country: str = "", subdivision: str = "", rest_weekdays: frozenset[int] | None = None
) -> BusinessDays:
    """The business days of a country; an unknown country or part of it never stops anything.

    Args:
        country: ISO 3166-1 alpha-2 code, or empty: no holidays.
        subdivision: the part of the country with holidays of its own (`BY` of `DE`), or empty.
        rest_weekdays: ISO numbers of the user's own rest days; `None`: the weekend of the country.
    """
    if rest_weekdays is not None and len(rest_weekdays) < 7:
        return BusinessDays(rest_weekdays, holidays_of(country, subdivision))
    return BusinessDays(weekend_of(country), holidays_of(country, subdivision))


def holidays_of(country: str, subdivision: str = "") -> Callable[[date], bool]:
    """Whether a day is a public holiday there."""
    if not country:
        return no_holidays
    return lambda day: day in _holidays_of_year(country, subdivision, day.year)


@cache
def _holidays_of_year(country: str, subdivision: str, year: int) -> frozenset[date]:
    from holidays import country_holidays

    try:
        return frozenset(country_holidays(country, subdiv=subdivision or None, years=year, expand=False))
    except NotImplementedError:  # the country, or its subdivision, is not known
        return _holidays_of_year(country, "", year) if subdivision else frozenset()


@cache
def weekend_of(country: str) -> frozenset[int]:
    """The weekly rest days of a country as ISO numbers: Saturday and Sunday where nothing else is known."""
    if not country:
        return USUAL_WEEKEND
    from holidays import country_holidays

    try:
        return frozenset(weekday + 1 for weekday in country_holidays(country).weekend)
    except NotImplementedError:
        return USUAL_WEEKEND


@cache
def countries() -> tuple[str, ...]:
    """The codes of the countries whose holidays are known."""
    from holidays import list_supported_countries

    return tuple(sorted(list_supported_countries(include_aliases=False)))


@cache
def subdivisions(country: str) -> tuple[tuple[str, str], ...]:
    """The parts of a country that have holidays of their own: code and name, in the country's own language."""
    from holidays import country_holidays

    try:
        aliases = country_holidays(country).get_subdivision_aliases()
    except NotImplementedError:
        return ()
    return tuple((code, max(names, key=len, default=code)) for code, names in aliases.items())
