"""How values stand in rows: as text that sorts like what it means, and back."""

from datetime import UTC, date, datetime, timedelta, timezone

import apsw
import pytest

from desktop.core.contact import Stage
from desktop.store.file.rows import AMONG, code, day, day_text, listed, moment, moment_text, read

MOMENT = datetime(2026, 11, 26, 10, 0, 5, 999, tzinfo=timezone(timedelta(hours=2)))


def test_a_moment_is_kept_in_utc_to_the_second() -> None:
    assert moment_text(MOMENT) == "2026-11-26T08:00:05Z"
    assert moment(moment_text(MOMENT)) == datetime(2026, 11, 26, 8, 0, 5, tzinfo=UTC)


def test_the_order_of_texts_is_the_order_of_time() -> None:
    later = [MOMENT + timedelta(minutes=7 * step) for step in range(500)]
    assert sorted(map(moment_text, later)) == [moment_text(each) for each in later]


def test_a_day_and_a_code_come_back() -> None:
    assert day(day_text(date(2026, 1, 2))) == date(2026, 1, 2)
    assert code(Stage, "met") is Stage.MET
    with pytest.raises(ValueError, match="famous"):
        code(Stage, "famous")


@pytest.mark.parametrize("text", [None, ""])
def test_nothing_stands_for_nothing(text: str | None) -> None:
    assert day(text) is moment(text) is code(Stage, text) is None
    assert day_text(None) is None


def test_one_value_is_bound_for_many() -> None:
    connection = apsw.Connection(":memory:")
    assert read(connection, f"select 1 where 2 {AMONG}", (listed([1, 2, 3]),)) == [(1,)]
    assert read(connection, f"select 1 where 'a\"b' {AMONG}", (listed(['a"b']),)) == [(1,)]
    assert read(connection, f"select 1 where 2 {AMONG}", (listed([]),)) == []
