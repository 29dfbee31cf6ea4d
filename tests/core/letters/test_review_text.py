"""A letter taken apart: header lines, placeholders, words, sentences, the signature and the names in it."""

import pytest

from desktop.core.letters.review_text import PLACEHOLDER_CHARACTER, ReadText, is_name, take_apart
from desktop.formats.review_words import read_review_words
from desktop.places import resources

WORDS = read_review_words(resources() / "review")


def apart(text: str) -> ReadText:
    return take_apart(text, WORDS)


def test_header_lines_are_no_part_of_the_letter() -> None:
    text = "Subject: A question\nTo: Ann\n\nDear Ann, hello."
    read = apart(text)
    assert text[read.body :].strip() == "Dear Ann, hello."
    assert [text[start:end] for start, end in read.words()] == ["Dear", "Ann,", "hello."]
    assert apart("Subject: A question").body == len("Subject: A question")


def test_placeholders_are_blanked_out_at_their_place() -> None:
    text = "Dear {name}, I am [your name]."
    read = apart(text)
    assert [text[start:end] for start, end in read.gaps] == ["{name}", "[your name]"]
    assert len(read.flat) == len(read.cased) == len(text)
    assert read.flat[5:11] == PLACEHOLDER_CHARACTER * 6


def test_a_place_has_a_line_and_a_sentence() -> None:
    text = "Dear Ann,\n\nI sew. Could we talk? Soon\n\nBo"
    read = apart(text)
    place = text.index("we")
    assert read.line_of(place) == 3
    assert text[read.sentence_start(place) : read.sentence_end(place)].strip() == "Could we talk"


@pytest.mark.parametrize(
    ("end", "signature"),
    [
        ("Best,\nBo Vik", "Best,\nBo Vik"),
        ("Kind regards\nBo Vik\n+47 555 0100", "Kind regards\nBo Vik\n+47 555 0100"),
        ("Bo Vik", "Bo Vik"),
    ],
)
def test_a_signature_begins_with_its_good_bye(end: str, signature: str) -> None:
    text = f"Dear Ann,\n\nCould we talk for twenty minutes about your work?\n\n{end}"
    read = apart(text)
    assert read.signed
    assert text[read.signature :] == signature


def test_a_letter_without_a_name_at_its_end_is_not_signed() -> None:
    assert not apart("Dear Ann,\n\nCould we talk for twenty minutes about your work?").signed


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Bo Vik", True),
        ("Ludwig van Beethoven", True),
        ("山田 太郎", True),
        ("bo vik", False),
        ("Best regards", False),
        ("Bo Vik 2", False),
        ("One Two Three Four Five Six", False),
        ("", False),
    ],
)
def test_a_name_is_a_few_words_with_capitals(line: str, name: bool) -> None:
    assert is_name(line, WORDS) is name
