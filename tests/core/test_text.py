"""Folding and joining of text: what is the same for search, and what a line keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text import fold, isolated, joined, one_line


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ada  Byron", "ada byron"),
        ("Łukasz Śmigły", "lukasz smigly"),
        ("Søren Kierkegård", "soren kierkegard"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Đorđe Ħal Þór Æther Œuvre", "dorde hal thor aether oeuvre"),
        ("İstanbul Işık", "istanbul isik"),
        ("Dvořák", "dvorak"),
        ("Dvor\u030ca\u0301k", "dvorak"),
        ("ﬁne Ⅷ ℡ ＡＢＣ", "fine viii tel abc"),
        ("Ελένη", "ελενη"),
        ("МАРИЯ", "мария"),
        ("山田\u3000太郎", "山田 太郎"),
        (" \t\n", ""),
        ("C++ %_", "c++ %_"),
    ],
)
def test_case_accents_and_spaces_do_not_matter(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_every_letter_there_is_folds_once_and_alike_in_both_cases() -> None:
    blocks = ("".join(map(chr, range(start, start + 256))) for start in range(0, 0x110000, 256))
    for block in blocks:
        if "\ud800" <= block[0] <= "\udfff" or fold(block) == block == block.upper():
            continue  # halves of pairs, or nothing in it changes: as in most of what is not assigned
        for letter in block:
            folded = fold(letter)
            assert folded == fold(folded)
            assert folded in (fold(letter.upper()), fold(letter.lower())), ascii(letter)


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_plain_letters_are_folded_like_any_others(text: str) -> None:
    """The short cut for ASCII gives what the long way would."""
    assert fold(text) == fold(text + " é").removesuffix("e").rstrip()


def test_one_line_has_no_line_breaks_and_single_spaces() -> None:
    assert one_line(" Head\n of\t\u00a0 tea\r\n") == "Head of tea"


def test_parts_are_joined_by_dots_and_kept_in_their_direction() -> None:
    assert joined("Ada", "", "محمد") == "\u2068Ada\u2069 · \u2068محمد\u2069"
    assert joined("", "") == ""
    assert (isolated("Ada"), isolated("محمد"), isolated("")) == ("Ada", "\u2068محمد\u2069", "")
