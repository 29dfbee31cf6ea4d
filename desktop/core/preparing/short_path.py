"""The short path: person, time and one sentence of purpose make a meeting ready to print; the seven pages deepen it."""

from datetime import datetime

from msgspec import Struct

from desktop.core.contact import Contact, Stage
from desktop.core.meeting import DEFAULT_MINUTES, Meeting, OwnAnswer, PlannedQuestion, PreparationPage, Priority
from desktop.core.meeting_line import Way
from desktop.core.preparing.preparation import Preparation
from desktop.core.profile import Profile
from desktop.core.question import QuestionBank, preselected, spares
from desktop.core.text import one_line


class Agreed(Struct, frozen=True):
    """What is agreed. `starts_at` is a moment, `zone` the IANA name of the zone it was agreed in; both optional.

    `where` is the place, or for phone and video the number or the address of the room.
    """

    name: str
    purpose: str = ""
    starts_at: datetime | None = None
    zone: str = ""
    minutes: int = DEFAULT_MINUTES
    way: Way = Way.FACE_TO_FACE
    where: str = ""


def new_contact(name: str) -> Contact:
    """The person of an agreed meeting, not stored yet; where they were found is asked later."""
    return Contact(name=one_line(name), stage=Stage.AGREED)


def new_meeting(agreed: Agreed, contact: Contact, preparation: Preparation, profile: Profile) -> Meeting:
    """The meeting with everything ready-made filled in: opening, rescues, close, what to bring.

    It opens on the review, where the brief is. The direction is the contact's own, if there is exactly one.
    """
    logistics = preparation.logistics[agreed.way]
    return Meeting(
        contact_id=contact.id,
        direction_id=contact.directions[0] if len(contact.directions) == 1 else None,
        purpose=one_line(agreed.purpose),
        starts_at=agreed.starts_at,
        zone=agreed.zone,
        minutes=agreed.minutes,
        way=agreed.way,
        place=agreed.where if agreed.way is Way.FACE_TO_FACE else "",
        dial_in=agreed.where if agreed.way is not Way.FACE_TO_FACE else "",
        opening=preparation.opening(profile),
        ask_for_notes=preparation.ask_for_notes,
        asked_back=tuple(OwnAnswer(item.asked) for item in preparation.asked_back),
        rescues=preparation.rescues,
        who_else=preparation.who_else,
        use_name=preparation.use_name,
        thanks=preparation.thanks,
        bring=logistics.bring,
        arrive_early=logistics.arrive_early,
        phone_for_day=contact.phones[0].value if contact.phones else "",
        page=PreparationPage.REVIEW,
    )


def first_questions(meeting_id: int, bank: QuestionBank, kind: str = "") -> tuple[PlannedQuestion, ...]:
    """Five musts and three spares for a direction of that kind, in asking order; keys the bank lost are left out."""
    chosen = [(key, Priority.MUST) for key in preselected(kind)] + [(key, Priority.IF_TIME) for key in spares(kind)]
    found = [(bank.question(key), priority) for key, priority in chosen]
    return tuple(
        PlannedQuestion(
            meeting_id=meeting_id,
            question_key=question.key,
            topic=question.topic,
            text=question.text,
            priority=priority,
            minutes=question.minutes,
            follow_up=question.follow_up,
            position=position,
        )
        for position, (question, priority) in enumerate((q, p) for q, p in found if q is not None)
    )


def opening_after_profile(meeting: Meeting, preparation: Preparation, before: Profile, after: Profile) -> str:
    """The opening once the profile is filled in: it follows only where the user has not written an own one."""
    if meeting.opening.strip() in ("", preparation.opening_plain, preparation.opening(before)):
        return preparation.opening(after)
    return meeting.opening
