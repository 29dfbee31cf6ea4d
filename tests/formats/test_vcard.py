"""What becomes of the people in vCard files."""

from pathlib import Path

import pytest

from desktop.core.contact import CardProperty, Contact, Detail
from desktop.core.people.incoming import Reading
from desktop.formats.vcard import read_vcards

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"


def read(name: str) -> Reading:
    return read_vcards((FIXTURES / name).read_bytes(), name)


def only(name: str) -> Contact:
    (person,) = read(name).people
    return person.contact


def card(*lines: str, version: str = "3.0") -> Contact:
    text = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    (person,) = read_vcards(text.encode(), "a.vcf").people
    return person.contact


def test_every_part_of_a_modern_card_finds_its_place() -> None:
    assert only("modern-4.0.vcf") == Contact(
        name="Dr. Amina Okonjo",
        role="Hydrologist",
        organisation="Tidewater Research",
        emails=(Detail("a.okonjo@tidewater.example", "work"), Detail("amina@okonjo.example", "home")),
        phones=(Detail("+44-20-5550-0100 ext. 7", "work"), Detail("+44 7700 900123", "mobile")),
        links=(Detail("https://tidewater.example/amina", "work"),),
        addresses=(Detail("1 Quay Street\nFloor 3\nHU1 1AA Hull\nUnited Kingdom", "work"),),
        tags=("Water", "Alumni"),
        time_zone="Europe/London",
        notes="Met at the harbour, talked about tides;\nwants to hear about mapping.",
        properties=(
            CardProperty("ADR", ";Floor 3;1 Quay Street;Hull;;HU1 1AA;United Kingdom", "TYPE=work"),
            CardProperty("UID", "urn:uuid:0d1e2f"),
            CardProperty("N", "Okonjo;Amina;Ngozi;Dr.;"),
            CardProperty("ORG", "Tidewater Research;Coastal Group"),
        ),
    )


def test_labels_people_gave_in_apples_address_book_are_kept() -> None:
    karl = only("apple-3.0.vcf")
    assert karl.emails == (Detail("karl@lindqvist.example", "Choir"),)
    assert karl.phones == (Detail("+46 8 555 01 02", ""),)
    assert karl.links == (
        Detail("http://choir.example/karl", "homepage"),
        Detail("https://www.linkedin.com/in/karl-lindqvist", "LinkedIn"),
    )
    assert karl.pronounced == "Kahl"


def test_quoted_printable_with_soft_breaks_and_named_charset_is_read() -> None:
    joerg = only("outlook-2.1.vcf")
    assert joerg.name == "Jörg Müller"
    assert joerg.notes == "Erste Zeile\nzweite Zeile\nDritte Zeile"
    assert joerg.addresses == (Detail("Lindenstraße 7\n99423 Weimar", "home"),)
    assert joerg.phones[0] == Detail("+49 171 5550102", "mobile")


@pytest.mark.parametrize(
    ("file", "name", "organisation"),
    [
        ("shift-jis-2.1.vcf", "能登 表子", "ソフト表"),  # the second byte of 能 and 表 is a backslash
        ("latin-unnamed.vcf", "Zoë Brontë-Müller", "Café Señor"),
        ("cyrillic-unnamed.vcf", "Наталья Иванова", "Заря"),
        ("hebrew-unnamed.vcf", "מירה כהן", "גלים"),
        ("utf16.vcf", "Ewa Śliwińska", ""),
        ("utf16-no-mark-cr.vcf", "Ewa Śliwińska", ""),
    ],
)
def test_letters_of_every_encoding_come_out_right(file: str, name: str, organisation: str) -> None:
    contact = only(file)
    assert (contact.name, contact.organisation) == (name, organisation)


def test_an_unknown_charset_does_not_lose_the_letters() -> None:
    text = b"BEGIN:VCARD\nFN;CHARSET=nonsense:S\xf6ren\nNOTE;CHARSET=punycode:caf\xe9\nEND:VCARD\n"
    (person,) = read_vcards(text, "a.vcf").people
    assert (person.contact.name, person.contact.notes) == ("Sören", "café")


def test_a_charset_named_wrongly_does_not_garble_utf_8() -> None:
    text = "BEGIN:VCARD\nFN;CHARSET=ISO-8859-1:Zoë\nEND:VCARD\n".encode()
    assert read_vcards(text, "a.vcf").people[0].contact.name == "Zoë"


def test_damaged_and_odd_cards_cost_no_other_card() -> None:
    reading = read("broken.vcf")
    assert [(person.line, person.contact.name) for person in reading.people] == [
        (2, "Ines Cropped"),
        (6, "Outer Person"),
        (24, "Bobo"),
        (28, "Harbour Works"),
        (31, "only@mail.example"),
        (34, "No name (broken.vcf, card 7)"),
        (37, "Last Unended"),
    ]
    assert [entry.line for entry in reading.skipped] == [1, 19]  # words outside any card, and a list of people


@pytest.mark.parametrize("begun", ["", "FN: \n", "FN:\nNOTE:  \n"])
def test_a_card_that_breaks_off_before_it_says_anything_is_reported(begun: str) -> None:
    reading = read_vcards(f"BEGIN:VCARD\nFN:Ann\nEND:VCARD\nBEGIN:VCARD\n{begun}".encode(), "a.vcf")
    assert [person.contact.name for person in reading.people] == ["Ann"]
    assert [(skip.line, skip.file) for skip in reading.skipped] == [(4, "a.vcf")]
    assert "breaks off" in reading.skipped[0].reason


def test_a_card_that_is_whole_is_a_person_also_when_it_says_nothing() -> None:
    assert [person.contact.name for person in read_vcards(b"BEGIN:VCARD\nEND:VCARD\n", "a.vcf").people] == [
        "No name (a.vcf, card 1)"
    ]


def test_a_printed_label_is_an_address_only_where_no_address_has_its_type() -> None:
    home = "ADR;TYPE=HOME:;;1 Pier;Hull;;;"
    written = card("FN:Bo", home, "LABEL;TYPE=HOME:1 Pier Road\\nHull")
    assert written.addresses == (Detail("1 Pier\nHull", "home"),)
    assert ("LABEL", "1 Pier Road\\nHull") in [(each.name, each.value) for each in written.properties]
    both = card("FN:Bo", home, "LABEL;TYPE=WORK:2 Quay\\nHull", "LABEL;TYPE=OTHER: ")
    assert both.addresses == (Detail("1 Pier\nHull", "home"), Detail("2 Quay\nHull", "work"))


def test_a_card_within_a_card_belongs_to_the_outer_person() -> None:
    outer = read("broken.vcf").people[1].contact
    assert outer.phones == (Detail("+1 555 0104", "work"),)
    assert outer.notes == "first line\nsecond line without folding"


def test_a_file_without_any_card_says_so() -> None:
    reading = read_vcards(b"FN:Nobody\nEND:VCARD\n", "a.vcf")
    assert reading.people == ()
    assert len(reading.skipped) == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_understood(line_end: str) -> None:
    text = line_end.join(
        ["BEGIN:VCARD", "FN:Ann Li", "NOTE:one", "  two", "END:VCARD", "begin:vcard", "FN:Bo", "end:vcard"]
    )
    reading = read_vcards(text.encode(), "a.vcf")
    assert [person.contact.name for person in reading.people] == ["Ann Li", "Bo"]
    assert reading.people[0].contact.notes == "one two"
    assert reading.skipped == ()


def test_folding_within_a_letter_is_undone() -> None:
    text = "BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n".encode().replace("ë".encode(), b"\xc3\n \xab")
    assert read_vcards(text, "a.vcf").people[0].contact.name == "Zoë"


def test_blank_lines_between_folded_lines_do_no_harm() -> None:
    text = b"BEGIN:VCARD\r\n\r\nFN:Bo\r\n\r\nNOTE:one\r\n\r\n  two\r\n\r\nEND:VCARD\r\n"
    assert read_vcards(text, "a.vcf").people[0].contact.notes == "one two"


def test_a_soft_break_never_swallows_the_end_of_a_card() -> None:
    text = b"BEGIN:VCARD\nFN:Ann\nNOTE;ENCODING=QUOTED-PRINTABLE:cut=\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n"
    assert [person.contact.name for person in read_vcards(text, "a.vcf").people] == ["Ann", "Bo"]


def test_a_name_is_put_together_when_it_is_not_written_out() -> None:
    assert card("N:Curie;Marie;Salomea,Anna;Dr.;").name == "Dr. Marie Salomea Anna Curie"
    assert card("N:安藤;忠雄;;;").name == "安藤 忠雄"
    assert card("FN: ", "N:Roe;Jo").name == "Jo Roe"


def test_escapes_are_undone_once() -> None:
    contact = card(r"FN:A\, B\; C", r"ORG:R\;D;Lab", r"NOTE:a\\nb\nc\:d", r"CATEGORIES:one\, two,three")
    assert contact.name == "A, B; C"
    assert contact.organisation == "R;D"
    assert contact.notes == "a\\nb\nc:d"
    assert contact.tags == ("one, two", "three")


def test_a_colon_in_a_quoted_parameter_is_not_the_end_of_the_name() -> None:
    contact = card("FN:Bo", 'ADR;LABEL="Door: 5\\nMain St":;;Main St 5;;;;', version="4.0")
    assert contact.addresses == (Detail("Door: 5\nMain St", ""),)


def test_values_given_twice_are_kept_once() -> None:
    assert card("FN:Bo", "EMAIL:bo@x.example", "EMAIL;TYPE=HOME:BO@x.example").emails == (Detail("bo@x.example", ""),)


def test_only_time_zones_this_computer_knows_are_taken() -> None:
    assert card("FN:Bo", "TZ:-05:00", "TZ;VALUE=text:America/Lima").time_zone == "America/Lima"
    assert card("FN:Bo", "TZ:../../etc/passwd").time_zone == ""


def test_text_from_a_card_stays_text() -> None:
    contact = card("FN:<b>Bo</b> {0} %s ' ; DROP", "NOTE:=1+1 <img src=x>")
    assert contact.name == "<b>Bo</b> {0} %s ' ; DROP"
    assert contact.notes == "=1+1 <img src=x>"


def test_control_characters_are_left_out() -> None:
    assert card("FN:B\x00o\x07").name == "Bo"


def test_reading_reports_progress_and_can_be_stopped() -> None:
    data = b"BEGIN:VCARD\nFN:Bo\nEND:VCARD\n" * 1000
    seen: list[tuple[int, int]] = []
    read_vcards(data, "a.vcf", lambda done, total: seen.append((done, total)))
    assert seen[-1] == (len(data), len(data))
    assert seen == sorted(seen)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_vcards(data, "a.vcf", stop)


def test_text_after_a_card_is_reported_with_its_own_line() -> None:
    found = read_vcards(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ben Ito\nEND:VCARD\nleft over\n", "a.vcf")
    assert [(skip.line, skip.file) for skip in found.skipped] == [(5, "a.vcf")]
