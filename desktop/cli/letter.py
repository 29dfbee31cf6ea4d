"""`letter`: a letter to one contact as the composer would show it first, printed or as a file; nothing is sent."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.letters.letter import TONES
from desktop.core.message import MessageKind

if TYPE_CHECKING:
    from desktop.store.store import Store
    from desktop.work.handing_over import Outgoing

_PDF, _MAIL = ".pdf", ".eml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("contact", metavar="CONTACT", help="to whom: by number, name, or a search that finds one only")
    parser.add_argument(
        "--kind",
        choices=[kind.value for kind in MessageKind],
        help="what the letter is (what is next for this contact, if not given)",
    )
    parser.add_argument(
        "--tone", choices=TONES, default="", help="write it anew in this tone (your draft or your usual tone, if not)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help=f"write it into a file instead: {_PDF}, or {_MAIL} for a mail program"
    )


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    from desktop.cli import wording
    from desktop.cli.contact_choice import contact_number
    from desktop.core.errors import UserError
    from desktop.places import write_whole
    from desktop.store.store import Store
    from desktop.work.handing_over import mail_draft
    from desktop.work.letters import compose

    path: Path | None = options.out
    if path is not None and path.suffix.casefold() not in (_PDF, _MAIL):
        raise UserError(wording.not_a_letter_file(path.name, (_PDF, _MAIL)))
    with Store(folder, owner=False) as store:
        contact = store.contacts.find(contact_number(options.contact, store))
        assert contact is not None
        letter = compose(store, contact, wording, MessageKind(options.kind) if options.kind else None, options.tone)
        if path is not None:
            made = _pdf if path.suffix.casefold() == _PDF else mail_draft
            write_whole(path, made(store, letter.outgoing))
    if path is not None:
        print(path)
    else:
        if letter.outgoing.subject:
            print(wording.SUBJECT.format(subject=letter.outgoing.subject), end="\n\n")
        print(letter.outgoing.body)
    if letter.blanks:
        print(wording.blanks_left(letter.blanks), file=sys.stderr)
    return 0


def _pdf(store: "Store", outgoing: "Outgoing") -> bytes:
    from desktop.cli.wording import LetterPaperDates
    from desktop.core.settings import Paper
    from desktop.documents.letter import LetterLayout, letter_bytes
    from desktop.work.handing_over import paper_letter

    layout = LetterLayout(store.preferences.settings().paper or Paper.A4, LetterPaperDates())
    return letter_bytes(paper_letter(outgoing, store.clock().astimezone().date()), layout)
