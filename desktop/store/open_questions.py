"""What earlier meetings left open, so that the next one can ask it."""

from datetime import date, datetime

from desktop.core.meeting import LeftOpen, Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.text import fold
from desktop.core.zones import is_known, zone
from desktop.store.file.peewee_database import PeeweeDatabase
from desktop.store.tables import ContactRow, MeetingRow, PlannedQuestionRow


def left_open(database: PeeweeDatabase, meeting: Meeting) -> list[LeftOpen]:
    """As `Meetings.left_open` says, for a meeting that is stored."""
    contact = ContactRow.select().where(ContactRow.id == meeting.contact_id).get(database)
    organisation_id = contact.organisation_id
    related = MeetingRow.contact == meeting.contact_id
    if organisation_id is not None:
        related |= ContactRow.organisation == organisation_id
    if meeting.direction_id is not None:
        related |= MeetingRow.direction == meeting.direction_id
    query = (
        MeetingRow.select(MeetingRow, ContactRow.name.alias("contact_name"))
        .join(ContactRow)
        .where(
            related,
            MeetingRow.id != meeting.id,
            MeetingRow.state == MeetingState.MET,
            MeetingRow.deleted_at.is_null(),
            ContactRow.deleted_at.is_null(),
        )
        .order_by(MeetingRow.starts_at.desc(), MeetingRow.id.desc())
        .objects()
    )
    meetings = list(query.execute(database))
    asked = _asked(database, [met.id for met in meetings])
    answered = {_sameness(each) for questions in asked.values() for each in questions if each.answer.strip()}
    found: dict[str, LeftOpen] = {}
    for met in meetings:
        for left in _left_by(met, asked.get(met.id, [])):
            if _sameness(left) not in answered:
                found.setdefault(_sameness(left), left)
    return list(found.values())


def _left_by(met: MeetingRow, asked: list[PlannedQuestionRow]) -> list[LeftOpen]:
    """What one meeting may have left open: the questions that arose in it, and those planned for it."""
    who, day = met.contact_name, _day(met.starts_at, met.zone)
    arose = [LeftOpen(text, "", "", who, day) for text in met.new_questions]
    planned = [row for row in asked if not row.unplanned]
    return arose + [LeftOpen(row.text, row.topic, row.question_key, who, day) for row in planned]


def _asked(database: PeeweeDatabase, meetings: list[int]) -> dict[int, list[PlannedQuestionRow]]:
    """The questions of these meetings, planned or not, in their order."""
    row = PlannedQuestionRow
    found: dict[int, list[PlannedQuestionRow]] = {}
    questions = row.select().where(row.meeting.in_(meetings)).order_by(row.position, row.id)
    for question in questions.execute(database):
        found.setdefault(question.meeting_id, []).append(question)
    return found


def _sameness(question: PlannedQuestionRow | LeftOpen) -> str:
    """What makes two questions the same: the question of the bank, or else the words."""
    return str(question.question_key or fold(question.text))


def _day(starts_at: datetime | None, zone_name: str) -> date | None:
    """The day of a meeting where it was agreed; by this computer's zone where none is known."""
    if starts_at is None:
        return None
    return starts_at.astimezone(zone(zone_name) if is_known(zone_name) else None).date()
