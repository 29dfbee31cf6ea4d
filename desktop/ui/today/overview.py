"""Today at a glance: at most three next steps, the next meeting with its brief, what waits to be written up."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.letters.weekly_limit import Limited, kept, mentioned
from desktop.core.meeting_line import MeetingLine
from desktop.core.text import joined
from desktop.core.today.ranking import SOON, to_say_whether
from desktop.core.today.values import Step
from desktop.store.file.history import WITH_LAST, Change
from desktop.ui import words
from desktop.ui.actions import Actions
from desktop.ui.shared import days
from desktop.ui.shared.follow_up_words import rule
from desktop.ui.theme import heading, muted, page_title
from desktop.ui.today.more_steps import MoreSteps
from desktop.ui.today.progress import ProgressSummary, over_limit, week_start_of
from desktop.ui.today.step_actions import StepActions
from desktop.ui.today.step_card import StepCard
from desktop.ui.today.wording import WordsOfLocale
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.tab_order import first_stop
from desktop.ui.workspace import Workspace
from desktop.work import today_words
from desktop.work.clock import user_now
from desktop.work.today import today

_TABLES = frozenset(
    {"contact", "meeting", "planned_question", "learning_entry", "setting", "message", "contact_step", "put_off"}
    | {"promise", "touch_group", "direction", "contact_direction"}
)
_WIDTH = 1120
_TWO_COLUMNS = 960  # from this width on, what is known is beside what is to do
_A_MINUTE = 60_000  # milliseconds
_WAITING_SHOWN = 5  # the others are under Prepare


class Overview(ScrollPage):
    """Signals carry ids: of a contact to open, to write to or to agree a time with, of a meeting to open, to learn from
    or whose opening to say aloud, of a learning entry. `known_requested` asks for people one knows,
    `practice_requested` for a friend."""

    contact_requested = Signal(int)
    write_requested = Signal(int, object)
    agreed_requested = Signal(int)
    rehearsal_requested = Signal(int)
    known_requested = Signal()
    practice_requested = Signal()
    meeting_requested = Signal(int)
    learning_requested = Signal(int)
    entry_requested = Signal(int)

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
        self._step_actions = self._make_step_actions()
        self.more = MoreSteps(workspace, self._step_actions)
        left = _column()
        left.addLayout(self._steps)
        left.addWidget(self.more)
        left.addStretch(1)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(self._beside, 2)
        self.column.addWidget(self._body)
        self.so_far = ProgressSummary(workspace)
        self.so_far.practice_requested.connect(self.practice_requested)
        self.so_far.start_requested.connect(actions["go.start"].trigger)
        self.column.addWidget(self.so_far)
        workspace.changed.connect(self._changed)

    def refresh(self) -> None:
        """Show what is to do now; nothing moves where nothing changed."""
        now = user_now(self._workspace.store)
        found = today(self._workspace.store, now)
        steps, following, over, quiet = found.steps, found.following, found.to_write_up, found.quiet
        words_used = WordsOfLocale(self._workspace.locale)
        self.so_far.refresh()
        self.more.refresh(now)
        self._mention_limits(now)
        settings = self._workspace.store.preferences.settings()
        said = (
            rule(settings),
            *(today_words.when(line, now, words_used) for line in found.meetings),
            *(today_words.step(step, now, words_used) for step in steps),
        )
        shown = (steps, following, over, quiet, following is not None and _is_soon(following, now), said)
        if shown == self._shown:
            return
        self._shown = shown
        self._day.setText(days.written_out(now.date()))
        focused = self._body.focusWidget()
        had_focus = focused is not None and self._body.isAncestorOf(focused) and not self.more.isAncestorOf(focused)
        _clear(self._steps)
        _clear(self._beside)
        self._add_steps(steps, now, quiet)
        if following is not None:
            self._add_next_meeting(following, now)
        if over:
            self._add_waiting(over, now)
        self._beside.addStretch(1)
        for column in (self._steps, self._beside):
            _show_now(column)
        if had_focus:
            first_stop(self._body).setFocus()

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

    def _mention_limits(self, now: datetime) -> None:
        """Going over the user's own weekly limit is mentioned once, and only mentioned."""
        store = self._workspace.store
        over = over_limit(store, now, week_start_of(self._workspace))
        if not over:
            return
        preferences = store.preferences
        said = kept((*mentioned(preferences.settings().limit_mentioned), *over))
        done = self.tr("Your weekly limit")
        self._workspace.act(done, lambda: preferences.update_settings(limit_mentioned=said), WITH_LAST)
        sentences = {
            Limited.COLD_MESSAGES: self.tr(
                "That is more cold messages this week than you wanted to write. Your choice."
            ),
            Limited.MEETINGS: self.tr("That is more talks this week than you wanted to have. Your choice."),
        }
        self._workspace.say(" ".join(sentences[mention.what] for mention in over))

    # -- next steps -------------------------------------------------------------------------------------------------

    def _make_step_actions(self) -> StepActions:
        step_actions = StepActions(self._workspace, self)
        step_actions.contact_requested.connect(self.contact_requested)
        step_actions.write_requested.connect(self.write_requested)
        step_actions.agreed_requested.connect(self.agreed_requested)
        step_actions.meeting_requested.connect(self.meeting_requested)
        step_actions.learning_requested.connect(self.learning_requested)
        step_actions.entry_requested.connect(self.entry_requested)
        step_actions.known_requested.connect(self.known_requested)
        step_actions.print_requested.connect(lambda meeting: self._brief(meeting, "meeting.print_brief"))
        return step_actions

    def _add_steps(self, steps: tuple[Step, ...], now: datetime, quiet: bool) -> None:
        if steps:
            self._steps.addWidget(heading(QLabel(self.tr("Next steps"))))
        elif not quiet:
            self._add_nothing()
        if quiet:
            self._steps.addWidget(plain_label(today_words.quiet_day(bool(steps))))
        for step in steps:
            self._steps.addWidget(StepCard(self._workspace, self._step_actions, step, now, first=step is steps[0]))

    def _add_nothing(self) -> None:
        nothing = EmptyState(
            "today",
            self.tr("Nothing is waiting for you. A good moment to think of someone new."),
            self.tr("New contact"),
        )
        nothing.acted.connect(self._actions["contact.new"].trigger)
        self._steps.addWidget(nothing)

    def _brief(self, meeting_id: int, action: str) -> None:
        """Open the meeting, so that what is done to *the meeting* is done to this one."""
        self.meeting_requested.emit(meeting_id)
        self._actions[action].trigger()

    # -- the next meeting, and what waits -----------------------------------------------------------------------------

    def _add_next_meeting(self, line: MeetingLine, now: datetime) -> None:
        self._beside.addWidget(heading(QLabel(self.tr("Next meeting"))))
        card = self._card(line.contact, today_words.where(line, now, WordsOfLocale(self._workspace.locale)), "")
        if line.purpose.strip():
            card.body.addWidget(plain_label(line.purpose))
        buttons: list[tuple[str, Callable[[], None], str]] = [
            (self.tr("Open"), lambda: self.meeting_requested.emit(line.id), "")
        ]
        if _is_soon(line, now):
            buttons.insert(0, (self.tr("Begin the meeting"), lambda: self._brief(line.id, "meeting.begin"), ""))
        if line.questions:
            buttons.append((self.tr("Preview brief"), lambda: self._brief(line.id, "meeting.preview"), ""))
            buttons.append((self.tr("Print brief"), lambda: self._brief(line.id, "meeting.print_brief"), ""))
        buttons.append((self.tr("Say your opening aloud"), lambda: self.rehearsal_requested.emit(line.id), "quiet"))
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
            said = joined(
                today_words.age(line, now, WordsOfLocale(self._workspace.locale)),
                words.way(line.way),
                line.organisation,
            )
            if to_say_whether(line):
                said = self.tr("{when} – did it take place?").format(when=said)
            quiet = muted(plain_label(said))
            quiet.setIndent(4)  # below the words of the link, whose focus ring has its own room
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(row, 0, Qt.AlignmentFlag.AlignLeading)
            pair.addWidget(quiet)
            card.body.addLayout(pair)
        if len(over) > _WAITING_SHOWN:
            card.body.addWidget(muted(plain_label(self.tr("There are more under Prepare."))))
        self._beside.addWidget(card)

    # -- parts ------------------------------------------------------------------------------------------------------

    def _card(self, title: str, quiet: str, kind: str) -> Card:
        card = Card(title, kind)
        card.body.setSpacing(8)
        card.body.addWidget(muted(plain_label(quiet)))
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


def _is_soon(line: MeetingLine, now: datetime) -> bool:
    return line.starts_at is not None and line.starts_at - now <= SOON


def _no_mnemonic(text: str) -> str:
    return text.replace("&", "&&")


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    return column


def _show_now(layout: QLayout) -> None:
    """Now rather than when the events come round: whoever comes to the page is led to the first card at once."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.show()


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
