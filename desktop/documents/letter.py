"""A written request as a letter on paper: to whom, the day, what it is about, and the text as it was typed."""

import re
from dataclasses import dataclass
from datetime import date

from desktop.core.settings import Paper
from desktop.documents.layout import MM, POINTS, Dates, PlainDates, Sheet, filled
from desktop.documents.page import Block, Column, Page, drawn, paginate, text_rows
from desktop.documents.tags import Element, Tag
from desktop.documents.text import Span, paragraphs

BODY = 11.0  # points: read at arm's length, by someone who did not choose the size
LEADING = 1.4
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `recipient` is what stands in the address field, line by line, the name first; it may be empty."""

    text: str
    subject: str = ""
    recipient: str = ""
    written_on: date | None = None


@dataclass(frozen=True, slots=True)
class LetterLayout:
    """Paper and fixed words of a letter; `{…}` is filled in. `language` is the tag of the language of the text."""

    paper: Paper = Paper.A4
    dates: Dates = PlainDates()  # noqa: RUF009 - it has no state
    language: str = "en"
    document: str = "Letter"
    page: str = "page {page} of {pages}"


def letter_bytes(letter: Letter, layout: LetterLayout) -> bytes:
    """The PDF of a letter; the same letter and layout give the same bytes."""
    from desktop.documents.pdf import Bookmark, PdfFile

    width, height = POINTS[layout.paper]
    sheet = Sheet(width, height, BODY, 8 * MM)
    root = Element(Tag.DOCUMENT)
    placed = paginate(_blocks(letter, layout, sheet, root.add(Tag.SECTION)), sheet.depth)
    several = len(placed) > 1
    pages = [
        Page(tuple(rows), "", filled(layout.page, page=number, pages=len(placed)) if several else "")
        for number, rows in enumerate(placed, 1)
    ]
    title = " ".join(paragraphs(letter.subject)) or layout.document
    file = PdfFile(title, layout.language)
    streams = drawn(file, sheet, pages, 0)
    return file.finished(streams, (sheet.width, sheet.height), root, [Bookmark(title, 0)])


def _blocks(letter: Letter, layout: LetterLayout, sheet: Sheet, section: Element) -> list[Block]:
    """Everything in it, in order; the subject is its one heading."""
    column, air = Column(0, sheet.measure), BODY * 0.8
    blocks = []

    def add(text: str | tuple[Span, ...], tag: Tag, above: float, keep: bool = False) -> None:
        rows = text_rows(text, section.add(tag), column, BODY, LEADING)
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
