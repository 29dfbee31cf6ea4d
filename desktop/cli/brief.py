"""`brief`: the PDF of a meeting."""

import argparse
from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.settings import Paper
from desktop.store.store import Store
from desktop.texts.catalogue import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("meeting", metavar="MEETING", help=sentence("usage.meeting"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=sentence("usage.out"))
    parser.add_argument("--paper", choices=[paper.value for paper in Paper], help=sentence("usage.paper"))
    parser.add_argument("--large", action="store_true", help=sentence("usage.large"))
    parser.add_argument("--force", action="store_true", help=sentence("usage.force"))


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    from desktop.documents.brief import PaperLayout, write_brief
    from desktop.work.briefs import brief_of

    with Store(folder, owner=False) as store:
        meeting_id = _meeting_number(options.meeting, store)
        settings = store.preferences.settings()
        brief = brief_of(store, meeting_id)
    paper = Paper(options.paper) if options.paper else settings.paper or Paper.A4
    path = options.out or Path(brief.file_name)
    write_brief(brief, PaperLayout(paper=paper, large=options.large or settings.large_print), path, options.force)
    print(path)
    return 0


def _meeting_number(named: str, store: Store) -> int:
    if named == "next":
        line = store.meetings.next()
        if line is None:
            raise UserError("command_line.no_meeting_ahead")
        return line.id
    if not named.isdecimal() or store.meetings.find(int(named)) is None:
        raise UserError("command_line.no_meeting", named=named)
    return int(named)
