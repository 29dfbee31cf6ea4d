"""What a row of a table becomes: names, details with labels, dates, and notes for what has no field."""

from datetime import date

import pytest

from desktop.core.contact import Detail
from desktop.formats.contact_row import read_date
from tests.formats.tables import contacts, read


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
