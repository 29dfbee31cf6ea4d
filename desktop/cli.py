"""The work of the window without a window: every command prints its result, and only that, on standard output."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.core.contact import Contact, ContactFilter
from desktop.core.errors import UserError
from desktop.places import default_data_folder
from desktop.store.store import Store


def run(options: argparse.Namespace) -> int:
    """Do one command and return the exit status: 0 done, 1 could not."""
    commands: dict[str, Callable[[argparse.Namespace, Path], int]] = {
        "import": _import,
        "contacts": _contacts,
        "brief": _brief,
        "check": _check,
        "review": _review,
        "demo": _demo,
    }
    folder = options.data or default_data_folder()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON and names alike, whatever the console's own encoding
    try:
        status = commands[options.command](options, folder)
        sys.stdout.flush()
    except UserError as error:
        print(f"groundwork: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the output has heard enough; Python would complain once more at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _import(options: argparse.Namespace, folder: Path) -> int:
    from desktop.core.incoming import FileKind, Reading
    from desktop.formats.reading import read_people
    from desktop.store.imports import add_people

    kind = FileKind(options.kind) if options.kind else None
    reading = Reading()
    for path in options.files:
        reading += read_people(path, kind)
    with Store(folder) as store:
        report = add_people(store, reading)
    skipped = [asdict(skip) for skip in report.skipped]
    if options.json:
        _print_json({"read": report.read, "new": report.new, "merged": report.merged, "skipped": skipped})
    else:
        print(f"{report.read} read, {report.new} new, {report.merged} merged, {len(skipped)} skipped")
        for skip in report.skipped:
            print(f"{skip.file}:{skip.line}: {skip.reason}")
    if not reading.people:
        raise UserError("No person was found in what was given. Your contacts are as they were.")
    return 0


def _contacts(options: argparse.Namespace, folder: Path) -> int:
    with Store(folder, owner=False) as store:
        found = list(store.contacts.every(ContactFilter(search=options.search)))
    if options.json:
        _print_json([_as_json(contact) for contact in found])
    else:
        for contact in found:
            print("\t".join([str(contact.id), contact.name, contact.organisation, contact.role, contact.stage]))
    return 0


def _as_json(contact: Contact) -> dict[str, Any]:
    return {
        "id": contact.id,
        "name": contact.name,
        "organisation": contact.organisation,
        "role": contact.role,
        "emails": [detail.value for detail in contact.emails],
        "phones": [detail.value for detail in contact.phones],
        "source": contact.source,
        "stage": contact.stage,
    }


def _brief(options: argparse.Namespace, folder: Path) -> int:
    from desktop.core import brief as briefs
    from desktop.core.settings import Paper
    from desktop.documents.brief import Layout, write_brief

    with Store(folder, owner=False) as store:
        meeting_id = _meeting_number(options.meeting, store)
        settings = store.preferences.settings()
        brief = briefs.build(store.meetings.brief_material(meeting_id), store.clock().astimezone().date())
    paper = Paper(options.paper) if options.paper else settings.paper or Paper.A4
    path = options.out or Path(brief.file_name)
    write_brief(brief, Layout(paper=paper, large=options.large or settings.large_print), path)
    print(path)
    return 0


def _meeting_number(named: str, store: Store) -> int:
    if named == "next":
        line = store.meetings.next()
        if line is None:
            raise UserError("There is no meeting ahead with a time. Nothing was written.")
        return line.id
    if not named.isdecimal() or store.meetings.find(int(named)) is None:
        raise UserError(f"There is no meeting {named!r}. Nothing was written; give its number, or “next”.")
    return int(named)


def _check(options: argparse.Namespace, folder: Path) -> int:
    with Store(folder, owner=False) as store:
        problems = store.check()
        counts = {"contacts": store.contacts.count(), "meetings": len(store.meetings.ahead() + store.meetings.past())}
    if options.json:
        _print_json({"sound": not problems, "problems": problems, **counts})
    else:
        for problem in problems:
            print(problem)
        if not problems:
            print(f"Sound: {counts['contacts']} contacts, {counts['meetings']} meetings.")
    if problems:
        print("groundwork: the file has faults. It was not changed; keep a copy of the folder.", file=sys.stderr)
    return 1 if problems else 0


def _review(options: argparse.Namespace, _folder: Path) -> int:
    from desktop.core.message import MessageKind, RequestSituation
    from desktop.core.review import review
    from desktop.formats.review_words import read_review_words
    from desktop.formats.text_file import read_text_file
    from desktop.places import resources

    text = read_text_file(options.file)
    situation = RequestSituation.LINKEDIN_NOTE if options.kind == "linkedin_note" else None
    kind = MessageKind.FIRST_REQUEST if situation else MessageKind(options.kind)
    remarks = review(text, read_review_words(resources() / "review"), kind, situation)
    if options.json:
        _print_json([{"code": remark.code, "line": remark.line, "why": remark.why} for remark in remarks])
    else:
        for remark in remarks:
            print(f"{options.file}:{remark.line}: {remark.code}: {remark.why}")
    return 0


def _demo(_options: argparse.Namespace, folder: Path) -> int:
    from desktop.formats.demo import read_example
    from desktop.places import resources
    from desktop.store.demo import fill

    example = read_example(resources() / "demo" / "example.toml")
    with Store(folder) as store:
        counts = fill(store, example, store.clock().astimezone().date())
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    return 0
