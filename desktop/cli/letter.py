"""`letter`: a letter to one contact as the composer would show it first, printed or as a file; nothing is sent."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.letters.letter import TONES
from desktop.core.message import MessageKind
from desktop.texts.catalogue import sentence

if TYPE_CHECKING:
    from desktop.store.store import Store
    from desktop.work.handing_over import Outgoing

_PDF, _MAIL = ".pdf", ".eml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("contact", metavar="CONTACT", help=sentence("usage.letter_contact"))
    parser.add_argument(
        "--kind",
        choices=[kind.value for kind in MessageKind],
        help=sentence("usage.letter_kind"),
    )
    parser.add_argument("--tone", choices=TONES, default="", help=sentence("usage.letter_tone"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=sentence("usage.letter_out", pdf=_PDF, mail=_MAIL))
    parser.add_argument("--force", action="store_true", help=sentence("usage.force"))


def run(options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done, 1 could not."""
    from desktop.cli.contact_choice import contact_number
    from desktop.cli.wording import LetterDatesInWords
    from desktop.core.errors import UserError
    from desktop.places import write_whole
    from desktop.store.store import Store
    from desktop.work.handing_over import mail_draft
    from desktop.work.letters import compose

    path: Path | None = options.out
    if path is not None and path.suffix.casefold() not in (_PDF, _MAIL):
        raise UserError("command_line.no_letter_file", name=path.name, pdf=_PDF, mail=_MAIL)
    with Store(folder, owner=False) as store:
        contact = store.contacts.find(contact_number(options.contact, store))
        assert contact is not None
        letter = compose(
            store, contact, LetterDatesInWords(), MessageKind(options.kind) if options.kind else None, options.tone
        )
        if path is not None:
            made = _pdf if path.suffix.casefold() == _PDF else mail_draft
            write_whole(path, made(store, letter.outgoing), force=options.force)
    if path is not None:
        print(path)
    else:
        if letter.outgoing.subject:
            print(sentence("command_line.subject", subject=letter.outgoing.subject), end="\n\n")
        print(letter.outgoing.body)
    if letter.blanks:
        named = tuple(dict.fromkeys(letter.blanks))
        print(sentence("command_line.blanks_left", count=len(letter.blanks), named=named), file=sys.stderr)
    return 0


def _pdf(store: "Store", outgoing: "Outgoing") -> bytes:
    from desktop.cli.wording import PaperDates
    from desktop.core.settings import Paper
    from desktop.documents.letter import LetterLayout, letter_bytes
    from desktop.work.handing_over import paper_letter

    settings = store.preferences.settings()
    layout = LetterLayout(settings.paper or Paper.A4, PaperDates(), private=settings.private_search)
    return letter_bytes(paper_letter(outgoing, store.clock().astimezone().date()), layout)
