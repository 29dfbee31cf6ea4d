"""Meetings in a list: who or when on the first line, the rest on the second."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingLine, MeetingState
from desktop.core.zones import clock_at
from desktop.ui import words
from desktop.ui.shared import days
from desktop.ui.texts import Texts
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace


class MeetingListTexts(Texts):
    """The lines of a list of meetings."""


class MeetingList(TwoLineList):
    """Meetings with anybody, by the names of the people; `of_one_person`: by the day, with what each is for."""

    def __init__(
        self, name: str, workspace: Workspace, of_one_person: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, workspace.theme, parent)
        self._workspace = workspace
        self._of_one_person = of_one_person

    def show_meetings(self, meetings: Sequence[MeetingLine], current: int = 0) -> None:
        """Show these in their order, standing on the one with the id `current` if it is among them."""
        self.show_rows([self._row(line) for line in meetings], current)

    def _row(self, line: MeetingLine) -> ListRow:
        when = when_and_how(line, self._workspace.today())
        state = words.meeting_state(line.state)
        if self._of_one_person:
            shown = "" if line.state is MeetingState.PLANNED else state
            return ListRow(line.id, when, " · ".join(part for part in (shown, line.purpose) if part))
        if line.state is MeetingState.CANCELLED:
            when = self.tr("{0} · {1}").format(state, when)
        return ListRow(line.id, line.contact, when)


def when_and_how(meeting: Meeting | MeetingLine, today: date) -> str:
    """Day, time and way, by the clock of the meeting's zone: "Thu, 26 Nov, 10:00 · By phone".

    The year is said where it is not that of `today`.
    """
    if meeting.starts_at is None:
        return MeetingListTexts.tr("No time yet · {0}").format(words.way(meeting.way))
    starts_at = clock_at(meeting.starts_at, meeting.zone)
    starts = days.short_moment(starts_at, year=starts_at.year != today.year)
    return MeetingListTexts.tr("{0} · {1}").format(starts, words.way(meeting.way))
