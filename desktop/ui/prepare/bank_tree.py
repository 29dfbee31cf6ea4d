"""The question bank as a tree: topics with their questions, searched as you type, added by Enter or Space."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.core.meeting import LeftOpen
from desktop.core.question import Question, QuestionBank, Topic
from desktop.ui import words
from desktop.ui.icons import icon
from desktop.ui.prepare.wrapping import Wrapping
from desktop.ui.theme import Theme
from desktop.ui.widgets.plain_tips import plain_tip

_WHAT = Qt.ItemDataRole.UserRole
_LEFT_OPEN = "left open"


class BankTree(QTreeWidget):
    """One Tab stop. `wanted` carries the `Question` or `LeftOpen` to add, `pointed_at` the one the cursor is on."""

    wanted = Signal(object)
    unwanted = Signal(object)  # a Question or a Topic of the user's own, to be deleted
    pointed_at = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open: set[str] = set()
        self._shown: tuple[QuestionBank, str, frozenset[str], tuple[LeftOpen, ...]] | None = None
        self.setAccessibleName(self.tr("Question bank"))
        self.setAccessibleDescription(
            self.tr("Enter or Space adds a question to the plan, Delete removes one of your own.")
        )
        self.setHeaderHidden(True)
        self.setIndentation(theme.px(20))
        theme.changed.connect(self._follow_theme)
        self.setItemDelegate(Wrapping(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.itemDoubleClicked.connect(self._do)
        self.currentItemChanged.connect(lambda now, _before: self.pointed_at.emit(self._what(now)))
        self.itemExpanded.connect(lambda item: self._open.add(self._key(item)))
        self.itemCollapsed.connect(lambda item: self._open.discard(self._key(item)))

    @property
    def pointed(self) -> Question | LeftOpen | None:
        """The question under the cursor."""
        return self._what(self.currentItem())

    def show_bank(
        self, bank: QuestionBank, search: str, planned: frozenset[str], left_open: Sequence[LeftOpen]
    ) -> None:
        """Show what the search leaves, those in the plan with a tick; the cursor stays where it was."""
        state = (bank, search, planned, tuple(left_open))
        if state == self._shown:
            return
        self._shown = state
        before = self._key(self.currentItem())
        shown = bank.search(search)
        self.blockSignals(True)
        self.clear()
        if left_open and not search.strip():
            group = self._group(_LEFT_OPEN, self.tr("Left open by earlier meetings"), len(left_open))
            for item in left_open:
                self._child(group, item.text, item, self._said_to(item))
        for topic in bank.topics:
            questions = [question for question in shown if question.topic == topic.key]
            if questions or (topic.own and not search.strip()):
                self._show_topic(topic, questions, planned)
        for row in range(self.topLevelItemCount()):
            each = self.topLevelItem(row)
            if each is not None:
                each.setExpanded(bool(search.strip()) or self._key(each) in self._open)
        self._return_to(before)
        self.blockSignals(False)
        self.pointed_at.emit(self.pointed)

    def unfold(self, topic: str) -> None:
        """Open a topic."""
        self._open.add(topic)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space do what a double click does."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._do(self.currentItem())
            return
        if event.key() == Qt.Key.Key_Delete:
            own = self._own(self.currentItem())
            if own is not None:
                self.unwanted.emit(own)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped rows take another height at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _follow_theme(self) -> None:
        """Another text size, or ticks in another colour."""
        self.setIndentation(self._theme.px(20))
        if self._shown is not None:
            state, self._shown = self._shown, None
            self.show_bank(*state)

    def _show_topic(self, topic: Topic, questions: Sequence[Question], planned: frozenset[str]) -> None:
        group = self._group(topic.key, words.topic(topic), len(questions))
        for question in questions:
            child = self._child(group, question.text, question, self._about(question))
            if question.key in planned:
                child.setIcon(0, icon("check", self._theme.tokens, "accent"))
                child.setData(0, Qt.ItemDataRole.AccessibleTextRole, self.tr("{0} (in the plan)").format(question.text))

    def _group(self, key: str, name: str, count: int) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self, [self.tr("{0}  ({1})").format(name, count)])
        group.setData(0, _WHAT, key)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _child(self, group: QTreeWidgetItem, text: str, what: Question | LeftOpen, tip: str) -> QTreeWidgetItem:
        child = QTreeWidgetItem(group, [text])
        child.setData(0, _WHAT, what)
        child.setToolTip(0, plain_tip(tip))
        return child

    def _about(self, question: Question) -> str:
        if question.original:
            return self.tr("Your wording. Originally: {0}").format(question.original)
        return self.tr("About {0} min").format(question.minutes)

    def _said_to(self, item: LeftOpen) -> str:
        return self.tr("Left open in the meeting with {0}").format(item.contact)

    def _what(self, item: QTreeWidgetItem | None) -> Question | LeftOpen | None:
        what = item.data(0, _WHAT) if item is not None else None
        return what if isinstance(what, Question | LeftOpen) else None

    def _own(self, item: QTreeWidgetItem | None) -> Question | Topic | None:
        what = self._what(item)
        if isinstance(what, Question):
            return what if what.own else None
        topics = self._shown[0].topics if self._shown is not None else ()
        return next((topic for topic in topics if topic.own and topic.key == self._key(item)), None)

    def _key(self, item: QTreeWidgetItem | None) -> str:
        what = item.data(0, _WHAT) if item is not None else ""
        if isinstance(what, Question):
            return what.key
        return what.text if isinstance(what, LeftOpen) else str(what or "")

    def _return_to(self, key: str) -> None:
        items = self.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
        found = next((item for item in items if key and self._key(item) == key), None)
        if found is None and self.topLevelItemCount():
            found = self.topLevelItem(0)
        if found is not None:
            self.setCurrentItem(found)

    def _do(self, item: QTreeWidgetItem | None) -> None:
        what = self._what(item)
        if what is not None:
            self.wanted.emit(what)
        elif item is not None:
            item.setExpanded(not item.isExpanded())
