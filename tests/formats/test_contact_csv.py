"""What becomes of the people in tables."""

from datetime import date
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Detail, Source
from desktop.core.people.incoming import FileKind
from desktop.formats.contact_csv import read_contact_table
from tests.formats.tables import contacts, read

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"


def test_linkedins_export_is_read_past_its_preamble() -> None:
    reading = read("Connections.csv")
    first = reading.people[0]
    assert first.line == 5
    assert first.contact == Contact(
        name="Mira Sole",
        role='Engineer "Platform"',
        organisation="Lumen, Inc.",
        links=(Detail("https://www.linkedin.com/in/mira-sole-1", ""),),
        source=Source.LINKEDIN,
        found_on=date(2024, 3, 12),
    )


def test_two_people_of_one_name_are_both_read() -> None:
    links = [person.contact.links for person in read("Connections.csv").people if person.contact.name == "Mira Sole"]
    assert len(set(links)) == 2


def test_a_row_with_a_date_only_is_reported_and_an_empty_one_is_not() -> None:
    reading = read("Connections.csv")
    assert [person.contact.name for person in reading.people] == ["Mira Sole", "Mira Sole", "Teo"]
    assert [entry.line for entry in reading.skipped] == [8]


def test_a_table_without_headings_keeps_its_first_person() -> None:
    reading = read("no-header.csv")
    assert [(person.line, person.contact.name) for person in reading.people] == [
        (1, "Ada Byron"),
        (2, "Charles Babbage"),
    ]
    assert reading.people[0].contact.phones == (Detail("+44 20 5550 0111", ""),)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Byron,Mail Boxes Ltd\nBo Street,Box Co\n",  # words as in headings
        "ada@x.example\nbo@x.example\n",
        "Ada Byron\nBo Street\n",
        "Ada Byron\tada@x.example\n",
        "Nom,ada@x.example\n",
    ],
)
def test_a_first_row_that_may_be_a_person_is_one(text: str) -> None:
    assert len(contacts(text)) == len(text.splitlines())


def test_headings_in_an_unknown_language_are_no_person() -> None:
    people = contacts("Nafn,Netfang\nJón Jónsson,jon@x.example\nÞóra Ólafs,thora@x.example\n")
    assert [person.name for person in people] == ["Jón Jónsson", "Þóra Ólafs"]


@pytest.mark.parametrize(
    "headings",
    [
        "First Name;Last Name;Email",
        "Voornaam;Achternaam;E-mailadres",
        "Prénom;Nom;Adresse e-mail",
        "Nombre;Apellidos;Correo electrónico",
        "Nome;Cognome;Indirizzo e-mail",
        "Participant first name;Participant last name;Work e-mail",
    ],
)
def test_headings_of_several_languages_are_known(headings: str) -> None:
    (ann,) = contacts(f"{headings}\nAnn;Lee;ann@x.example\n")
    assert (ann.name, ann.emails[0].value) == ("Ann Lee", "ann@x.example")


def test_an_unclosed_quote_costs_nobody_their_row() -> None:
    assert [person.contact.name for person in read("unclosed-quote.csv").people] == [
        "Ann Open",
        "Ben Fine",
        "Cat, Quoted",
        "Dan Fine",
    ]


def test_a_note_of_several_lines_is_one_cell() -> None:
    (first, second) = contacts(
        'Name,Notes,Email\nAnn,"one, two\nthree, four, five\nsix",a@x.example\nBo,,b@x.example\n'
    )
    assert first.notes == "one, two\nthree, four, five\nsix"
    assert second.name == "Bo"


def test_a_person_is_placed_at_the_line_where_the_row_begins() -> None:
    reading = read_contact_table(b'Name,Notes\nAnn,"one\ntwo"\nBo,\n', "a.csv")
    assert [person.line for person in reading.people] == [2, 4]


def test_a_table_nothing_is_known_of_is_reported_row_by_row() -> None:
    reading = read_contact_table(b"1,,3\n4,5,6\n", "a.csv")
    assert reading.people == ()
    assert [entry.line for entry in reading.skipped] == [1, 2]


@pytest.mark.parametrize("data", [b"First Name,Last Name,Email\n", b",,,,\n", b"\n\n"])
def test_reading_nobody_is_never_silent(data: bytes) -> None:
    reading = read_contact_table(data, "a.csv")
    assert not reading.people
    assert reading.skipped


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_tables_of_every_encoding_are_read(encoding: str) -> None:
    data = "Name,Email\nZoë Müller,zoe@x.example\n".encode(encoding)
    assert read_contact_table(data, "a.csv").people[0].contact.name == "Zoë Müller"


def test_a_table_the_user_calls_linkedin_is_marked_so() -> None:
    reading = read_contact_table(b"First Name,Last Name\nAnn,Lee\n", "a.csv", FileKind.LINKEDIN)
    assert reading.people[0].contact.source is Source.LINKEDIN


def test_reading_reports_progress() -> None:
    seen: list[tuple[int, int]] = []
    read_contact_table(b"Name\n" + b"Ann\n" * 1000, "a.csv", report=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (1001, 1001)
    assert seen == sorted(seen)


def test_pronouns_are_known_by_the_headings_people_give_them() -> None:
    for heading in ("Pronouns", "Preferred pronouns", "Pronomen"):
        (person,) = read_contact_table(f"Name,{heading},E-mail\nAnn,they/them,a@x.example\n".encode(), "a.csv").people
        assert person.contact.pronouns == "they/them"
