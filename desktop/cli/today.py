"""`today`: what is next, in the words and the order of Today: steps, the next meeting, what is to be written up."""

import argparse
from datetime import datetime
from pathlib import Path

from desktop.cli.output import print_json
from desktop.cli.wording import TodayInWords
from desktop.core.meeting_line import MeetingLine
from desktop.core.text import without_isolation
from desktop.core.today.ranking import to_say_whether
from desktop.core.today.values import Step, StepKind
from desktop.store.store import Store
from desktop.texts.catalogue import sentence
from desktop.work import today_words
from desktop.work.clock import user_now
from desktop.work.today import Today, today


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("--json", action="store_true", help=sentence("usage.json"))


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    with Store(folder, owner=False) as store:
        now = user_now(store)
        found = today(store, now)
    if options.json:
        print_json(today_as_json(found, now))
    else:
        print(without_isolation("\n\n".join("\n".join(part) for part in _parts(found, now))))
    return 0


def today_as_json(found: Today, now: datetime) -> dict[str, object]:
    """What Today shows. A step has the code of its kind and a lasting key; times are in the user's zone."""
    return {
        "day": now.date().isoformat(),
        "quiet_day": found.quiet,
        "steps": [_step_as_json(step, now) for step in found.steps],
        "next_meeting": _meeting_as_json(found.following, now) if found.following is not None else None,
        "to_be_written_up": [
            {"code": StepKind.SAY_WHETHER if to_say_whether(line) else StepKind.WRITE_UP, **_meeting_as_json(line, now)}
            for line in found.to_write_up
        ],
    }


def _step_as_json(step: Step, now: datetime) -> dict[str, object]:
    said = today_words.step(step, now, TodayInWords())
    return {
        "code": step.kind,
        "key": step.key,
        "contact": step.contact_id or None,
        "meeting": step.meeting.id if step.meeting else None,
        "title": without_isolation(said.title),
        "reason": without_isolation(said.reason),
    }


def _meeting_as_json(line: MeetingLine, now: datetime) -> dict[str, object]:
    return {
        "meeting": line.id,
        "contact": line.contact_id,
        "name": line.contact,
        "organisation": line.organisation,
        "starts_at": line.starts_at.astimezone(now.tzinfo).isoformat() if line.starts_at else None,
        "minutes": line.minutes,
        "way": line.way,
        "purpose": line.purpose,
    }


def _parts(found: Today, now: datetime) -> list[list[str]]:
    """The lines of each part there is, below its heading."""
    steps = [_step_lines(number, step, now) for number, step in enumerate(found.steps, 1)]
    parts = [[sentence("command_line.next_steps"), *(line for lines in steps for line in lines)]] if steps else []
    if found.quiet:
        parts.insert(0, [today_words.quiet_day(bool(steps))])
    elif not steps:
        parts.append([sentence("command_line.nothing_waiting")])
    if found.following is not None:
        parts.append([sentence("command_line.next_meeting"), *_meeting_lines(found.following, now)])
    if found.to_write_up:
        lines = [_about(line, today_words.to_be_written_up(line, now, TodayInWords())) for line in found.to_write_up]
        parts.append([sentence("command_line.to_be_written_up"), *lines])
    return parts


def _step_lines(number: int, step: Step, now: datetime) -> list[str]:
    said = today_words.step(step, now, TodayInWords())
    return [f"{number}. {said.title}", *([f"   {said.reason}"] if said.reason else [])]


def _meeting_lines(line: MeetingLine, now: datetime) -> list[str]:
    about = _about(line, today_words.where(line, now, TodayInWords()))
    return [about, *([f"   {line.purpose}"] if line.purpose.strip() else [])]


def _about(line: MeetingLine, said: str) -> str:
    return "   " + sentence("command_line.meeting", name=line.contact, said=said, number=line.id)
