"""Contacts as Markdown (CommonMark), to read and keep elsewhere. What people typed stays text, never markup."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum

from desktop.core.contact import Contact, Detail, Source, Stage
from desktop.core.contact_fields import CONTACT_FIELDS, ContactField, ValueKind
from desktop.core.export.contact_export import ContactRecord, MeetingRecord
from desktop.core.meeting import AnswerKind, PlannedQuestion
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.message import Answer, Channel, Message, MessageKind, MessageState
from desktop.core.promise import Promise
from desktop.core.text import one_line
from desktop.formats.written_text import writable
from desktop.texts.catalogue import in_use

Say = Callable[[str], str]
# What codes are called in the catalogue, each with the code behind it.
CODES: dict[type[StrEnum], str] = {
    Source: "source",
    Stage: "stage",
    MessageKind: "message",
    MessageState: "message_state",
    Channel: "channel",
    Answer: "answer",
    Way: "way",
    MeetingState: "meeting_state",
    AnswerKind: "answer_kind",
}

RULE = "\n---\n\n"  # between two contacts
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~&!$^=])")
# At the beginning of a line these make a list, a heading or a rule.
_AT_BEGINNING = re.compile(r"^([-+:]|\d{1,9}(?=[.)]))")


def markdown(records: Iterable[ContactRecord]) -> str:
    """The contacts one after the other, each under a heading of its own, with a rule between."""
    say = in_use().text
    return RULE.join("\n\n".join(_contact(record, say)) + "\n" for record in records)


def markdown_escaped(text: str) -> str:
    """A text as one line that reads in Markdown as it was typed."""
    return _escaped_line(one_line(writable(text)))


def _escaped_line(line: str) -> str:
    line = _ACTIVE.sub(r"\\\1", line)
    return _AT_BEGINNING.sub(lambda match: _before(match[1]), line)


def _before(sign: str) -> str:
    return f"\\{sign}" if not sign.isdigit() else sign[:-1] + f"&#{ord(sign[-1])};"


def _paragraphs(text: str) -> list[str]:
    """A text of several lines: its paragraphs, each line ended by a break."""
    parts = re.split(r"\n[ \t]*\n\s*", writable(text).strip())
    lines = ([_escaped_line(one_line(line)) for line in part.split("\n") if line.strip()] for part in parts)
    return ["\\\n".join(part) for part in lines if part]


def _contact(record: ContactRecord, say: Say) -> Iterator[str]:
    contact = record.contact
    yield f"# {markdown_escaped(contact.name) or say('markdown.no_name')}"
    work = " · ".join(markdown_escaped(part) for part in (contact.role, contact.organisation) if part.strip())
    if work:
        yield work
    yield from _list(say("markdown.reach"), _reach(contact, say))
    yield from _list(say("markdown.about"), _about(record, say))
    if contact.notes.strip():
        yield f"## {say('markdown.notes')}"
        yield from _paragraphs(contact.notes)
    if record.messages:
        yield f"## {say('markdown.messages')}"
        for message in record.messages:
            yield from _message(message, say)
    if record.meetings:
        yield f"## {say('markdown.meetings')}"
        for meeting in record.meetings:
            yield from _meeting(meeting, say)
    yield from _list(say("markdown.promises"), [_promise(each, say) for each in record.promises])
    yield from _list(say("markdown.research"), [
        markdown_escaped(" · ".join(filter(None, (
            note.text, note.address, f"{say('markdown.read')} {note.read_on}" if note.read_on else "",
        ))))
        for note in record.research
    ])  # fmt: skip


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {title}"
        yield "\n".join(f"- {item}" for item in items)


def _reach(contact: Contact, say: Say) -> list[str]:
    return [
        f"{word}{f' ({markdown_escaped(detail.label)})' if detail.label.strip() else ''}"
        f": {markdown_escaped(detail.value)}"
        for word, details in (
            (say("markdown.email"), contact.emails),
            (say("markdown.phone"), contact.phones),
            (say("markdown.link"), contact.links),
            (say("markdown.address"), contact.addresses),
        )
        for detail in _written(details)
    ]


def _written(details: Iterable[Detail]) -> Iterator[Detail]:
    return (detail for detail in details if detail.value.strip())


def _about(record: ContactRecord, say: Say) -> list[str]:
    told = ((say(field.told), _about_field(record, field, say)) for field in CONTACT_FIELDS if field.told)
    return [f"{word}: {text}" for word, text in told if text]


def _about_field(record: ContactRecord, field: ContactField, say: Say) -> str:
    contact = record.contact
    value = getattr(contact, field.name)
    if field.name == "source":
        return " · ".join(part for part in (_code(value, say), markdown_escaped(contact.source_detail)) if part)
    if field.name == "referrer_id":
        return markdown_escaped(record.referrer) if value else ""
    if field.name == "stage" and value == Stage.FOUND:
        return ""  # where everybody begins
    if field.kind is ValueKind.CODE:
        return _code(value, say)
    if field.kind is ValueKind.DAY:
        return _day(value)
    return ", ".join(map(markdown_escaped, value)) if field.kind is ValueKind.TAGS else markdown_escaped(value)


def _message(message: Message, say: Say) -> Iterator[str]:
    parts = (_code(message.kind, say), _code(message.state, say), _day(message.sent_on), _code(message.channel, say))
    yield f"### {' · '.join(part for part in parts if part)}"
    if message.subject.strip():
        yield f"**{markdown_escaped(message.subject)}**"
    yield from _paragraphs(message.text)
    yield from _paragraphs(message.forward_text)
    if message.answer is not None:
        yield " · ".join(part for part in (f"→ {_code(message.answer, say)}", _day(message.answered_on)) if part)


def _meeting(record: MeetingRecord, say: Say) -> Iterator[str]:
    meeting = record.meeting
    when = _moment(meeting.starts_at) or say("markdown.no_time")
    yield f"### {when} · {_code(meeting.way, say)} · {_code(meeting.state, say)}"
    for word, text in (
        (say("markdown.purpose"), meeting.purpose),
        (say("markdown.surprised"), meeting.surprised),
        (say("markdown.will_use"), meeting.will_use),
        (say("markdown.named"), meeting.named),
        (say("markdown.promised"), meeting.promised),
        (say("markdown.their_words"), meeting.their_words),
        (say("markdown.new_questions"), "\n".join(meeting.new_questions)),
        (say("markdown.feared"), meeting.feared),
        (say("markdown.happened"), meeting.happened),
    ):
        if text.strip():
            first, *rest = _paragraphs(text)
            yield f"**{word}:** {first}"
            yield from rest
    for question in record.questions:
        yield from _question(question, say)
    yield from _paragraphs(meeting.notes)


def _question(question: PlannedQuestion, say: Say) -> Iterator[str]:
    marks = " · ".join(
        part
        for part in (_code(question.answer_kind, say), say("markdown.in_confidence") if question.in_confidence else "")
        if part
    )
    yield (f"**{markdown_escaped(question.text)}**" if question.text.strip() else "–") + (
        f" ({marks})" if marks and question.answer.strip() else ""
    )
    yield from _paragraphs(question.answer)


def _promise(promise: Promise, say: Say) -> str:
    due = f" ({say('markdown.by')} {promise.due_on})" if promise.due_on else ""
    who = say("markdown.mine") if promise.mine else say("markdown.theirs")
    return f"[{'x' if promise.done_on else ' '}] {who}: {markdown_escaped(promise.text)}{due}"


def _code(code: StrEnum | None, say: Say) -> str:
    return "" if code is None else say(f"code_words.{CODES[type(code)]}_{code}")


def _day(value: date | None) -> str:
    return value.isoformat() if value is not None else ""


def _moment(value: datetime | None) -> str:
    return f"{value.astimezone():%Y-%m-%d %H:%M}" if value is not None else ""
