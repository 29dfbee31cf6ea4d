"""No text of the user or of a file is read as markup anywhere in the window, and nothing that it names is loaded.

Every text field of the example holds markup and an image to load; every place of the window is walked.
"""

import ast
import ctypes
import html
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPoint,
    QSettings,
    QUrl,
)
from PySide6.QtGui import QHelpEvent, QPixmap, Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QMenu,
    QTabBar,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app import _fill
from desktop.core.contact import Contact
from desktop.store.store import Store
from desktop.ui.contacts.page.possible_duplicate import PossibleDuplicatePerson
from desktop.ui.contacts.people.contact_table import ContactTable
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.widgets.plain_tips import plain_notice, plain_tip
from desktop.ui.workspace import Workspace
from tests.look.places import Places
from tests.ui import hostile

ROWS = 30  # of a list; more rows say nothing new
IN_OPEN = 0x20  # of <sys/inotify.h>
MORE_TABLE = "Wer;Wo;Erreichbar\n{0};{0};ilja@example.org\n"
UI = Path(__file__).resolve().parents[2] / "desktop" / "ui"
SETTERS = {"setToolTip", "setStatusTip", "setWhatsThis", "setTabToolTip"}
ROLES = {"ToolTipRole", "StatusTipRole", "WhatsThisRole"}
TIPS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole)
TEXTS = [
    "Ada Byron",
    "<b>bold</b>",
    "a < b & c > d",
    '<img src="file:///tmp/x.png">',
    "Eve <img src=//host/share/x.png> Mallory",
    "&amp; &lt;b&gt;",
    '<a href="https://evil.example/">here</a>',
    "line\n<i>second</i>",
    "<i>first</i>\nsecond",
    "<?xml version='1.0'?><p>x",
    "",
]


class Loads(QTextDocument):
    """What Qt would show of a tip, and what it would load for that."""

    def __init__(self, tip: str) -> None:
        super().__init__()
        self.wanted: list[str] = []
        self.setHtml(tip)
        self.shown = self.toPlainText()
        self.size()  # laid out: that is when images are loaded

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        self.wanted.append(name.toString() if isinstance(name, QUrl) else name)
        return None


def is_read(tip: str) -> bool:
    """Whether Qt would show anything else than characters, or load anything."""
    if not Qt.mightBeRichText(tip):
        return False
    loads = Loads(tip)
    anchors = [
        part.fragment()
        for block in _blocks(loads)
        for part in block
        if part.fragment().charFormat().isAnchor() or part.fragment().charFormat().isImageFormat()
    ]
    return bool(loads.wanted or anchors or "<" not in loads.shown)  # what is escaped shows its marks


def _blocks(document: QTextDocument) -> Iterator[object]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


@pytest.fixture
def example(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Workspace]:
    """The example with hostile text wherever there is text."""
    with Store(tmp_path / "data") as store:
        _fill(store)
    image = tmp_path / "canary.png"
    assert QPixmap(2, 2).save(str(image))
    assert hostile.fill(tmp_path / "data" / "groundwork.db", image) > 300
    from desktop.formats import question_bank
    from desktop.places import resources

    with Store(tmp_path / "data") as store:
        workspace = Workspace(
            store, Tasks(), theme, lambda: question_bank.read_question_bank(resources() / "questions")
        )
        yield workspace
        workspace.tasks.wait()
        workspace.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(example: Workspace, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    shown = MainWindow(example, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), ["false"], False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def tips_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a widget that Qt shows in a tip."""
    yield "tool tip", widget.toolTip()
    yield "status tip", widget.statusTip()
    yield "what is this", widget.whatsThis()
    for action in widget.actions():
        yield "status tip of an action", action.statusTip()
        yield "what is this of an action", action.whatsThis()
        if not isinstance(widget, QMenu) or widget.toolTipsVisible():
            yield "tool tip of an action", action.toolTip()
    match widget:
        case QTabBar():
            for number in range(widget.count()):
                yield "tool tip of a tab", widget.tabToolTip(number)
        case QComboBox():
            yield from _in_model(widget.model())
        case QAbstractItemView() if not isinstance(widget, QHeaderView) and widget.model() is not None:
            yield from _in_model(widget.model())


def _in_model(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    is_list = isinstance(model, QAbstractListModel)  # then it has no columns to ask for
    is_flat = is_list or isinstance(model, QAbstractTableModel)
    parents = [QModelIndex()]
    while parents:
        parent = parents.pop()
        for column in range(1 if is_list else model.columnCount(parent)):
            for role in TIPS:
                for way in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
                    yield f"{role.name} of a heading", model.headerData(column, way, role) or ""
            for row in range(min(model.rowCount(parent), ROWS)):
                index = model.index(row, column, parent)
                for role in TIPS:
                    yield role.name, index.data(role) or ""
                if column == 0 and not is_flat and model.hasChildren(index):
                    parents.append(index)


def is_markup_of(label: QLabel) -> bool:
    """Whether a label shows something that it reads as markup."""
    if label.textFormat() is Qt.TextFormat.PlainText:
        return False
    return label.textFormat() is not Qt.TextFormat.AutoText or Qt.mightBeRichText(label.text())


def more_places(places: Places, window: MainWindow, folder: Path) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Files that hold such text themselves, and people who are alike."""
    contacts = window.tabs.go("contacts")
    yield from places.example()
    text = hostile.hostile("Nora", folder / "canary.png")
    cards = folder / "more.vcf"
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0}\r\nORG:{0}\r\nTITLE:{0}\r\nEMAIL:{0}\r\nEND:VCARD\r\n"
    cards.write_text(card.format(text.replace(";", "\\;").replace(",", "\\,")) + "BEGIN:VCARD\r\nN:\r\n")
    yield "more cards", lambda: _shown(window, lambda: contacts.import_files([cards]))
    table = folder / "more.csv"
    table.write_text(MORE_TABLE.format(text.replace(";", ",").replace('"', "'")))
    yield "more columns", lambda: _shown(window, lambda: contacts.import_files([table]))


def _shown(window: MainWindow, act: Callable[[], object]) -> QWidget:
    act()
    return window


@contextmanager
def loading(opened: list[str], file: Path) -> Iterator[None]:
    """Adds the file to the list if anybody opens it meanwhile: the kernel tells, whoever it is."""
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    assert libc.inotify_add_watch(watch, os.fsencode(file), IN_OPEN) >= 0
    try:
        yield
        QApplication.processEvents()
        with suppress(BlockingIOError):
            opened += [str(file)] if os.read(watch, 4096) else []
    finally:
        os.close(watch)


def test_no_tip_and_no_label_of_any_place_reads_the_text_of_others(
    example: Workspace, window: MainWindow, tmp_path: Path
) -> None:
    wrong: dict[str, str] = {}
    seen, labels = 0, 0
    for place, go in more_places(Places(window, example, tmp_path), window, tmp_path):
        widget = go()
        for _ in range(3):
            example.tasks.wait()
            QApplication.processEvents()
        for each in [widget, *widget.findChildren(QWidget)]:
            for what, tip in tips_of(each):
                seen += "<b>x</b>" in tip or "&lt;b&gt;x" in tip
                if is_read(tip):
                    wrong.setdefault(f"{type(each).__name__} {each.accessibleName()}: {what}", f"{place}: {tip[:90]}")
            if isinstance(each, QLabel):
                labels += "<b>x</b>" in each.text()
                if is_markup_of(each):
                    wrong.setdefault(
                        f"label below {type(each.parentWidget()).__name__}: {each.text()[:60]}", f"{place}"
                    )
        if widget is not window:
            widget.close()
    assert wrong == {}
    assert seen > 100, "the walk did not meet the hostile text in tips"
    assert labels > 50, "the walk did not meet the hostile text in labels"


def test_people_who_are_alike_are_told_as_they_are_written(example: Workspace, window: MainWindow) -> None:
    name = hostile.hostile("Same", Path("/canary.png"))
    with example.store.action("Add"):
        number = example.store.contacts.add(Contact(name=name))
        example.store.contacts.add(Contact(name=name, organisation=name))
    window.tabs.open_contact(number)
    line = window.findChild(PossibleDuplicatePerson)
    assert line.text
    assert not is_read(line.toolTip())


@pytest.mark.qt_log_ignore(r"does not support raise", extend=True)
@pytest.mark.skipif(sys.platform != "linux", reason="inotify tells who opens the file")
def test_the_rest_of_the_pointer_over_a_name_loads_nothing(
    example: Workspace, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """As found: the image was opened as soon as the pointer rested on the row."""
    opened: list[str] = []
    window.tabs.go("contacts")
    table = window.findChild(ContactTable)
    place = table.visualRect(table.model().index(0, 0)).center()
    with loading(opened, tmp_path / "canary.png"):
        event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
        QApplication.sendEvent(table.viewport(), event)
    assert QToolTip.isVisible()
    assert "&lt;img" in QToolTip.text()
    assert opened == []
    QToolTip.hideText()
    with loading(opened, tmp_path / "canary.png"):
        QToolTip.showText(QPoint(0, 0), f'<img src="{(tmp_path / "canary.png").as_uri()}">', window)
    assert opened, "the test would see an image that is loaded"
    QToolTip.hideText()


@pytest.mark.parametrize("text", TEXTS)
def test_a_tip_shows_its_text_and_loads_nothing(text: str) -> None:
    tip = plain_tip(text)
    if Qt.mightBeRichText(tip):
        shown = Loads(tip)
        assert shown.shown == text
        assert shown.wanted == []
    else:
        assert tip == text


def test_every_tip_of_the_window_is_a_text_of_ours_or_made_plain() -> None:
    """Found in the source: what is set as a tip is a literal, its translation, or goes through `plain_tip`."""
    wrong = []
    for path in UI.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SETTERS:
                if not is_ours(node.args[-1]):
                    wrong.append(f"{path.relative_to(UI)}:{node.lineno}")
            elif isinstance(node, ast.Attribute) and node.attr in ROLES and "plain_tip(" not in text:
                wrong.append(f"{path.relative_to(UI)}:{node.lineno}")
    assert wrong == []


def is_ours(tip: ast.expr) -> bool:
    """Whether an expression is a literal, the translation of one, or a call of `plain_tip`."""
    if not isinstance(tip, ast.Call):
        return isinstance(tip, ast.Constant) or ast.unparse(tip) == "spec.tip"  # of the table of actions, all literals
    if isinstance(tip.func, ast.Attribute) and tip.func.attr == "tr":
        return all(isinstance(each, ast.Constant) for each in tip.args)
    return isinstance(tip.func, ast.Name) and tip.func.id == "plain_tip"


def test_a_notice_shows_its_text_where_the_system_reads_tags_and_where_not() -> None:
    assert plain_notice("Your talk with Ada & Co. begins") == "Your talk with Ada & Co. begins"
    said = plain_notice('<img src="file:///x.png"> &amp; &#60;b&#62;')
    assert "<" not in said
    assert html.unescape(said) == said
