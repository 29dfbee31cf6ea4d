"""In a language in which every text is marked, the window of the example shows no text without a mark but data."""

import re
import sqlite3
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QLocale, QModelIndex, QSettings, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app import _fill
from desktop.core.contact import Stage
from desktop.places import resources
from desktop.texts.catalogue import Language
from desktop.ui import words
from desktop.ui.main_window import MainWindow
from desktop.ui.shared.follow_up_words import FollowUpTexts
from desktop.ui.texts import Texts
from desktop.ui.today.ranking_words import RankingTexts
from desktop.ui.workspace import Workspace
from tests.look.places import UNKNOWN_TABLE, Places
from tests.texts.translations import MARKED
from tests.ui.translation_files import extract, mark_all, sources

OPEN, CLOSE = "⟦", "⟧"  # Qt's texts; those of the catalogue stand in «»
LONG_ENOUGH = 12  # characters of a shortened value of the data
_FORMS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
ROWS = 30  # of a list; more rows say nothing new
NAMES = {"Groundwork", "English", "https://"}  # alike in every language
SHOWN_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture(scope="session")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The language in which every text is marked."""
    folder = tmp_path_factory.mktemp("language")
    extract(sources(), folder / "texts.ts")
    mark_all(folder / "texts.ts", folder / "marked.qm", OPEN, CLOSE)
    return folder / "marked.qm"


@pytest.fixture
def speaking_marks(marked: Path, qapp: QApplication, speak: Callable[[Language], None]) -> Iterator[None]:
    """The program speaks the marked language."""
    speak(MARKED)
    translator = QTranslator()
    assert translator.load(str(marked))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def texts_of(widget: QWidget) -> Iterator[str]:
    """All that a widget says, but not what is typed into it, nor what Qt has words of its own for."""
    if isinstance(widget.parent(), QTabBar):
        return
    yield widget.toolTip()
    yield widget.statusTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.windowTitle()
    for action in widget.actions():
        yield action.text()
        yield action.toolTip()
        yield action.statusTip()
    match widget:
        case QLabel():
            yield re.sub("<[^>]*>", " ", widget.text()) if "</" in widget.text() else widget.text()
        case QAbstractButton():
            if not _is_worded_by_qt(widget):
                yield widget.text()
        case QMenu():
            yield widget.title()
        case QTabBar():
            for number in range(widget.count()):
                yield widget.tabText(number)
                yield widget.tabToolTip(number)
        case QComboBox():
            yield widget.placeholderText()
            for number in range(widget.count()):
                yield widget.itemText(number)
        case QSpinBox():
            yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QAbstractItemView() if not isinstance(widget, QHeaderView) and widget.model() is not None:
            yield from _in_list(widget.model())


def _is_worded_by_qt(button: QAbstractButton) -> bool:
    """Buttons of Qt's own, such as *Close*: Qt has translations of its own for them."""
    box = button.parent()
    return isinstance(box, QDialogButtonBox) and box.standardButton(button) is not box.StandardButton.NoButton


def _in_list(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(QModelIndex()), ROWS)):
            for role in SHOWN_ROLES:
                shown = model.index(row, column).data(role)
                yield shown if isinstance(shown, str) else ""


class Data:
    """What is not of the program: the values of the data file, and what `resources` holds in files for a language."""

    def __init__(self, data_file: Path, *more: str) -> None:
        self._values = {_plain(value) for value in (*_values_of(data_file), *_resource_texts(), *more)}
        locale = QLocale()
        days = (locale.dayName(day, form) for day in range(1, 8) for form in _FORMS)
        months = (locale.monthName(month, form) for month in range(1, 13) for form in _FORMS)
        self._calendar = {*days, *months}

    def unmarked(self, text: str) -> list[str]:
        """The parts that stand outside all marks and are no data, name, key or day."""
        return [part for part in self._outside(text) if any(map(str.isalpha, part)) and not self._is_known(part)]

    @staticmethod
    def _outside(text: str) -> list[str]:
        outside, depth = "", 0
        for character in text:
            depth += (character in OPEN + "«") - (character in CLOSE + "»")
            outside += "\n" if depth or character in CLOSE + "»" else character
        return [part for part in map(_plain, re.split(r"\n| · | – |, |: |\u2068|\u2069", outside)) if part]

    def _is_known(self, part: str) -> bool:
        part = part.removeprefix("✓ ").removesuffix("…")
        if re.fullmatch(r"\{\w+\}", part):  # a blank of a letter, as it is written in a template
            return True
        if part in self._values or part in NAMES or set(re.findall(r"[^\W\d_]+", part)) <= self._calendar:
            return True
        if len(part) > LONG_ENOUGH and any(part in value for value in self._values):
            return True
        return QKeySequence(part).toString() == part


def _plain(text: str) -> str:
    return " ".join(re.sub("[\u2068\u2069]", "", text).split())


def _values_of(data_file: Path) -> Iterator[str]:
    """Every text in a data file; lists and the parts of a line each for itself, too."""
    with closing(sqlite3.connect(data_file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, str):
                        yield value
                        yield from re.split(r"\n|, |: | – ", value)


def _resource_texts() -> Iterator[str]:
    for path in resources().rglob("*.toml"):
        for text in _strings(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield text
            yield from re.split(r"\n|, |: | – ", text)


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (text for part in value.values() for text in _strings(part))
        case list():
            yield from (text for part in value for text in _strings(part))


def unmarked_places(
    places: Iterator[tuple[str, Callable[[], QWidget]]], window: QWidget, wait: Callable[[], object], data: Data
) -> set[str]:
    """What is shown without a mark, each with the first place where it is."""
    found: dict[str, str] = {}
    for name, go in places:
        widget = go()
        wait()
        QApplication.processEvents()
        for each in [widget, *widget.findChildren(QWidget)]:
            for text in texts_of(each):
                for part in data.unmarked(text):
                    found.setdefault(part, f"{name}, {type(each).__name__}: {text!r}")
        if widget is not window:
            widget.close()
    return {f"{part!r} in {where}" for part, where in found.items()}


@pytest.mark.usefixtures("speaking_marks")
def test_every_text_of_every_place_goes_through_the_translation(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    _fill(workspace.store)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(workspace, settings, ["false"], example=True)
    qtbot.addWidget(window)
    window.show()
    imported = re.split("[;\n]", UNKNOWN_TABLE)
    data = Data(workspace.store.back_up(), str(workspace.store.folder), "Nora Lindqvist", *imported)
    places = Places(window, workspace, tmp_path)
    assert unmarked_places(places.example(), window, workspace.tasks.wait, data) == set()


class _Heading(QLabel):
    """Asks in a context of its own for a text of another class."""

    def said(self) -> str:
        """Its text."""
        return self.tr("Settings")


class WindowTexts(Texts):
    """A context that no translator has."""


@pytest.mark.usefixtures("speaking_marks")
def test_every_way_of_asking_finds_what_the_translator_wrote(workspace: Workspace, qtbot: QtBot) -> None:
    class Derived(MainWindow):
        pass

    settings = QSettings(str(workspace.store.folder / "window.ini"), QSettings.Format.IniFormat)
    window, derived = (of(workspace, settings, ["false"], example=False) for of in (MainWindow, Derived))
    qtbot.addWidget(window)
    qtbot.addWidget(derived)
    assert window.tr("Settings") == derived.tr("Settings") == "⟦Settings⟧"
    counted = "%n changes of yours wait and are saved then."
    assert window.tr(counted, "", 3) == "⟦23 changes of yours wait and are saved then.⟧"
    assert derived.tr(counted, "", 3) == "3 changes of yours wait and are saved then.", "the reason for a rule of Texts"
    assert RankingTexts.tr("someone to begin with, the easiest first") == "⟦someone to begin with, the easiest first⟧"
    assert FollowUpTexts.tr("%n working days", "", 5) == "⟦25 working days⟧"
    assert words.stage(Stage.FOUND) == "⟦Found⟧"
    assert _Heading().said() == WindowTexts.tr("Settings") == "Settings", "of a context that no translator has"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("⟦Next: ⟦Thank {name}⟧⟧", []),
        ("⟦Thank⟧ Dilek Aydın", []),
        ("⟦Thank⟧ \u2068Dilek Aydın\u2069 · ⟦5 days ago⟧", []),
        ("Thu 26 Nov 2026, 10:00", []),
        ("Ctrl+K", []),
        ("12 – 15", []),
        ("Thank Dilek Aydın", ["Thank Dilek Aydın"]),
        ("⟦Next:⟧ thank them", ["thank them"]),
        ("Dilek Aydın, met yesterday", ["met yesterday"]),
    ],
)
def test_what_has_no_mark_is_told_from_data(workspace: Workspace, text: str, found: list[str]) -> None:
    assert Data(workspace.store.back_up(), "Dilek Aydın").unmarked(text) == found
