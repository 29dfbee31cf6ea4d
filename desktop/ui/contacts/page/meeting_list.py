"""The meetings with one contact, ahead and past; each opens where it is prepared."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.meeting_line import MeetingLine, MeetingState
from desktop.ui import words
from desktop.ui.shared.calendar_entry import CalendarEntry
from desktop.ui.theme import muted
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.two_line_list import Row, TwoLineList
from desktop.ui.workspace import Workspace


class MeetingList(QWidget):
    """`meeting_requested` carries the one to open, `agreed` asks for a new one."""

    meeting_requested = Signal(int)
    agreed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, MeetingLine] = {}
        self._list = TwoLineList(self.tr("Meetings"), workspace.theme)
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
        rows = [Row(line.id, when(line), _beneath(line)) for line in meetings]
        current = self._list.current_id
        ids = {row.id for row in rows}
        self._list.show_rows(rows, current if current in ids else (rows[0].id if rows else 0))
        self._list.setVisible(bool(rows))
        self._open.setVisible(bool(rows))
        self._empty.setVisible(not rows)
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


def when(line: MeetingLine) -> str:
    """Day, time and way of a meeting: "Thu 26 Nov 2026, 10:00 · By phone"."""
    way = words.way(line.way)
    if line.starts_at is None:
        return QCoreApplication.translate("MeetingList", "No time yet · {0}").format(way)
    return QCoreApplication.translate("MeetingList", "{0} · {1}").format(words.moment(line.starts_at), way)


def _beneath(line: MeetingLine) -> str:
    state = "" if line.state is MeetingState.PLANNED else words.meeting_state(line.state)
    return " · ".join(part for part in (state, line.purpose) if part)
