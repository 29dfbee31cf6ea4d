"""A fault in one page opens the dialog, and leaves the window and every other page working."""

import ast
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import desktop.ui
from desktop.core.contact import Contact
from desktop.ui.crash import BrokenPageError, CrashDialog, CrashReporter
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.broken_page import BrokenPage
from desktop.ui.workspace import Workspace
from tests.ui.hands import press

TABS = ("today", "contacts", "prepare", "learning")
TAB_CLASSES = {
    "today": ("desktop.ui.today.tab", "TodayTab"),
    "contacts": ("desktop.ui.contacts.tab", "ContactsTab"),
    "prepare": ("desktop.ui.prepare.tab", "PrepareTab"),
    "learning": ("desktop.ui.learning.tab", "LearningTab"),
}
# How each whole page of Contacts is asked for, and what it is.
WHOLE_PAGES = {
    "contact.import": ("desktop.ui.contacts.importing.page", "ImportPage"),
    "contact.export": ("desktop.ui.contacts.exporting.page", "ExportPage"),
    "contact.duplicates": ("desktop.ui.contacts.duplicates.page", "DuplicatesPage"),
    "contact.chain": ("desktop.ui.contacts.chain.page", "ChainPage"),
    "contact.whom": ("desktop.ui.contacts.organisations.people_at_page", "PeopleAtPage"),
    "edit.deleted": ("desktop.ui.contacts.people.deleted_page", "DeletedPage"),
}


@pytest.fixture
def dialogs(qtbot: QtBot, tmp_path: Path) -> Iterator[list[CrashDialog]]:
    shown: list[CrashDialog] = []

    def show(report: str) -> CrashDialog:
        shown.append(CrashDialog(report))
        return shown[-1]

    reporter = CrashReporter(show)
    reporter.install(tmp_path)
    yield shown
    for window in QApplication.topLevelWidgets():
        if isinstance(window, CrashDialog) and window.isVisible():
            window.accept()
    reporter.uninstall()


@pytest.fixture
def open_window(workspace: Workspace, qtbot: QtBot) -> Callable[[int], MainWindow]:
    def opened(tab: int) -> MainWindow:
        settings = QSettings(str(workspace.store.folder / "window.ini"), QSettings.Format.IniFormat)
        settings.setValue("window/tab", tab)
        window = MainWindow(workspace, settings, ["false"], example=False)
        qtbot.addWidget(window)
        window.show()
        return window

    with workspace.store.action("Add"):
        workspace.store.contacts.add(Contact(name="Ada"))
    return opened


def break_it(monkeypatch: pytest.MonkeyPatch, module: str, name: str, after: bool) -> None:
    """Let building a class fail, before anything or after everything is there."""
    kind = getattr(import_module(module), name)
    build = kind.__init__

    def fail(self: QWidget, *values: object, **named: object) -> None:
        if after:
            build(self, *values, **named)
        raise ValueError("a fault")

    monkeypatch.setattr(kind, "__init__", fail)


def broken(window: MainWindow) -> list[BrokenPage]:
    return [page for page in window.findChildren(BrokenPage) if page.isVisible()]


@pytest.mark.parametrize("after", [False, True], ids=["at once", "late"])
@pytest.mark.parametrize("key", TABS)
def test_a_tab_that_cannot_be_built_leaves_its_place_to_a_page_and_the_others_work(
    key: str,
    after: bool,
    open_window: Callable[[int], MainWindow],
    dialogs: list[CrashDialog],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patched:
        break_it(patched, *TAB_CLASSES[key], after)
        window = open_window(TABS.index(key))  # the tab that is shown at the start
        qtbot.waitUntil(lambda: bool(dialogs))
        assert "ValueError" in dialogs[0].findChildren(QPlainTextEdit)[0].toPlainText()
        assert len(broken(window)) == 1
        for other in TABS:
            if other != key:
                assert window.tabs.go(other).isVisible()
                assert broken(window) == []
        with pytest.raises(BrokenPageError):
            window.tabs.go(key)
        (page,) = broken(window)
        assert "ValueError" in page.report.toPlainText()
        press(page, "Show details")
        assert page.report.isVisible()
        press(page, "Try again")  # it fails again
        assert len(broken(window)) == 1
    press(broken(window)[0], "Try again")
    assert broken(window) == []
    assert window.tabs.go(key).isVisible()


@pytest.mark.parametrize("key", TABS)
def test_a_tab_that_fails_when_another_is_shown_first_is_told_too(
    key: str,
    open_window: Callable[[int], MainWindow],
    dialogs: list[CrashDialog],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    break_it(monkeypatch, *TAB_CLASSES[key], after=True)
    window = open_window((TABS.index(key) + 1) % len(TABS))
    window.tabs.setCurrentIndex(TABS.index(key))
    qtbot.waitUntil(lambda: bool(dialogs))
    assert len(broken(window)) == 1


@pytest.mark.parametrize("action", WHOLE_PAGES)
def test_a_whole_page_of_contacts_that_cannot_be_built_can_be_left_and_tried_again(
    action: str,
    open_window: Callable[[int], MainWindow],
    dialogs: list[CrashDialog],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(0)
    trigger = window._actions[action].trigger
    with monkeypatch.context() as patched:
        break_it(patched, *WHOLE_PAGES[action], after=True)
        trigger()
        qtbot.waitUntil(lambda: bool(dialogs))
        press(broken(window)[0], "Back to contacts")
        assert broken(window) == []
        assert window.tabs.contacts.people.isVisible()
        trigger()
    press(broken(window)[0], "Try again")
    assert broken(window) == []


def test_what_fails_while_a_page_is_shown_or_follows_a_change_is_told_and_the_window_stays(
    open_window: Callable[[int], MainWindow],
    workspace: Workspace,
    dialogs: list[CrashDialog],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from desktop.ui.today.overview import Overview

    def fail(_page: QWidget) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(Overview, "refresh", fail)
    window = open_window(0)
    qtbot.waitUntil(lambda: bool(dialogs))
    dialogs[0].accept()
    QApplication.processEvents()
    workspace.act("Add", lambda: workspace.store.contacts.add(Contact(name="Bea")))
    qtbot.waitUntil(lambda: len(dialogs) == 2)
    for key in TABS:
        assert window.tabs.go(key).isVisible()


def test_no_method_that_runs_while_something_is_shown_lets_an_error_out() -> None:
    """An error that leaves `showEvent` comes out of the `show()` of the window, and ends the program."""
    open_ones = []
    for path in Path(desktop.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "showEvent":
                open_ones += [f"{path.name}:{each.lineno}" for each in node.body if not _is_safe(each)]
    assert open_ones == []


def _is_safe(statement: ast.stmt) -> bool:
    """Whether a statement of `showEvent` is a docstring, a call of Qt, or is told where it fails."""
    if isinstance(statement, ast.With):
        return "told()" in ast.unparse(statement.items[0])
    if isinstance(statement, ast.If):
        return all(_is_safe(each) for each in statement.body)
    text = ast.unparse(statement)
    is_docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return is_docstring or text in ("super().showEvent(event)", "self._clock.start()")
