"""The meetings ahead and past, at the left of the Prepare tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.ui.prepare.wizard_page import row_of
from desktop.ui.shared.meeting_list import MeetingList
from desktop.ui.theme import heading
from desktop.ui.workspace import Workspace


class MeetingChoice(QWidget):
    """`chosen` carries a meeting's id; the other signals tell what was asked for."""

    chosen = Signal(int)
    new_wanted = Signal()
    delete_wanted = Signal(int)
    week_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ahead = MeetingList(self.tr("Meetings ahead"), workspace)
        self._past = MeetingList(self.tr("Past meetings"), workspace)
        self._ahead_title = heading(QLabel(self.tr("Ahead")))
        self._past_title = heading(QLabel(self.tr("Past")))
        self._ahead_title.setBuddy(self._ahead)
        self._past_title.setBuddy(self._past)
        new = QPushButton(self.tr("New meeting"))
        new.setAutoDefault(False)
        new.clicked.connect(self.new_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(row_of(new, self._menu_button()))
        for title, shown in ((self._ahead_title, self._ahead), (self._past_title, self._past)):
            shown.chosen.connect(self.chosen)
            shown.opened.connect(self.chosen)
            shown.delete_wanted.connect(self.delete_wanted)
            layout.addWidget(title)
            layout.addWidget(shown, 1)

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("⋯")
        button.setAccessibleName(self.tr("More"))
        button.setToolTip(self.tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(self.tr("Save this &week's briefs…"), self.week_wanted.emit)
        self._delete = menu.addAction(self.tr("&Delete this meeting"), self._delete_current)
        menu.aboutToShow.connect(lambda: self._delete.setEnabled(bool(self._ahead.current_id or self._past.current_id)))
        button.setMenu(menu)
        return button

    @property
    def first(self) -> int:
        """The meeting to show where none was chosen: the next one that is not over, 0 for none."""
        coming = self._workspace.store.meetings.next()
        if coming is not None:
            return coming.id
        ahead = self._workspace.store.meetings.ahead()
        return ahead[0].id if ahead else 0

    @property
    def empty(self) -> bool:
        """Whether there is no meeting at all."""
        return not (self._ahead.count or self._past.count)

    def refresh(self, current: int) -> None:
        """Show the meetings as they are stored, standing on `current`."""
        meetings = self._workspace.store.meetings
        ahead, past = meetings.ahead(), meetings.past()
        self._ahead.show_meetings(ahead, current)
        self._past.show_meetings(past, current)
        for widget in (self._ahead_title, self._ahead):
            widget.setVisible(bool(ahead))
        for widget in (self._past_title, self._past):
            widget.setVisible(bool(past))

    def select(self, meeting_id: int) -> None:
        """Stand on a meeting, without telling."""
        self._ahead.select(meeting_id)
        self._past.select(meeting_id)

    def take_focus(self) -> None:
        """Go to the list."""
        (self._ahead if self._ahead.count else self._past).setFocus()

    def _delete_current(self) -> None:
        current = self._ahead.current_id or self._past.current_id
        if current:
            self.delete_wanted.emit(current)
