"""The fields only Groundwork knows, as text and back."""

from datetime import date

import pytest

from desktop.core.contact import Contact, MayUseName, Source, Stage
from desktop.formats.own_fields import OWN_FIELDS, own_fields, own_values


def test_what_is_written_reads_back_as_it_was() -> None:
    fields = {
        "source": Source.ALUMNI,
        "found_on": date(2026, 5, 1),
        "may_use_name": MayUseName.YES,
        "comfort": 4,
        "warm_line": "We sang together.",
        "stage": Stage.MET,
    }
    written = own_values(Contact(name="Ann", notes="not among them", **fields))  # type: ignore[arg-type]
    assert {name for name, _ in written} == set(fields)
    assert all(isinstance(text, str) for _, text in written)
    assert own_fields(written) == fields


def test_what_holds_nothing_is_not_written() -> None:
    assert own_values(Contact(name="Ann")) == []
    assert set(OWN_FIELDS) < set(Contact.__slots__)


@pytest.mark.parametrize(
    ("field", "written"),
    [("stage", "famous"), ("source", ""), ("comfort", "x"), ("found_on", "soon"), ("imported_on", "2026-02-30")],
)
def test_what_does_not_fit_its_field_is_left_out_and_the_rest_is_read(field: str, written: str) -> None:
    assert own_fields([(field, written), ("warm_line", "yes")]) == {"warm_line": "yes"}


@pytest.mark.parametrize(("written", "comfort"), [("0", 1), ("1", 1), ("5", 5), ("6", 5)])
def test_comfort_is_from_one_to_five(written: str, comfort: int) -> None:
    assert own_fields([("comfort", written)]) == {"comfort": comfort}


@pytest.mark.parametrize("written", ["0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"])
def test_a_day_out_of_bounds_is_left_out(written: str) -> None:
    assert own_fields([("found_on", written), ("warm_line", "yes")]) == {"warm_line": "yes"}
