"""The line that stays as long as something typed is not saved: what and why, trying again, and a copy elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QWidget

from desktop.core.errors import UserError, WriteError
from desktop.places import write_whole
from desktop.ui.widgets.saved_as_typed import unsaved
from desktop.ui.workspace import Workspace

AGAIN = 4_000  # milliseconds between two tries


class UnsavedLine(QFrame):
    """Shown above the message bar while a field of `window` or of its dialogs is refused; it tries again by itself."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__()
        self._workspace = workspace
        self._window = window
        self.given_up = False  # the user wants to close all the same
        self.setProperty("bar", "wrong")
        self.setAccessibleName(self.tr("Not saved yet"))
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        for text, press in (
            (self.tr("Try now"), self.try_now),
            (self.tr("Save my words elsewhere…"), lambda: self._copy(lambda: None)),
        ):
            button = QPushButton(text)
            button.setProperty("quiet", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on it does not leave the field, which would try
            button.clicked.connect(press)
            row.addWidget(button)
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self._try_quietly)
        self._box: QMessageBox | None = None
        unsaved().changed.connect(self._show)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, empty while everything is saved."""
        return self._text.text() if not self.isHidden() else ""

    def try_now(self) -> None:
        """Save once more; why it fails is said again."""
        unsaved().try_again(self._window, by_itself=False)
        self._show()

    def _try_quietly(self) -> None:
        with self._workspace.hushed():
            unsaved().try_again(self._window, by_itself=True)
        self._show()

    def _show(self) -> None:
        fields = unsaved().below(self._window)
        if fields:
            names = ", ".join(dict.fromkeys(field.name for field in fields if field.name))
            why = next((str(field.refusal) for field in fields if isinstance(field.refusal, UserError)), "")
            named = self.tr("Not saved yet: {0}.").format(names) if names else self.tr("Not saved yet.")
            self._text.setText(" ".join(filter(None, (named, why, self.tr("It is tried again by itself.")))))
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
        self.setVisible(bool(fields))

    def words(self) -> str:
        """Everything that is not saved, each with the name of its field."""
        return "\n\n".join(f"{field.name}\n{field.words}".strip() for field in unsaved().below(self._window)) + "\n"

    # -- closing ----------------------------------------------------------------------------------------------------

    def ask(self, close: Callable[[], object]) -> None:
        """Ask what is to become of what cannot be saved; `close` is called when the window may close."""
        if self._box is not None:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Not saved yet"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(" ".join(filter(None, (self.text or self.tr("Not saved yet."), self._workspace.not_done))))
        box.setInformativeText(self.tr("What was saved before is safe. You can also go on working and close later."))
        again = box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        copy = box.addButton(self.tr("Save my words elsewhere…"), QMessageBox.ButtonRole.ActionRole)
        leave = box.addButton(self.tr("Close all the same"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Go on working"), QMessageBox.ButtonRole.RejectRole)
        copy.setVisible(bool(unsaved().below(self._window)))
        box.setDefaultButton(again)
        box.setEscapeButton(stay)

        def answer(_result: int) -> None:
            self._box = None
            pressed = box.clickedButton()
            box.deleteLater()
            if pressed is again:
                QTimer.singleShot(0, self, close)
            elif pressed is copy:
                self._copy(lambda: self._leave(close))
            elif pressed is leave:
                self._leave(close)

        box.finished.connect(answer)
        self._box = box
        box.open()

    def _leave(self, close: Callable[[], object]) -> None:
        self.given_up = True
        QTimer.singleShot(0, self, close)

    def _copy(self, then: Callable[[], object]) -> None:
        from desktop.ui.shared.save_as import ask_where, say_saved

        def write(path: Path) -> None:
            try:
                write_whole(path, self.words().encode())
            except WriteError as error:
                self._workspace.say(str(error), kind="wrong")
                return
            say_saved(self._workspace, path)
            then()

        kinds = self.tr("Text (*.txt)")
        ask_where(self._window, self.tr("Save my words elsewhere"), "groundwork-not-saved.txt", kinds, write)

    def copy_aside(self) -> bool:
        """Write what is not saved beside the data, or else into the user's own folder; `False` if neither can be."""
        name = f"groundwork-not-saved-{self._workspace.now():%Y-%m-%d-%H%M%S}.txt"
        for folder in (self._workspace.store.folder, Path.home()):
            try:
                write_whole(folder / name, self.words().encode())
            except WriteError:
                continue
            return True
        return False
