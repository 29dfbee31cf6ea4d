"""A meeting handed to the user's calendar as a file; what is handed out again changes or strikes out the same entry."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.core.export.calendar_event import EventStatus, event_of, without_private_details
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingLine, MeetingState
from desktop.formats.calendar_file import Method, calendar_file_name, ics_bytes
from desktop.formats.mail import parse_address
from desktop.places import write_whole
from desktop.store.file.history import WITH_LAST
from desktop.ui.shared.save_as import OpenUrl, ask_where, say_saved
from desktop.ui.workspace import Workspace


class CalendarEntry(QObject):
    """Asks where to, writes the file, and counts it, so that calendars take the next one for a change."""

    def __init__(self, workspace: Workspace, window: QWidget, open_url: OpenUrl | None = None) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._open_url = open_url

    @staticmethod
    def can_save(line: MeetingLine | None) -> bool:
        """Whether there is something to hand out: a meeting ahead that has a time, or one that was called off."""
        return line is not None and line.starts_at is not None and line.state is not MeetingState.MET

    def save(self, meeting_id: int) -> None:
        """Ask for a path and write the entry of a meeting there."""
        meeting = self._workspace.store.meetings.find(meeting_id)
        contact = self._workspace.store.contacts.find(meeting.contact_id) if meeting else None
        if meeting is None or contact is None:
            return
        private = self._workspace.store.preferences.settings().private_search
        ask_where(
            self._window,
            self.tr("Save as calendar entry"),
            calendar_file_name(contact.name, private),
            self.tr("Calendar file (*.ics)"),
            lambda path: self.write(meeting, contact, path),
        )

    def write(self, meeting: Meeting, contact: Contact, path: Path) -> None:
        """Write the entry; the next one has a higher number."""
        store = self._workspace.store
        profile = store.preferences.profile()
        try:
            event = event_of(
                meeting,
                store.store_id,
                self.tr("Conversation with {0}").format(contact.name),
                contact.time_zone,
                meeting.calendar_sequence,
            )
            if store.preferences.settings().private_search:
                event = without_private_details(event, self.tr("Appointment"))
            method = Method.CANCEL if event.status is EventStatus.CANCELLED else Method.PUBLISH
            organiser = parse_address(profile.email, profile.name)
            entry = ics_bytes([event], method, self._workspace.now(), organiser)
            write_whole(path, entry, force=True)  # the dialog asked
        except UserError as error:
            self._workspace.say(str(error), kind="wrong")
            return
        self._workspace.act(
            self.tr("Save calendar entry"),
            lambda: store.meetings.update(meeting.id, calendar_sequence=meeting.calendar_sequence + 1),
            WITH_LAST,  # the file is out there: taking back the count alone would help nobody
        )
        say_saved(self._workspace, path, self._open_url)
