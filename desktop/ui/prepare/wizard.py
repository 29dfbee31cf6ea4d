"""The interview-prep wizard in its tab: the steps, the page, Back and Next. The flow is `core.preparing.wizard`."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.meeting import PreparationPage
from desktop.core.meeting_line import MeetingState, is_over
from desktop.core.preparing.time_left import under_way
from desktop.core.preparing.wizard import PAGES, next_page, page_before, page_states, resume_at
from desktop.core.text import isolated
from desktop.ui.prepare import wording
from desktop.ui.prepare.logistics_page import LogisticsPage
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.opening_page import OpeningPage
from desktop.ui.prepare.purpose_page import PurposePage
from desktop.ui.prepare.questions_page import QuestionsPage
from desktop.ui.prepare.research_page import ResearchPage
from desktop.ui.prepare.review_page import ReviewPage
from desktop.ui.prepare.time_page import TimePage
from desktop.ui.prepare.wizard_page import WizardPage, quiet, quiet_button, row_of
from desktop.ui.shared.meeting_list import when_and_how
from desktop.ui.theme import heading
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import flush_all
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.widgets.step_list import StepList

_PAGES: dict[PreparationPage, Callable[[OpenMeeting], WizardPage]] = {
    PreparationPage.PURPOSE: PurposePage,
    PreparationPage.TIME: TimePage,
    PreparationPage.RESEARCH: ResearchPage,
    PreparationPage.QUESTIONS: QuestionsPage,
    PreparationPage.OPENING: OpeningPage,
    PreparationPage.LOGISTICS: LogisticsPage,
    PreparationPage.REVIEW: ReviewPage,
}


class Wizard(QWidget):
    """Pages are built when first shown. `list_wanted` tells that the list of meetings is asked for."""

    contact_requested = Signal(int)
    list_wanted = Signal()
    page_shown = Signal(str)  # its name
    begin_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self._built: dict[PreparationPage, WizardPage] = {}
        self._page = PreparationPage.PURPOSE
        self._who = heading(plain_label())
        self._when = quiet()
        self.to_list = quiet_button(self.tr("All meetings"))
        self.to_list.clicked.connect(self.list_wanted)
        self._begin = quiet_button(self.tr("Begin the meeting"))
        self._begin.setToolTip("Ctrl+B")
        self._begin.clicked.connect(self.begin_wanted)
        self._steps = StepList(meeting.workspace.theme, self.tr("Steps"))
        self._steps.chosen.connect(lambda row: self._go(PAGES[row], focus=False))
        self._stack = QStackedWidget()
        self._back = QPushButton(self.tr("Back"))
        self._back.clicked.connect(self._go_back)
        self._next = QPushButton()
        self._next.setProperty("primary", True)
        self._next.clicked.connect(self._go_on)
        for button in (self._back, self._next):
            button.setAutoDefault(False)
        for keys, slot in (("Ctrl+PgUp", self._go_back), ("Ctrl+PgDown", self._go_on)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._lay_out()
        meeting.workspace.theme.changed.connect(self._repaint)

    def _lay_out(self) -> None:
        named = QVBoxLayout()
        named.setSpacing(4)
        named.addWidget(self._who)
        named.addWidget(self._when)
        above = QHBoxLayout()
        above.addLayout(named, 1)
        above.addWidget(self._begin)
        above.addWidget(self.to_list)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(8)
        top.addLayout(above)
        top.addWidget(self._over_card())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 8, 24, 12)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(_rule())
        right.addLayout(buttons)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._steps)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(_rule())
        layout.addLayout(middle, 1)

    def _over_card(self) -> QWidget:
        """Shown once the agreed time has passed."""
        self._over = Card(kind="next")
        took_place = QPushButton(self.tr("It took place"))
        called_off = QPushButton(self.tr("It was called off"))
        took_place.clicked.connect(lambda: self._close_meeting(MeetingState.MET, self.tr("It took place")))
        called_off.clicked.connect(lambda: self._close_meeting(MeetingState.CANCELLED, self.tr("It was called off")))
        said = plain_label(self.tr("The time of this meeting has passed."))
        row = row_of(said, took_place, called_off, stretch=False)
        row.setStretch(0, 1)
        self._over.body.addLayout(row)
        return self._over

    # -- showing ----------------------------------------------------------------------------------------------------

    @property
    def page(self) -> PreparationPage:
        """The page that is open."""
        return self._page

    def resume(self, page: PreparationPage | None = None) -> None:
        """Show the open meeting where it was left, or at a page."""
        self._show(page or resume_at(self._meeting.meeting))

    def refresh(self) -> None:
        """Show the open meeting as it is now: the steps and the page that is open."""
        meeting, workspace = self._meeting.meeting, self._meeting.workspace
        self._who.setText(isolated(self._meeting.contact.name))
        self._when.setText(when_and_how(meeting, workspace.today()))
        self._over.setVisible(is_over(meeting, workspace.now()))
        going_on = under_way(meeting, workspace.now())
        self._begin.setText(self.tr("Go on with the meeting") if going_on else self.tr("Begin the meeting"))
        self._steps.show_steps(
            [
                (
                    wording.page_name(state.page),
                    state.done,
                    self._listed([wording.need(item.need) for item in state.missing]),
                )
                for state in page_states(self._meeting.missing())
            ]
        )
        self._steps.show_row(PAGES.index(self._page))
        before, after = page_before(self._page), next_page(self._page)
        self._back.setEnabled(before is not None)
        self._next.setVisible(after is not None)
        if after is not None:
            self._next.setText(self.tr("Next: {0}").format(wording.page_name(after)))
        self._built[self._page].refresh()

    def _repaint(self) -> None:
        """Icons in the colours of another theme."""
        if self._meeting.id and self._page in self._built:
            self.refresh()

    @staticmethod
    def _listed(texts: list[str]) -> str:
        return " · ".join(texts)

    def _show(self, page: PreparationPage) -> None:
        if page not in self._built:
            self._built[page] = self._build(page)
        self._page = page
        self.refresh()
        self._stack.setCurrentWidget(self._built[page])
        self.page_shown.emit(wording.page_name(page))

    def _build(self, page: PreparationPage) -> WizardPage:
        built = _PAGES[page](self._meeting)
        built.page_requested.connect(lambda there: self._go(there, focus=True))
        built.contact_requested.connect(self.contact_requested)
        if isinstance(built, ReviewPage):
            built.save_wanted.connect(self.save_wanted)
            built.print_wanted.connect(self.print_wanted)
        self._stack.addWidget(built)
        return built

    # -- going ------------------------------------------------------------------------------------------------------

    def go(self, page: PreparationPage) -> None:
        """Go to a page, saving what was typed and where the wizard is."""
        self._go(page, focus=True)

    def _go_on(self) -> None:
        after = next_page(self._page)
        if after is not None:
            self._go(after, focus=True)

    def _go_back(self) -> None:
        before = page_before(self._page)
        if before is not None:
            self._go(before, focus=True)

    def _go(self, page: PreparationPage, focus: bool) -> None:
        try:
            flush_all(self)
        except UserError:  # it has been said, and the text stays where it is
            self._steps.show_row(PAGES.index(self._page))
            return
        self._built[self._page].leave()
        self._meeting.keep_page(page)
        self._show(page)
        if focus:
            self._built[page].take_focus()

    def _close_meeting(self, state: MeetingState, name: str) -> None:
        self._meeting.update(name, state=state)

    def busy(self, writing: bool) -> None:
        """Let the buttons of the review wait while a brief is being written."""
        review = self._built.get(PreparationPage.REVIEW)
        if isinstance(review, ReviewPage):
            review.wait(writing)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    return rule
