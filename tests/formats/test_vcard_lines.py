"""The lines of card files: heads with their parameters, folding, soft breaks, cards within cards."""

import pytest

from desktop.formats.vcard_lines import CardFile, Stray, VCard, parse_head


def cards(data: bytes) -> list[VCard | Stray]:
    return [found for _, found in CardFile(data).cards()]


def values(*lines: bytes) -> list[tuple[str, str]]:
    (card,) = cards(b"\r\n".join([b"BEGIN:VCARD", *lines, b"END:VCARD", b""]))
    assert isinstance(card, VCard)
    assert card.ended
    return [(head.name, value) for head, value in card.properties]


def test_a_head_has_group_name_and_parameters() -> None:
    head = parse_head("Item1.tel;type=WORK,voice;PREF=1;X-A=b")
    assert (head.group, head.name, head.label, head.preferred) == ("item1", "TEL", "work", True)
    assert head.types == ("work", "voice")
    assert head.parameters == "TYPE=WORK,voice;PREF=1;X-A=b"


def test_a_bare_word_is_a_type_or_says_how_the_value_is_written() -> None:
    old = parse_head("PHOTO;JPEG;BASE64")
    assert (old.types, old.binary, old.parameters) == (("jpeg",), True, "TYPE=JPEG")
    quoted = parse_head("NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8")
    assert (quoted.quoted_printable, quoted.parameters) == (True, "")
    assert not parse_head("NOTE").quoted_printable


def test_a_quoted_parameter_may_hold_semicolons_and_signs_of_its_own() -> None:
    assert parse_head('ADR;LABEL="a;b^nc^\'d"').params["LABEL"] == 'a;b\nc"d'
    assert parse_head('X;A="never closed').parameters.count('"') == 0


@pytest.mark.parametrize("head", ["", ";", ".", "=;=", '"', "^", "\x00"])
def test_no_head_is_too_odd(head: str) -> None:
    parse_head(head)


def test_folding_is_undone_and_version_2_keeps_its_space() -> None:
    assert values(b"NOTE:one", b" two", b"\tthree") == [("NOTE", "onetwothree")]
    assert values(b"VERSION:2.1", b"NOTE:one", b" two")[-1] == ("NOTE", "one two")


def test_soft_breaks_join_lines_only_in_quoted_printable() -> None:
    assert values(b"NOTE;ENCODING=QUOTED-PRINTABLE:caf=C3=A9=", b"au lait") == [("NOTE", "caféau lait")]
    assert values(b"URL:x.example?a=", b"TEL:1") == [("URL", "x.example?a="), ("TEL", "1")]


def test_lines_without_a_colon_go_on_with_a_note_and_elsewhere_say_nothing() -> None:
    assert values(b"NOTE:one", b"two") == [("NOTE", "one\\ntwo")]
    assert values(b"TEL:1", b"two") == [("TEL", "1")]


def test_a_card_without_an_end_ends_where_the_next_begins_and_says_so() -> None:
    first, second = cards(b"BEGIN:VCARD\nFN:Ann\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n")
    assert isinstance(first, VCard)
    assert isinstance(second, VCard)
    assert [(card.line, card.ended) for card in (first, second)] == [(1, False), (3, True)]


def test_text_outside_any_card_is_a_stray_with_its_line() -> None:
    found = cards(b"hello\nBEGIN:VCARD\nFN:Ann\nEND:VCARD\nbye\n")
    assert [(type(each), each.line) for each in found] == [(Stray, 1), (VCard, 2), (Stray, 5)]


def test_a_card_within_a_card_is_the_value_it_stands_at() -> None:
    assert values(b"FN:Ann", b"AGENT:", b"BEGIN:VCARD", b"FN:Bo", b"END:VCARD", b"TEL:1") == [
        ("FN", "Ann"),
        ("AGENT", "BEGIN:VCARD\\nFN:Bo\\nEND:VCARD"),
        ("TEL", "1"),
    ]
