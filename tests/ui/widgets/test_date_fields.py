"""Fields for days take those within bounds, and say which they are; nothing else is offered to be saved."""

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.bounds import FIRST_DAY, LAST_DAY
from desktop.ui.widgets.date_fields import DateField, DateTimeField

TODAY = date(2026, 11, 26)


def typed(qtbot: QtBot, text: str) -> tuple[DateField, list[date | None]]:
    field, saved = DateField("Day", lambda: TODAY), list[date | None]()
    qtbot.addWidget(field)
    field.saved_by(saved.append)
    field.day.line.setText(text)
    field.day.changed.emit()
    field.flush()
    return field, saved


@pytest.mark.parametrize("text", ["0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"])
def test_a_day_out_of_bounds_is_not_saved_and_the_field_says_which_may_be(qtbot: QtBot, text: str) -> None:
    field, saved = typed(qtbot, text)
    assert saved == []
    assert field.day.line.text() == text
    assert "1900" in field.hint
    assert "2200" in field.hint


@pytest.mark.parametrize("day", [FIRST_DAY, TODAY, LAST_DAY])
def test_the_first_and_the_last_day_are_saved(qtbot: QtBot, day: date) -> None:
    field, saved = typed(qtbot, day.isoformat())
    assert saved == [day]
    assert field.hint == ""


def test_a_time_on_a_day_out_of_bounds_is_not_saved(qtbot: QtBot) -> None:
    field, saved = DateTimeField("When", lambda: TODAY), list[datetime | None]()
    qtbot.addWidget(field)
    field.saved_by(saved.append)
    field.day.line.setText("9999-12-31")
    field.clock.setText("23:50")
    field.day.changed.emit()
    field.flush()
    assert saved == []
    assert "2200" in field.hint
