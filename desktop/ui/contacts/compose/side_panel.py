"""What is beside the text: what the checker says, times to offer, reasons to write again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.contact import Contact
from desktop.core.letters.letter_values import as_news
from desktop.core.letters.reason_to_write import Reason, ReasonKind
from desktop.core.message import MessageKind, RequestSituation
from desktop.ui.contacts.compose.remarks import RemarkList, RemarksPanel
from desktop.ui.contacts.compose.times import OfferedTimes
from desktop.ui.theme import muted
from desktop.ui.widgets.card import Card
from desktop.ui.workspace import Workspace
from desktop.work.letter_material import reasons_for
from desktop.work.shipped import shipped_letters


class Reasons(Card):
    """Reasons to write, each to be taken into the text: `taken` carries its sentence. Hidden where there is none."""

    taken = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._reasons: tuple[Reason, ...] = ()
        self.title.setText(self.tr("A reason to write"))
        self.title.show()
        hint = muted(QLabel(self.tr("Choose one, and it stands in the letter.")))
        hint.setWordWrap(True)
        self.list = RemarkList(self.tr("Reasons to write"))
        self.list.wanted.connect(self._take)
        self.body.addWidget(hint)
        self.body.addWidget(self.list)
        self.hide()

    def begin(self, contact: Contact, kind: MessageKind) -> None:
        """Offer what there is to tell this contact."""
        self._reasons = reasons_for(self._workspace.store, contact) if kind is MessageKind.KEEP_IN_TOUCH else ()
        said = {
            ReasonKind.PROMISED: self.tr("You promised: {0}"),
            ReasonKind.THEY_PROMISED: self.tr("They promised: {0}"),
            ReasonKind.INTRODUCING: self.tr("They said they would introduce: {0}"),
            ReasonKind.ADVICE: self.tr("Their advice, followed: {0}"),
            ReasonKind.CARES_ABOUT: self.tr("They care about: {0}"),
            ReasonKind.GIVE_BACK: self.tr("You can give back: {0}"),
        }
        self.list.show_remarks([said[each.kind].replace("{0}", each.text) for each in self._reasons])
        self.setVisible(bool(self._reasons))

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._reasons):
            self.taken.emit(as_news(self._reasons[row], shipped_letters()[1]))


class ComposeSidePanel(QWidget):
    """The three of them, one below the other."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks = RemarksPanel(workspace)
        self.times = OfferedTimes(workspace)
        self.reasons = Reasons(workspace)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self.reasons, self.remarks, self.times):
            layout.addWidget(part)
        self.setMinimumWidth(workspace.theme.px(220))

    def begin(self, contact: Contact, kind: MessageKind, situation: RequestSituation | None) -> None:
        """Show what goes with such a message to this contact."""
        self.times.begin(kind, situation)
        self.reasons.begin(contact, kind)
