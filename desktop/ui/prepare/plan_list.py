"""The plan of a meeting as a list: how much each question matters, its words, its minutes; moved by keys or dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.core.meeting import PlannedQuestion
from desktop.ui import words
from desktop.ui.prepare.wrapping import Wrapping
from desktop.ui.theme import Theme
from desktop.ui.widgets.plain_tips import plain_tip

_ID = Qt.ItemDataRole.UserRole


class PlanList(QTreeWidget):
    """One Tab stop, in asking order. Alt+Up and Alt+Down move a question, Delete takes it out.

    `chosen` carries the id of the question under the cursor, 0 for none; `moved` its row and the row it goes to;
    `stepped` its row and -1 or 1; `removed` its id.
    """

    chosen = Signal(int)
    moved = Signal(int, int)
    stepped = Signal(int, int)
    removed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Plan"))
        self.setAccessibleDescription(self.tr("Alt+Up and Alt+Down move a question, Delete takes it out."))
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Matters"), self.tr("Question"), self.tr("Minutes")])
        self.setRootIsDecorated(False)
        self.setItemDelegate(Wrapping(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(lambda _now, _before: self.chosen.emit(self.current_id))

    @property
    def current_id(self) -> int:
        """The id of the question under the cursor, 0 for none."""
        item = self.currentItem()
        return int(item.data(0, _ID)) if item is not None else 0

    def show_plan(self, asking: Sequence[PlannedQuestion]) -> None:
        """Show the questions in asking order; the cursor stays on its question, or in its row."""
        before, row = self.current_id, max(0, self.currentIndex().row())
        self.blockSignals(True)
        self.clear()
        for question in asking:
            item = QTreeWidgetItem(
                self, [words.priority(question.priority), question.text, self.tr("{0} min").format(question.minutes)]
            )
            item.setData(0, _ID, question.id)
            item.setToolTip(1, plain_tip(question.follow_up))
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            if question.id == before:
                row = self.topLevelItemCount() - 1
        last = self.topLevelItem(min(row, self.topLevelItemCount() - 1))
        if last is not None:
            self.setCurrentItem(last)
        self.blockSignals(False)
        self.chosen.emit(self.current_id)

    def point_at(self, question_id: int) -> None:
        """Put the cursor on a question."""
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is not None and item.data(0, _ID) == question_id:
                self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving and removing."""
        row = self.currentIndex().row()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier and row >= 0:
            self.stepped.emit(row, step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.removed.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A question was dragged: the rows are shown anew from the store, so Qt moves none."""
        row = self.currentIndex().row()
        below = self.indexAt(event.position().toPoint())
        to = below.row() if below.isValid() else self.topLevelItemCount()
        if below.isValid() and self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem:
            to += 1
        if to > row:
            to -= 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if row >= 0 and to != row:
            self.moved.emit(row, to)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped rows take another height at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """Room for about six questions."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * 16)
