"""The screen beside a meeting and the write-up, everything unfolded: names, letters, room, the way of the Tab key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.core.meeting import PlannedQuestion
from desktop.core.meeting_line import MeetingState
from desktop.ui.prepare.live_page import LivePage
from desktop.ui.prepare.tab import PrepareTab
from desktop.ui.prepare.write_up_page import WriteUpPage
from desktop.ui.theme import Theme
from desktop.ui.widgets.tab_order import neighbour
from desktop.ui.workspace import Workspace

PAGES = ("live", "write-up")
_KINDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, tab: PrepareTab, agreed: int, workspace: Workspace) -> QWidget:
    """One of the two, with something that came by itself."""
    meetings = workspace.store.meetings
    came = PlannedQuestion(meeting_id=agreed, text="Shifts", answer="Every third week", unplanned=True)
    workspace.act("Came", lambda: meetings.add_question(came))
    tab.activateWindow()
    if request.param == "live":
        tab.begin_meeting(agreed)
        shown: QWidget = tab.findChild(LivePage)
    else:
        workspace.act("Met", lambda: meetings.update(agreed, state=MeetingState.MET))
        tab.open_meeting(agreed)
        shown = tab.findChild(WriteUpPage)
        for fold in shown.folds.values():
            fold.unfold()
    settle()
    return shown


def settle() -> None:
    for _ in range(6):  # a layout may ask for another one
        QApplication.processEvents()


def controls(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        own = not isinstance(widget.parent(), QComboBox) and not widget.objectName().startswith("qt_")
        if isinstance(widget, _KINDS) and widget.isVisible() and own and not isinstance(widget.parent(), QScrollArea):
            yield widget


def test_every_control_has_a_name(page: QWidget) -> None:
    nameless = [
        repr(widget)
        for widget in controls(page)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []


def test_no_letter_reaches_two_things(page: QWidget, tab: PrepareTab) -> None:
    letters: dict[str, str] = {"f": "File", "e": "Edit", "g": "Go", "h": "Help"}
    double = []
    for widget in tab.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible():
            continue
        text = widget.text().replace("&&", "")
        if "&" not in text or (isinstance(widget, QLabel) and widget.buddy() is None):
            continue
        letter = text[text.index("&") + 1].lower()
        if letter in letters:
            double.append((text, letters[letter]))
        letters[letter] = text
    assert double == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off(page: QWidget, scale: float, tab: PrepareTab, theme: Theme) -> None:
    theme.apply("light", scale)
    try:
        tab.resize(1280, 720)
        settle()
        areas = [page] if isinstance(page, QScrollArea) else page.findChildren(QScrollArea)
        assert [area.horizontalScrollBar().maximum() for area in areas if area.isVisible()] == [0]
        low = [
            f"{type(each).__name__} {each.accessibleName()!r}: {each.height()} of {each.minimumSizeHint().height()}"
            for each in controls(page)
            if each.height() < each.minimumSizeHint().height()
        ]
        assert low == []
        cut = [
            label.text()
            for label in page.findChildren(QLabel)
            if label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width())
        ]
        assert cut == []
    finally:
        theme.apply("light", 1.0)


def test_the_tab_key_reaches_every_control_and_comes_round(page: QWidget) -> None:
    first = neighbour(page, None, forward=True)
    seen: list[QObject | None] = []
    here = first
    while here not in seen:
        seen.append(here)
        here = neighbour(page, here, forward=True)
    assert here is first
    places = [each for each in controls(page) if isinstance(each, QPlainTextEdit | QLineEdit)]
    assert [each.accessibleName() for each in places if each not in seen] == []


@pytest.mark.parametrize("page", ["live"], indirect=True)
def test_room_for_what_comes_by_itself_is_seen_when_it_is_made(page: LivePage, qtbot: QtBot) -> None:
    page.add_unplanned()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    view = page.findChild(QScrollArea).viewport()
    qtbot.waitUntil(lambda: view.rect().contains(focused.mapTo(view, focused.rect().center())))


@pytest.mark.parametrize("page", ["write-up"], indirect=True)
def test_a_fold_is_a_switch_that_says_what_it_does(page: WriteUpPage) -> None:
    fold = page.folds["unplanned"]
    told = QAccessible.queryAccessibleInterface(fold.button)
    assert told.text(QAccessible.Text.Name) == "What came by itself – 1"
    assert told.state().checked
    fold.button.click()
    assert not told.state().checked
    assert fold.content is not None
    assert not fold.content.isVisible()
