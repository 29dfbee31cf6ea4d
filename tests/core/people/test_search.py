"""Where what was typed stands in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.people.search import WORDS, from_found, ranges, search_words
from desktop.core.text import fold


def marked(text: str, search: str, anywhere: bool = True) -> list[str]:
    return [text[first:end] for first, end in ranges(text, search_words(search), anywhere)]


@pytest.mark.parametrize(
    ("text", "search", "found"),
    [
        ("Łukasz Bień", "lukasz", ["Łukasz"]),
        ("Søren Ek", "ren", ["ren"]),
        ("Straßen & Brücken", "strass brucken", ["Straß", "Brücken"]),
        ("Zoë Zoe", "zoe", ["Zoë", "Zoe"]),
        ("C++ und C#", "c++", ["C++"]),
        ("100 % sure_", "%", ["%"]),
        ("山田 太郎", "太", ["太"]),
        ("Ada", "nobody", []),
        ("Ada", "", []),
    ],
)
def test_a_word_is_marked_as_it_is_written(text: str, search: str, found: list[str]) -> None:
    assert marked(text, search) == found


def test_beyond_the_name_only_the_beginnings_of_words_are_marked() -> None:
    assert marked("Waterworks, water: rainwater", "water", anywhere=False) == ["Water", "water"]


def test_words_that_meet_are_one_mark() -> None:
    assert ranges("abcdef", ["abc", "cde"], True) == [(0, 5)]


def test_a_text_is_shown_from_what_was_found_on_and_says_that_there_is_more() -> None:
    text = "We spoke for a long while about many things\nand then about the river board, " + "which he liked " * 9
    assert from_found(text, ["river"]).startswith("…river board, which")
    assert from_found(text, ["river"]).endswith("…")
    assert from_found("A short river", ["riv"]) == "…river"
    assert from_found("Nothing", ["river"]) == ""


def test_a_search_has_so_many_words_at_most() -> None:
    assert len(search_words(" ".join(f"w{number}" for number in range(99)))) == WORDS


# Characters that fold to one, to two or to none, so that what is looked for stands in the text however it is written.
SOME = st.text(st.sampled_from("aAäÄbsßſłLﬁ́ \n1-."), max_size=12) | st.text(max_size=12)


@given(SOME, SOME.filter(str.strip), SOME, st.booleans())
def test_every_mark_folds_to_what_was_looked_for(before: str, search: str, after: str, upper: bool) -> None:
    text = before + (search.upper() if upper else search) + after
    words = search_words(search)
    for first, end in ranges(text, words, True):
        assert 0 <= first < end <= len(text)
    if words and all(word in fold(text) for word in words) and not any(character.isspace() for character in text):
        assert ranges(text, words, True) or not any(fold(character) for character in text)
