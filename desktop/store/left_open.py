"""What earlier meetings left open, so that the next one can ask it."""

from datetime import date, datetime
from typing import Any

from desktop.core.meeting import LeftOpen, Meeting, MeetingState
from desktop.core.text import fold
from desktop.core.zones import is_known, zone
from desktop.store.tables import ContactRow, MeetingRow, PlannedQuestionRow


def left_open(meeting: Meeting) -> list[LeftOpen]:
    """As `Meetings.left_open` says, for a meeting that is stored."""
    organisation_id = ContactRow.get_by_id(meeting.contact_id).organisation_id
    related = MeetingRow.contact == meeting.contact_id
    if organisation_id is not None:
        related |= ContactRow.organisation == organisation_id
    if meeting.direction_id is not None:
        related |= MeetingRow.direction == meeting.direction_id
    rows = (
        PlannedQuestionRow.select(
            PlannedQuestionRow, MeetingRow.starts_at, MeetingRow.zone, ContactRow.name.alias("contact_name")
        )
        .join(MeetingRow)
        .join(ContactRow)
        .where(
            related,
            MeetingRow.id != meeting.id,
            MeetingRow.state == MeetingState.MET,
            MeetingRow.deleted_at.is_null(),
            ContactRow.deleted_at.is_null(),
        )
        .order_by(MeetingRow.starts_at.desc(), PlannedQuestionRow.position, PlannedQuestionRow.id)
        .objects()
    )
    answered = {_sameness(row) for row in rows if row.answer.strip()}
    found: dict[str, LeftOpen] = {}
    for row in rows:
        if _sameness(row) not in answered:
            day = _day(row.starts_at, row.zone)
            left = LeftOpen(row.text, row.topic, row.question_key, row.contact_name, day)
            found.setdefault(_sameness(row), left)
    return list(found.values())


def _sameness(row: Any) -> str:
    """What makes two planned questions the same: the question of the bank, or else the words."""
    return str(row.question_key or fold(row.text))


def _day(starts_at: datetime | None, zone_name: str) -> date | None:
    """The day of a meeting where it was agreed; by this computer's zone where none is known."""
    if starts_at is None:
        return None
    return starts_at.astimezone(zone(zone_name) if is_known(zone_name) else None).date()
