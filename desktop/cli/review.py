"""`review`: what a written request holds and lacks."""

import argparse
from pathlib import Path

from desktop.cli.output import print_json
from desktop.core.message import MessageKind, RequestSituation
from desktop.texts.catalogue import sentence

_KINDS = (
    MessageKind.FIRST_REQUEST,
    RequestSituation.LINKEDIN_NOTE,
    MessageKind.INTRODUCTION_REQUEST,
    MessageKind.NUDGE,
    MessageKind.THANK_YOU,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help=sentence("usage.review_file"))
    parser.add_argument(
        "--as",
        dest="kind",
        default=MessageKind.FIRST_REQUEST.value,
        choices=[kind.value for kind in _KINDS],
        help=sentence("usage.review_as"),
    )
    parser.add_argument("--json", action="store_true", help=sentence("usage.json"))


def run(options: argparse.Namespace, _folder: Path) -> int:
    """Do it; 0 done."""
    from desktop.core.letters.review import review
    from desktop.formats.text_file import read_text_file
    from desktop.work.shipped import shipped_review_words

    text = read_text_file(options.file)
    situation = RequestSituation.LINKEDIN_NOTE if options.kind == RequestSituation.LINKEDIN_NOTE else None
    kind = MessageKind.FIRST_REQUEST if situation else MessageKind(options.kind)
    remarks = review(text, shipped_review_words(), kind, situation)
    if options.json:
        print_json([{"code": remark.code, "line": remark.line, "why": remark.why} for remark in remarks])
    else:
        for remark in remarks:
            print(f"{options.file}:{remark.line}: {remark.code}: {remark.why}")
    return 0
