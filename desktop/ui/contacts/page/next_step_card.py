"""The one card that says what comes next with a contact, with its one button."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from desktop.core.contact import CLOSED, ContactLine, NextStep, Stage, next_step_of
from desktop.core.meeting_line import MeetingLine, MeetingState, is_over
from desktop.ui import words
from desktop.ui.widgets.card import Card

_WRITTEN = (
    NextStep.WRITE_REQUEST,
    NextStep.NUDGE,
    NextStep.COME_BACK,
    NextStep.THANK,
    NextStep.KEEP_IN_TOUCH,
)  # steps that are a message
_NO_TIME_YET = datetime.max.replace(tzinfo=UTC)


class NextStepCard(Card):
    """`agreed`, `meeting_requested`, `write` and `answered` ask for another page, `stage_reached` says what the user
    has just done; `reopened` that a closed contact is not closed any more."""

    agreed = Signal()
    meeting_requested = Signal(int)
    stage_reached = Signal(object)
    write = Signal()
    answered = Signal()
    reopened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="next", parent=parent)
        self._meeting_id = 0
        self._step = NextStep.NONE
        self._moved = Stage.FOUND
        self._closed: Stage | None = None
        self._status = QLabel()
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self._button = QPushButton()
        self._button.setProperty("primary", True)
        self._button.clicked.connect(self._do)
        self._other = QPushButton()
        self._other.setProperty("quiet", True)
        self._other.clicked.connect(self._do_other)
        self._agreed = QPushButton(self.tr("It is agreed"))
        self._agreed.setProperty("quiet", True)
        self._agreed.clicked.connect(self.agreed)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addWidget(self._status, 1)
        self._row.addWidget(self._agreed)
        self._row.addWidget(self._other)
        self._row.addWidget(self._button)
        self.body.addLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = [each for each in (self._agreed, self._other, self._button) if not each.isHidden()]
        buttons = sum(each.sizeHint().width() + self._row.spacing() for each in shown)
        narrow = self.width() - buttons < self.fontMetrics().averageCharWidth() * 30
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        for button in (self._agreed, self._other, self._button):
            self._row.setAlignment(button, Qt.AlignmentFlag.AlignLeading if narrow else Qt.AlignmentFlag.AlignVCenter)

    def show_step(self, line: ContactLine, meeting: MeetingLine | None, over: bool = False) -> None:
        """Show what comes next; `meeting` is the one it is about, if any, and `over` whether its time is past."""
        self._step = next_step_of(line)
        if self._step is NextStep.AGREE_TIME and meeting is not None:
            self._step = NextStep.WRITE_UP if over else NextStep.PREPARE
        self._meeting_id = meeting.id if meeting else 0
        self._closed = line.stage if self._step is NextStep.NONE and line.stage in CLOSED else None
        self._status.setText(self._closing() or self.tr("Next: {0}").format(self._sentence()))
        self._button.setText(self._button_text())
        self._button.setVisible(bool(self._button_text()))
        self._moved, moved = self._reached()
        self._other.setText(moved)
        self._other.setVisible(bool(moved))
        self._agreed.setVisible(self._step is NextStep.WRITE_REQUEST)
        self.setVisible(self._step is not NextStep.NONE or self._closed is not None)

    def _closing(self) -> str:
        """What is said of a contact that is closed for now; empty for every other."""
        if self._closed is Stage.NO_ANSWER:
            return self.tr("No answer came, and that is normal. It is closed kindly; you can open it again any time.")
        if self._closed is Stage.DECLINED:
            return self.tr("They could not say yes this time. Should that change, open it again.")
        return self.tr("You let this rest. Open it again whenever you like.") if self._closed else ""

    def _sentence(self) -> str:
        sentences = {
            NextStep.WRITE_REQUEST: self.tr("write to them. Twenty minutes of advice is a small thing to ask."),
            NextStep.AWAIT_ANSWER: self.tr("let them answer. No answer for some days is normal."),
            NextStep.TRY_ANOTHER: self.tr("let them answer, and write to another person meanwhile."),
            NextStep.NUDGE: self.tr("a kind reminder. Messages get lost, and one reminder is welcome."),
            NextStep.COME_BACK: self.tr("come back to them, as they said you may."),
            NextStep.AGREE_TIME: self.tr("agree on a time and a way to talk."),
            NextStep.PREPARE: self.tr("prepare the meeting and print the brief."),
            NextStep.WRITE_UP: self.tr("write up what was said, while it is fresh."),
            NextStep.THANK: self.tr("say thank you, with one thing you will use."),
            NextStep.KEEP_IN_TOUCH: self.tr("keep in touch now and then."),
            NextStep.NONE: words.next_step_label(NextStep.NONE),
        }
        return sentences[self._step]

    @property
    def _writes(self) -> bool:
        """Whether the next step is a message."""
        return self._step in _WRITTEN

    def _button_text(self) -> str:
        if self._closed is not None:
            return self.tr("Open again")
        if self._step is NextStep.WRITE_UP:
            return self.tr("Write it up")
        if self._step is NextStep.PREPARE:
            return self.tr("Open the meeting")
        if self._writes:
            return self.tr("Write to them")
        if self._step in (NextStep.AWAIT_ANSWER, NextStep.TRY_ANOTHER):
            return self.tr("They have answered")
        return "" if self._step is NextStep.NONE else self.tr("A time is agreed…")

    def _reached(self) -> tuple[Stage, str]:
        """What the user may have done outside the program, and how they say it."""
        if self._step is NextStep.WRITE_REQUEST:
            return Stage.WRITTEN_TO, self.tr("I have written to them")
        if self._step is NextStep.NUDGE:
            return Stage.REPLIED, self.tr("They have answered")
        if self._step is NextStep.THANK:
            return Stage.THANKED, self.tr("I have said thank you")
        return Stage.FOUND, ""

    def _do_other(self) -> None:
        if self._step is NextStep.NUDGE:
            self.answered.emit()
        else:
            self.stage_reached.emit(self._moved)

    def _do(self) -> None:
        if self._closed is not None:
            self.reopened.emit()
            return
        if self._writes:
            self.write.emit()
        elif self._step in (NextStep.AWAIT_ANSWER, NextStep.TRY_ANOTHER):
            self.answered.emit()
        elif self._meeting_id:
            self.meeting_requested.emit(self._meeting_id)
        else:
            self.agreed.emit()


def meeting_at_hand(meetings: Sequence[MeetingLine], now: datetime) -> tuple[MeetingLine | None, bool]:
    """Of a contact's meetings, latest first, the one the next step is about, and whether its time is past.

    One that waits to be written up comes first, the latest of them; then the next one ahead.
    """
    for line in meetings:
        if (line.state is MeetingState.PLANNED and is_over(line, now)) or (
            line.state is MeetingState.MET and not line.written_up
        ):
            return line, True
    ahead = [line for line in meetings if line.state is MeetingState.PLANNED]
    return (min(ahead, key=lambda line: line.starts_at or _NO_TIME_YET) if ahead else None), False
