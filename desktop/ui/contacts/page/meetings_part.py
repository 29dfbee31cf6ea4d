"""The meetings with one contact, ahead and past; each opens where it is prepared."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.meeting_line import MeetingLine, MeetingState
from desktop.ui.shared.calendar_entry import CalendarEntry
from desktop.ui.shared.meeting_list import MeetingList
from desktop.ui.theme import muted
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace


class MeetingsPart(QWidget):
    """`meeting_requested` carries the one to open, `agreed` asks for a new one."""

    meeting_requested = Signal(int)
    agreed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, MeetingLine] = {}
        self._list = MeetingList(self.tr("Meetings"), workspace, of_one_person=True)
        self._list.opened.connect(self.meeting_requested)
        self._list.doubleClicked.connect(lambda _index: self._open_current())
        self._empty = muted(QLabel(self.tr("No meeting with this person yet.")))
        self._open = QPushButton(self.tr("&Open the meeting"))
        self._open.clicked.connect(self._open_current)
        new = QPushButton(self.tr("&New meeting"))
        new.clicked.connect(self.agreed)
        row = FlowLayout()
        self._calendar = CalendarEntry(workspace, self)
        self._save_entry = QPushButton()
        self._save_entry.clicked.connect(lambda: self._calendar.save(self._list.current_id))
        self._list.chosen.connect(lambda _id: self._offer_entry())
        row.addWidget(self._open)
        row.addWidget(self._save_entry)
        row.addWidget(new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)
        layout.addLayout(row)
        layout.addStretch(0)

    def show_meetings(self, meetings: Sequence[MeetingLine]) -> None:
        """Show these, latest first."""
        self._lines = {line.id: line for line in meetings}
        current = self._list.current_id
        first = meetings[0].id if meetings else 0
        self._list.show_meetings(meetings, current if current in self._lines else first)
        self._list.setVisible(bool(meetings))
        self._open.setVisible(bool(meetings))
        self._empty.setVisible(not meetings)
        self._offer_entry()

    def _offer_entry(self) -> None:
        line = self._lines.get(self._list.current_id)
        self._save_entry.setVisible(CalendarEntry.can_save(line))
        gone = line is not None and line.state is MeetingState.CANCELLED
        self._save_entry.setText(
            self.tr("&Save the cancellation for your calendar…") if gone else self.tr("&Save as calendar entry…")
        )

    def _open_current(self) -> None:
        if self._list.current_id:
            self.meeting_requested.emit(self._list.current_id)
