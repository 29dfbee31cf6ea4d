"""Beside the text: keep it as a template of one's own, or look at those that are kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.core.letters.own_letter import made_own
from desktop.core.values import replace
from desktop.ui.contacts.compose.choices import LetterChoices
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace
from desktop.work.handing_over import Outgoing
from desktop.work.letters import Rendered
from desktop.work.shipped import shipped_letters


class OwnTemplates(QWidget):
    """`again` asks for the template anew; `keep` to keep the text, with its fields put back or as it is;
    `looked_for` asks for the page of one's own templates."""

    again = Signal()
    keep = Signal(bool)
    looked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.again_button = QPushButton(self.tr("Start &again from the template"))
        self.again_button.clicked.connect(self.again)
        keep = QPushButton(self.tr("&Keep as my template"))
        menu = QMenu(keep)
        menu.addAction(self.tr("Names, times and your details become fields")).triggered.connect(
            lambda: self.keep.emit(True)
        )
        menu.addAction(self.tr("Word for word")).triggered.connect(lambda: self.keep.emit(False))
        keep.setMenu(menu)
        mine = QPushButton(self.tr("My te&mplates…"))
        mine.clicked.connect(self.looked_for)
        row = FlowLayout()
        for button in (self.again_button, keep, mine):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)

    def keep_letter(
        self, workspace: Workspace, choices: LetterChoices, outgoing: Outgoing, made: Rendered, put_back: bool
    ) -> str:
        """Keep a letter as an own template and return its key; `put_back` makes its values fields again."""
        letter = replace(
            choices.template,
            name=choices.name,
            situation=choices.request_situation,
            subject=outgoing.subject,
            body=outgoing.text,
            forward=outgoing.forward_text,
        )
        own = made_own(letter, made.values, shipped_letters()[1]) if put_back else letter
        return workspace.act(self.tr("Keep as my template"), lambda: workspace.store.own_letters.add(own))
