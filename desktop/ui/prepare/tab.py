"""The Prepare tab: meetings at the left; at the right the wizard, the write-up, or the short path to a new one.

Beside a meeting that goes on is its screen alone.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.meeting import PreparationPage
from desktop.core.meeting_line import MeetingState
from desktop.core.preparing.time_left import under_way
from desktop.store.file.history import Change
from desktop.ui.actions import Actions
from desktop.ui.prepare import wording
from desktop.ui.prepare.brief_output import BriefOutput
from desktop.ui.prepare.meeting_choice import MeetingChoice
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.short_path_page import ShortPathPage
from desktop.ui.prepare.wizard import Wizard
from desktop.ui.theme import scaled
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import flush_all
from desktop.ui.widgets.list_beside_page import ListBesidePage
from desktop.ui.workspace import Workspace
from desktop.work.shipped import shipped_preparation

if TYPE_CHECKING:
    from desktop.ui.prepare.live_page import LivePage
    from desktop.ui.prepare.write_up_page import WriteUpPage

_NARROW = 860  # below that, at a normal text size, list and page take turns


class PrepareTab(QWidget):
    """Assembles; the parts say what they want by signals."""

    contact_requested = Signal(int)
    learning_requested = Signal(int)
    write_requested = Signal(int, object)  # a contact and the kind of message
    place_changed = Signal(str)  # the page that is shown, empty where it has no name

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions = actions
        self._meeting = OpenMeeting(workspace, shipped_preparation(), self)
        self._list = MeetingChoice(workspace)
        self._wizard = Wizard(self._meeting)
        self._short = ShortPathPage(workspace)
        self._empty = EmptyState(
            "prepare",
            self.tr("Once a talk is agreed, prepare it here: three lines make a first brief to print."),
            self.tr("A meeting is agreed"),
        )
        self._nothing = EmptyState("", self.tr("Choose a meeting at the left."))
        sizes = (scaled(self.font(), 240), scaled(self.font(), 900))
        split = ListBesidePage(self._list, self._empty, shares=(0, 1), sizes=sizes)
        self._stack = split.pages
        for page in (self._nothing, self._short, self._wizard):
            self._stack.addWidget(page)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._output = BriefOutput(workspace, self)
        self._listing = True  # in a narrow window: whether the list is there, not the page
        self._connect()
        self._list.refresh(0)
        self._show_first()

    def _connect(self) -> None:
        self._list.chosen.connect(self._choose)
        self._list.new_wanted.connect(self.start_short_path)
        self._list.delete_wanted.connect(self._delete)
        self._list.week_wanted.connect(self._save_week)
        self._empty.acted.connect(self.start_short_path)
        self._short.made.connect(lambda meeting_id: self.open_meeting(meeting_id, PreparationPage.REVIEW))
        self._short.left.connect(self._leave_short_path)
        self._wizard.contact_requested.connect(self.contact_requested)
        self._wizard.page_shown.connect(self.place_changed)
        self._wizard.list_wanted.connect(self._show_list)
        self._wizard.save_wanted.connect(self.save_brief)
        self._wizard.print_wanted.connect(self.print_brief)
        self._wizard.begin_wanted.connect(self.begin_meeting)
        self._meeting.changed.connect(self._show_changed)
        self._meeting.gone.connect(self._show_first)
        self._output.began.connect(lambda: self._wizard.busy(True))
        self._output.ended.connect(lambda: self._wizard.busy(False))
        self._workspace.changed.connect(self._follow)

    # -- the pages beside and after a meeting, built when they are first needed ---------------------------------------

    @cached_property
    def _live(self) -> "LivePage":
        from desktop.ui.prepare.live_page import LivePage

        live = LivePage(self._meeting)
        live.left.connect(self._leave_live)
        live.in_use.connect(self._actions["meeting.unplanned"].setEnabled)
        self._actions["meeting.unplanned"].triggered.connect(live.add_unplanned)
        self._stack.addWidget(live)
        return live

    @cached_property
    def _write_up(self) -> "WriteUpPage":
        from desktop.ui.prepare.write_up_page import WriteUpPage

        write_up = WriteUpPage(self._meeting)
        write_up.contact_requested.connect(self.contact_requested)
        write_up.learning_requested.connect(self.learning_requested)
        write_up.write_requested.connect(self.write_requested)
        write_up.list_wanted.connect(self._show_list)
        self._stack.addWidget(write_up)
        return write_up

    def _shows(self, *pages: str) -> bool:
        """Whether one of these pages is shown; a page is not built for the question."""
        shown = self._stack.currentWidget()
        return any(vars(self).get(page) is shown for page in pages)

    # -- what the main window calls ---------------------------------------------------------------------------------

    def open_meeting(self, meeting_id: int, page: str = "") -> None:
        """Show a meeting where its preparation was left, or at a page of the wizard."""
        flush_all(self)
        if not self._meeting.open(meeting_id):
            self._workspace.say(self.tr("This meeting is no longer there."))
            return
        self._list.select(meeting_id)
        if self._meeting.meeting.state is not MeetingState.PLANNED:
            self._write_up.open()
            self._show(self._write_up)
        elif not page and under_way(self._meeting.meeting, self._workspace.now()):
            self._show_live()
        else:
            self._wizard.resume(PreparationPage(page) if page else None)
            self._show(self._wizard)

    def begin_meeting(self, meeting_id: int = 0) -> None:
        """Show the screen beside a meeting; 0 is the one that is open, or else (that one may be past) the next."""
        wanted = meeting_id or self._planned_meeting() or self._list.first
        if not wanted:
            self._workspace.say(self.tr("Choose a meeting first."))
            return
        if wanted != self.current_meeting():
            self.open_meeting(wanted)
        if self.current_meeting() == wanted and self._meeting.meeting.state is MeetingState.PLANNED:
            flush_all(self)
            self._show_live()

    def start_short_path(self, contact_id: int = 0) -> None:
        """Ask for person, time and purpose; 0 where the person is not known yet."""
        flush_all(self)
        self._listing = False
        self._stack.setCurrentWidget(self._short)
        self._arrange()
        self._short.begin(contact_id or 0)

    @property
    def place(self) -> str:
        """The name of the page that is shown, empty where it has none."""
        if self._shows("_live"):
            return self.tr("Meeting")
        if self._shows("_write_up"):
            return self.tr("Write-up")
        return wording.page_name(self._wizard.page) if self._shows("_wizard") else ""

    def current_meeting(self) -> int | None:
        """The meeting that is shown, `None` if none is."""
        shown = self._shows("_wizard", "_live", "_write_up")
        return self._meeting.id if shown and self._meeting.id else None

    def preview(self) -> None:
        """Go to the review of the meeting that is shown."""
        if self._has_meeting():
            self.open_meeting(self._meeting.id, PreparationPage.REVIEW)

    def save_brief(self) -> None:
        """Ask for a path and save the brief of the meeting that is shown."""
        if self._has_meeting():
            flush_all(self)
            self._output.save(self._meeting.id)

    def print_brief(self) -> None:
        """Print the brief of the meeting that is shown."""
        if self._has_meeting():
            flush_all(self)
            self._output.print_out(self._meeting.id)

    # -- slots ------------------------------------------------------------------------------------------------------

    def _planned_meeting(self) -> int | None:
        shown = self.current_meeting()
        return shown if shown and self._meeting.meeting.state is MeetingState.PLANNED else None

    def _has_meeting(self) -> bool:
        if self.current_meeting() is None:
            self._workspace.say(self.tr("Choose a meeting first."))
            return False
        return True

    def _choose(self, meeting_id: int) -> None:
        if meeting_id != self.current_meeting():
            self.open_meeting(meeting_id)
        elif self._narrow:
            self._listing = False
            self._arrange()

    def _delete(self, meeting_id: int) -> None:
        meetings = self._workspace.store.meetings
        self._workspace.act(self.tr("Delete meeting"), lambda: meetings.delete(meeting_id))
        self._workspace.say_with_undo(self.tr("The meeting is deleted."))

    def _save_week(self) -> None:
        flush_all(self)
        self._output.save_week()

    def _follow(self, change: Change) -> None:
        if change.tables & {"meeting", "contact"}:
            self._list.refresh(self.current_meeting() or 0)
            if self._list.empty == (self._stack.currentWidget() is not self._empty) and not self.current_meeting():
                self._show_first(keep_short=True)

    def _show_changed(self) -> None:
        """The open meeting is another than before: show it in place, where its state has not changed."""
        planned = self._meeting.meeting.state is MeetingState.PLANNED
        if not self._shows("_wizard", "_live", "_write_up"):
            return
        if planned == self._shows("_write_up"):
            self.open_meeting(self._meeting.id)
            if not planned:
                self._write_up.take_focus()
        elif self._shows("_live"):
            self._live.refresh()
        elif planned:
            self._wizard.refresh()
        else:
            self._write_up.refresh()

    def _show_live(self) -> None:
        """The screen beside the meeting, and nothing else."""
        self._live.begin()
        self._show(self._live)
        self._live.take_focus()

    def _leave_live(self) -> None:
        flush_all(self)
        self._wizard.resume()
        self._show(self._wizard)

    def _show(self, page: QWidget) -> None:
        """Show a page of the open meeting."""
        self._stack.setCurrentWidget(page)
        self._listing = False
        self._arrange()
        self._enable()
        self.place_changed.emit(self.place)

    def _show_first(self, keep_short: bool = False) -> None:
        """Show the next meeting, or what to do first where there is none."""
        if keep_short and self._stack.currentWidget() is self._short:
            return
        first = self._list.first
        if first:
            self.open_meeting(first)
            return
        self._stack.setCurrentWidget(self._empty if self._list.empty else self._nothing)
        self._arrange()
        self._enable()

    def _leave_short_path(self) -> None:
        self._meeting.close()
        self._show_first()

    def _show_list(self) -> None:
        self._listing = True
        self._arrange()
        self._list.take_focus()

    def _enable(self) -> None:
        there = self.current_meeting() is not None
        for key in ("meeting.preview", "meeting.export_brief", "meeting.print_brief"):
            self._actions[key].setEnabled(there)

    # -- room -------------------------------------------------------------------------------------------------------

    @property
    def _narrow(self) -> bool:
        return self.width() < scaled(self.font(), _NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and page beside one another, or taking turns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        empty = self._list.empty
        listing = self._listing and not empty
        alone = self._shows("_live") and not listing
        self._list.setVisible(not empty and not alone and (listing or not self._narrow))
        self._stack.setVisible(not (self._narrow and listing))
        there = [self._wizard.to_list] + ([self._write_up.to_list] if self._shows("_write_up") else [])
        for button in there:
            button.setVisible(self._narrow and not empty)
