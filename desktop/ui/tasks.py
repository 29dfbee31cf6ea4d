"""Work off the main thread: a function of plain values that reports progress and can be cancelled."""

import sys
from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from desktop.core.errors import UserError

_SWITCH_INTERVAL_SECONDS = (
    0.0005  # how long a worker thread may hold the GIL before the window gets it; 0.005 by default
)

_T = TypeVar("_T")


class Cancelled(Exception):
    """The user cancelled; the work stops at its next report."""


class Progress:
    """What the work is given to report how far it is; a plain callable as far as the work knows."""

    def __init__(self, say: Callable[[int, int], None], cancelled: Event) -> None:
        self._say = say
        self._cancelled = cancelled

    def __call__(self, done: int, total: int) -> None:
        """Report that `done` of `total` is done.

        Raises:
            Cancelled: if the user wants no more of it.
        """
        if self._cancelled.is_set():
            raise Cancelled
        self._say(done, total)


class Task(QObject):
    """One piece of work under way. All its signals arrive on the main thread."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    ended = Signal()  # after done, failed or cancelled

    def __init__(self, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next report."""
        self._cancelled.set()

    def run(self) -> None:
        """Do the work, on whatever thread calls this."""
        try:
            result = self._work(Progress(self.progressed.emit, self._cancelled))
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - handed to the main thread, which raises what is not for the user
            self.failed.emit(error)
        else:
            self.done.emit(result)
        self.ended.emit()


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


class Tasks(QObject):
    """Runs work off the main thread, one piece after another, so that nothing is written twice at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Laying out a window takes the GIL some hundred times, and waits up to this long each time.
        sys.setswitchinterval(_SWITCH_INTERVAL_SECONDS)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._under_way: set[Task] = set()

    def run(
        self,
        work: Callable[[Progress], _T],
        done: Callable[[_T], object],
        failed: Callable[[UserError], object],
        progressed: Callable[[int, int], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Task:
        """Start the work; exactly one of `done` and `failed` is called on the main thread, neither if it is cancelled.

        `ended` is called after either, and after a cancelled one: whoever connects to the task's signal afterwards may
        be too late for work that is soon done.
        An error that is not a `UserError` is a bug: it is raised on the main thread, where the crash dialog has it.
        """
        task = Task(work, self)

        def not_done(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            failed(error)

        task.done.connect(done)
        task.failed.connect(not_done)
        if progressed is not None:
            task.progressed.connect(progressed)
        if ended is not None:
            task.ended.connect(ended)
        task.ended.connect(lambda: self._forget(task))
        self._under_way.add(task)
        self._pool.start(_Runnable(task))
        return task

    def _forget(self, task: Task) -> None:
        self._under_way.discard(task)
        task.deleteLater()

    def wait(self) -> None:
        """Let everything under way come to its end, with its callbacks, before the window closes."""
        self._pool.waitForDone()
        while self._under_way:
            QCoreApplication.processEvents()
