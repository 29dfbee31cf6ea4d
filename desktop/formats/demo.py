"""Reads the invented example that is shipped with the program from its TOML file."""

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from pathlib import Path

from desktop.core.contact import Contact, Detail, MayUseName, Source, Stage
from desktop.core.direction import Direction, DirectionKind, Verdict
from desktop.core.example import ANCHOR, Example, at
from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.core.learning import Evidence, LearningEntry, LearningKind
from desktop.core.meeting import AnswerKind, Meeting, OwnAnswer, PlannedQuestion, Priority, Rescue
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.message import Answer, Channel, Message, MessageKind, MessageState, RequestSituation
from desktop.core.opportunity import Opportunity
from desktop.core.organisation import Organisation, ResearchNote, Subject
from desktop.core.profile import Profile
from desktop.core.promise import Promise
from desktop.core.question import Question
from desktop.core.reading_list import ReadingItem
from desktop.formats.shipped_toml import TomlTable, read_toml


def read_example(path: Path) -> Example:
    """The example of a file, its days counted from `ANCHOR`.

    The file is shipped with the program, so a broken one is a bug and no UserError.

    Raises:
        OSError: if it is missing.
        ValueError: if it is not valid TOML, or has a code that does not exist.
        KeyError: if it misses a field, or names a key it does not define.
        TypeError: if it has a field too many.
    """
    data = read_toml(path)
    directions, contacts, meetings = (_numbered(data[name]) for name in ("direction", "contact", "meeting"))
    readings, groups = _numbered(data["reading"]), _numbered(data["group"])
    research, notes = _research(data)
    return Example(
        zone=data["zone"],
        profile=Profile(**data["profile"]),
        directions=tuple(_direction(directions[table["key"]], table) for table in data["direction"]),
        organisations=tuple(_organisation(number, table) for number, table in enumerate(data["organisation"], 1)),
        contacts=tuple(_contact(table, contacts, directions, meetings, groups) for table in data["contact"]),
        research=research,
        meetings=tuple(_meeting(table, meetings, contacts, directions, data["zone"]) for table in data["meeting"]),
        questions=tuple(
            _planned(meetings[table["key"]], position, asked)
            for table in data["meeting"]
            for position, asked in enumerate(table.get("question", ()))
        ),
        facts={
            meetings[table["key"]]: tuple(notes[key] for key in table.get("facts", ())) for table in data["meeting"]
        },
        own_questions=tuple(Question(key="", own=True, **table) for table in data["question"]),
        messages=tuple(_message(table, contacts, meetings) for table in data["message"]),
        entries=tuple(
            _entry(number, table, meetings, directions, readings) for number, table in enumerate(data["entry"], 1)
        ),
        groups=tuple(KeepInTouchGroup(id=groups[table["key"]], **_without(table, "key")) for table in data["group"]),
        promises=tuple(_promise(table, contacts, meetings) for table in data["promise"]),
        opportunities=tuple(_opportunity(table, contacts, meetings) for table in data["opportunity"]),
        readings=tuple(_reading(table, readings, contacts) for table in data["reading"]),
    )


def _numbered(tables: Iterable[TomlTable]) -> dict[str, int]:
    """The ids of the example, from 1, by the keys of the file."""
    return {table["key"]: number for number, table in enumerate(tables, 1)}


def _day(offset: int | None) -> date | None:
    return None if offset is None else ANCHOR + timedelta(days=offset)


def _research(data: TomlTable) -> tuple[tuple[ResearchNote, ...], dict[str, int]]:
    """All research notes, those on organisations first, and their ids by key."""
    owners: list[tuple[TomlTable, int | None, int | None]] = []
    owners.extend((table, number, None) for number, table in enumerate(data["organisation"], 1))
    owners.extend((table, None, number) for number, table in enumerate(data["contact"], 1))
    found: list[ResearchNote] = []
    ids: dict[str, int] = {}
    for table, organisation_id, contact_id in owners:
        for note in table.get("note", ()):
            ids[note["key"]] = len(found) + 1
            found.append(
                ResearchNote(
                    id=ids[note["key"]],
                    subject=Subject(note["subject"]),
                    text=note["text"],
                    address=note["address"],
                    read_on=_day(note["read"]),
                    organisation_id=organisation_id,
                    contact_id=contact_id,
                )
            )
    return tuple(found), ids


def _direction(number: int, table: TomlTable) -> Direction:
    rest = _without(table, "key", "kind", "verdict", "decided")
    verdict = Verdict(table["verdict"]) if "verdict" in table else None
    decided_on = _day(table.get("decided"))
    return Direction(id=number, kind=DirectionKind(table["kind"]), verdict=verdict, decided_on=decided_on, **rest)


def _organisation(number: int, table: TomlTable) -> Organisation:
    return Organisation(id=number, **_without(table, "note"))


def _contact(
    table: TomlTable,
    contacts: Mapping[str, int],
    directions: Mapping[str, int],
    meetings: Mapping[str, int],
    groups: Mapping[str, int],
) -> Contact:
    taken = ("key", "directions", "tags", "source", "referrer", "may_use_name", "found", "stage", "note")
    after = ("referred_at", "introducing", "group")
    return Contact(
        id=contacts[table["key"]],
        directions=tuple(directions[key] for key in table.get("directions", ())),
        tags=tuple(table.get("tags", ())),
        source=Source(table["source"]),
        referrer_id=contacts[table["referrer"]] if "referrer" in table else None,
        may_use_name=MayUseName(table.get("may_use_name", MayUseName.ASK)),
        referred_at_id=meetings[table["referred_at"]] if "referred_at" in table else None,
        introducing_since=_day(table.get("introducing")),
        touch_group_id=groups[table["group"]] if "group" in table else None,
        found_on=_day(table["found"]),
        stage=Stage(table["stage"]),
        emails=_details(table, "emails"),
        phones=_details(table, "phones"),
        links=_details(table, "links"),
        addresses=_details(table, "addresses"),
        **_without(table, *taken, *after, "emails", "phones", "links", "addresses"),
    )


def _details(table: TomlTable, field: str) -> tuple[Detail, ...]:
    return tuple(Detail(value, label) for value, label in table.get(field, ()))


def _meeting(
    table: TomlTable, meetings: Mapping[str, int], contacts: Mapping[str, int], directions: Mapping[str, int], zone: str
) -> Meeting:
    taken = ("key", "contact", "direction", "state", "day", "time", "agreed", "way", "question", "facts")
    lists = ("asked_back", "rescue", "bring", "looked_up", "new_questions")
    day = ANCHOR + timedelta(days=table["day"])
    return Meeting(
        id=meetings[table["key"]],
        contact_id=contacts[table["contact"]],
        direction_id=directions[table["direction"]],
        state=MeetingState(table["state"]),
        starts_at=at(day, time.fromisoformat(table["time"]), zone),
        created_at=at(ANCHOR + timedelta(days=table["agreed"]), time(12), zone),
        zone=zone,
        way=Way(table["way"]),
        asked_back=tuple(OwnAnswer(**own) for own in table.get("asked_back", ())),
        rescues=tuple(Rescue(**rescue) for rescue in table.get("rescue", ())),
        bring=tuple(table.get("bring", ())),
        looked_up=tuple(table.get("looked_up", ())),
        new_questions=tuple(table.get("new_questions", ())),
        **_without(table, *taken, *lists),
    )


def _message(table: TomlTable, contacts: Mapping[str, int], meetings: Mapping[str, int]) -> Message:
    taken = ("contact", "kind", "situation", "channel", "state", "sent", "answer", "answered", "meeting", "text")
    return Message(
        contact_id=contacts[table["contact"]],
        kind=MessageKind(table["kind"]),
        situation=RequestSituation(table["situation"]) if "situation" in table else None,
        text=table["text"].strip(),
        channel=Channel(table["channel"]),
        state=MessageState(table["state"]),
        sent_on=_day(table.get("sent")),
        answer=Answer(table["answer"]) if "answer" in table else None,
        answered_on=_day(table.get("answered")),
        meeting_id=meetings[table["meeting"]] if "meeting" in table else None,
        **_without(table, *taken),
    )


def _planned(meeting_id: int, position: int, table: TomlTable) -> PlannedQuestion:
    return PlannedQuestion(
        meeting_id=meeting_id,
        question_key=table["key"],
        priority=Priority(table["priority"]),
        position=position,
        answer_kind=AnswerKind(table["answer_kind"]) if "answer_kind" in table else None,
        **_without(table, "key", "priority", "answer_kind"),
    )


def _promise(table: TomlTable, contacts: Mapping[str, int], meetings: Mapping[str, int]) -> Promise:
    return Promise(
        contact_id=contacts[table["contact"]],
        meeting_id=meetings[table["meeting"]] if "meeting" in table else None,
        due_on=_day(table.get("due")),
        done_on=_day(table.get("done")),
        **_without(table, "contact", "meeting", "due", "done"),
    )


def _opportunity(table: TomlTable, contacts: Mapping[str, int], meetings: Mapping[str, int]) -> Opportunity:
    return Opportunity(
        contact_id=contacts[table["contact"]],
        meeting_id=meetings[table["meeting"]] if "meeting" in table else None,
        heard_on=_day(table["heard"]),
        **_without(table, "contact", "meeting", "heard"),
    )


def _reading(table: TomlTable, readings: Mapping[str, int], contacts: Mapping[str, int]) -> ReadingItem:
    return ReadingItem(
        id=readings[table["key"]],
        recommended_by_id=contacts[table["contact"]] if "contact" in table else None,
        read_on=_day(table.get("read")),
        **_without(table, "key", "contact", "read"),
    )


def _entry(
    number: int,
    table: TomlTable,
    meetings: Mapping[str, int],
    directions: Mapping[str, int],
    readings: Mapping[str, int],
) -> LearningEntry:
    preparing, meeting, writing = table["minutes"]
    return LearningEntry(
        id=number,
        on=_day(table.get("day")),
        kind=LearningKind(table["kind"]),
        meeting_id=meetings[table["meeting"]] if "meeting" in table else None,
        minutes_preparing=preparing,
        minutes_meeting=meeting,
        minutes_writing=writing,
        evidence=tuple(Evidence(*pair) for pair in table.get("evidence", ())),
        directions=tuple(directions[key] for key in table["directions"]),
        come_back_on=_day(table.get("come_back")),
        reading_id=readings[table["reading"]] if "reading" in table else None,
        **_without(table, "day", "kind", "meeting", "minutes", "evidence", "directions", "come_back", "reading"),
    )


def _without(table: TomlTable, *taken: str) -> TomlTable:
    return {name: value for name, value in table.items() if name not in taken}
