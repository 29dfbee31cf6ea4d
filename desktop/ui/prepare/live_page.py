"""Beside a meeting: the questions in order, a place for each answer, the time left said calmly. Nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.preparing.plan import in_asking_order
from desktop.core.preparing.time_left import Phase, time_left, under_way
from desktop.core.text import isolated, joined
from desktop.ui.prepare.live_question import LargeText, LiveQuestion
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import quiet
from desktop.ui.shared import days
from desktop.ui.theme import heading
from desktop.ui.widgets.fields import flush_all
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace

_LOOKS_AT_THE_CLOCK = 5_000  # milliseconds; what is shown changes four times in a meeting
_WIDTH = 760

_PHASES = {
    Phase.BEFORE: QT_TRANSLATE_NOOP("LivePage", "There is still a moment. The time agreed is until {0}."),
    Phase.FIRST_HALF: QT_TRANSLATE_NOOP("LivePage", "The time agreed is until {0}."),
    Phase.SECOND_HALF: QT_TRANSLATE_NOOP("LivePage", "Half of the time is over. It is until {0}."),
    Phase.LAST_MINUTES: QT_TRANSLATE_NOOP("LivePage", "Five minutes left, until {0}: time for the close."),
    Phase.OVER: QT_TRANSLATE_NOOP("LivePage", "The time agreed is over – let them offer more."),
}


class LivePage(QWidget):
    """`left` asks for the preparation; `in_use` tells whether the page is shown, for the keys that belong to it."""

    left = Signal()
    in_use = Signal(bool)

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self._workspace: Workspace = meeting.workspace
        self._questions: list[LiveQuestion] = []
        self._phase: Phase | None = None
        self._who = heading(plain_label())
        self._time = plain_label()
        self._opening = quiet()
        self._place = QVBoxLayout()
        self._place.setSpacing(20)
        self._named = LargeText(self.tr("Whom they name"))
        self._promised = LargeText(self.tr("What I promise"))
        update = meeting.update
        self._named.saved_by(lambda text: update(self.tr("Edit whom they named"), self._named.visit, named=text))
        self._promised.saved_by(
            lambda text: update(self.tr("Edit what you promised"), self._promised.visit, promised=text)
        )
        self._page = ScrollPage(_WIDTH)
        self._page.column.setSpacing(20)
        self._page.column.addWidget(self._opening)
        self._page.column.addLayout(self._place)
        self._page.column.addWidget(self._named)
        self._page.column.addWidget(self._promised)
        self._lay_out()
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self.go(step))
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOKS_AT_THE_CLOCK)
        self._clock.timeout.connect(self.look_at_the_clock)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(24, 12, 24, 8)
        top.setSpacing(4)
        top.addWidget(self._who)
        top.addWidget(self._time)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 8, 24, 8)
        keys = FlowLayout()
        foot.addLayout(keys)
        choices: tuple[tuple[str, Callable[[], object]], ...] = (
            (self.tr("What came by itself  Ctrl+T"), self.add_unplanned),
            (self.tr("Previous  Ctrl+PgUp"), lambda: self.go(-1)),
            (self.tr("Next  Ctrl+PgDn"), lambda: self.go(1)),
            (self.tr("Back to &preparing"), self.left.emit),
            (self.tr("The meeting is &over"), self.end),
        )
        for text, act in choices:
            button = QPushButton(text)
            button.setProperty("large", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            keys.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(_rule())
        layout.addWidget(self._page, 1)
        layout.addWidget(_rule())
        layout.addLayout(foot)

    # -- showing ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin the open meeting, or go on with it."""
        now = self._workspace.now()
        if not under_way(self._meeting.meeting, now):
            self._meeting.update(self.tr("Begin the meeting"), began_at=now, ended_at=None)
        self._phase = None
        self.refresh()

    def refresh(self) -> None:
        """Show the open meeting as it is; what is being typed stays."""
        meeting = self._meeting.meeting
        self._who.setText(isolated(self._meeting.contact.name))
        opening = (meeting.opening.strip(), meeting.ask_for_notes.strip())
        self._opening.setText("\n".join(text for text in opening if text))
        self._opening.setVisible(any(opening))
        questions = [*in_asking_order(self._meeting.questions), *self._meeting.unplanned]
        self._lay_out_questions(questions)
        for number, (place, question) in enumerate(zip(self._questions, questions, strict=True), 1):
            place.show_question(question, number)
        self._named.set_hint(meeting.who_else)
        self._named.show_value(meeting.named)
        self._promised.show_value(meeting.promised)
        self.look_at_the_clock()

    def _lay_out_questions(self, questions: list[PlannedQuestion]) -> None:
        there = {place.question_id: place for place in self._questions}
        wanted = [question.id for question in questions]
        for question_id in there.keys() - set(wanted):
            self._place.removeWidget(there[question_id])
            there[question_id].hide()
            there[question_id].deleteLater()
        self._questions = [there.get(question.id) or LiveQuestion(self._meeting, question) for question in questions]
        for row, place in enumerate(self._questions):
            item = self._place.itemAt(row)
            if item is None or item.widget() is not place:
                self._place.insertWidget(row, place)

    def look_at_the_clock(self) -> None:
        """Say how far the time is; a screen reader is told once when that changes."""
        meeting = self._meeting.meeting
        left = time_left(meeting, self._workspace.now())
        if left is None:
            one, several = self.tr("1 minute is agreed."), self.tr("%n minutes are agreed.", "", meeting.minutes)
            said = one if meeting.minutes == 1 else several
        else:
            until = days.clock(left.until.astimezone(self._workspace.now().tzinfo))
            said = self.tr(str(_PHASES[left.phase])).format(until)
        self._time.setText(joined(said, _where_to_call(meeting)))
        phase = left.phase if left else None
        if phase is not self._phase and self._phase is not None and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._phase = phase

    # -- doing ------------------------------------------------------------------------------------------------------

    def go(self, step: int) -> None:
        """Go to the next place for an answer (1) or the one before (-1)."""
        stops = [stop for place in self._questions for stop in place.stops] + [self._named, self._promised]
        focused = self.focusWidget()
        here = next((row for row, stop in enumerate(stops) if focused and stop.isAncestorOf(focused)), -1)
        stops[min(max(here + step, 0), len(stops) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def take_focus(self) -> None:
        """Go to the first question that has no answer yet."""
        free = next((place for place in self._questions if not place.main.value.strip()), None)
        (free or self._named).setFocus(Qt.FocusReason.TabFocusReason)

    def add_unplanned(self) -> None:
        """Make room for what came by itself, and go there."""
        flush_all(self)
        added = self._meeting.add_unplanned()
        for place in self._questions:
            if place.question_id == added:
                place.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """The meeting is over: what follows is the write-up."""
        flush_all(self)
        self._meeting.update(self.tr("End the meeting"), ended_at=self._workspace.now(), state=MeetingState.MET)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:  # after a restart: it was made before it could have the focus
            self.take_focus()
        self._clock.start()
        self.look_at_the_clock()
        self.in_use.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self.in_use.emit(False)


def _where_to_call(meeting: Meeting) -> str:
    """The number or the address, for a meeting at a distance."""
    return "" if meeting.way is Way.FACE_TO_FACE else meeting.dial_in.strip()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    return rule
