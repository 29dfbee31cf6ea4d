"""`review`: what a written request holds and lacks."""

import argparse
from pathlib import Path

from desktop.cli.output import print_json


def run(options: argparse.Namespace, _folder: Path) -> int:
    """Do it; 0 done."""
    from desktop.core.letters.review import review
    from desktop.core.message import MessageKind, RequestSituation
    from desktop.formats.review_words import read_review_words
    from desktop.formats.text_file import read_text_file
    from desktop.places import resources

    text = read_text_file(options.file)
    situation = RequestSituation.LINKEDIN_NOTE if options.kind == "linkedin_note" else None
    kind = MessageKind.FIRST_REQUEST if situation else MessageKind(options.kind)
    remarks = review(text, read_review_words(resources() / "review"), kind, situation)
    if options.json:
        print_json([{"code": remark.code, "line": remark.line, "why": remark.why} for remark in remarks])
    else:
        for remark in remarks:
            print(f"{options.file}:{remark.line}: {remark.code}: {remark.why}")
    return 0
