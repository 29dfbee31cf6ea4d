"""An unexpected error shows one calm dialog with a report that holds nothing personal, and the program goes on."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.errors import StoreError
from desktop.ui.crash import CrashDialog, CrashReporter, report_of
from desktop.ui.theme import Theme

SECRET = "Ada Lovelace, ada@example.org"


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[list[CrashDialog]]:
    dialogs: list[CrashDialog] = []

    def show(report: str) -> CrashDialog:
        dialogs.append(CrashDialog(report))
        return dialogs[-1]

    reporter = CrashReporter(show)
    reporter.install(tmp_path)
    yield dialogs
    reporter.uninstall()


def fail() -> None:
    raise ValueError(SECRET)


def report_in(dialog: CrashDialog) -> str:
    return dialog.findChild(QPlainTextEdit).toPlainText()


def test_the_report_names_places_in_the_code_and_nothing_of_the_users() -> None:
    try:
        fail()
    except ValueError as error:
        report = report_of(type(error), error.__traceback__)
    assert "ValueError" in report
    assert "tests/ui/test_crash.py" in report
    assert "in fail" in report
    assert SECRET not in report
    assert str(Path.home()) not in report


def test_an_error_in_a_slot_opens_the_dialog_and_the_program_goes_on(
    shown: list[CrashDialog], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    sys.excepthook(ValueError, ValueError(SECRET), None)
    qtbot.waitUntil(lambda: bool(shown))
    assert SECRET not in report_in(shown[0])
    went_on: list[bool] = []
    QTimer.singleShot(0, lambda: went_on.append(True))
    qtbot.waitUntil(lambda: bool(went_on))
    next(button for button in shown[0].findChildren(QPushButton) if "Copy" in button.text()).click()
    assert QApplication.clipboard().text() == report_in(shown[0])
    shown[0].accept()


def test_an_error_that_repeats_opens_one_dialog(shown: list[CrashDialog], qtbot: QtBot) -> None:
    import sys

    for _ in range(50):
        sys.excepthook(ValueError, ValueError(SECRET), None)
    qtbot.waitUntil(lambda: bool(shown))
    QApplication.processEvents()
    assert len(shown) == 1
    shown[0].accept()


def test_a_trouble_of_the_users_world_is_said_without_a_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    import sys

    reporter = CrashReporter(lambda report: pytest.fail(report))
    reporter.install(tmp_path)
    said: list[str] = []
    reporter.said.connect(said.append)
    sys.excepthook(StoreError, StoreError("store.busy"), None)
    reporter.uninstall()
    assert said == ["Something else is being saved just now. Nothing was changed; try again in a moment."]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_of_another_thread_arrives_too(shown: list[CrashDialog], qtbot: QtBot) -> None:
    import sys

    thread = threading.Thread(target=lambda: sys.excepthook(KeyError, KeyError(SECRET), None))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(shown))
    assert "KeyError" in report_in(shown[0])
    shown[0].accept()


SENTENCE = (
    "There is no room left on the disk, so this could not be saved. What was saved before is safe; make room and "
    "try again."
)


def refuse(*_: object) -> None:
    raise StoreError("store.no_room")


class Refusing(QWidget):
    """Raises out of whatever Qt calls, once: `way` is which."""

    said = Signal()

    def __init__(self, way: str) -> None:
        super().__init__()
        self.way = way
        self.line = QLineEdit(self)
        self.line.installEventFilter(self)

    def refuse_once(self, way: str) -> None:
        if way == self.way:
            self.way = ""
            refuse()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.refuse_once("eventFilter")
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.refuse_once("event")
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.refuse_once("closeEvent")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.refuse_once("focusOutEvent")

    def paintEvent(self, event: QPaintEvent) -> None:
        self.refuse_once("paintEvent")


class Work(QRunnable):
    def run(self) -> None:
        refuse()


def by_timer(act: Callable[[], object]) -> None:
    QTimer.singleShot(0, act)


def focus_out(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusOut))


def in_a_thread() -> None:
    thread = threading.Thread(target=refuse)
    thread.start()
    thread.join()


def by_queue(widget: Refusing) -> None:
    widget.said.connect(refuse, Qt.ConnectionType.QueuedConnection)
    widget.said.emit()


def by_slot(widget: Refusing) -> None:
    widget.said.connect(refuse)
    widget.said.emit()


def nested(widget: Refusing) -> None:
    """A slot that calls into Qt, which calls back, and so on: each crossing puts words before the exception's own."""
    widget.said.connect(lambda: QApplication.sendEvent(widget, QEvent(QEvent.Type.User)))
    widget.said.emit()


WAYS: dict[str, Callable[[Refusing], object]] = {
    "slot": by_slot,
    "queued signal": by_queue,
    "timer": lambda _widget: by_timer(refuse),
    "thread": lambda _widget: in_a_thread(),
    "pool": lambda _widget: QThreadPool.globalInstance().start(Work()),
    "eventFilter": lambda widget: by_timer(lambda: focus_out(widget.line)),
    "focusOutEvent": lambda widget: by_timer(lambda: focus_out(widget)),
    "closeEvent": lambda widget: by_timer(widget.close),
    "paintEvent": lambda widget: by_timer(widget.repaint),
    "event": nested,
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("way", WAYS)
def test_the_sentence_arrives_as_it_is_written_whichever_way_it_comes(
    qtbot: QtBot, theme: Theme, tmp_path: Path, way: str
) -> None:
    widget = Refusing("")
    qtbot.addWidget(widget)
    widget.show()
    QApplication.processEvents()
    widget.way = way
    reporter = CrashReporter(lambda report: pytest.fail(report))
    said: list[str] = []
    reporter.said.connect(said.append)
    reporter.install(tmp_path)
    try:
        WAYS[way](widget)
        qtbot.waitUntil(lambda: bool(said))
    finally:
        reporter.uninstall()
    assert set(said) == {SENTENCE}
