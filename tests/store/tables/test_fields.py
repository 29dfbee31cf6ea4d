"""The fields of tables that hold values of core."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from msgspec import Struct

from desktop.core.contact import Stage
from desktop.store.tables.fields import CodeField, DayField, ListField, MomentField


class Pair(Struct, frozen=True):
    one: str
    other: str = ""


def test_a_moment_needs_a_zone_and_comes_back_in_utc() -> None:
    field = MomentField()
    there = datetime(2026, 11, 26, 10, tzinfo=timezone(timedelta(hours=2)))
    assert field.python_value(field.db_value(there)) == datetime(2026, 11, 26, 8, tzinfo=UTC)
    with pytest.raises(ValueError, match="zone"):
        field.db_value(datetime(2026, 11, 26, 10))


def test_a_code_is_one_of_its_codes() -> None:
    field = CodeField(Stage)
    assert field.db_value(Stage.MET) == "met"
    assert field.python_value("met") is Stage.MET
    with pytest.raises(ValueError, match="famous"):
        field.db_value("famous")  # type: ignore[arg-type]


def test_nothing_is_null() -> None:
    for field in (DayField(), MomentField(), CodeField(Stage)):
        assert field.db_value(None) is field.python_value(None) is None
    assert DayField().python_value("2026-01-02") == date(2026, 1, 2)


def test_a_list_comes_back_as_a_tuple_of_what_it_held() -> None:
    texts, pairs = ListField(), ListField(make=Pair)
    assert texts.python_value(texts.db_value(("é", "b"))) == ("é", "b")
    assert "é" in texts.db_value(("é",))
    assert pairs.python_value(pairs.db_value((Pair("a", "b"), Pair("c")))) == (Pair("a", "b"), Pair("c"))
    assert pairs.python_value("[]") == ()
