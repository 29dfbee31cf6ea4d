"""How a table is laid out: its headings, or where it has none, what most of its cells look like."""

import pytest

from desktop.formats.contact_columns import ColumnField
from desktop.formats.csv_table import CsvTable
from desktop.formats.table_layout import TableLayout, guess_layout, looks_like_data


def layout(*lines: str, delimiter: str = "") -> TableLayout:
    found = guess_layout(CsvTable("\n".join([*lines, ""]).encode()), delimiter)
    assert found is not None
    return found


def fields(*lines: str) -> list[ColumnField]:
    return [column.field for column in layout(*lines).columns]


@pytest.mark.parametrize(
    ("cell", "data"),
    [
        ("ann@x.example", True),
        (" ann@x.example ", True),
        ("ann@x.example, bo@x.example", False),
        ("https://x.example/a b", True),
        ("linkedin.com/in/ann", True),
        ("+49 30 1234567", True),
        ("2024", False),  # too short for a phone number
        ("E-mail", False),
        ("", False),
    ],
)
def test_what_looks_like_data_is_no_heading(cell: str, data: bool) -> None:
    assert looks_like_data(cell) is data


def test_headings_name_the_columns_and_the_people_begin_below_them() -> None:
    found = layout("Notes on this export", "", "Name;E-mail;Shoes", "Ann;a@x.example;38")
    assert (found.delimiter, found.headings, found.first_line) == (";", ("Name", "E-mail", "Shoes"), 4)
    assert [column.field for column in found.columns] == [ColumnField.NAME, ColumnField.EMAIL, ColumnField.UNKNOWN]
    assert found.known == 2


def test_headings_do_not_stand_below_the_first_person() -> None:
    assert layout("Ann Lee,ann@x.example", "Name,E-mail").headings == ()


def test_headings_are_looked_for_in_the_first_fifteen_rows() -> None:
    before = [f"remark {number}" for number in range(15)]
    assert layout(*before[:14], "Name,E-mail", "Ann,a@x.example").headings == ("Name", "E-mail")
    assert guess_layout(CsvTable("\n".join([*before, "Name,E-mail", ""]).encode())) is None


def test_a_word_as_in_headings_is_one_if_half_of_what_stands_below_are_addresses() -> None:
    assert layout("Mail of them", "ann@x.example", "at work").headings == ("Mail of them",)
    assert guess_layout(CsvTable(b"Mail of them\nann@x.example\nat work\nat home\n")) is None


def test_a_word_as_in_headings_with_nothing_below_it_is_a_name() -> None:
    found = layout("Mail Boxes")
    assert (found.headings, found.first_line, found.columns[0].field) == ((), 1, ColumnField.NAME)


@pytest.mark.parametrize(("other", "title"), [("Job title", ColumnField.PREFIX), ("Notes", ColumnField.ROLE)])
def test_a_title_is_a_form_of_address_only_where_another_column_holds_the_role(other: str, title: ColumnField) -> None:
    assert fields(f"Title,Name,{other}", "Dr,Ann,Nurse")[0] is title


def test_a_column_without_headings_is_what_more_than_half_of_its_cells_look_like() -> None:
    assert fields("ann@x.example,Ann Lee", "b@x.example,Bo Lee", "?,Cy Lee") == [ColumnField.EMAIL, ColumnField.NAME]
    assert fields("ann@x.example,Ann Lee", "?,Bo Lee") == [ColumnField.UNKNOWN, ColumnField.NAME]


def test_names_are_taken_for_names_only_if_four_of_five_look_like_it() -> None:
    four = ["Ann Lee", "Bo Lee", "Cy Lee", "Di Lee"]
    assert fields(*four, "17") == [ColumnField.NAME]
    assert guess_layout(CsvTable("\n".join([*four[:3], "17", ""]).encode())) is None


def test_a_column_that_looks_like_nothing_is_unknown() -> None:
    assert fields("Ann Lee,17,38", "Bo Lee,18,39") == [ColumnField.NAME, ColumnField.UNKNOWN, ColumnField.UNKNOWN]


def test_two_columns_of_names_are_given_and_family_names_if_two_of_three_are_single_words() -> None:
    assert fields("Ann,Lee", "Bo,Street", "Mary Ann,Van Dyke") == [ColumnField.GIVEN, ColumnField.FAMILY]
    assert fields("Ann,Lee", "Mary Ann,Van Dyke") == [ColumnField.NAME, ColumnField.UNKNOWN]


def test_headings_nobody_knows_are_told_by_the_cells_below_that_can_be_reached() -> None:
    found = layout("Nafn,Netfang", "Jón Jónsson,jon@x.example", "Þóra Ólafs,thora@x.example")
    assert (found.headings, found.first_line) == (("Nafn", "Netfang"), 2)


def test_a_delimiter_that_is_given_is_the_one() -> None:
    assert len(layout("Name,Mail;E-mail", "Ann;a@x.example", delimiter=";").columns) == 2
    assert layout("Name,Mail;E-mail", "Ann;a@x.example", delimiter=",").delimiter == ","


def test_the_delimiter_with_more_known_columns_is_likelier() -> None:
    assert layout("Name;E-mail;Company", "Ann;a@x.example;Acme, Inc.").delimiter == ";"
