"""The wizard in its tab: by keyboard through all pages, saved as typed, resumed after a restart, unharmed by keys."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.core.meeting import Meeting, PreparationPage
from desktop.core.preparing.wizard import PAGES
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.prepare.tab import PrepareTab
from desktop.ui.prepare.wizard import Wizard
from desktop.ui.prepare.wizard_page import WizardPage
from desktop.ui.theme import Theme
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.step_list import StepList
from desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("agreed")


@pytest.fixture
def wizard(tab: PrepareTab) -> Wizard:
    found = tab.findChild(Wizard)
    assert isinstance(found, Wizard)
    return found


def page_of(wizard: Wizard) -> WizardPage:
    return next(page for page in wizard.findChildren(WizardPage) if page.isVisible())


def field(within: QWidget, label: str) -> TextField:
    return next(each for each in within.findChildren(TextField) if each.name.startswith(label))


def turn(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, Qt.KeyboardModifier.ControlModifier)


def stored(store: Store, meeting_id: int) -> Meeting:
    meeting = store.meetings.find(meeting_id)
    assert meeting is not None
    return meeting


def test_the_keyboard_goes_through_all_seven_pages_and_back(wizard: Wizard, qtbot: QtBot) -> None:
    visited = [wizard.page]
    page_of(wizard).take_focus()
    for _ in PAGES:
        turn(qtbot, Qt.Key.Key_PageDown)
        visited.append(wizard.page)
    assert visited == [*PAGES, PreparationPage.REVIEW]
    for page in reversed(PAGES[:-1]):
        turn(qtbot, Qt.Key.Key_PageUp)
        assert wizard.page is page


def test_the_list_of_steps_reaches_any_page_and_keeps_the_focus(wizard: Wizard, qtbot: QtBot) -> None:
    steps = wizard.findChild(StepList)
    assert isinstance(steps, StepList)
    steps.setFocus()
    qtbot.keyClick(steps, Qt.Key.Key_End)
    assert wizard.page is PreparationPage.REVIEW
    assert steps.hasFocus()


def test_next_names_the_page_it_leads_to_and_moves_the_focus_into_it(wizard: Wizard, qtbot: QtBot) -> None:
    button = next(b for b in wizard.findChildren(QPushButton) if b.text() == "Next: Time")
    button.click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page_of(wizard).page is PreparationPage.TIME
    assert page_of(wizard).isAncestorOf(focused)


def test_what_is_typed_is_saved_when_the_page_is_turned(
    wizard: Wizard, store: Store, agreed: int, qtbot: QtBot
) -> None:
    purpose = field(wizard, "What do you want to learn")
    purpose.editor.selectAll()
    purpose.setFocus()
    qtbot.keyClicks(purpose.editor, "See a plant from inside")
    turn(qtbot, Qt.Key.Key_PageDown)
    assert stored(store, agreed).purpose == "See a plant from inside"


@pytest.mark.parametrize("page", PAGES)
def test_escape_and_enter_do_no_harm_on_any_page(
    page: PreparationPage, wizard: Wizard, tab: PrepareTab, store: Store, agreed: int, qtbot: QtBot
) -> None:
    tab.open_meeting(agreed, page)
    before = (stored(store, agreed), store.meetings.questions(agreed))
    for edit in page_of(wizard).findChildren(QLineEdit):
        if edit.isVisible():
            edit.setFocus()
            for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
                qtbot.keyClick(edit, key)
    qtbot.keyClick(page_of(wizard), Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert wizard.page is page
    after = stored(store, agreed)
    assert (after, store.meetings.questions(agreed)) == (before[0], before[1]) or after.page == page


@pytest.mark.parametrize("page", PAGES)
def test_a_new_start_resumes_at_the_page_that_was_left(
    page: PreparationPage, tab: PrepareTab, agreed: int, workspace: Workspace, actions: Actions, qtbot: QtBot
) -> None:
    tab.open_meeting(agreed)
    wizard = tab.findChild(Wizard)
    assert isinstance(wizard, Wizard)
    wizard.go(page)
    again = PrepareTab(workspace, actions)
    qtbot.addWidget(again)
    resumed = again.findChild(Wizard)
    assert isinstance(resumed, Wizard)
    assert resumed.page is page


def test_the_steps_say_what_is_done_and_what_is_missing(
    wizard: Wizard, store: Store, workspace: Workspace, agreed: int
) -> None:
    steps = wizard.findChild(StepList)
    assert isinstance(steps, StepList)

    def spoken(row: int) -> str:
        return str(steps.item(row).data(Qt.ItemDataRole.AccessibleTextRole))

    assert "done" in spoken(0)
    assert "Enter the place" in spoken(1)
    workspace.act("Edit place", lambda: store.meetings.update(agreed, place="Café"))
    assert "done" in spoken(1)


def test_undo_shows_what_was_there_before(wizard: Wizard, workspace: Workspace, qtbot: QtBot) -> None:
    purpose = field(wizard, "What do you want to learn")
    before = purpose.value
    purpose.editor.selectAll()
    qtbot.keyClicks(purpose.editor, "Something else")
    purpose.flush()
    workspace.undo()
    assert purpose.value == before


# -- every page, for everybody ---------------------------------------------------------------------------------------


def controls(root: QWidget) -> Iterator[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QSpinBox)
    for widget in root.findChildren(QWidget):
        own = not isinstance(widget.parent(), QComboBox | QSpinBox) and not widget.objectName().startswith("qt_")
        if isinstance(widget, kinds) and widget.isVisible() and own and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name(page: PreparationPage, tab: PrepareTab, agreed: int, wizard: Wizard) -> None:
    tab.open_meeting(agreed, page)
    nameless = []
    for widget in controls(tab):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            nameless.append(repr(widget))
    assert nameless == []


@pytest.mark.parametrize("page", PAGES)
def test_mnemonics_do_not_collide(page: PreparationPage, tab: PrepareTab, agreed: int, wizard: Wizard) -> None:
    tab.open_meeting(agreed, page)
    letters: dict[str, str] = {}
    for widget in tab.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible():
            text = widget.text().replace("&&", "")
            if isinstance(widget, QLabel) and widget.buddy() is None:
                continue
            if "&" in text:
                letter = text[text.index("&") + 1].lower()
                assert letter not in letters, f"{text!r} and {letters[letter]!r}"
                letters[letter] = text


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off_sideways(
    page: PreparationPage, scale: float, tab: PrepareTab, agreed: int, wizard: Wizard, theme: Theme, qtbot: QtBot
) -> None:
    theme.apply("light", scale)
    try:
        tab.resize(1280, 720)
        tab.open_meeting(agreed, page)
        for _ in range(4):  # a layout may ask for another one
            QApplication.processEvents()
        shown = page_of(wizard)
        assert shown.horizontalScrollBar().maximum() == 0
        for button in tab.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.text()
        for label in tab.findChildren(QLabel):
            if label.isVisible() and label.text():
                needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
                assert label.height() >= needed - 1, (
                    label.text(),
                    label.parent(),
                    label.font().pointSizeF(),
                    label.sizeHint(),
                )
    finally:
        theme.apply("light", 1.0)


def test_tab_goes_down_the_page(tab: PrepareTab, agreed: int, wizard: Wizard, qtbot: QtBot) -> None:
    tab.open_meeting(agreed, PreparationPage.TIME)
    page = page_of(wizard)
    page.take_focus()
    tops = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        if focused is None or not page.isAncestorOf(focused):
            break
        tops.append(focused.mapTo(page, focused.rect().topLeft()).y() + page.verticalScrollBar().value())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert len(tops) >= 6
    assert all(above <= below + 8 for above, below in pairwise(tops))
