"""What becomes of the people in tables."""

from datetime import date
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Detail, Source
from desktop.core.people.incoming import FileKind, Reading
from desktop.formats.contact_csv import read_contact_table
from desktop.formats.contact_row import read_date

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"


def read(name: str) -> Reading:
    return read_contact_table((FIXTURES / name).read_bytes(), name)


def contacts(text: str) -> list[Contact]:
    return [person.contact for person in read_contact_table(text.encode(), "a.csv").people]


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


def test_googles_several_values_in_one_cell_and_labels_are_understood() -> None:
    ruth, nameless = (person.contact for person in read("google-new.csv").people)
    assert ruth.emails == (
        Detail("ruth@harbour.example", "work"),
        Detail("ruth@home.example", "home"),
        Detail("ruth2@home.example", "home"),
    )
    assert [phone.value for phone in ruth.phones] == ["+1 555 0106", "+1 555 0107"]
    assert ruth.addresses == (Detail("1 Pier Rd\nPortsmouth", "home"),)
    assert ruth.links == (Detail("https://ruth.example", "blog"),)
    assert (ruth.role, ruth.organisation, ruth.pronounced) == ("Pilot", "Harbour Works", "Root")
    assert ruth.tags == ("Sailing",)
    assert nameless.name == "nameless@mail.example"


def test_googles_old_headings_are_understood() -> None:
    text = (
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
        "E-mail 2 - Type,E-mail 2 - Value,Organization 1 - Name,Organization 1 - Title\n"
        "Alma Reyes,Alma,Reyes,* My Contacts ::: Chess,* Work,alma@reyes.example,Home,a@home.example,Kite,Tester\n"
    )
    (alma,) = contacts(text)
    assert alma.emails == (Detail("alma@reyes.example", "work"), Detail("a@home.example", "home"))
    assert (alma.organisation, alma.role, alma.tags) == ("Kite", "Tester", ("Chess",))


def test_outlooks_title_is_a_form_of_address_and_its_letters_come_out_right() -> None:
    (person,) = read("outlook.csv").people
    soren = person.contact
    assert (soren.name, soren.role, soren.organisation) == ("Dr. Søren Kjær", "Chief Engineer", "Nordlys")
    assert [email.value for email in soren.emails] == ["soren@nordlys.example", "s@kjaer.example"]
    assert soren.phones == (Detail("+45 5550 0108", "work fax"), Detail("+45 5550 0109", "mobile"))
    assert soren.addresses == (Detail("Havnegade 1\n3. sal\n8000 Århus\nDanmark", "work"),)
    assert soren.tags == ("Golf", "Klub")
    assert soren.notes == "Spouse: Lone"


def test_a_german_table_with_semicolons_is_understood() -> None:
    (person,) = read("german.csv").people
    joerg = person.contact
    assert person.line == 3
    assert (joerg.name, joerg.organisation) == ("Jörg Weiß", "Sägewerk Süd")
    assert joerg.phones == (Detail("030 5550110", "work"),)
    assert joerg.addresses == (Detail("Waldweg 2\n99423 Weimar", "home"),)


def test_columns_without_a_place_end_up_in_the_notes() -> None:
    assert read("german.csv").people[0].contact.notes == "Lieblingstee: Pfefferminz"
    assert contacts("Name,Email\nAmira,a@x.example,more\n")[0].notes == "more"


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 Mar 2024", date(2024, 3, 12)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("2024-03-12", date(2024, 3, 12)),
        ("Mar 12, 2024", date(2024, 3, 12)),
        ("12. März 2024", date(2024, 3, 12)),
        ("3 juil. 2023", date(2023, 7, 3)),
        ("3 juin 2023", date(2023, 6, 3)),
        ("03/04/2024", None),
        ("31 Feb 2024", None),
        ("", None),
    ],
)
def test_dates_are_read_only_where_they_are_certain(text: str, expected: date | None) -> None:
    assert read_date(text) == expected


def test_two_columns_of_one_name_are_no_trouble() -> None:
    (ann,) = contacts("First Name,Last Name,First Name,Name Prefix,Prefix\nAnn,Lee,Jo,Dr.,\n")
    assert ann.name == "Dr. Ann Lee"
    (bo,) = contacts("First Name,Last Name,Suffix,Suffix\nBo,Street,,\n")
    assert bo.name == "Bo Street"


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
