"""Everything in the store that has a day, for the calendar; any thread may read it.

Hand-written SQL, read at every start by whoever keeps a calendar: importing peewee and the tables would take 65 ms.
"""

from datetime import date
from typing import TYPE_CHECKING

from desktop.core.contact import Stage
from desktop.core.export.calendar_plan import CalendarMaterial, PlannedMeeting
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.today.after_meeting import PersonRef
from desktop.store.file.rows import moment, read

if TYPE_CHECKING:
    from desktop.store.store import Store

_MEETINGS = (
    "select m.id, m.contact_id, m.state, m.purpose, m.starts_at, m.zone, m.minutes, m.way, m.place, m.dial_in, "
    "m.calendar_sequence, c.name, c.time_zone from meeting m join contact c on c.id = m.contact_id "
    "where m.starts_at is not null and m.deleted_at is null and c.deleted_at is null order by m.starts_at, m.id"
)
_COMING_BACK = (
    "select id, name, stage, follow_up_due from contact where stage = 'replied' and follow_up = 'come_back' "
    "and deleted_at is null order by follow_up_due, id"
)


# A row of `_MEETINGS`.
_Row = tuple[int, int, str, str, str, str, int, str, str, str, int, str, str]


def calendar_material(store: "Store", today: date) -> CalendarMaterial:
    """What is in the calendar; names are left out later, if the search is private."""
    facts, connection = store.today_facts, store.database.connection()
    return CalendarMaterial(
        store.store_id,
        meetings=tuple(PlannedMeeting(_meeting(row), row[-2], row[-1]) for row in read(connection, _MEETINGS)),
        owed=facts.owed(),
        introductions=facts.introductions(),
        in_touch=facts.in_touch(today, all_of_them=True),
        to_try=facts.to_try(),
        coming_back=tuple(
            (PersonRef(number, name, Stage(stage)), date.fromisoformat(due))
            for number, name, stage, due in read(connection, _COMING_BACK)
        ),
        private=store.preferences.settings().private_search,
    )


def _meeting(row: _Row) -> Meeting:
    number, contact_id, state, purpose, starts_at, zone, minutes, way, place, dial_in, sequence, _, _ = row
    return Meeting(
        id=number,
        contact_id=contact_id,
        state=MeetingState(state),
        purpose=purpose,
        starts_at=moment(starts_at),
        zone=zone,
        minutes=minutes,
        way=Way(way),
        place=place,
        dial_in=dial_in,
        calendar_sequence=sequence,
    )
