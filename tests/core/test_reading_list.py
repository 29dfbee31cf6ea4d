"""The reading list: what is searched for in it, and what a thing read becomes."""

from datetime import date

from desktop.core.learning import Evidence, LearningKind
from desktop.core.reading_list import ReadingItem, learning_entry_of_reading, matches

TODAY = date(2026, 11, 22)


def test_what_is_read_becomes_a_learning_entry_of_the_day_it_was_read() -> None:
    item = ReadingItem(7, "Rivers", "B. Ito", " https://example.org/rivers ", read_on=date(2026, 11, 1), notes="Silt.")
    entry = learning_entry_of_reading(item, TODAY)
    assert (entry.on, entry.kind, entry.title) == (date(2026, 11, 1), LearningKind.READING, "B. Ito – Rivers")
    assert (entry.reading_id, entry.learned) == (7, "Silt.")
    assert entry.evidence == (Evidence("https://example.org/rivers"),)


def test_what_has_no_day_and_no_link_becomes_an_entry_of_today_without_evidence() -> None:
    entry = learning_entry_of_reading(ReadingItem(title="Rivers"), TODAY)
    assert (entry.on, entry.title, entry.evidence) == (TODAY, "Rivers", ())


def test_a_reading_is_found_by_words_of_all_that_is_known_of_it() -> None:
    item = ReadingItem(title="Łódź by night", author="Ito", address="example.org", notes="maps")
    assert matches(item, "lodz ito", "Ada")
    assert matches(item, "ADA maps", "Ada")
    assert matches(item, "")
    assert not matches(item, "ada")
