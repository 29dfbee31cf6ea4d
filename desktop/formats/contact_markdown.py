"""Contacts as Markdown (CommonMark), to read and keep elsewhere. What people typed stays text, never markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.core.contact import Contact, Detail, Stage
from desktop.core.contact_fields import CONTACT_FIELDS, ContactField, ValueKind
from desktop.core.export.contact_export import ContactRecord, MeetingRecord
from desktop.core.meeting import PlannedQuestion
from desktop.core.message import Message
from desktop.core.promise import Promise
from desktop.core.text import one_line
from desktop.formats.written_text import writable

RULE = "\n---\n\n"  # between two contacts
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~&!$^=])")
# At the beginning of a line these make a list, a heading or a rule.
_AT_BEGINNING = re.compile(r"^([-+:]|\d{1,9}(?=[.)]))")


@dataclass(frozen=True, slots=True)
class MarkdownWords:
    """The fixed words."""

    no_name: str = "No name yet"
    reach: str = "Reach"
    email: str = "E-mail"
    phone: str = "Phone"
    link: str = "Link"
    address: str = "Address"
    about: str = "About"
    notes: str = "Notes"
    messages: str = "Messages"
    meetings: str = "Meetings"
    no_time: str = "No time yet"
    purpose: str = "Purpose"
    surprised: str = "What surprised me"
    will_use: str = "What I will use"
    named: str = "Whom they named"
    promised: str = "What I promised"
    their_words: str = "Their words for what I do"
    new_questions: str = "New questions"
    feared: str = "What I feared"
    happened: str = "What happened"
    promises: str = "Promises"
    mine: str = "I"
    theirs: str = "They"
    by: str = "by"
    research: str = "Research"
    read: str = "read"


def markdown(records: Iterable[ContactRecord], words: MarkdownWords | None = None) -> str:
    """The contacts one after the other, each under a heading of its own, with a rule between."""
    written = words or MarkdownWords()
    return RULE.join("\n\n".join(_contact(record, written)) + "\n" for record in records)


def escaped(text: str) -> str:
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


def _contact(record: ContactRecord, words: MarkdownWords) -> Iterator[str]:
    contact = record.contact
    yield f"# {escaped(contact.name) or words.no_name}"
    work = " · ".join(escaped(part) for part in (contact.role, contact.organisation) if part.strip())
    if work:
        yield work
    yield from _list(words.reach, _reach(contact, words))
    yield from _list(words.about, _about(record))
    if contact.notes.strip():
        yield f"## {words.notes}"
        yield from _paragraphs(contact.notes)
    if record.messages:
        yield f"## {words.messages}"
        for message in record.messages:
            yield from _message(message)
    if record.meetings:
        yield f"## {words.meetings}"
        for meeting in record.meetings:
            yield from _meeting(meeting, words)
    yield from _list(words.promises, [_promise(each, words) for each in record.promises])
    yield from _list(words.research, [
        escaped(" · ".join(filter(None, (
            note.text, note.address, f"{words.read} {note.read_on}" if note.read_on else "",
        ))))
        for note in record.research
    ])  # fmt: skip


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {title}"
        yield "\n".join(f"- {item}" for item in items)


def _reach(contact: Contact, words: MarkdownWords) -> list[str]:
    return [
        f"{word}{f' ({escaped(detail.label)})' if detail.label.strip() else ''}: {escaped(detail.value)}"
        for word, details in (
            (words.email, contact.emails),
            (words.phone, contact.phones),
            (words.link, contact.links),
            (words.address, contact.addresses),
        )
        for detail in _written(details)
    ]


def _written(details: Iterable[Detail]) -> Iterator[Detail]:
    return (detail for detail in details if detail.value.strip())


def _about(record: ContactRecord) -> list[str]:
    told = ((field.told, _about_field(record, field)) for field in CONTACT_FIELDS if field.told)
    return [f"{word}: {text}" for word, text in told if text]


def _about_field(record: ContactRecord, field: ContactField) -> str:
    contact = record.contact
    value = getattr(contact, field.name)
    if field.name == "source":
        return " · ".join(part for part in (_code(value), escaped(contact.source_detail)) if part)
    if field.name == "referrer_id":
        return escaped(record.referrer) if value else ""
    if field.name == "stage" and value == Stage.FOUND:
        return ""  # where everybody begins
    if field.kind is ValueKind.CODE:
        return _code(value)
    if field.kind is ValueKind.DAY:
        return _day(value)
    return ", ".join(map(escaped, value)) if field.kind is ValueKind.TAGS else escaped(value)


def _message(message: Message) -> Iterator[str]:
    parts = (_code(message.kind), _code(message.state), _day(message.sent_on), _code(message.channel))
    yield f"### {' · '.join(part for part in parts if part)}"
    if message.subject.strip():
        yield f"**{escaped(message.subject)}**"
    yield from _paragraphs(message.text)
    yield from _paragraphs(message.forward_text)
    if message.answer is not None:
        yield " · ".join(part for part in (f"→ {_code(message.answer)}", _day(message.answered_on)) if part)


def _meeting(record: MeetingRecord, words: MarkdownWords) -> Iterator[str]:
    meeting = record.meeting
    when = _moment(meeting.starts_at) or words.no_time
    yield f"### {when} · {_code(meeting.way)} · {_code(meeting.state)}"
    for word, text in (
        (words.purpose, meeting.purpose),
        (words.surprised, meeting.surprised),
        (words.will_use, meeting.will_use),
        (words.named, meeting.named),
        (words.promised, meeting.promised),
        (words.their_words, meeting.their_words),
        (words.new_questions, "\n".join(meeting.new_questions)),
        (words.feared, meeting.feared),
        (words.happened, meeting.happened),
    ):
        if text.strip():
            first, *rest = _paragraphs(text)
            yield f"**{word}:** {first}"
            yield from rest
    for question in record.questions:
        yield from _question(question)
    yield from _paragraphs(meeting.notes)


def _question(question: PlannedQuestion) -> Iterator[str]:
    marks = " · ".join(part for part in (_code(question.answer_kind), "in confidence" * question.in_confidence) if part)
    yield (f"**{escaped(question.text)}**" if question.text.strip() else "–") + (
        f" ({marks})" if marks and question.answer.strip() else ""
    )
    yield from _paragraphs(question.answer)


def _promise(promise: Promise, words: MarkdownWords) -> str:
    due = f" ({words.by} {promise.due_on})" if promise.due_on else ""
    who = words.mine if promise.mine else words.theirs
    return f"[{'x' if promise.done_on else ' '}] {who}: {escaped(promise.text)}{due}"


def _code(code: object) -> str:
    return "" if code is None else str(code).replace("_", " ")


def _day(value: date | None) -> str:
    return value.isoformat() if value is not None else ""


def _moment(value: datetime | None) -> str:
    return f"{value.astimezone():%Y-%m-%d %H:%M}" if value is not None else ""
