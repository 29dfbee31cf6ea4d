"""A thank-you card: one sheet printed on one side, folded twice, so that any printer can make it.

The front is at the lower right; the upper half is printed upside down and becomes the two inner sides.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from desktop.core.errors import UserError
from desktop.core.settings import Paper
from desktop.documents.document import Document
from desktop.documents.layout import MM, POINTS, Sheet
from desktop.documents.page import Block, Column, Ink, Placed, SetRow, paginate, text_rows
from desktop.documents.tags import Element, Tag
from desktop.documents.text import Span
from desktop.texts.catalogue import Language, in_use

if TYPE_CHECKING:
    from desktop.documents.pdf import PdfFile

_MARGIN = 11 * MM
_TICK = 4 * MM  # of the marks that show where to fold
_LEADING = 1.4
_FRONT = 24.0  # points
# One inner side at a good size, else both, smaller only if that is still not room enough.
_TRIES = ((11.0, 1), (10.0, 1), (11.0, 2), (10.0, 2), (9.0, 2), (8.0, 2))
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")


class FoldedCard(Struct, frozen=True):
    """What is on it: `front` in large letters, thanks unless said otherwise; `text` inside, as it was typed."""

    text: str
    front: str | None = None
    paper: Paper = Paper.A4
    language: Language = field(default_factory=in_use)


def card_bytes(card: FoldedCard) -> bytes:
    """The PDF of a card; the same card gives the same bytes.

    Raises:
        UserError: if the text has no room on a card of that paper.
    """
    width, height = POINTS[card.paper]
    front_text = card.language.text("papers.thank_you") if card.front is None else card.front
    document = Document(front_text, card.language, Sheet(width, height, _FRONT, _FRONT))
    section = document.root.add(Tag.SECTION)
    column, depth = Column(0, width / 2 - 2 * _MARGIN), height / 2 - 2 * _MARGIN
    front = _centred(text_rows((Span(front_text, bold=True),), section.add(Tag.H1), column, _FRONT, 1.2), column)
    sides = _sides(card, section, column, depth)
    drawing = _Drawing(document.file)
    right, below = width / 2 + _MARGIN, height / 2 - _MARGIN
    drawing.rows(_from_top(front, depth, 0.5), right, below)
    drawing.operators.append(f"q -1 0 0 -1 {width:.2f} {height:.2f} cm")
    for number, rows in enumerate(sides, 2 - len(sides)):
        drawing.rows(rows, right if number else _MARGIN, below)
    drawing.operators.append("Q")
    drawing.folds(width, height)
    document.bookmark(document.title)
    document.add_drawing(drawing.operators)
    return document.finished()


def _sides(card: FoldedCard, section: Element, column: Column, depth: float) -> list[list[Placed]]:
    """The rows of the inner sides, one or two, at the largest size that has room."""
    for size, most in _TRIES:
        inside = Element(Tag.SECTION)
        blocks = []
        for number, part in enumerate(_PARAGRAPH_END.split(card.text.strip())):
            rows = text_rows(part, inside.add(Tag.PARAGRAPH), column, size, _LEADING)
            if rows:
                blocks.append(Block(tuple(rows), size * 0.8 if number else 0))
        sides = paginate(blocks, depth)
        if len(sides) <= most:
            section.children += inside.children
            if len(sides) == 1:
                return [_lowered(sides[0], depth)]
            return sides
    raise UserError("write_errors.long_card")


def _centred(rows: Sequence[SetRow], column: Column) -> list[SetRow]:
    def moved(ink: Ink) -> Ink:
        return ink._replace(x=column.x + (column.measure - ink.line.width * ink.size / 1000) / 2)

    return [row._replace(inks=tuple(map(moved, row.inks))) for row in rows]


def _from_top(rows: Sequence[SetRow], depth: float, share: float) -> list[Placed]:
    """Rows below one another, that share of the free room above them."""
    top = max(0.0, depth - sum(row.height for row in rows)) * share
    placed = []
    for row in rows:
        placed.append(Placed(top, row))
        top += row.height
    return placed


def _lowered(rows: list[Placed], depth: float) -> list[Placed]:
    """A short text is a little above the middle, as one writes on a card."""
    used = max((placed.top + placed.row.height for placed in rows), default=0.0)
    free = max(0.0, depth - used) * 0.4
    return [placed._replace(top=placed.top + free) for placed in rows]


class _Drawing:
    """The content stream of the one page; each element's text is noted in it."""

    def __init__(self, file: "PdfFile") -> None:
        self._file = file
        self._mark = 0
        self.operators: list[str] = []

    def rows(self, rows: Sequence[Placed], left: float, top: float) -> None:
        """Draw rows into the panel whose text begins there."""
        from desktop.documents.pdf import line_operators

        current: Element | None = None
        for below, row in rows:
            for ink in row.inks:
                if ink.element is not current:
                    self.operators += ["EMC"] if current else []
                    self.operators.append(f"/{ink.element.tag} <</MCID {self._mark}>> BDC")
                    ink.element.marks.append((0, self._mark))
                    current, self._mark = ink.element, self._mark + 1
                self.operators += line_operators(self._file, ink.line, left + ink.x, top - below - ink.drop, ink.size)
        self.operators += ["EMC"] if current else []

    def folds(self, width: float, height: float) -> None:
        """Short marks at the edges, where the sheet is folded."""
        x, y = width / 2, height / 2
        lines = (
            (x, 0, x, _TICK), (x, height - _TICK, x, height), (0, y, _TICK, y), (width - _TICK, y, width, y),
        )  # fmt: skip
        self.operators.append("/Artifact BMC 0.4 G 0.5 w")
        self.operators += [f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S" for a, b, c, d in lines]
        self.operators.append("EMC")
