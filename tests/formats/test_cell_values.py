"""Several values in one cell: each comes back as it was, whatever it looks like."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.formats.cell_values import joined_cell, separated

# Texts made of what could be mistaken for a separator or its escape.
VALUES = st.text(alphabet=":\\ a\n", min_size=1).map(str.strip).filter(bool)


@given(st.lists(VALUES, min_size=1))
def test_values_come_back_as_they_were(values: list[str]) -> None:
    assert separated(joined_cell(values)) == values


def test_what_is_no_separator_is_written_plainly() -> None:
    assert joined_cell(["a:::b", "C:\\x", "::::"]) == "a:::b ::: C:\\x ::: ::::"
