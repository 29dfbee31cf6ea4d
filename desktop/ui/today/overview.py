"""Today at a glance: at most three next steps, the next meeting with its brief, what waits to be written up."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.meeting_line import MeetingLine, MeetingState
from desktop.core.today import AtHand, Step, StepKind, next_meeting, next_steps, to_say_whether, waiting
from desktop.store.history import Change
from desktop.ui.actions import Actions
from desktop.ui.settings import user_zone
from desktop.ui.theme import heading, muted, page_title
from desktop.ui.today import wording
from desktop.ui.today.reading import at_hand
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace

_TABLES = frozenset({"contact", "meeting", "planned_question", "learning_entry", "setting"})
_WIDTH = 1120
_TWO_COLUMNS = 960  # from this width on, what is known stands beside what is to do
_A_MINUTE = 60_000  # milliseconds
_WAITING_SHOWN = 5  # the others stand under Prepare


class Overview(ScrollPage):
    """Signals carry ids: of a contact, of a meeting to open, of a meeting to learn from."""

    contact_requested = Signal(int)
    meeting_requested = Signal(int)
    learning_requested = Signal(int)

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._workspace = workspace
        self._actions = actions
        self._shown: tuple[object, ...] = ()
        self._clock = QTimer(self)
        self._clock.setInterval(_A_MINUTE)
        self._clock.timeout.connect(self.refresh)
        self._title = page_title(QLabel(self.tr("Today")))
        self._day = muted(QLabel())
        self.column.addWidget(self._title)
        self.column.addWidget(self._day)
        self._body = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._body)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(24)
        self._steps, self._beside = _column(), _column()
        self._columns.addLayout(self._steps, 3)
        self._columns.addLayout(self._beside, 2)
        self.column.addWidget(self._body)
        workspace.changed.connect(self._changed)

    def refresh(self) -> None:
        """Show what is to do now; nothing moves where nothing changed."""
        zone = user_zone(self._workspace.store.preferences.profile())
        now = self._workspace.now().astimezone(zone)
        found = at_hand(self._workspace.store, now)
        steps, following, over = next_steps(found, now), next_meeting(found, now), waiting(found, now)
        locale = self._workspace.locale
        said = tuple(wording.when(line, now, locale) for line in found.meetings)
        if (steps, following, over, said) == self._shown:
            return
        self._shown = (steps, following, over, said)
        self._day.setText(wording.day(now, locale))
        had_focus = self._body.focusWidget() is not None and self._body.isAncestorOf(self._body.focusWidget())
        _clear(self._steps)
        _clear(self._beside)
        self._add_steps(steps, found, now)
        if following is not None:
            self._add_next_meeting(following, now)
        if over:
            self._add_waiting(over, now)
        self._steps.addStretch(1)
        self._beside.addStretch(1)
        if had_focus:
            first = self._body.findChild(QPushButton)
            if first is not None:
                first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Time has passed while the page was hidden."""
        super().showEvent(event)
        self.refresh()
        self._clock.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is little room, two where there is more."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._workspace.theme.px(_TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def _changed(self, change: Change) -> None:
        if self.isVisible() and change.tables & _TABLES:
            self.refresh()

    # -- next steps -------------------------------------------------------------------------------------------------

    def _add_steps(self, steps: tuple[Step, ...], found: AtHand, now: datetime) -> None:
        if not steps:
            self._add_nothing()
            return
        self._steps.addWidget(heading(QLabel(self.tr("Next steps"))))
        for step in steps:
            said = wording.step(step, now, self._workspace.locale)
            card = self._card(said.title, said.reason, "next" if step is steps[0] else "")
            buttons = [(said.button, self._doing(step), "primary")]
            if step.kind is StepKind.SAY_WHETHER and step.meeting is not None:
                buttons.append(
                    (self.tr("It did not happen"), self._setting(step.meeting, MeetingState.CANCELLED), "quiet")
                )
            self._add_buttons(card, said.title, buttons)
            self._steps.addWidget(card)

    def _add_nothing(self) -> None:
        nothing = EmptyState(
            "today",
            self.tr("Nothing is waiting for you. A good moment to think of someone new."),
            self.tr("New contact"),
        )
        nothing.acted.connect(self._actions["contact.new"].trigger)
        self._steps.addWidget(nothing)

    def _doing(self, step: Step) -> Callable[[], None]:
        meeting, contact = step.meeting, step.contact
        if contact is not None:
            return lambda: self.contact_requested.emit(contact.id)
        if meeting is None:
            raise ValueError("a step concerns a meeting or a contact")
        doings: dict[StepKind, Callable[[], None]] = {
            StepKind.PRINT_BRIEF: lambda: self._brief(meeting.id, "meeting.print_brief"),
            StepKind.SAY_WHETHER: self._setting(meeting, MeetingState.MET),
            StepKind.KEEP_LEARNING: lambda: self.learning_requested.emit(meeting.id),
        }
        return doings.get(step.kind, lambda: self.meeting_requested.emit(meeting.id))

    def _setting(self, line: MeetingLine, state: MeetingState) -> Callable[[], None]:
        def say_so() -> None:
            meetings = self._workspace.store.meetings
            met = state is MeetingState.MET
            name = self.tr("Meeting took place") if met else self.tr("Meeting did not happen")
            self._workspace.act(name, lambda: meetings.update(line.id, state=state))
            said = (
                self.tr("Noted: you met {name}.")
                if met
                else self.tr("Noted: it did not happen. It stays under Prepare.")
            )
            self._workspace.say_with_undo(said.format(name=line.contact))

        return say_so

    def _brief(self, meeting_id: int, action: str) -> None:
        """Open the meeting, so that what is done to *the meeting* is done to this one."""
        self.meeting_requested.emit(meeting_id)
        self._actions[action].trigger()

    # -- the next meeting, and what waits -----------------------------------------------------------------------------

    def _add_next_meeting(self, line: MeetingLine, now: datetime) -> None:
        self._beside.addWidget(heading(QLabel(self.tr("Next meeting"))))
        card = self._card(line.contact, wording.where(line, now, self._workspace.locale), "")
        if line.purpose.strip():
            card.body.addWidget(_plain(line.purpose))
        buttons: list[tuple[str, Callable[[], None], str]] = [
            (self.tr("Open"), lambda: self.meeting_requested.emit(line.id), "")
        ]
        if line.questions:
            buttons.append((self.tr("Preview brief"), lambda: self._brief(line.id, "meeting.preview"), ""))
            buttons.append((self.tr("Print brief"), lambda: self._brief(line.id, "meeting.print_brief"), ""))
        self._add_buttons(card, line.contact, buttons)
        self._beside.addWidget(card)

    def _add_waiting(self, over: tuple[MeetingLine, ...], now: datetime) -> None:
        self._beside.addWidget(heading(QLabel(self.tr("To be written up"))))
        card = Card()
        for line in over[:_WAITING_SHOWN]:
            row = QPushButton(_no_mnemonic(line.contact))
            row.setProperty("link", True)
            row.setAccessibleName(self.tr("Open the meeting with {0}").format(line.contact))
            row.clicked.connect(lambda _checked=False, line=line: self.meeting_requested.emit(line.id))
            said = wording.where(line, now, self._workspace.locale)
            if to_say_whether(line):
                said = self.tr("{when} – did it take place?").format(when=said)
            quiet = muted(_plain(said))
            quiet.setIndent(4)  # below the words of the link, whose focus ring has its own room
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(row, 0, Qt.AlignmentFlag.AlignLeading)
            pair.addWidget(quiet)
            card.body.addLayout(pair)
        if len(over) > _WAITING_SHOWN:
            card.body.addWidget(muted(_plain(self.tr("There are more under Prepare."))))
        self._beside.addWidget(card)

    # -- parts ------------------------------------------------------------------------------------------------------

    def _card(self, title: str, quiet: str, kind: str) -> Card:
        card = Card(title, kind)
        card.body.setSpacing(8)
        card.body.addWidget(muted(_plain(quiet)))
        return card

    def _add_buttons(self, card: Card, about: str, buttons: list[tuple[str, Callable[[], None], str]]) -> None:
        row = FlowLayout()
        for text, act, look in buttons:
            button = QPushButton(text)
            if look:
                button.setProperty(look, True)
            button.setAccessibleDescription(about)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        card.body.addLayout(row)


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _no_mnemonic(text: str) -> str:
    return text.replace("&", "&&")


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    return column


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
