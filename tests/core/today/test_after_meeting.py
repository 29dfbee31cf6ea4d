"""Promises, referrals, groups to keep in touch with, and the reading list, as plain values and rules."""

from datetime import date

from desktop.core.learning import Evidence, LearningKind
from desktop.core.promise import Promise, in_order
from desktop.core.reading_list import ReadingItem, learning_entry, matches
from desktop.core.referral import check_in_between, circle_refused
from desktop.core.touch_group import KeepInTouchRule, TouchGroup, rule_of

TODAY = date(2026, 11, 22)


def test_open_promises_stand_first_by_their_day_and_done_ones_last_by_the_day_they_were_done() -> None:
    given = [
        Promise(id=1, text="done long ago", done_on=date(2026, 1, 1)),
        Promise(id=2, text="some day"),
        Promise(id=3, text="later", due_on=date(2026, 12, 1)),
        Promise(id=4, text="done", done_on=date(2026, 2, 1)),
        Promise(id=5, text="soon", due_on=date(2026, 11, 23)),
    ]
    assert [promise.text for promise in in_order(given)] == ["soon", "later", "some day", "done", "done long ago"]


def test_an_introduction_is_asked_about_after_seven_to_ten_days() -> None:
    assert check_in_between(date(2026, 11, 20)) == (date(2026, 11, 27), date(2026, 11, 30))


def test_a_circle_is_refused_in_plain_words() -> None:
    assert "came to you through Ada" in str(circle_refused("Ada", "Ben"))
    assert str(circle_refused("Ada", "Ada")).startswith("Ada cannot have named themselves")
    assert str(circle_refused("", "")).startswith("This person")


def test_a_contact_follows_the_rule_of_the_group_and_without_one_the_usual() -> None:
    groups = [TouchGroup(1, "Close", 30, 60), TouchGroup(2, "Wide")]
    assert rule_of(1, groups) == KeepInTouchRule(30, 60)
    assert rule_of(2, groups) == rule_of(None, groups) == rule_of(9, groups) == KeepInTouchRule(90, 180)


def test_what_is_read_becomes_a_learning_entry_of_the_day_it_was_read() -> None:
    item = ReadingItem(7, "Rivers", "B. Ito", " https://example.org/rivers ", read_on=date(2026, 11, 1), notes="Silt.")
    entry = learning_entry(item, TODAY)
    assert (entry.on, entry.kind, entry.title) == (date(2026, 11, 1), LearningKind.READING, "B. Ito – Rivers")
    assert (entry.reading_id, entry.learned) == (7, "Silt.")
    assert entry.evidence == (Evidence("https://example.org/rivers"),)


def test_what_has_no_day_and_no_link_becomes_an_entry_of_today_without_evidence() -> None:
    entry = learning_entry(ReadingItem(title="Rivers"), TODAY)
    assert (entry.on, entry.title, entry.evidence) == (TODAY, "Rivers", ())


def test_a_reading_is_found_by_words_of_all_that_is_known_of_it() -> None:
    item = ReadingItem(title="Łódź by night", author="Ito", address="example.org", notes="maps")
    assert matches(item, "lodz ito", "Ada")
    assert matches(item, "ADA maps", "Ada")
    assert matches(item, "")
    assert not matches(item, "ada")
