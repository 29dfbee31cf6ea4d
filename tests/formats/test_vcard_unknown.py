"""What a card held that has no field: kept as it was, without what the fields say already."""

import base64

import pytest

from desktop.core.contact import CardProperty, Photo
from desktop.formats.vcard_lines import parse_head
from desktop.formats.vcard_unknown import (
    NAME_OF,
    UNNAMED_LINE,
    as_properties,
    as_property,
    in_version_3,
    of_the_same_name,
    photo_bytes,
    photo_property,
    remainder,
    with_labels,
)


def found(*lines: str) -> dict[str, list[tuple[object, str]]]:
    props: dict[str, list[tuple[object, str]]] = {}
    for each in lines:
        head, _, value = each.partition(":")
        props.setdefault(parse_head(head).name, []).append((parse_head(head), value))
    return props


def left(*lines: str, name: str = "Ann Lee") -> list[tuple[str, str]]:
    return [(prop.name, prop.value) for prop in remainder(found(*lines), name)]  # type: ignore[arg-type]


def test_what_the_fields_hold_is_not_kept_again() -> None:
    assert left("FN:Ann Lee", "N:Lee;Ann;;;", "TITLE:Pilot", "ORG:Works", "TZ:Europe/London", "EMAIL:a@x.example") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [("ORG:Works;Sales", "ORG"), ("TZ:-05:00", "TZ"), ("N:Lee;Ann;Mary;;", "N"), ("NICKNAME:Annie", "NICKNAME")],
)
def test_what_is_more_than_a_field_holds_is_kept(line: str, name: str) -> None:
    assert [key for key, _ in left(line)] == [name]


def test_second_titles_and_names_are_kept_and_the_chosen_one_is_not() -> None:
    assert left("TITLE:Pilot", "TITLE:Cook", "ROLE:Baker") == [("ROLE", "Baker"), ("TITLE", "Cook")]
    assert left("ROLE:Baker", "ROLE:Cook") == [("ROLE", "Cook")]
    assert left("FN:Ann Lee", "FN:Annie") == [("FN", "Annie")]


def test_a_name_in_parts_that_are_no_words_of_the_name_remembers_whose_it_is() -> None:
    assert left("N:Lee;Ann;;;", name="Mum") == [("N", "Lee;Ann;;;"), (NAME_OF, "Mum")]


@pytest.mark.parametrize(
    ("parts", "name", "same"),
    [("Lee;Ann;;;", "Dr. ANN Lee", True), ("Lee;Bo;;;", "Ann Lee", False), (";;;", "Ann Lee", False)],
)
def test_parts_belong_to_a_name_whose_words_they_are(parts: str, name: str, same: bool) -> None:
    assert of_the_same_name(parts, name) is same


def test_what_says_nothing_is_not_kept_and_a_name_no_card_may_have_becomes_a_line() -> None:
    assert as_properties([(parse_head("X-A"), "  ")]) == []
    assert as_property(parse_head("what is"), "this") == CardProperty(UNNAMED_LINE, "WHAT IS:this")
    assert as_property(parse_head("X-A;PREF=1;TYPE=home"), "1", ranked=False).parameters == "TYPE=home"


def test_binary_values_are_addresses_and_go_back_into_version_3() -> None:
    logo = as_property(parse_head("LOGO;ENCODING=b;TYPE=PNG"), "AA EC")
    assert (logo.value, logo.parameters) == ("data:image/png;base64,AAEC", "")
    assert in_version_3(logo) == CardProperty("LOGO", "AAEC", "ENCODING=b;TYPE=PNG")
    for other in (CardProperty("X-A", "text"), CardProperty("LOGO", "data:audio/wav;base64,AAEC")):
        assert in_version_3(other) == other


def test_the_bytes_of_a_picture_stand_in_the_card_itself() -> None:
    data = base64.b64encode(b"GIF").decode()
    assert photo_bytes(parse_head("PHOTO;ENCODING=b"), data) == b"GIF"
    assert photo_bytes(parse_head("PHOTO"), f"data:image/gif;base64,{data}") == b"GIF"
    assert photo_bytes(parse_head("PHOTO;VALUE=uri"), "https://ann.example/me.jpg") is None
    assert photo_bytes(parse_head("PHOTO;ENCODING=b"), "AAA") is None
    assert photo_property(Photo("image/gif", b"GIF")) == CardProperty("PHOTO", f"data:image/gif;base64,{data}")


def test_labels_stay_with_the_groups_they_name() -> None:
    prop = CardProperty("X-ABDATE", "2001-05-06", "", "item1")
    labels = [(parse_head(f"{group}.X-ABLABEL"), "First met") for group in ("item1", "item2")]
    assert with_labels([prop], labels) == (prop, CardProperty("X-ABLABEL", "First met", "", "item1"))
