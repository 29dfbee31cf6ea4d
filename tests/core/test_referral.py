"""Names that were given: when to ask about an introduction, and how a circle is refused."""

from datetime import date

from desktop.core.referral import check_in_between, circle_refused


def test_an_introduction_is_asked_about_after_seven_to_ten_days() -> None:
    assert check_in_between(date(2026, 11, 20)) == (date(2026, 11, 27), date(2026, 11, 30))


def test_a_circle_is_refused_in_plain_words() -> None:
    assert "came to you through Ada" in str(circle_refused("Ada", "Ben"))
    assert str(circle_refused("Ada", "Ada")).startswith("Ada cannot have named themselves")
    assert str(circle_refused("", "")).startswith("This person")
