"""The checker beside the text: what is there, what is missing, what had better go. It advises and never blocks."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.core.letters.review import Limits, Remark, RemarkCode, demanded
from desktop.core.message import MessageKind, RequestSituation
from desktop.ui.theme import heading, muted, restyle
from desktop.ui.workspace import Workspace
from desktop.work.shipped import shipped_letters

_ASKED_BY = {  # by what is missing, the slots whose gaps stand for that very thing
    RemarkCode.MISSING_WHO: ("my_name",),
    RemarkCode.MISSING_BACKGROUND: ("background", "headline"),
    RemarkCode.MISSING_SOURCE: ("source", "source_detail", "referred_by"),
    RemarkCode.MISSING_PURPOSE: ("purpose", "direction"),
    RemarkCode.MISSING_CONTACT_DETAILS: ("reach",),
    RemarkCode.MISSING_WAYS: ("way",),
}
_ROOM = 24  # around the words of a remark


class RemarkList(QListWidget):
    """The remarks, as high as they are; one Tab stop, `wanted` carries the one chosen by Enter or a click."""

    wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.wanted.emit(self.row(item)))
        self.itemActivated.connect(lambda item: self.wanted.emit(self.row(item)))

    def show_remarks(self, remarks: Sequence[str]) -> None:
        """Show these; the cursor stays in its row as far as there is one."""
        if remarks == [self.item(row).text() for row in range(self.count())]:
            return
        row = self.currentRow()
        self.clear()
        for remark in remarks:
            self.addItem(QListWidgetItem(remark))
        self.setCurrentRow(min(row, self.count() - 1))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Each row is as high as its words at this width, the list as high as its rows."""
        metrics = self.fontMetrics()
        room = max(80, self.viewport().width() - 2 * _ROOM)
        whole = 2 * self.frameWidth() + 4
        for row in range(self.count()):
            bounds = metrics.boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, self.item(row).text())
            height = bounds.height() + metrics.lineSpacing() // 2 + 4
            self.item(row).setSizeHint(QSize(room, height))
            whole += max(height, self.sizeHintForRow(row))
        self.setFixedHeight(whole)


def said_once(remarks: tuple[Remark, ...], text: str) -> tuple[Remark, ...]:
    """The remarks without those on what is missing while a gap stands for that very thing."""
    prompts = shipped_letters()[1].prompts
    gaps = {text[each.start : each.end] for each in remarks if each.code is RemarkCode.GAP}
    said = {code for code, slots in _ASKED_BY.items() if any(f"[{prompts[slot]}]" in gaps for slot in slots)}
    return tuple(each for each in remarks if each.code not in said)


class RemarksPanel(QWidget):
    """`wanted` carries the remark whose place is to be shown."""

    wanted = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._remarks: tuple[Remark, ...] = ()
        self._there = QVBoxLayout()
        self._there.setSpacing(2)
        self._overview: dict[RemarkCode, QLabel] = {}
        self._length = QLabel()
        self._length.setTextFormat(Qt.TextFormat.PlainText)
        self._length.setWordWrap(True)
        self._fine = muted(QLabel(self.tr("Nothing to mend. It is yours to send.")))
        self._fine.setWordWrap(True)
        self._title = heading(QLabel(self.tr("Read over")))
        self._list = RemarkList(self.tr("Remarks on the text"))
        self._list.wanted.connect(self._want)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._length)
        layout.addLayout(self._there)
        layout.addWidget(self._list)
        layout.addWidget(self._fine)
        layout.addStretch(1)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is said just now."""
        return self._remarks

    def show_review(
        self,
        remarks: tuple[Remark, ...],
        kind: MessageKind,
        situation: RequestSituation | None,
        limits: Limits,
        words: int,
        characters: int,
        text: str,
    ) -> None:
        """Show what the checker found in a text of so many words and characters."""
        missing = {remark.code for remark in remarks}
        remarks = said_once(remarks, text)
        self._remarks = remarks
        self._list.show_remarks([self._say(remark, text) for remark in remarks])
        self._list.setVisible(bool(remarks))
        self._fine.setVisible(not remarks)
        self._say_length(limits, words, characters)
        self._say_what_is_there(demanded(kind, situation), missing)

    def _say(self, remark: Remark, text: str) -> str:
        """Why; of a gap, what is to be filled in."""
        gap = text[remark.start : remark.end].strip("[]{}<>_. ")
        if remark.code is RemarkCode.GAP and gap:
            return self.tr("Still to fill in: {0}").format(gap)
        return remark.why

    def _say_length(self, limits: Limits, words: int, characters: int) -> None:
        number = self._workspace.locale.toString
        if limits.characters is not None:
            said = self.tr("{0} of {1} characters").format(number(characters), number(limits.characters))
            over = characters > limits.characters
        elif limits.words is not None:
            said = self.tr("{0} words; {1} at most read well").format(number(words), number(limits.words))
            over = words > limits.words
        else:
            said, over = self.tr("1 word") if words == 1 else self.tr("%n words", "", words), False
        self._length.setText(said)
        self._length.setProperty("tone", "attention" if over else "muted")
        restyle(self._length)

    def _say_what_is_there(self, wanted: Sequence[RemarkCode], missing: set[RemarkCode]) -> None:
        for code in wanted:
            if code not in self._overview:
                label = QLabel(self)
                label.setTextFormat(Qt.TextFormat.PlainText)
                self._overview[code] = label
                self._there.addWidget(label)
        names = self._names()
        for code, label in self._overview.items():
            gone = code in missing
            form = self.tr("○ {0}: missing") if gone else self.tr("✓ {0}")
            label.setText(form.format(names[code]))
            label.setProperty("tone", "attention" if gone else "muted")
            label.setVisible(code in wanted)
            restyle(label)

    def _names(self) -> dict[RemarkCode, str]:
        return {
            RemarkCode.MISSING_WHO: self.tr("Who you are"),
            RemarkCode.MISSING_BACKGROUND: self.tr("Your background"),
            RemarkCode.MISSING_SOURCE: self.tr("How you found them"),
            RemarkCode.MISSING_PURPOSE: self.tr("What you want to learn"),
            RemarkCode.MISSING_CONTACT_DETAILS: self.tr("How they reach you"),
            RemarkCode.MISSING_LENGTH: self.tr("How long: 20 minutes"),
            RemarkCode.MISSING_WAYS: self.tr("In person, by phone or by video"),
        }

    def _want(self, row: int) -> None:
        if 0 <= row < len(self._remarks):
            self.wanted.emit(self._remarks[row])
