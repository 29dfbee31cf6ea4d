"""The history with one contact on paper: a title, then each thing that happened with its day and its text."""

from msgspec import Struct, field

from desktop.core.settings import Paper
from desktop.core.text import isolated
from desktop.documents.document import Document
from desktop.documents.layout import MM, POINTS, Sheet
from desktop.documents.page import Block, Column, text_rows
from desktop.documents.tags import Element, Tag
from desktop.documents.text import Span
from desktop.texts.catalogue import Language, in_use

_BODY = 10.0
_LEADING = 1.35


class HistoryItem(Struct, frozen=True):
    """One thing that happened, in words: its heading with the day, quiet details, and the text as it was typed."""

    heading: str
    details: str = ""
    text: str = ""


class HistorySheet(Struct, frozen=True):
    """The whole document. `language` is that of its words."""

    title: str
    subtitle: str
    items: tuple[HistoryItem, ...]
    empty: str = ""
    paper: Paper = Paper.A4
    language: Language = field(default_factory=in_use)


def history_bytes(history: HistorySheet) -> bytes:
    """The PDF; the same history gives the same bytes."""
    sheet = Sheet(*POINTS[history.paper], _BODY, 8 * MM)
    document = Document(history.title, history.language, sheet)
    document.add_flow(_blocks(history, sheet, document.root.add(Tag.SECTION)), document.title)
    return document.finished()


def _blocks(history: HistorySheet, sheet: Sheet, section: Element) -> list[Block]:
    column, air = Column(0, sheet.measure), _BODY * 0.8
    blocks: list[Block] = []

    def add(text: str | tuple[Span, ...], tag: Tag, size: float, above: float, keep: bool = False) -> None:
        rows = text_rows(text, section.add(tag), column, size, _LEADING)
        if rows:
            blocks.append(Block(tuple(rows), above, keep))

    add((Span(isolated(history.title), bold=True),), Tag.H1, sheet.title, 0, keep=True)
    if history.subtitle.strip():
        add(history.subtitle, Tag.PARAGRAPH, _BODY, air / 2)
    if not history.items and history.empty:
        add(history.empty, Tag.PARAGRAPH, _BODY, 2 * air)
    for item in history.items:
        heading = text_rows((Span(item.heading, bold=True),), section.add(Tag.H2), column, _BODY, _LEADING)
        if item.details.strip():
            heading += text_rows((Span(item.details, grey=True),), section.add(Tag.PARAGRAPH), column, _BODY, _LEADING)
        body = text_rows(item.text, section.add(Tag.PARAGRAPH), column, _BODY, _LEADING) if item.text.strip() else []
        # A heading never stands alone at the foot of a page: it goes with the first lines of its text.
        blocks.append(Block((*heading, *body[:2]), 2 * air, keep=True))
        if body[2:]:
            blocks.append(Block(tuple(body[2:])))
    return blocks
