"""Cells that a spreadsheet could take for formulas."""

import pytest

from desktop.formats.formula_guard import guarded, unguarded


@pytest.mark.parametrize("text", ["=1", "+49 30", "-x", "@a", "\tx", "'=1", "''=1", "'tis", "'", "", "Ann", "=", "＝1"])
def test_the_guard_can_be_taken_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("first", "=+-@\t\r\n＝＋－＠")
def test_whatever_begins_like_a_formula_gets_an_apostrophe(first: str) -> None:
    assert guarded(f"{first}1") == f"'{first}1"
    assert guarded("'" * 2 + first) == "'" * 3 + first


@pytest.mark.parametrize("cell", ["Ann", "a=1", "'tis", " =1", ""])
def test_whatever_does_not_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell
