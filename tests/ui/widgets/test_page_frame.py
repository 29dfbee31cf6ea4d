"""The frame of a page: one way back, a foot that stays, a centred column, at any text size and in both directions."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.errors import UserError
from desktop.ui.theme import Theme, scaled
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.page_frame import PAGE_WIDTH, PageFrame
from desktop.ui.widgets.switch import Switch
from tests.ui import hands


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def scale(request: pytest.FixtureRequest, theme: Theme) -> Iterator[float]:
    """The text size, at both ends of what is drawn for."""
    theme.apply("light", request.param)
    yield request.param
    theme.apply("light")


def shown(frame: QWidget, qtbot: QtBot, width: int = 1366, height: int = 768) -> None:
    qtbot.addWidget(frame)
    frame.resize(width, height)
    frame.show()
    frame.activateWindow()
    for _ in range(3):  # a label says how high it is when it knows how wide it is
        QApplication.processEvents()


def test_back_is_named_for_the_page_it_leads_to(qtbot: QtBot, theme: Theme) -> None:
    frame = PageFrame("A question", "Nora & Li")
    shown(frame, qtbot)
    closed = QSignalSpy(frame.closed)
    assert frame.back.text() == "Nora && Li"
    interface = QAccessible.queryAccessibleInterface(frame.back)
    assert interface.text(QAccessible.Text.Name) == "Back to Nora & Li"
    assert interface.role() == QAccessible.Role.Button
    frame.back.click()
    assert closed.count() == 1
    assert frame.back.width() >= frame.back.sizeHint().width(), "its name is not cut"
    assert min(frame.back.width(), frame.back.height()) >= 28


@pytest.mark.parametrize("inside", [QLineEdit, QListWidget, QPushButton, "back"])
@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)],
    ids=["Esc", "Alt+Left"],
)
def test_esc_and_alt_left_lead_back_from_anywhere_on_the_page(
    qtbot: QtBot, theme: Theme, inside: type[QWidget] | str, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    frame = PageFrame("A question", "Contacts")
    focused = frame.back if isinstance(inside, str) else inside()
    if focused is not frame.back:
        frame.column.addWidget(focused)
    shown(frame, qtbot)
    focused.setFocus()
    closed = QSignalSpy(frame.closed)
    qtbot.keyClick(focused, key, modifier)
    assert closed.count() == 1


def test_a_page_that_nothing_leads_to_has_no_way_back(qtbot: QtBot, theme: Theme) -> None:
    frame = PageFrame("Today")
    shown(frame, qtbot)
    closed = QSignalSpy(frame.closed)
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    qtbot.keyClick(frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not frame.back.isVisible()
    assert closed.count() == 0


def test_a_message_is_closed_before_the_page_is(qtbot: QtBot, theme: Theme) -> None:
    window, frame, bar = QWidget(), PageFrame("A question", "Contacts"), MessageBar()
    for part in (frame, bar):
        part.setParent(window)
    frame.resize(400, 300)
    shown(window, qtbot)
    frame.back.setFocus()
    bar.show_message("Saved")
    closed = QSignalSpy(frame.closed)
    qtbot.keyClick(frame.back, Qt.Key.Key_Escape)
    assert (bar.isVisible(), closed.count()) == (False, 0)
    qtbot.keyClick(frame.back, Qt.Key.Key_Escape)
    assert closed.count() == 1


def test_what_is_typed_is_saved_on_the_way_back_and_keeps_the_page_if_it_cannot_be(qtbot: QtBot, theme: Theme) -> None:
    frame, field = PageFrame("A question", "Contacts"), TextField("Subject")
    frame.column.addWidget(field)
    shown(frame, qtbot)
    saved: list[str] = []

    def save(text: str) -> None:
        if text == "bad":
            raise UserError("This cannot be saved.")
        saved.append(text)

    field.saved_by(save)
    closed = QSignalSpy(frame.closed)
    field.setFocus()
    qtbot.keyClicks(field.editor, "bad")
    frame.go_back()
    assert closed.count() == 0
    field.editor.clear()
    qtbot.keyClicks(field.editor, "good")
    frame.go_back()
    assert (saved, closed.count()) == (["good"], 1)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (700, 640)])
@pytest.mark.parametrize("scrolls", [True, False])
def test_the_column_is_centred_and_no_wider_than_is_good_to_read(
    qtbot: QtBot, scale: float, width: int, height: int, scrolls: bool
) -> None:
    frame = PageFrame("A question", "Contacts", scrolls=scrolls)
    line = QLineEdit()
    frame.column.addWidget(line)
    shown(frame, qtbot, width, height)
    left = line.mapTo(frame, QPoint(0, 0)).x()
    right = frame.width() - left - line.width()
    assert line.width() == min(scaled(frame.font(), PAGE_WIDTH), width - 48)
    assert abs(left - right) <= 1
    assert frame.title.mapTo(frame, QPoint(0, 0)).x() == left


def test_tables_have_the_whole_width(qtbot: QtBot, theme: Theme) -> None:
    frame = PageFrame("Everyone", "Contacts", width=None, scrolls=False)
    table = QListWidget()
    frame.column.addWidget(table, 1)
    shown(frame, qtbot, 1920, 1080)
    assert table.width() == 1920 - 48


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (700, 640)])
def test_what_can_be_done_never_scrolls_away(qtbot: QtBot, scale: float, width: int, height: int) -> None:
    frame = PageFrame("A question", "Contacts")
    for number in range(60):
        frame.column.addWidget(TextField(f"Field {number}"))
    frame.add_action("Mail", lambda: None)
    primary = frame.add_action("Copy", lambda: None, primary=True)
    frame.notify("Saved. Everything that a first letter needs is in it.")
    shown(frame, qtbot, width, height)
    corner = primary.mapTo(frame, QPoint(primary.width(), primary.height()))
    assert primary.isVisible()
    assert corner.x() <= frame.width()
    assert corner.y() <= frame.height()
    hands.field(frame, "Field 59").setFocus()
    QApplication.processEvents()
    assert primary.mapTo(frame, QPoint(primary.width(), primary.height())) == corner


def test_there_is_one_primary_button_at_most(qtbot: QtBot, theme: Theme) -> None:
    frame = PageFrame("A question", "Contacts")
    done: list[str] = []
    first = frame.add_action("Copy", lambda: done.append("copy"), primary=True)
    second = frame.add_action("Mark as sent", lambda: done.append("sent"), primary=True)
    shown(frame, qtbot)
    assert hands.primary(frame) is second
    frame.make_primary(first)
    assert hands.primary(frame) is first
    hands.press(frame, "Mark as sent")
    assert done == ["sent"]
    frame.make_primary(None)
    assert frame.primary is None
    assert not first.property("primary")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_nothing_moves_when_a_notice_comes_or_goes(qtbot: QtBot, scale: float, width: int, height: int) -> None:
    frame = PageFrame("A question", "Contacts")
    button, field = frame.add_action("Copy", lambda: None), TextField("Subject")
    frame.column.addWidget(field)
    shown(frame, qtbot, width, height)

    def places() -> list[QPoint]:
        QApplication.processEvents()
        return [each.mapTo(frame, QPoint(0, each.height())) for each in (button, field)]

    before = places()
    frame.notify("Two things are missing yet: who you are, and how you found her.", "attention")
    assert frame.notice.startswith("Two things")
    assert places() == before
    frame.notify("")
    assert places() == before


def test_a_foot_with_nothing_to_do_or_to_say_is_not_there(qtbot: QtBot, theme: Theme) -> None:
    frame = PageFrame("Recently deleted", "Contacts", scrolls=False)
    field = QListWidget()
    frame.column.addWidget(field, 1)
    shown(frame, qtbot)

    def foot() -> int:
        QApplication.processEvents()
        return frame.height() - field.mapTo(frame, QPoint(0, field.height())).y()

    bare = foot()
    button = frame.add_action("Restore", lambda: None)
    assert foot() > bare
    button.hide()
    assert foot() == bare
    frame.keep_room_for_notices()
    assert foot() > bare


def test_the_chevron_points_where_one_came_from(qtbot: QtBot, theme: Theme) -> None:
    frame = PageFrame("A question", "Contacts")
    shown(frame, qtbot)
    left = frame.back.icon().pixmap(16, 16).toImage()
    assert frame.back.x() < 40
    frame.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for _ in range(3):
        QApplication.processEvents()
    right = frame.back.icon().pixmap(16, 16).toImage()
    assert frame.back.geometry().right() > frame.width() - 40
    assert right != left
    assert right == left.flipped(Qt.Orientation.Horizontal)


def test_what_stands_beside_back_moves_below_it_where_there_is_no_room(qtbot: QtBot, theme: Theme) -> None:
    frame = PageFrame("A question", "Contacts")
    parts = [(str(number), f"A part of the page {number}") for number in range(4)]
    switch = Switch("Parts", parts)
    frame.add_to_head(switch)
    shown(frame, qtbot, 1366)
    assert abs(switch.geometry().center().y() - frame.back.geometry().center().y()) <= 2
    frame.resize(switch.sizeHint().width() + 60, 600)
    for _ in range(3):
        QApplication.processEvents()
    assert switch.y() > frame.back.geometry().bottom()
