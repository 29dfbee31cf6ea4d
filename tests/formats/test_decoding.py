"""Which letters the bytes of old files stand for."""

import pytest

from desktop.formats.decoding import decode, guess_encoding, named_encoding, to_utf8


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Zoë Brontë, Jörg Weiß, Françoise Noël", "cp1252"),
        ("Александр Сергеевич Пушкин", "cp1251"),
        ("Łukasz Żółć, Dvořák Šárka", "cp1250"),
        ("אפרים קישון, תל אביב", "cp1255"),
        ("Γιώργος Σεφέρης", "cp1253"),
        ("山田 たろう、ソフトウェア", "cp932"),
    ],
)
def test_the_script_of_unmarked_words_is_recognised(text: str, encoding: str) -> None:
    assert guess_encoding(text.encode(encoding)) == encoding


def test_utf_8_comes_before_every_guess_and_every_name() -> None:
    assert decode("Ärger".encode(), "windows-1252") == "Ärger"


def test_a_name_may_be_written_in_many_ways() -> None:
    assert named_encoding("Shift_JIS") == named_encoding("SHIFT-JIS") == "cp932"
    assert named_encoding("ISO-8859-1") == "cp1252"


@pytest.mark.parametrize("charset", ["unicode_escape", "punycode", "idna", "zip", "rot13", "../x", ""])
def test_no_file_can_choose_a_codec_that_is_no_set_of_letters(charset: str) -> None:
    assert named_encoding(charset) is None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_encodings_are_recognised_with_and_without_mark(encoding: str) -> None:
    assert to_utf8("BEGIN:VCARD\nFN:Zoë\n".encode(encoding)) == "BEGIN:VCARD\nFN:Zoë\n".encode()


def test_bytes_of_no_encoding_still_become_text() -> None:
    assert decode(b"\x81\x8d\x8f\x90\x9d\xff")
