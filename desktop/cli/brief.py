"""`brief`: the PDF of a meeting."""

import argparse
from pathlib import Path

from desktop.core.errors import UserError
from desktop.store.store import Store


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    from desktop.core.preparing import brief as briefs
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
            raise UserError("command_line.no_meeting_ahead")
        return line.id
    if not named.isdecimal() or store.meetings.find(int(named)) is None:
        raise UserError("command_line.no_meeting", named=named)
    return int(named)
