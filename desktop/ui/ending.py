"""The program is asked to end from outside: SIGTERM, SIGHUP, Ctrl+C in the terminal, the end of the session."""

import contextlib
import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from desktop.ui.main_window import MainWindow
from desktop.ui.workspace import LOOK_AGAIN, Workspace

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
_Handler = Callable[[int, FrameType | None], object] | signal.Handlers


def end_at_signals() -> None:
    """From the very start on: a signal leaves by way of every `finally`, instead of dropping everything."""
    _handle(_leave)


def end_at_once() -> None:
    """As every program does: there is nothing to save or to clear away."""
    _handle(signal.SIG_DFL)


def _handle(handler: _Handler) -> None:
    """Windows sends a program with a window no signals: there the session alone tells it to end."""
    if os.name == "posix":
        for name in _SIGNALS:
            number = getattr(signal, name)
            if not (name == "SIGHUP" and signal.getsignal(number) is signal.SIG_IGN):  # so wished by `nohup`
                signal.signal(number, handler)


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(1)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Python's part; the pipe tells Qt, which may be asleep in C++."""


class Ending(QObject):
    """Saves what is typed and ends the program in order when it is asked to from outside."""

    def __init__(self, app: QApplication, workspace: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._ending = False
        if os.name == "posix":
            self._listen()
        app.commitDataRequest.connect(self._commit)
        app.saveStateRequest.connect(lambda _manager: window.keep())
        app.aboutToQuit.connect(self._stop)

    def _listen(self) -> None:
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        _handle(_heard)

    def _deafen(self) -> None:
        signal.set_wakeup_fd(-1)
        _handle(_leave)
        self._notifier.setEnabled(False)
        for end in self._pipe:
            os.close(end)

    def _wake(self, *_: object) -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(self._pipe[0], 64)
        if not self._ending:
            self._ending = True
            self._end()

    def _end(self) -> None:
        """When what is being saved is done, as the window closes too."""
        saved = self._window.keep()
        if self._workspace.is_waiting and not self._workspace.not_done:
            QTimer.singleShot(LOOK_AGAIN, self._end)
            return
        saved = (saved or self._window.copy_aside()) and not self._workspace.not_done
        self._window.remember()
        self._workspace.tasks.wait()
        QApplication.exit(0 if saved else 1)

    def _commit(self, manager: QSessionManager) -> None:
        """The session ends: what cannot be saved is asked about where the session allows it, else copied."""
        if self._window.keep():
            return
        if manager.allowsInteraction():
            manager.cancel()  # the line in the window says what is not saved
            self._window.raise_to_front()
            manager.release()
        else:
            self._window.copy_aside()

    def _stop(self) -> None:
        if not self._ending:
            self._window.keep()
        if os.name == "posix":
            self._deafen()
