"""Contacts as cards: read back equal here, readable by another parser, and nothing of a card thrown away."""

import base64
import io
from pathlib import Path
from typing import Any, Literal

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.core.contact import CardProperty, Contact, Detail, Photo, Source, Stage
from desktop.core.values import replace
from desktop.formats.reading import read_people
from desktop.formats.vcard import read_vcards
from desktop.formats.vcard_writing import write_cards
from tests.formats.growth import FAR_BEYOND_EVEN, growth
from tests.formats.people import PHOTOS, PROPERTIES, people

Version = Literal["3.0", "4.0"]
FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
VERSIONS: tuple[Version, ...] = ("3.0", "4.0")
ANN = Contact(name="Ann Lee")


def back(contact: Contact, version: Version = "4.0") -> Contact:
    (person,) = read_vcards(write_cards([contact], version), "a.vcf").people
    return person.contact


def read(*lines: str, version: str = "3.0") -> Contact:
    text = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    (person,) = read_vcards(text.encode(), "a.vcf").people
    return person.contact


def lines_of(contact: Contact, version: Version = "4.0", **more: Any) -> list[str]:
    return write_cards([contact], version, **more).decode().replace("\r\n ", "").split("\r\n")


@given(people(5), st.lists(PROPERTIES, max_size=3), PHOTOS)
def test_any_contact_comes_back_equal(
    contacts: list[Contact], properties: list[CardProperty], photo: Photo | None
) -> None:
    # In the order that reading gives them: first what Groundwork knows nothing of.
    known = [prop for prop in properties if prop.name in ("NICKNAME", "IMPP")]
    unknown = [prop for prop in properties if prop not in known]
    kept = (*unknown, *sorted(known, key=lambda prop: prop.name))
    for contact in contacts:
        whole = replace(contact, properties=kept, photo=photo)
        for version in VERSIONS:
            assert back(whole, version) == whole


@settings(max_examples=50)
@given(people(3), st.sampled_from(VERSIONS))
def test_no_line_is_longer_than_75_bytes_or_breaks_within_a_letter(contacts: list[Contact], version: Version) -> None:
    lines = write_cards(contacts, version).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        assert b"\n" not in line
        line.decode()


@settings(max_examples=25)
@given(people(2))
def test_another_parser_reads_the_same_text(contacts: list[Contact]) -> None:
    cards = list(vobject.readComponents(write_cards(contacts, "3.0").decode()))
    for card, contact in zip(cards, contacts, strict=True):
        assert card.fn.value == contact.name
        assert len(card.contents.get("email", ())) == len(contact.emails)
        assert getattr(getattr(card, "note", None), "value", "") == contact.notes


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("file", sorted(FIXTURES.iterdir()), ids=lambda path: path.name)
def test_every_file_is_the_same_after_a_way_out_and_in_again(file: Path, version: Version) -> None:
    people = [person.contact for person in read_people(file).people]
    again = [person.contact for person in read_vcards(write_cards(people, version), "a.vcf").people]
    assert again == people


def test_what_is_not_known_is_written_as_it_was() -> None:
    written = [
        "BDAY:1980-04-12",
        "ANNIVERSARY;VALUE=date:2010-06-01",
        "IMPP;TYPE=home:xmpp:ann@example.org",
        "GEO:geo:51.5,-0.1",
        "X-ODD;X-A=1;LANGUAGE=de:;;a\\,b\\nc",
        "UID:urn:uuid:1",
        "REV:20240101T000000Z",
        "RELATED;TYPE=friend:urn:uuid:2",
        "item9.X-ABDATE;TYPE=pref:2001-05-06",
        "item9.X-ABLABEL:First met",
        "NICKNAME:Annie,Nan",
        "ROLE:Pilot",
        "TITLE:Second",
        "ORG:Works;Sales;North",
        "N:Lee;Ann;Mary,Jo;Dr.;PhD",
    ]
    card = read("FN:Dr. Ann Lee", "TITLE:First", *written)
    lines = lines_of(card)
    assert sorted(line for line in written if line not in lines) == []
    assert (card.role, card.organisation) == ("First", "Works")


def test_a_name_in_parts_lasts_as_long_as_the_name() -> None:
    ann = read("FN:Dr. Ann Lee", "N:Lee;Ann;Mary;Dr.;")
    assert "N:Lee;Ann;Mary;Dr.;" in lines_of(ann)
    assert "N:Byron;Ann;;;" in lines_of(replace(ann, name="Ann Byron"))
    mum = read("FN:Mum", "N:Lee;Ann;;;")
    assert "N:Lee;Ann;;;" in lines_of(mum)
    assert "N:;Mother;;;" in lines_of(replace(mum, name="Mother"))


def test_departments_and_parts_of_an_address_last_as_long_as_what_they_belong_to() -> None:
    ann = read("FN:Ann", "ORG:Works;Sales", "ADR;TYPE=work:;;1 Pier;Hull;;HU1;UK", "ADR;TYPE=home:;;2 Pier;Hull;;;")
    assert {"ORG:Works;Sales", "ADR;TYPE=work:;;1 Pier;Hull;;HU1;UK"} <= set(lines_of(ann))
    changed = lines_of(
        replace(ann, organisation="Mill", addresses=(*ann.addresses[1:], Detail("3 Quay\nYork", "work")))
    )
    assert "ORG:Mill" in changed
    assert [line for line in changed if line.startswith("ADR")] == [
        "ADR;TYPE=home:;;2 Pier;Hull;;;",
        "ADR;TYPE=work:;;3 Quay\\nYork;;;;",
    ]


def test_profiles_keep_what_says_whose_they_are() -> None:
    profile = "X-SOCIALPROFILE;TYPE=twitter;X-USER=ann:https://social.example/ann"
    ann = read("FN:Ann", profile, "URL:https://ann.example")
    assert profile in lines_of(ann)
    assert "https://social.example/ann" not in " ".join(lines_of(replace(ann, links=ann.links[:1])))


def test_labels_of_ones_own_are_groups_that_clash_with_none() -> None:
    ann = replace(ANN, emails=(Detail("a@x.example", "Choir"),), properties=(CardProperty("X-A", "1", "", "item1"),))
    lines = lines_of(ann)
    assert {"item2.EMAIL:a@x.example", "item2.X-ABLABEL:Choir", "item1.X-A:1"} <= set(lines)


def test_quoted_printable_is_kept_as_the_text_it_means() -> None:
    card = read("FN:Ann", "X-ODD;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:caf=C3=A9=0D=0Aau lait", version="2.1")
    assert card.properties == (CardProperty("X-ODD", "café\\nau lait"),)


def test_bare_types_of_old_cards_are_given_their_name() -> None:
    assert read("FN:Ann", "X-ODD;HOME;PREF:1", version="2.1").properties == (
        CardProperty("X-ODD", "1", "TYPE=HOME;TYPE=PREF"),
    )


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "line",
    ["LOGO;ENCODING=b;TYPE=PNG:AAEC", "LOGO;BASE64;PNG:AAEC", "LOGO:data:image/png;base64,AAEC", "X-A;ENCODING=B:AAEC"],
)
def test_binary_values_are_the_same_in_every_version(line: str, version: Version) -> None:
    card = read("FN:Ann", line)
    assert back(card, version) == card
    media = "image/png" if line.startswith("LOGO") else ""
    assert card.properties[0].value == f"data:{media};base64,AAEC"
    if line.startswith("LOGO") and version == "3.0":
        assert "LOGO;ENCODING=b;TYPE=PNG:AAEC" in lines_of(card, "3.0")


def test_a_card_within_a_card_is_kept_with_the_outer_one() -> None:
    card = read("FN:Ann", "AGENT:", "BEGIN:VCARD", "FN:Bo\\, agent", "END:VCARD", "TITLE:Pilot")
    assert (card.name, card.role) == ("Ann", "Pilot")
    assert card.properties == (CardProperty("AGENT", "BEGIN:VCARD\\nFN:Bo\\\\\\, agent\\nEND:VCARD"),)
    assert back(card) == card


def test_a_line_no_card_may_have_does_no_harm() -> None:
    card = read("FN:Ann", "what is this: a note")
    assert back(card) == card
    assert "a note" in "".join(lines_of(card))


def test_only_what_is_chosen_goes_out() -> None:
    ann = replace(
        ANN, notes="secret", comfort=5, emails=(Detail("a@x.example"),), properties=(CardProperty("UID", "1"),)
    )
    lines = lines_of(ann, fields={"emails"})
    assert lines == ["BEGIN:VCARD", "VERSION:4.0", "FN:Ann Lee", "N:Lee;Ann;;;", "EMAIL:a@x.example", "END:VCARD", ""]


def test_what_only_groundwork_knows_is_there_and_nonsense_is_none() -> None:
    ann = replace(ANN, source=Source.ALUMNI, stage=Stage.MET, comfort=4)
    assert {"X-GROUNDWORK-SOURCE:alumni", "X-GROUNDWORK-STAGE:met", "X-GROUNDWORK-COMFORT:4"} <= set(lines_of(ann))
    odd = read("FN:Ann", "X-GROUNDWORK-STAGE:famous", "X-GROUNDWORK-COMFORT:x", "X-GROUNDWORK-FOUND-ON:soon")
    assert (odd.stage, odd.comfort, odd.found_on) == (Stage.FOUND, None, None)


@pytest.mark.parametrize(
    "line",
    [
        "ADR;TYPE=home:;;{0} Pier;Hull;;;",
        "X-SOCIALPROFILE;TYPE=twitter:https://social.example/{0}",
        "X-SOCIALPROFILE;X-A={0}:https://social.example/",
        "item{0}.X-ABLABEL:{0}\r\nitem{0}.X-ABDATE:{0}",
        "item{0}.X-ABLABEL:{0}\r\nitem{0}.EMAIL:{0}@x.example",
        "N:{0};;;;",
        "ORG:{0};x",
    ],
)
def test_ten_thousand_of_anything_go_out_as_quickly_as_they_came_in(line: str) -> None:
    def card_of(size: int) -> Contact:
        return read("FN:Ann", *(line.format(number) for number in range(size)))

    card = card_of(1_250)
    assert back(card) == card
    assert growth(card_of, back, 10_000) < FAR_BEYOND_EVEN


def picture(width: int, height: int, kind: str = "JPEG", mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (width, height), (200, 80, 40, 90)[: len(mode)]).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_small_photo_is_kept_byte_for_byte(version: Version) -> None:
    data = picture(96, 96)
    ann = read("FN:Ann", f"PHOTO;ENCODING=b;TYPE=JPEG:{base64.b64encode(data).decode()}")
    assert ann.photo == Photo("image/jpeg", data)
    assert ann.properties == ()
    assert back(ann, version) == ann


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA"), ("WEBP", "RGB")])
def test_a_large_photo_is_scaled_once(kind: str, mode: str) -> None:
    data = base64.b64encode(picture(1600, 800, kind, mode)).decode()
    ann = read("FN:Ann", f"PHOTO:data:image/{kind.lower()};base64,{data}", version="4.0")
    assert ann.photo is not None
    with Image.open(io.BytesIO(ann.photo.data)) as small:
        assert small.size == (512, 256)
        assert small.get_format_mimetype() == ann.photo.media_type
    assert back(ann) == ann


def test_a_photo_elsewhere_or_beyond_reading_is_kept_as_a_property() -> None:
    ann = read("FN:Ann", "PHOTO;VALUE=uri:https://ann.example/me.jpg", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/AAAA")
    assert ann.photo is None
    assert [prop.name for prop in ann.properties] == ["PHOTO", "PHOTO"]
    assert back(ann) == ann
    assert back(ann, "3.0") == ann


def test_pronouns_are_a_property_of_version_4_and_have_a_name_of_their_own_in_3() -> None:
    ann = Contact(name="Ann", pronouns="they/them", properties=(CardProperty("PRONOUNS", "xe", "LANGUAGE=en"),))
    names: dict[Version, bytes] = {"4.0": b"PRONOUNS", "3.0": b"X-PRONOUNS"}
    for version, name in names.items():
        data = write_cards([ann], version)
        assert b"\r\n%b:they/them\r\n" % name in data
        assert b"\r\n%b;LANGUAGE=en:xe\r\n" % name in data
        assert [person.contact for person in read_vcards(data, "a.vcf").people] == [ann]
