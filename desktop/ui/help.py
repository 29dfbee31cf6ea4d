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
    """Every action that has a key, as the table of actions has it."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(24)
        for action in actions:
            if not action.shortcut().isEmpty():
                row = grid.rowCount()
                keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
                grid.addWidget(QLabel(keys), row, 0)
                grid.addWidget(QLabel(action.text().replace("&", "")), row, 1)
                grid.addWidget(muted(QLabel(action.statusTip())), row, 2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        super().__init__(self.tr("Keyboard shortcuts"), scroll, parent)
        self.resize(min(scaled(self.font(), 620), parent.width()), min(scaled(self.font(), 560), parent.height()))


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
