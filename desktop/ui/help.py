"""Two quiet pages of help: every shortcut in one list, and what the program is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import __version__
from desktop.ui.actions import Actions
from desktop.ui.theme import muted, page_title, scaled


class _Page(QDialog):
    def __init__(self, title: str, body: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(page_title(QLabel(title)))
        layout.addWidget(body, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


class ShortcutsDialog(_Page):
    """Every action that has a key, as the table of actions has it, and the keys that belong to a place."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(24)
        rows = [
            (
                action.shortcut().toString(action.shortcut().SequenceFormat.NativeText),
                action.text().replace("&", ""),
                action.statusTip(),
            )
            for action in actions
            if not action.shortcut().isEmpty()
        ]
        for row, texts in enumerate((*rows, *self._in_places())):
            for column, text in enumerate(texts):
                label = muted(QLabel(text)) if column == 2 else QLabel(text)
                label.setWordWrap(column == 2)
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(2, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        super().__init__(self.tr("Keyboard shortcuts"), scroll, parent)
        self.resize(min(scaled(self.font(), 760), parent.width()), min(scaled(self.font(), 560), parent.height()))

    def _in_places(self) -> list[tuple[str, str, str]]:
        return [
            (self.tr("Tab, Shift+Tab"), self.tr("Next or previous control"), self.tr("A list is one stop")),
            (self.tr("Alt and a letter"), self.tr("What has that letter underlined"), ""),
            (self.tr("Enter, Space"), self.tr("Press the button that has the focus"), ""),
            (self.tr("Arrows"), self.tr("Move in a list"), ""),
            (self.tr("Delete"), self.tr("Delete what is chosen in a list"), self.tr("Undo brings it back")),
            (self.tr("Esc"), self.tr("Clear a search, close a message"), ""),
            (self.tr("F4"), self.tr("Open the calendar"), self.tr("In a field for a day")),
            (self.tr("Ctrl+PgUp, Ctrl+PgDown"), self.tr("Previous or next page"), self.tr("In the wizard")),
            (self.tr("Alt+Up, Alt+Down"), self.tr("Move a question"), self.tr("In the plan")),
        ]


class AboutDialog(_Page):
    """Version and licences."""

    def __init__(self, parent: QWidget) -> None:
        said = QLabel(
            self.tr(
                "Groundwork {0}\n\nPrepares informational interviews and keeps what you learn, on this computer only: "
                "no account, no server, nothing is sent.\n\nFree software under the MIT licence. Made with Qt and "
                "PySide6 (LGPL 3), SQLite, peewee, APSW, ReportLab, pikepdf, HarfBuzz, icons by Lucide (ISC) and "
                "the fonts Noto (OFL) and WenQuanYi Micro Hei; their licences come with the program."
            ).format(__version__)
        )
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().__init__(self.tr("About Groundwork"), said, parent)
        self.resize(min(scaled(self.font(), 480), parent.width()), self.sizeHint().height())
