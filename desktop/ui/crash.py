"""What happens when the program meets an error it did not expect: one calm dialog, a report to copy, and on it goes."""

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from desktop import __version__
from desktop.core.errors import UserError, WaitingError
from desktop.places import CRASH_LOG
from desktop.ui.theme import page_title, scaled

_LOG_NAME = CRASH_LOG  # what the interpreter itself writes if it dies; no values, only places in the code


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The report: versions and the places in the code, without messages or values, which could be personal."""
    import platform

    lines = [
        f"Groundwork {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
        kind.__name__,
    ]
    root = str(Path(__file__).resolve().parents[2])
    for frame in traceback.extract_tb(trace):
        place = frame.filename.removeprefix(root).replace("\\", "/").lstrip("/")
        if "site-packages/" in place:
            place = place.rpartition("site-packages/")[2]
        elif Path(place).is_absolute() or frame.filename == f"/{place}":
            place = Path(place).name
        lines.append(f"  {place}:{frame.lineno} in {frame.name}")
    return "\n".join(lines)


class BrokenPageError(Exception):
    """A page could not be shown and something else stands in its place; its error has been told already."""


def tell(error: Exception) -> None:
    """Give an error to whoever takes those that nobody caught, and go on."""
    sys.excepthook(type(error), error, error.__traceback__)


@contextmanager
def told() -> Iterator[None]:
    """Tell an error in the block and go on after it.

    For methods that Qt calls while it shows something: an error that leaves them comes out wherever Python called Qt,
    such as at the `show()` of the window, and other methods run before it does.
    """
    try:
        yield
    except BrokenPageError:
        pass
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        tell(error)


class CrashDialog(QDialog):
    """Says what happened and what is safe, and offers the report to copy."""

    def __init__(self, report: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something unexpected"))
        said = QLabel(
            self.tr(
                "Groundwork met something it did not expect. Everything shown as saved is safe. You can go on; if it "
                "happens again, close the program and start it anew.\n\nThe report below holds no names and no texts "
                "of yours. You may copy it and send it to whoever helps you."
            )
        )
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        shown = QPlainTextEdit(report)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Report"))
        copy = QPushButton(self.tr("&Copy report"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        leave = QPushButton(self.tr("C&lose Groundwork"))
        leave.clicked.connect(self._leave)
        go_on = QPushButton(self.tr("&Go on"))
        go_on.setProperty("primary", True)
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        for button in (copy, leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(page_title(QLabel(self.tr("Something unexpected"))))
        layout.addWidget(said)
        layout.addWidget(shown, 1)
        layout.addLayout(buttons)
        self.resize(scaled(self.font(), 560), scaled(self.font(), 420))

    def _leave(self) -> None:
        self.accept()
        QTimer.singleShot(0, QApplication.closeAllWindows)


class CrashReporter(QObject):
    """Takes unexpected errors from everywhere and shows one dialog at a time.

    An error inside painting repeats at every repaint, so while a dialog is open further ones are dropped.
    """

    said = Signal(str)  # a trouble of the user's world that nobody caught: its sentence, no dialog
    _caught = Signal(str)

    def __init__(self, show: Callable[[str], QDialog] = CrashDialog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._open: QDialog | None = None
        # Queued, so that it arrives on the main thread and outside of whatever was going on.
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self, folder: Path) -> None:
        """Listen for errors on the main thread, other threads, in destructors, and of the interpreter itself."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)
        self._log = (folder / _LOG_NAME).open("a", encoding="utf-8")
        faulthandler.enable(self._log)

    def uninstall(self) -> None:
        """Give everything back as it was."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        faulthandler.disable()
        self._log.close()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, WaitingError | BrokenPageError):  # it has been said
            return
        if isinstance(error, UserError):  # its own sentence: PySide puts words before the arguments of an exception
            self.said.emit(str(error.text))
            return
        report = report_of(kind, trace)
        if sys.stderr is not None:  # a windowed build on Windows has none
            sys.stderr.write(report + "\n")
        self._caught.emit(report)

    def _tell(self, report: str) -> None:
        if self._open is None:
            self._open = self._show(report)
            self._open.finished.connect(self._closed)
            self._open.open()

    def _closed(self, *_: object) -> None:
        self._open = None
