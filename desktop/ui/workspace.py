"""What every tab works with: the store, its changes as a signal, one way to act on it, and one way to say something."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QObject, QSettings, QTimer, Signal

from desktop.core.errors import UserError, WaitingError
from desktop.places import WINDOW_FILE
from desktop.store.file.history import Change
from desktop.store.store import Store
from desktop.ui.tasks import Progress, Task, Tasks
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.core.question import QuestionBank

_WRITE_WAIT_SECONDS = 0.03  # seconds a change of the window waits for another to end, before it is put off
_WINDOW_FILE = WINDOW_FILE
LOOK_AGAIN = 100  # milliseconds, while something waits

_T = TypeVar("_T")
MessageAction = tuple[str, Callable[[], object]]


class Workspace(QObject):
    """The open store with what belongs to it, handed to each tab by the main window.

    `window_memory` holds what the window remembers and nobody exports: sizes, columns, what was asked once.
    `changed` carries a `Change` after every action, undo and redo, on the main thread whichever thread acted.
    `said` carries a sentence for the message bar, its actions and its kind (`info`, `attention`, `wrong`).
    `waits` tells what is going on that edits wait for, and how many wait; an empty text when it is over.
    """

    changed = Signal(object)
    said = Signal(str, object, str)
    queued = Signal(str, int)
    drained = Signal()  # what was refused can be tried again
    _heard = Signal(object)

    def __init__(
        self,
        store: Store,
        tasks: Tasks,
        theme: Theme,
        shipped: "Callable[[], QuestionBank]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.tasks = tasks
        self.theme = theme
        self.window_memory = QSettings(str(store.folder / _WINDOW_FILE), QSettings.Format.IniFormat)
        self._shipped = shipped
        self._bank: QuestionBank | None = None
        self._waiting: list[tuple[str, Callable[[], object], str]] = []
        self._refused = False
        self._hushed = False
        self._not_done = ""
        self._replaying = ""
        self._look_again = QTimer(self)
        self._look_again.setInterval(LOOK_AGAIN)
        self._look_again.timeout.connect(self._run_queue)
        store.listen(self._heard.emit)
        self._heard.connect(self._tell)
        self.changed.connect(self._forget_bank)

    @property
    def locale(self) -> QLocale:
        """How dates and numbers are written."""
        return QLocale()

    def now(self) -> datetime:
        """The moment by the store's clock, in the user's zone."""
        return self.store.clock().astimezone()

    def today(self) -> date:
        """The day by the store's clock."""
        return self.now().date()

    def bank(self) -> "QuestionBank":
        """The question bank with the user's own questions and wordings."""
        if self._bank is None:
            self._bank = self.store.own_questions.merged_into(self._shipped())
        return self._bank

    def act(self, name: str, work: Callable[[], _T], visit: str = "", at_once: bool = False) -> _T:
        """Do one action, named as the undo menu will show it.

        While something long is being saved, as an import, the window does not stand still: what was typed (it has a
        `visit`) waits and is done after it, and nothing comes back; anything else, and what is wanted `at_once` for
        what it gives back, is refused.

        Raises:
            UserError: if it could not be done; nothing was changed, and it has been said to the user.
            WaitingError: if it was refused.
        """
        self._run_queue()
        if self._waiting or self._replaying or self.store.is_being_written(_WRITE_WAIT_SECONDS):
            return self._wait(name, work, visit, at_once)
        try:
            with self.store.action(name, visit):
                return work()
        except UserError as error:
            self._say_wrong(error)
            raise

    @contextmanager
    def hushed(self) -> Iterator[None]:
        """What goes wrong inside is not said: it has been, and is only tried again."""
        self._hushed = True
        try:
            yield
        finally:
            self._hushed = False

    def _say_wrong(self, error: UserError) -> None:
        if not self._hushed:
            self.say(str(error), kind="wrong")

    def run(
        self,
        work: Callable[[Progress], _T],
        done: Callable[[_T], object],
        failed: Callable[[UserError], object],
        progressed: Callable[[int, int], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Task:
        """Start work off the main thread as `Tasks.run` does, work that reads or writes the store there."""

        def on_own_connection(progress: Progress) -> _T:
            try:
                return work(progress)
            finally:
                self.store.close_thread()

        return self.tasks.run(on_own_connection, done, failed, progressed, ended)

    def _wait(self, name: str, work: Callable[[], _T], visit: str, at_once: bool) -> _T:
        self._look_again.start()
        if visit and not at_once:
            self._waiting.append((name, work, visit))
            self._tell_queue()
            return None  # type: ignore[return-value]  # whoever asked with a visit needs nothing back
        self._refused = True
        refusal = WaitingError("store.waiting")
        if not self._hushed:
            self.say(str(refusal), kind="attention")
        raise refusal

    def _tell(self, change: Change) -> None:
        """What waited for this change is done before anybody shows what there is now."""
        self._replaying = ""  # nothing else is changed meanwhile
        self._run_queue()
        self.changed.emit(change)

    def _run_queue(self) -> None:
        """Do what waits, if nothing hinders it any more. What cannot be done goes on waiting."""
        if not self._look_again.isActive() or self._replaying or self.store.is_being_written():
            return
        self._look_again.stop()
        waiting, self._waiting = self._waiting, []
        before, self._not_done = self._not_done, ""
        for place, (name, work, visit) in enumerate(waiting):
            try:
                with self.store.action(name, visit):
                    work()
            except UserError as error:
                self._waiting = waiting[place:]
                self._look_again.start()
                self._not_done = str(error)
                if self._not_done != before:  # once, though it is tried again and again
                    self._say_wrong(error)
                break
            except KeyError:
                self.say(self.tr("“{0}” could not be done: what it was about is no longer there.").format(name))
        self._tell_queue()
        if self._refused:
            self._refused = False
            self.drained.emit()

    def _tell_queue(self) -> None:
        going_on = self._replaying or (self.tr("Something long is being saved.") if self._waiting else "")
        self.queued.emit(going_on, len(self._waiting))

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not saved yet, or something long is going on."""
        return bool(self._waiting or self._replaying) or self.store.is_being_written()

    @property
    def not_done(self) -> str:
        """Why what waits could not be done when its turn came; empty if nothing hinders it but time."""
        return self._not_done

    def say(self, text: str, actions: Sequence[MessageAction] = (), kind: str = "info") -> None:
        """Show a sentence in the message bar at the foot of the window."""
        self.said.emit(text, list(actions), kind)

    def say_with_undo(self, text: str) -> None:
        """Show a sentence about what was just done, with *Undo* beside it."""
        self.say(text, [(self.tr("Undo"), self.undo)])

    def undo(self) -> None:
        """Take back the last action and say so."""
        self._replay(self.store.undo, redo=False)

    def redo(self) -> None:
        """Do again what was taken back last and say so."""
        self._replay(self.store.redo, redo=True)

    def _replay(self, replay: Callable[[], Change | None], redo: bool) -> None:
        if self.is_waiting:
            self.say(self.tr("Something long is being saved just now. Try again when it is done."), kind="attention")
        elif self.store.is_long(redo):
            name = self.store.next_redo if redo else self.store.next_undo
            said = self.tr("Doing again: {0} …") if redo else self.tr("Taking back: {0} …")
            self._replaying = said.format(name)
            self._tell_queue()
            self.run(lambda _progress: replay(), self._replayed, self._not_replayed)
        else:
            try:
                self._say_replayed(replay())
            except UserError as error:
                self.say(str(error), kind="wrong")

    def _replayed(self, change: Change | None) -> None:
        self._end_replay()
        self._say_replayed(change)

    def _not_replayed(self, error: UserError) -> None:
        self._end_replay()
        self.say(str(error), kind="wrong")

    def _end_replay(self) -> None:
        self._replaying = ""
        self._tell_queue()
        self._run_queue()

    def _say_replayed(self, change: Change | None) -> None:
        if change is not None:
            said = self.tr("Taken back: {0}") if change.undone else self.tr("Done again: {0}")
            self.say(said.format(change.name))

    def _forget_bank(self, change: Change) -> None:
        if change.tables & {"own_topic", "own_question"}:
            self._bank = None
