"""A table as rows of cells: line numbers, samples, the delimiter it names, quotes that are never closed."""

import pytest

from desktop.formats.csv_table import CsvTable


def test_a_record_is_placed_at_the_line_where_it_begins_and_empty_ones_are_passed_over() -> None:
    table = CsvTable(b'a,b\n\n"one\ntwo",c\n,,\nd,e\n')
    assert list(table.rows(",")) == [(1, ["a", "b"]), (3, ["one\ntwo", "c"]), (6, ["d", "e"])]
    assert table.line_count == 6


def test_rows_begin_at_the_line_that_is_asked_for() -> None:
    assert list(CsvTable(b"a\nb\nc\n").rows(",", 2)) == [(2, ["b"]), (3, ["c"])]


def test_a_sample_ends_after_so_many_records() -> None:
    table = CsvTable(b"".join(b"%d\n" % number for number in range(100)))
    assert [line for line, _ in table.sample(",", 3)] == [1, 2, 3]
    assert len(table.sample(",")) == 40


@pytest.mark.parametrize(("first", "named"), [("sep=;", ";"), (" SEP=| ", "|"), ("sep=;;", ""), ("Name", "")])
def test_a_spreadsheet_may_name_its_delimiter_in_a_line_that_is_no_record(first: str, named: str) -> None:
    table = CsvTable(f"{first}\nAnn;Lee\n".encode())
    assert table.named_delimiter == named
    assert (next(iter(table.rows(";")))[0] == 2) is bool(named)


def test_a_quote_that_is_never_closed_costs_no_other_record() -> None:
    rows = list(CsvTable(b'Ann,"open\nBen,fine\n"Cat, quoted",fine\n').rows(",", width=2))
    assert [cells[0] for _, cells in rows] == ["Ann", "Ben", "Cat, quoted"]
    assert [line for line, _ in rows] == [1, 2, 3]


def test_the_encoding_that_is_given_is_the_one() -> None:
    data = "Мира".encode("cp1251")
    assert next(iter(CsvTable(data, "cp1251").rows(",")))[1] == ["Мира"]
    assert next(iter(CsvTable("\ufeffMira\0".encode(), "utf-8").rows(",")))[1] == ["Mira"]
