"""What every tab works with: the store, its changes as a signal, one way to act on it, and one way to say something."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QObject, Signal

from desktop.core.errors import UserError
from desktop.store.history import Change
from desktop.store.store import Store
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.core.question import QuestionBank

T = TypeVar("T")
MessageAction = tuple[str, Callable[[], object]]


class Workspace(QObject):
    """The open store with what belongs to it, handed to each tab by the main window.

    `changed` carries a `Change` after every action, undo and redo, on the main thread whichever thread acted.
    `said` carries a sentence for the message bar, its actions and its kind (`info`, `attention`, `wrong`).
    """

    changed = Signal(object)
    said = Signal(str, object, str)

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
        self._shipped = shipped
        self._bank: QuestionBank | None = None
        store.listen(self.changed.emit)
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

    def act(self, name: str, work: Callable[[], T], visit: str = "") -> T:
        """Do one action, named as the undo menu will show it.

        Raises:
            UserError: if it could not be done; nothing was changed, and it has been said to the user.
        """
        try:
            with self.store.action(name, visit):
                return work()
        except UserError as error:
            self.say(str(error), kind="wrong")
            raise

    def say(self, text: str, actions: Sequence[MessageAction] = (), kind: str = "info") -> None:
        """Show a sentence in the message bar at the foot of the window."""
        self.said.emit(text, list(actions), kind)

    def say_with_undo(self, text: str) -> None:
        """Show a sentence about what was just done, with *Undo* beside it."""
        self.say(text, [(self.tr("Undo"), self.undo)])

    def undo(self) -> None:
        """Take back the last action and say so."""
        self._replay(self.store.undo)

    def redo(self) -> None:
        """Do again what was taken back last and say so."""
        self._replay(self.store.redo)

    def _replay(self, replay: Callable[[], Change | None]) -> None:
        try:
            change = replay()
        except UserError as error:
            self.say(str(error), kind="wrong")
            return
        if change is not None:
            said = self.tr("Taken back: {0}") if change.undone else self.tr("Done again: {0}")
            self.say(said.format(change.name))

    def _forget_bank(self, change: Change) -> None:
        if change.tables & {"own_topic", "own_question"}:
            self._bank = None
