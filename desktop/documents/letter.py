"""A written request as a letter on paper: to whom, the day, what it is about, and the text as it was typed."""

import re
from datetime import date

from msgspec import Struct, field

from desktop.core.plain_dates import PlainDates
from desktop.core.settings import Paper
from desktop.documents.document import Document
from desktop.documents.layout import MM, POINTS, Dates, Sheet
from desktop.documents.page import Block, Column, text_rows
from desktop.documents.tags import Element, Tag
from desktop.documents.text import Span, paragraphs
from desktop.texts.catalogue import Language, in_use

_BODY = 11.0  # points: read at arm's length, by someone who did not choose the size
_LEADING = 1.4
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")


class Letter(Struct, frozen=True):
    """One letter. `recipient` is what is in the address field, line by line, the name first; it may be empty."""

    text: str
    subject: str = ""
    recipient: str = ""
    written_on: date | None = None


class LetterLayout(Struct, frozen=True):
    """Paper of a letter, and the language of its text, in which its few fixed words are too."""

    paper: Paper = Paper.A4
    dates: Dates = field(default_factory=PlainDates)
    language: Language = field(default_factory=in_use)


def letter_bytes(letter: Letter, layout: LetterLayout) -> bytes:
    """The PDF of a letter; the same letter and layout give the same bytes."""
    sheet = Sheet(*POINTS[layout.paper], _BODY, 8 * MM)
    title = letter.subject if paragraphs(letter.subject) else layout.language.text("papers.letter")
    document = Document(title, layout.language, sheet)
    document.add_flow(_blocks(letter, layout, sheet, document.root.add(Tag.SECTION)), number_alone=False)
    return document.finished()


def _blocks(letter: Letter, layout: LetterLayout, sheet: Sheet, section: Element) -> list[Block]:
    """Everything in it, in order; the subject is its one heading."""
    column, air = Column(0, sheet.measure), _BODY * 0.8
    blocks = []

    def add(text: str | tuple[Span, ...], tag: Tag, above: float, keep: bool = False) -> None:
        rows = text_rows(text, section.add(tag), column, _BODY, _LEADING)
        if rows:
            blocks.append(Block(tuple(rows), above, keep))

    add(letter.recipient, Tag.PARAGRAPH, 0, keep=True)
    if letter.written_on is not None:
        add(layout.dates.day(letter.written_on), Tag.PARAGRAPH, 2 * air)
    subject = " ".join(paragraphs(letter.subject))
    if subject:
        add((Span(subject, bold=True),), Tag.H1, 2 * air, keep=True)
    for number, part in enumerate(_PARAGRAPH_END.split(letter.text.strip())):
        add(part, Tag.PARAGRAPH, air if number else 1.5 * air)
    return blocks
