"""A table before its people are read: what is guessed, what can be set right, and what is remembered."""

from pathlib import Path

import pytest

from desktop.core.contact import Detail
from desktop.core.errors import ReadError
from desktop.formats.contact_columns import ColumnField, TableColumn
from desktop.formats.table_mapping import (
    CHOICES,
    ENCODINGS,
    mapping_from,
    mapping_text,
    open_table,
    people_of_table,
    table_of,
    with_choice,
)

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
ODD = "Wer;Wo;Womit\nJörg Weiß;Sägewerk;030 5550110\nAda Byron;Engine Works;030 5550111\n"


def test_a_known_export_needs_no_question() -> None:
    table = open_table(FIXTURES / "Connections.csv")
    assert table.sure
    assert table.headings[:2] == ("First Name", "Last Name")
    assert [person.contact.name for person in people_of_table(table).people] == ["Mira Sole", "Mira Sole", "Teo"]


def test_everything_guessed_is_told_and_the_preview_shows_ten_rows() -> None:
    text = "Name\tMail\n" + "".join(f"Zoë {n}\tz{n}@x.example\n" for n in range(30))
    table = table_of(text.encode("cp1252"), "a.csv")
    assert (table.encoding, table.delimiter, table.headings) == ("cp1252", "\t", ("Name", "Mail"))
    assert len(table.preview) == 10
    assert table.preview[0] == ("Zoë 0", "z0@x.example")
    assert [column.field for column in table.mapping] == [ColumnField.NAME, ColumnField.EMAIL]
    assert len(people_of_table(table).people) == 30


def test_a_table_of_odd_headings_is_read_by_the_users_mapping() -> None:
    table = table_of(ODD.encode(), "a.csv", headings=True)
    assert not table.sure
    mapping = with_choice(table.mapping, 0, ColumnField.NAME)
    mapping = with_choice(mapping, 1, ColumnField.ORGANISATION)
    mapping = with_choice(mapping, 2, ColumnField.PHONE, "work")
    first = people_of_table(table, mapping).people[0]
    assert (first.line, first.contact.name, first.contact.organisation) == (2, "Jörg Weiß", "Sägewerk")
    assert first.contact.phones == (Detail("030 5550110", "work"),)


def test_parts_of_an_address_chosen_by_the_user_belong_together() -> None:
    table = table_of(b"A,B,C\nAnn,1 Pier,Hull\n", "a.csv", headings=True)
    mapping = (TableColumn(ColumnField.NAME), *table.mapping[1:])
    mapping = with_choice(with_choice(mapping, 1, ColumnField.STREET, "home"), 2, ColumnField.CITY, "home")
    assert people_of_table(table, mapping).people[0].contact.addresses == (Detail("1 Pier\nHull", "home"),)


def test_wrong_letters_and_columns_can_be_set_right() -> None:
    data = "Name;Email\nМира;m@x.example\n".encode("cp1251")
    assert table_of(data, "a.csv", encoding="cp1252").preview[0][0] != "Мира"
    assert table_of(data, "a.csv", encoding="cp1251").preview[0] == ("Мира", "m@x.example")
    assert table_of(data, "a.csv", delimiter=",").width == 1


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_on_offer_can_be_tried_on_any_file(encoding: str) -> None:
    assert table_of(ODD.encode("cp1252"), "a.csv", encoding=encoding).width


def test_a_first_row_that_is_a_person_is_one_once_the_user_says_so() -> None:
    table = table_of(b"Email,Name\nbo@x.example,Bo\n", "a.csv", headings=False)
    assert table.headings == ()
    assert len(people_of_table(table).people) == 2


def test_the_first_person_of_a_table_without_headings_is_there() -> None:
    table = open_table(FIXTURES / "no-header.csv")
    assert (table.headings, table.sure, table.key) == ((), False, "")
    assert table.preview[0][0] == "Ada"


def test_a_mapping_is_remembered_by_the_headings() -> None:
    table = table_of(ODD.encode(), "a.csv", headings=True)
    again = table_of(ODD.upper().encode("cp1252"), "b.csv", headings=True)
    assert table.key == again.key == "wer\two\twomit"
    mapping = with_choice(table.mapping, 2, ColumnField.PHONE, "work")
    restored = mapping_from(mapping_text(mapping), 3)
    assert restored is not None
    assert [(one.field, one.label, one.group) for one in restored] == [(o.field, o.label, o.group) for o in mapping]


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[["nonsense", "", ""]]', "[[]]", '[["name", "", ""]]'])
def test_a_damaged_memory_is_no_mapping(text: str) -> None:
    assert mapping_from(text, 3) is None


def test_a_table_of_which_nothing_is_known_can_still_be_mapped() -> None:
    table = table_of(b"1,,3\n4,5,6\n", "a.csv")
    assert table.preview == (("1", "", "3"), ("4", "5", "6"))
    assert not people_of_table(table).people
    assert len(people_of_table(table).skipped) == 2
    assert len(people_of_table(table, with_choice(table.mapping, 0, ColumnField.NAME)).people) == 2


@pytest.mark.parametrize("delimiter", ["ab", '"', "\n"])
def test_what_cannot_stand_between_columns_is_refused(delimiter: str) -> None:
    with pytest.raises(ReadError):
        table_of(ODD.encode(), "a.csv", delimiter=delimiter)


def test_an_empty_file_says_so() -> None:
    with pytest.raises(ReadError, match="empty"):
        table_of(b"\n\n", "a.csv")


def test_every_choice_can_be_made_for_every_column() -> None:
    table = table_of(ODD.encode(), "a.csv", headings=True)
    for chosen in CHOICES:
        for at in range(3):
            mapping = with_choice((TableColumn(ColumnField.NAME), *table.mapping[1:]), at, chosen, "work")
            people_of_table(table, mapping)
