"""Page 4, questions: the bank on one side, the plan on the other, with the minutes it takes and what it touches."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.meeting import LeftOpen, PlannedQuestion, PreparationPage, Priority
from desktop.core.preparing.plan import (
    can_be_looked_up,
    coverage,
    in_asking_order,
    load,
    moved_by_one,
    still_to_ask,
    with_question_moved,
)
from desktop.core.preparing.readiness import SHORTEST, wanted_musts
from desktop.core.question import Question, Topic
from desktop.ui import words
from desktop.ui.prepare.bank_tree import BankTree
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.own_question import OwnQuestion
from desktop.ui.prepare.plan_list import PlanList
from desktop.ui.prepare.planned_editor import PlannedEditor
from desktop.ui.prepare.two_sides import TwoSides
from desktop.ui.prepare.wizard_page import WizardPage, quiet, quiet_button, row_of
from desktop.ui.shared import days
from desktop.ui.theme import restyle
from desktop.ui.widgets.plain_label import plain_label

_PAGE_WIDTH = 1400  # two lists side by side use the room there is


class QuestionsPage(WizardPage):
    """Adding, ordering and wording; every change is saved at once."""

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(meeting, PreparationPage.QUESTIONS, _PAGE_WIDTH, parent)
        self._load = plain_label()
        self.column.addWidget(self._load)
        self.column.addWidget(TwoSides(self._bank_side(), self._plan_side(), (4, 5)), 1)
        self._remarks = plain_label()
        self._remarks.setProperty("tone", "attention")
        self._coverage = quiet()
        self.column.addWidget(self._remarks)
        self.column.addWidget(self._coverage)

    # -- building ---------------------------------------------------------------------------------------------------

    def _bank_side(self) -> QWidget:
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search the bank"))
        self._search.setAccessibleName(self.tr("Search the question bank"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda _text: self._show_bank())
        self._bank = BankTree(self._workspace.theme)
        self._bank.setMinimumHeight(self.fontMetrics().lineSpacing() * 18)
        self._bank.wanted.connect(self._add)
        self._bank.unwanted.connect(self._delete_own)
        self._bank.pointed_at.connect(self._offer)
        self._add_button = QPushButton(self.tr("&Add to the plan"))
        self._add_button.setAutoDefault(False)
        self._add_button.clicked.connect(lambda: self._add(self._bank.pointed))
        self._reword = quiet_button(self.tr("&Reword…"))
        self._reword.clicked.connect(self._begin_rewording)
        own = quiet_button(self.tr("&Write your own…"))
        own.clicked.connect(self._begin_own)
        self._own = OwnQuestion(self._workspace)
        self._own.added.connect(self._add_own)
        self._own.closed.connect(self._bank.setFocus)
        return self._side(
            self.tr("&Bank"), self._bank, [self._search, self._bank, (self._add_button, self._reword, own), self._own]
        )

    def _plan_side(self) -> QWidget:
        self._plan = PlanList(self._workspace.theme)
        self._plan.setMinimumHeight(self.fontMetrics().lineSpacing() * 12)
        self._plan.chosen.connect(self._edit)
        self._plan.moved.connect(self._move)
        self._plan.stepped.connect(self._step)
        self._editor = PlannedEditor(self._meeting)
        self._plan.removed.connect(lambda _id: self._editor.remove())
        self._empty = quiet(
            self.tr("No question yet. Five that matter, and two or three for spare time, fill twenty minutes.")
        )
        return self._side(self.tr("&Plan"), self._plan, [self._empty, self._plan, self._editor])

    def _side(self, title: str, buddy: QWidget, parts: list[QWidget | tuple[QWidget, ...]]) -> QWidget:
        side = QWidget()
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        label = QLabel(title)
        label.setProperty("textSize", "heading")
        label.setBuddy(buddy)
        layout.addWidget(label)
        for part in parts:
            if isinstance(part, tuple):
                layout.addLayout(row_of(*part))
            else:
                layout.addWidget(part, 1 if part is buddy else 0)
        return side

    # -- showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show bank and plan."""
        questions = self._meeting.questions
        self._show_bank()
        self._plan.show_plan(in_asking_order(questions))
        self._plan.setVisible(bool(questions))
        self._empty.setVisible(not questions)
        self._show_load()
        self._show_coverage()
        self._show_remarks()

    def leave(self) -> None:
        """The form for own questions is put away."""
        self._own.hide()

    def _show_bank(self) -> None:
        left = self._workspace.store.meetings.left_open(self._meeting.id)
        planned = frozenset(question.question_key for question in self._meeting.questions)
        self._bank.show_bank(
            self._workspace.bank(), self._search.text(), planned, still_to_ask(left, self._meeting.questions)
        )

    def _show_load(self) -> None:
        minutes = max(SHORTEST, self._meeting.meeting.minutes)
        taken = load(self._meeting.questions, minutes)
        said = [self.tr("Planned: {0} of {1} minutes").format(taken.planned, taken.to_use)]
        if taken.spare:
            said.append(self.tr("in reserve: {0}").format(taken.spare))
        text = " · ".join(said)
        if taken.over:
            text += "\n" + self.tr("That is more than there is time for. Let a question wait until there is time.")
        elif self._meeting.questions and self._musts() < wanted_musts(minutes):
            text += "\n" + self.tr("Mark what you want to hear in any case as “must”.")
        self._load.setText(text)
        self._load.setProperty("tone", "attention" if taken.over else "")
        restyle(self._load)

    def _musts(self) -> int:
        return sum(question.priority is Priority.MUST for question in self._meeting.questions)

    def _show_coverage(self) -> None:
        covered = coverage(self._meeting.questions, self._workspace.bank().topics)
        listed = self._workspace.locale.createSeparatedList
        touched = [words.topic(item.topic) for item in covered if item.count]
        others = [words.topic(item.topic) for item in covered if not item.count]
        said = []
        if touched:
            said.append(self.tr("Touches {0} of {1} topics: {2}.").format(len(touched), len(covered), listed(touched)))
        if others:
            said.append(self.tr("For another meeting perhaps: {0}.").format(listed(others)))
        self._coverage.setText("\n".join(said))

    def _show_remarks(self) -> None:
        found = can_be_looked_up(
            self._meeting.questions, self._workspace.bank().questions, self._meeting.prepared.notes
        )
        said = []
        for item in found:
            if item.note.read_on is None:
                said.append(self.tr("“{0}” – your research answers this.").format(item.question.text))
            else:
                day = days.written_out(item.note.read_on)
                said.append(self.tr("“{0}” – your research of {1} answers this.").format(item.question.text, day))
        self._remarks.setText("\n".join(said))
        self._remarks.setVisible(bool(said))

    def _offer(self, what: object) -> None:
        planned = {question.question_key for question in self._meeting.questions}
        there = isinstance(what, Question) and what.key in planned
        self._add_button.setEnabled(what is not None and not there)
        self._reword.setEnabled(isinstance(what, Question))

    def _edit(self, question_id: int) -> None:
        found = next((question for question in self._meeting.questions if question.id == question_id), None)
        self._editor.show_question(found)

    # -- changing ---------------------------------------------------------------------------------------------------

    def _add(self, what: object) -> None:
        """Put a question of the bank, or one left open, at the end of the plan."""
        if isinstance(what, Question) and any(q.question_key == what.key for q in self._meeting.questions):
            self._workspace.say(self.tr("This question is in the plan already."))
            return
        minutes = max(SHORTEST, self._meeting.meeting.minutes)
        priority = Priority.MUST if self._musts() < wanted_musts(minutes) else Priority.IF_TIME
        if isinstance(what, Question):
            planned = PlannedQuestion(
                0, self._meeting.id, what.key, what.topic, what.text, priority, what.minutes, what.follow_up
            )
        elif isinstance(what, LeftOpen):
            planned = PlannedQuestion(0, self._meeting.id, what.question_key, what.topic, what.text, priority)
        else:
            return
        meetings = self._workspace.store.meetings
        added = self._workspace.act(self.tr("Add a question to the plan"), lambda: meetings.add_question(planned))
        self._plan.point_at(added)

    def _add_own(self, question: Question) -> None:
        self._bank.unfold(question.topic)
        self._add(question)

    def _delete_own(self, what: object) -> None:
        own = self._workspace.store.own_questions
        if isinstance(what, Question):
            self._workspace.act(self.tr("Delete your question"), lambda: own.delete(what.key))
            self._workspace.say_with_undo(self.tr("Your question left the bank. Plans that hold it keep it."))
        elif isinstance(what, Topic):
            self._workspace.act(self.tr("Delete your topic"), lambda: own.delete_topic(what.key))
            self._workspace.say_with_undo(self.tr("Your topic left the bank with its questions. Plans keep them."))

    def _begin_own(self) -> None:
        pointed = self._bank.pointed
        self._own.begin(pointed.topic if pointed is not None else "")

    def _begin_rewording(self) -> None:
        pointed = self._bank.pointed
        if isinstance(pointed, Question):
            self._own.reword(pointed)

    def _move(self, row: int, to: int) -> None:
        self._keep(with_question_moved(in_asking_order(self._meeting.questions), row, to))

    def _step(self, row: int, step: int) -> None:
        self._keep(moved_by_one(in_asking_order(self._meeting.questions), row, step))
        self._plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, plan: tuple[PlannedQuestion, ...]) -> None:
        before = {question.id: question for question in self._meeting.questions}
        meetings = self._workspace.store.meetings

        def work() -> None:
            meetings.order_questions([question.id for question in plan])
            for question in plan:
                if question.priority is not before[question.id].priority:
                    meetings.update_question(question.id, priority=question.priority)

        self._workspace.act(self.tr("Move a question"), work)
