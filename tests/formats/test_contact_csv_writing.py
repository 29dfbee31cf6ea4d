"""Contacts as a table: read back equal here, harmless in a spreadsheet, and no more in it than was chosen."""

import csv
import io

import pytest
from hypothesis import given, settings

from desktop.core.contact import Contact, Detail
from desktop.core.values import replace
from desktop.formats.contact_csv import read_contact_table
from desktop.formats.contact_csv_writing import write_table
from desktop.formats.table_mapping import table_of
from tests.formats.people import people

ANN = Contact(name="Ann Lee", phones=(Detail("+49 30 5550110", "work"),))


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(people(10))
def test_any_contact_comes_back_equal(several: list[Contact]) -> None:
    for contacts in ([ANN, *several], *([ANN, contact] for contact in several)):
        assert [person.contact for person in read_contact_table(write_table(contacts), "a.csv").people] == contacts


@settings(max_examples=50)
@given(people(1) | people(3))
def test_no_cell_is_a_formula(contacts: list[Contact]) -> None:
    rows = cells(write_table(contacts))
    assert len(rows) == len(contacts) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r\n" and cell]


def test_a_phone_number_keeps_its_plus() -> None:
    assert read_contact_table(write_table([ANN]), "a.csv").people[0].contact == ANN


def test_only_what_is_chosen_goes_out() -> None:
    ann = replace(ANN, notes="secret", comfort=5, emails=(Detail("a@x.example"),))
    data = write_table([ann], fields={"emails", "comfort"})
    assert b"secret" not in data
    assert b"5550110" not in data
    assert read_contact_table(data, "a.csv").people[0].contact == replace(ann, notes="", phones=())


@pytest.mark.parametrize("kind", ["emails", "phones", "links", "addresses"])
def test_very_many_values_do_not_make_very_many_columns_and_all_come_back(kind: str) -> None:
    many = replace(ANN, **{kind: tuple(Detail(f"x{n} ::: \\::: {n}") for n in range(200))})
    data = write_table([many, ANN])
    assert len(cells(data)[0]) < 150
    assert read_contact_table(data, "a.csv").people[0].contact == many


def test_the_own_table_needs_no_question_when_it_comes_back() -> None:
    assert table_of(write_table([ANN]), "a.csv").sure


def test_nobody_is_a_table_of_headings() -> None:
    assert len(cells(write_table([]))) == 1
