"""Meetings in a list: by person or by day, with the state where it is not what one expects."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState, Way
from desktop.ui.shared.meeting_list import MeetingList, when_and_how
from desktop.ui.widgets.two_line_list import ListRow
from desktop.ui.workspace import Workspace

AT = datetime(2031, 11, 27, 1, 30, tzinfo=UTC)


def rows(shown: MeetingList) -> list[tuple[str, str]]:
    model = shown.model()
    found = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    assert all(isinstance(each, ListRow) for each in found)
    return [(each.first, each.second) for each in found]


def test_a_meeting_is_told_by_the_clock_of_its_zone_and_by_its_year_where_it_is_another() -> None:
    meeting = Meeting(contact_id=1, starts_at=AT, zone="America/New_York", way=Way.PHONE)
    assert when_and_how(meeting, date(2031, 1, 1)) == "Wed, 26 Nov, 20:30 · By phone"
    assert when_and_how(meeting, date(2030, 1, 1)) == "Wed, 26 Nov 2031, 20:30 · By phone"
    assert when_and_how(Meeting(contact_id=1), date(2030, 1, 1)) == "No time yet · Face to face"


def test_the_list_shows_who_or_when_first_and_stands_where_it_is_told(workspace: Workspace, qtbot: QtBot) -> None:
    store = workspace.store
    with store.action("Add"):
        ann = store.contacts.add(Contact(name="Ann"))
        for state in MeetingState:
            store.meetings.add(Meeting(contact_id=ann, purpose="Wells", state=state))
    lines = sorted(store.meetings.of_contact(ann), key=lambda line: line.id)
    everyone, hers = MeetingList("All", workspace), MeetingList("Hers", workspace, of_one_person=True)
    for shown in (everyone, hers):
        qtbot.addWidget(shown)
        shown.show_meetings(lines, lines[1].id)
        assert shown.current_id == lines[1].id
    when = "No time yet · Face to face"
    assert rows(everyone) == [("Ann", when), ("Ann", when), ("Ann", f"Called off · {when}")]
    assert rows(hers) == [(when, "Wells"), (when, "Took place · Wells"), (when, "Called off · Wells")]
