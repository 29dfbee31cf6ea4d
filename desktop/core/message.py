"""A message: one piece of written outreach, from the first request to keeping in touch, and what came back."""

from datetime import date, datetime
from enum import StrEnum
from typing import TypedDict

from msgspec import Struct


class MessageKind(StrEnum):
    """What a message is for (domain.md, "message")."""

    FIRST_REQUEST = "first_request"
    INTRODUCTION_REQUEST = "introduction_request"  # a note to someone I know, with a text to forward
    NUDGE = "nudge"
    REPLY_TO_YES = "reply_to_yes"
    REPLY_TO_NO = "reply_to_no"
    CONFIRMATION = "confirmation"
    THANK_YOU = "thank_you"
    REPORT_BACK = "report_back"
    KEEP_IN_TOUCH = "keep_in_touch"


class RequestSituation(StrEnum):
    """How I come to write to this person; only a first request has one."""

    KNOWN = "known"
    COLD = "cold"
    REFERRED = "referred"
    ALUMNI = "alumni"
    EVENT = "event"
    LINKEDIN_NOTE = "linkedin_note"


class Channel(StrEnum):
    """The way a message went; Groundwork itself sends nothing."""

    EMAIL = "email"
    LINKEDIN = "linkedin"
    LETTER = "letter"
    PHONE = "phone"
    IN_PERSON = "in_person"
    OTHER = "other"


class MessageState(StrEnum):
    """Whether the user has said that a message was sent."""

    DRAFT = "draft"
    SENT = "sent"


class Answer(StrEnum):
    """What came back; none yet is no answer."""

    YES = "yes"
    NO = "no"
    LATER = "later"
    SOMEONE_ELSE = "someone_else"


class Message(Struct, frozen=True):
    """One message to one contact. `id` 0 means: not stored yet.

    `forward_text` is the text to forward of a request for an introduction, `template_key` the template it began with.
    """

    id: int = 0
    contact_id: int = 0
    kind: MessageKind = MessageKind.FIRST_REQUEST
    situation: RequestSituation | None = None
    template_key: str = ""
    subject: str = ""
    text: str = ""
    forward_text: str = ""
    channel: Channel = Channel.EMAIL
    state: MessageState = MessageState.DRAFT
    sent_on: date | None = None
    answer: Answer | None = None
    answered_on: date | None = None
    meeting_id: int | None = None
    created_at: datetime | None = None


class MessageChanges(TypedDict, total=False):
    """What `update` may change of a `Message`; named and typed as its fields are."""

    contact_id: int
    kind: MessageKind
    situation: RequestSituation | None
    template_key: str
    subject: str
    text: str
    forward_text: str
    channel: Channel
    state: MessageState
    sent_on: date | None
    answer: Answer | None
    answered_on: date | None
    meeting_id: int | None
