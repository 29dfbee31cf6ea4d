"""Rows, blocks and pages: text and writing lines go into rows, rows into blocks, blocks onto pages."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.layout import BINDING, MARGIN, MM, Sheet
from desktop.documents.tags import Element
from desktop.documents.text import Line, Span, broken, paragraphs

if TYPE_CHECKING:
    from desktop.documents.pdf import PdfFile

RULE, RULE_GREY = 0.5, 0.4  # thickness of a writing line in points, and its colour: 60 % black
_FOOT = 9 * MM  # the footer's base line above the edge of the paper


class Ink(NamedTuple):
    """A line of text in a row: from the left edge of the text area, its base line below the row's top (points)."""

    line: Line
    x: float
    drop: float
    size: float
    element: Element


class Stroke(NamedTuple):
    """A writing line in a row; one that goes down, in a tree, ends `fall` below its start."""

    start: float
    end: float
    drop: float
    fall: float = 0.0


class SetRow(NamedTuple):
    """What goes side by side and is never cut."""

    height: float
    inks: tuple[Ink, ...] = ()
    strokes: tuple[Stroke, ...] = ()


class Block(NamedTuple):
    """Rows that belong together; `above` is left free before them except at the top of a page."""

    rows: tuple[SetRow, ...]
    above: float = 0.0
    keep: bool = False  # all on one page, if a page can hold them at all

    @property
    def height(self) -> float:
        """The height of the rows."""
        return sum(row.height for row in self.rows)


class Column(NamedTuple):
    """A strip of the text area: its left edge and its width."""

    x: float
    measure: float


class Placed(NamedTuple):
    """A row on a page, its top below the top of the text area."""

    top: float
    row: SetRow


class Page(NamedTuple):
    """One page of a part of a document, with what is at its foot."""

    rows: tuple[Placed, ...]
    foot_left: str
    foot_right: str


@lru_cache(maxsize=2048)
def lines_of(text: str | tuple[Span, ...], measure: float) -> tuple[Line, ...]:
    """The lines of a text, none wider than `measure` (in 1/1000 of its size); asked for again at every density tried.

    A plain text keeps the lines it was typed in, spans are one paragraph.
    """
    parts = [(Span(part),) for part in paragraphs(text)] if isinstance(text, str) else [tuple(map(_cleaned, text))]
    return tuple(line for part in parts for line in broken(part, measure))


def _cleaned(span: Span) -> Span:
    """Line ends inside become spaces, a space at either end stays."""
    inside = " ".join(paragraphs(span.text))
    before = " " if span.text[:1].isspace() else ""
    after = " " if span.text[-1:].isspace() and inside else ""
    return span._replace(text=before + inside + after)


def text_rows(
    text: str | Sequence[Span], element: Element, column: Column, size: float, leading: float
) -> list[SetRow]:
    """The rows of a text; lines that run from right to left align right."""
    height = size * leading
    drop = height / 2 + 0.36 * size
    rows = []
    for line in lines_of(text if isinstance(text, str) else tuple(text), column.measure * 1000 / size):
        x = column.x + (column.measure - line.width * size / 1000 if line.right_to_left else 0)
        rows.append(SetRow(height, (Ink(line, x, drop, size, element),)))
    return rows


def runs_to_left(rows: Sequence[SetRow]) -> bool:
    """Whether a text begins with a line that runs from right to left."""
    return any(ink.line.right_to_left for row in rows[:1] for ink in row.inks)


def hanging(
    mark: Span,
    label: Element,
    text: Sequence[Span],
    body: Element,
    column: Column,
    indent: float,
    size: float,
    leading: float,
) -> tuple[list[SetRow], Column]:
    """A text with its number or bullet on the side where its lines begin; also the column that is left for the text."""
    inner = Column(column.x + indent, column.measure - indent)
    outer = column
    rows = text_rows(text, body, inner, size, leading)
    if runs_to_left(rows):
        inner, outer = Column(column.x, inner.measure), Column(column.x + inner.measure + indent * 0.35, indent)
        rows = text_rows(text, body, inner, size, leading)
    return beside(text_rows([mark], label, outer, size, leading), rows), inner


def below_base(row: SetRow) -> float:
    """How far the row reaches below the base line of its text."""
    return row.height - max((ink.drop for ink in row.inks), default=row.height)


def writing_rows(count: int, column: Column, pitch: float, after: SetRow | None = None) -> list[SetRow]:
    """Lines to write on; the first is one pitch below the base line of the text in `after`."""
    first = pitch - (below_base(after) if after else 0)
    stroke = (column.x, column.x + column.measure)
    return [SetRow(height, (), (Stroke(*stroke, height),)) for height in [first, *[pitch] * (count - 1)][:count]]


def beside(*columns: Sequence[SetRow]) -> list[SetRow]:
    """Rows of several columns put side by side, text on one base line."""
    rows = []
    for parts in zip_longest(*columns, fillvalue=SetRow(0)):
        base = max((ink.drop for part in parts for ink in part.inks), default=0)
        moved = [_lowered(part, base - max(ink.drop for ink in part.inks)) if part.inks else part for part in parts]
        inks = tuple(ink for part in moved for ink in part.inks)
        strokes = tuple(stroke for part in moved for stroke in part.strokes)
        rows.append(SetRow(max(part.height for part in moved), inks, strokes))
    return rows


def _lowered(row: SetRow, by: float) -> SetRow:
    if not by:
        return row
    inks = tuple(ink._replace(drop=ink.drop + by) for ink in row.inks)
    return SetRow(row.height + by, inks, tuple(stroke._replace(drop=stroke.drop + by) for stroke in row.strokes))


def total_height(blocks: Sequence[Block]) -> float:
    """The height of blocks one below the other, at the top of a page."""
    return sum(block.height + (block.above if number else 0) for number, block in enumerate(blocks))


def paginate(blocks: Sequence[Block], depth: float) -> list[list[Placed]]:
    """Puts blocks onto pages; a block that may be cut leaves at least two rows on either side where it has them."""
    pages: list[list[Placed]] = [[]]
    top = 0.0
    for block in blocks:
        rows = list(block.rows)
        top += block.above if pages[-1] else 0
        if block.keep and block.height <= depth and top + block.height > depth + 0.01:
            pages.append([])
            top = 0.0
        while rows:
            fitting = _how_many_fit(rows, depth - top, at_top=not pages[-1])
            for row in rows[:fitting]:
                pages[-1].append(Placed(top, row))
                top += row.height
            rows = rows[fitting:]
            if rows:
                pages.append([])
                top = 0.0
    return pages


def _how_many_fit(rows: Sequence[SetRow], room: float, *, at_top: bool) -> int:
    count = 0
    for row in rows:
        if row.height > room + 0.01:
            break
        room -= row.height
        count += 1
    if count == len(rows):
        return count
    if len(rows) - count == 1 and count > 2:
        count -= 1
    if count < 2 and not at_top:
        return 0
    return max(count, 1) if at_top else count


def drawn(file: "PdfFile", sheet: Sheet, pages: Sequence[Page], first_page: int) -> list[bytes]:
    """The content streams of pages; notes in each element where its text is, `first_page` counts from 0."""
    return [_page(file, sheet, page, first_page + number) for number, page in enumerate(pages)]


def _page(file: "PdfFile", sheet: Sheet, page: Page, number: int) -> bytes:
    from desktop.documents.pdf import line_operators

    operators: list[str] = []
    current: Element | None = None
    mark = 0
    strokes = []
    for top, row in page.rows:
        foot = sheet.height - MARGIN - top
        strokes += [(stroke.start, stroke.end, foot - stroke.drop, stroke.fall) for stroke in row.strokes]
        for ink in row.inks:
            if ink.element is not current:
                operators += ["EMC"] if current else []
                operators.append(f"/{ink.element.tag} <</MCID {mark}>> BDC")
                ink.element.marks.append((number, mark))
                current, mark = ink.element, mark + 1
            operators += line_operators(file, ink.line, BINDING + ink.x, foot - ink.drop, ink.size)
    operators += ["EMC"] if current else []
    if strokes:
        operators.append(f"/Artifact BMC {RULE_GREY} G {RULE} w")
        operators += [
            f"{BINDING + start:.2f} {y:.2f} m {BINDING + end:.2f} {y - fall:.2f} l S" for start, end, y, fall in strokes
        ]
        operators.append("EMC")
    operators.append("/Artifact <</Type /Pagination /Subtype /Footer>> BDC")
    for text, right in ((page.foot_left, False), (page.foot_right, True)):
        room = sheet.measure * (0.3 if right else 0.68)
        for line in lines_of((Span(text, grey=True),), room * 1000 / sheet.body)[:1]:
            x = BINDING + (sheet.measure - line.width * sheet.body / 1000 if right else 0)
            operators += line_operators(file, line, x, _FOOT, sheet.body)
    operators.append("EMC")
    return "\n".join(operators).encode("ascii")
