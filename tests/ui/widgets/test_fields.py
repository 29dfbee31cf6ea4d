"""Fields save as typed: after a pause, on leaving, on flush; and leave alone what is being typed."""

from datetime import date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.bounds import LONGEST_LINE, LONGEST_TEXT
from desktop.core.errors import StoreError
from desktop.ui.theme import Theme
from desktop.ui.widgets.date_fields import DateField, DateTimeField
from desktop.ui.widgets.fields import ChoiceField, Field, LinesField, NumberField, TextField, flush_all
from desktop.ui.widgets.labelled_list import LabelledListField

TODAY = date(2026, 11, 22)


def heard(field: Field) -> list[object]:
    values: list[object] = []
    field.edited.connect(values.append)
    return values


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    page = QWidget()
    QVBoxLayout(page)
    qtbot.addWidget(page)
    page.show()
    return page


F = TypeVar("F", bound=Field)


def put(page: QWidget, field: F) -> F:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(field)
    return field


def test_typing_is_offered_once_after_the_pause(page: QWidget, qtbot: QtBot) -> None:
    field = put(page, TextField("&Name"))
    values = heard(field)
    with qtbot.waitSignal(field.edited, timeout=5000):
        qtbot.keyClicks(field.editor, "Ada")
    assert values == ["Ada"]


def test_leaving_the_field_offers_at_once(page: QWidget, qtbot: QtBot) -> None:
    field, other = put(page, TextField("&Name")), put(page, TextField("&Role"))
    values = heard(field)
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "Ada")
    QApplication.sendEvent(field.editor, _focus_out())
    assert values == ["Ada"]
    assert other.value == ""


def _focus_out() -> object:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusOut)


def test_showing_a_value_is_no_edit_and_leaves_what_is_being_typed(page: QWidget, qtbot: QtBot) -> None:
    field = put(page, TextField("&Name"))
    values = heard(field)
    field.show_value("Ben")
    qtbot.keyClick(field.editor, Qt.Key.Key_End)
    qtbot.keyClicks(field.editor, "!")
    field.show_value("Somebody else")
    assert field.value == "Ben!"
    assert values == []


def test_what_could_not_be_saved_stays_and_is_offered_again(page: QWidget, qtbot: QtBot) -> None:
    field = put(page, TextField("&Name"))
    room = [False]
    saved: list[str] = []

    def save(value: str) -> None:
        if not room[0]:
            raise StoreError("store.no_room")
        saved.append(value)

    field.saved_by(save)
    qtbot.keyClicks(field.editor, "Ada")
    with pytest.raises(StoreError):
        field.flush()
    assert field.value == "Ada"
    room[0] = True
    flush_all(page)
    assert saved == ["Ada"]


def test_the_wheel_never_changes_a_field_without_the_focus(page: QWidget, qtbot: QtBot) -> None:
    number, choice = put(page, NumberField("&Minutes", 5, 90)), put(page, ChoiceField("&Way", [("a", "A"), ("b", "B")]))
    number.show_value(20)
    choice.show_value("a")
    put(page, TextField("&Elsewhere")).editor.setFocus()
    for editor in (number.editor, choice.editor):
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(editor, wheel)
    assert (number.value, choice.value) == (20, "a")


def test_turning_the_wheel_over_a_field_never_gives_it_the_focus(page: QWidget) -> None:
    """Qt gives spin boxes and choices the focus by the wheel, so that the second notch would change them."""
    fields = [
        put(page, NumberField("&Minutes", 5, 90)),
        put(page, ChoiceField("&Way", [("a", "A")])),
        put(page, LabelledListField("&E-mail", [("work", "Work")])),
    ]
    inside = [child for field in fields for child in field.findChildren(QWidget)]
    assert [child for child in inside if child.focusPolicy() == Qt.FocusPolicy.WheelFocus] == []


def test_what_is_being_composed_is_left_alone(page: QWidget) -> None:
    field = put(page, TextField("&Name"))
    QApplication.sendEvent(field.editor, QInputMethodEvent("にほ", []))
    field.show_value("Somebody else")
    assert field.value == ""
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(field.editor, done)
    assert field.value == "日本"
    field.flush()
    field.show_value("Somebody else")
    assert field.value == "Somebody else"


def test_one_field_that_cannot_be_saved_does_not_keep_the_others(page: QWidget, qtbot: QtBot) -> None:
    first, second = put(page, TextField("&Name")), put(page, TextField("&Role"))
    saved: list[str] = []

    def refuse(value: str) -> None:
        raise StoreError("store.no_room")

    first.saved_by(refuse)
    second.saved_by(saved.append)
    for field in (first, second):
        qtbot.keyClicks(field.editor, "x")
    with pytest.raises(StoreError):
        flush_all(page)
    assert saved == ["x"]


def test_undo_in_the_field_is_the_fields_own(page: QWidget, qtbot: QtBot) -> None:
    field = put(page, TextField("&Name"))
    field.show_value("Ada")
    field.editor.setFocus()
    qtbot.keyClick(field.editor, Qt.Key.Key_End)
    qtbot.keyClicks(field.editor, "m")
    field.flush()
    field.show_value("Adam")
    qtbot.keyClick(field.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.value == "Ada"


def test_each_stay_in_a_field_has_a_visit_of_its_own(page: QWidget, qtbot: QtBot) -> None:
    field, other = put(page, TextField("&Name")), put(page, TextField("&Role"))
    page.activateWindow()
    field.editor.setFocus()
    first = field.visit
    other.editor.setFocus()
    field.editor.setFocus()
    assert first
    assert field.visit not in ("", first, other.visit)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-11-26", date(2026, 11, 26)),
        ("26.11.2026", date(2026, 11, 26)),
        ("26 Nov", date(2026, 11, 26)),
        ("Nov 3", date(2027, 11, 3)),
        ("3 January 2027", date(2027, 1, 3)),
        ("soon", None),
        ("31.2.2026", None),
    ],
)
def test_a_day_is_read_as_people_write_it(page: QWidget, typed: str, expected: date | None) -> None:
    field = put(page, DateField("&Day", lambda: TODAY))
    field.day.line.setText(typed)
    assert field.value == expected


def test_a_day_that_is_not_understood_waits_with_a_hint(page: QWidget, qtbot: QtBot) -> None:
    field = put(page, DateField("&Day", lambda: TODAY))
    values = heard(field)
    qtbot.keyClicks(field.day.line, "someday")
    field.flush()
    assert values == []
    assert field.day.line.text() == "someday"
    assert "Write the day as" in field.hint


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("10", (10, 0)), ("9:05", (9, 5)), ("14.30", (14, 30)), ("2 pm", (14, 0)), ("12 am", (0, 0)), ("25", None)],
)
def test_a_time_is_read_as_people_write_it(page: QWidget, clock: str, expected: tuple[int, int] | None) -> None:
    field = put(page, DateTimeField("&When", lambda: TODAY))
    field.day.line.setText("26.11.2026")
    field.clock.setText(clock)
    assert field.value == (datetime(2026, 11, 26, *expected) if expected else None)


def test_half_a_moment_is_not_offered(page: QWidget, qtbot: QtBot) -> None:
    field = put(page, DateTimeField("&When", lambda: TODAY))
    values = heard(field)
    qtbot.keyClicks(field.day.line, "26.11.2026")
    field.flush()
    assert values == []
    qtbot.keyClicks(field.clock, "10")
    field.flush()
    assert values == [datetime(2026, 11, 26, 10, 0)]


def test_lines_are_a_tuple_without_empty_ones(page: QWidget) -> None:
    field = put(page, LinesField("&Bring"))
    field.show_value(("pen", "paper"))
    assert field.value == ("pen", "paper")


def written(field: QWidget) -> list[QWidget]:
    """The lines of the values, without those of their labels."""
    return [each for each in field.findChildren(QLineEdit) if each.accessibleName().startswith("E-mail ")]


def test_typing_into_the_empty_last_row_adds_a_value_and_another_row(page: QWidget, qtbot: QtBot) -> None:
    field = put(page, LabelledListField("&E-mail", [("work", "Work"), ("home", "Home")]))
    field.show_value((("a@example.org", "work"),))
    values = heard(field)
    lines = written(field)
    assert len(lines) == 2
    assert isinstance(lines[1], QLineEdit)
    qtbot.keyClicks(lines[1], "b@example.org")
    field.flush()
    assert values == [(("a@example.org", "work"), ("b@example.org", ""))]
    assert len(written(field)) == 3


def test_a_choice_with_a_long_text_is_wide_where_there_is_room_and_gives_way_where_there_is_none(
    page: QWidget, qtbot: QtBot
) -> None:
    choice = put(
        page, ChoiceField("&How often", [("a", "Friends of the water: every sixty to a hundred and twenty days")])
    )
    assert choice.editor.sizeHint().width() > choice.editor.minimumSizeHint().width()
    assert choice.editor.minimumSizeHint().width() <= choice.editor.fontMetrics().averageCharWidth() * 20


def paste(field: TextField, text: str) -> None:
    field.editor.setFocus()
    QApplication.clipboard().setText(text)
    field.editor.paste()


def test_a_line_says_when_what_is_pasted_does_not_fit_and_is_quiet_when_there_is_room(page: QWidget) -> None:
    field = put(page, TextField("Name", hint="As on the card."))
    paste(field, "a" * LONGEST_LINE)
    assert field.hint == "As on the card."
    paste(field, "b")
    assert str(LONGEST_LINE) in field.hint
    field.editor.backspace()
    assert field.hint == "As on the card."


def test_a_long_text_takes_no_more_than_there_is_room_for_and_says_so(page: QWidget) -> None:
    field = put(page, TextField("Notes", multiline=True))
    long = "abc\n" * (LONGEST_TEXT // 4)
    paste(field, long)
    assert (field.value, field.hint) == (long, "")
    paste(field, "b")
    assert field.value == long
    assert str(LONGEST_TEXT) in field.hint


@pytest.mark.parametrize("multiline", [False, True])
def test_a_stored_text_that_is_too_long_is_shown_and_saved_whole(page: QWidget, multiline: bool) -> None:
    long = "abc\n" * LONGEST_TEXT if multiline else "\U0001f600" * LONGEST_LINE
    field = put(page, TextField("Notes", multiline=multiline))
    field.show_value(long)
    assert field.value == long
