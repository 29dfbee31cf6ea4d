"""The referral chain on paper: a tree of text with its lines, over as many pages as it takes, in black and white."""

from datetime import date

from msgspec import Struct, field

from desktop.core.people.chain import Chain, ChainLine, ChainLineText, chain_line_texts
from desktop.core.plain_dates import PlainDates
from desktop.core.settings import Paper
from desktop.documents.document import Document
from desktop.documents.layout import MM, POINTS, Dates, Sheet
from desktop.documents.page import Block, Column, SetRow, Stroke, text_rows
from desktop.documents.tags import Element, Tag
from desktop.documents.text import Span
from desktop.texts.catalogue import Language, in_use

_BODY = 10.0
_LARGE = 16.0
_LEADING = 1.6
_INDENT = 1.7  # of indenting, in sizes of the text
_LEFT_TO_RIGHT = "\u200e"  # a name of another direction comes first all the same, beside its stroke
_DEEPEST = 0.45  # of the measure is indented at most; who is deeper is told by a number


class ChainLayout(Struct, frozen=True):
    """Paper, size of print and days; `language` is that of the words."""

    paper: Paper = Paper.A4
    large: bool = False
    dates: Dates = field(default_factory=PlainDates)
    language: Language = field(default_factory=in_use)


def chain_bytes(chain: Chain, layout: ChainLayout, as_of: date, name: str = "") -> bytes:
    """The PDF of a chain, of one contact's if there is a name; the same chain and layout give the same bytes."""
    sheet = Sheet(*POINTS[layout.paper], _LARGE if layout.large else _BODY, 8 * MM)
    say = layout.language.text
    document = Document(say("papers.chain_of", name=name) if name else say("papers.chain"), layout.language, sheet)
    section = document.root.add(Tag.SECTION)
    head = _head(document.title, chain, layout, as_of, sheet, section)
    document.add_flow([*head, *_Tree(chain, layout, sheet, section).blocks()], document.title)
    return document.finished()


def _head(title: str, chain: Chain, layout: ChainLayout, as_of: date, sheet: Sheet, section: Element) -> list[Block]:
    column = Column(0, sheet.measure)
    counts = [each for line, each in zip(chain.lines, chain.branch_counts(), strict=True) if line.depth == 0]
    summary = layout.language.text(
        "papers.chain_as_of",
        people=sum(count.people for count in counts),
        met=sum(count.met for count in counts),
        day=layout.dates.day(as_of),
    )
    heading = text_rows((Span(title, bold=True),), section.add(Tag.H1), column, sheet.title, 1.3)
    below = text_rows((Span(summary, grey=True),), section.add(Tag.PARAGRAPH), column, sheet.body, _LEADING)
    return [Block((*heading, *below, SetRow(sheet.body)), keep=True)]


class _Tree:
    """The lines with their strokes, and the nested lists a screen reader walks through."""

    def __init__(self, chain: Chain, layout: ChainLayout, sheet: Sheet, section: Element) -> None:
        self._chain, self._layout, self._sheet = chain, layout, sheet
        self._step = _INDENT * sheet.body
        self._deepest = int(sheet.measure * _DEEPEST / self._step)
        self._goes_on: list[bool] = []  # for each level, whether another line of the same parent follows further down
        self._lists = [section.add(Tag.LIST, "/A <</O /List /ListNumbering /None>>")]
        self._bodies: list[Element] = []

    def blocks(self) -> list[Block]:
        """One for each person; a tree starts a little below the one before."""
        said = chain_line_texts(self._chain, self._layout.language)
        return [
            Block(tuple(self._rows(line, each)), 0 if line.depth else 0.6 * self._sheet.body, keep=True)
            for line, each in zip(self._chain.lines, said, strict=True)
        ]

    def _rows(self, line: ChainLine, said: ChainLineText) -> list[SetRow]:
        level = min(line.depth, self._deepest)
        body = self._body(level)
        spans = [Span(_LEFT_TO_RIGHT + said.name, bold=True), Span(f" · {said.stage}")]
        spans += [Span(f" · {part}", grey=True) for part in (said.note, said.branch) if part]
        if line.depth > self._deepest:
            spans.insert(0, Span(self._layout.language.text("papers.level", level=line.depth + 1) + " · ", grey=True))
        column = Column(level * self._step, self._sheet.measure - level * self._step)
        rows = text_rows(spans, body, column, self._sheet.body, _LEADING)
        del self._goes_on[max(0, level - 1) :]
        rows = [row._replace(strokes=self._strokes(line, level, row, first=not n)) for n, row in enumerate(rows)]
        if level:
            self._goes_on.append(not line.last and line.depth <= self._deepest)
        return rows

    def _strokes(self, line: ChainLine, level: int, row: SetRow, *, first: bool) -> tuple[Stroke, ...]:
        """Down from those above, and across to the name."""
        middle = row.height / 2
        strokes = [Stroke(self._at(n), self._at(n), 0, row.height) for n, on in enumerate(self._goes_on) if on]
        if level and line.depth <= self._deepest:
            x = self._at(level - 1)
            if first:
                strokes.append(Stroke(x, x, 0, middle if line.last else row.height))
                strokes.append(Stroke(x, level * self._step - 3, middle))
            elif not line.last:
                strokes.append(Stroke(x, x, 0, row.height))
        return tuple(strokes)

    def _at(self, level: int) -> float:
        return level * self._step + 0.45 * self._step

    def _body(self, level: int) -> Element:
        """The element of a new person's text, in the list of their level."""
        del self._bodies[level:]
        del self._lists[level + 1 :]
        if level == len(self._lists):
            self._lists.append(self._bodies[level - 1].add(Tag.LIST, "/A <</O /List /ListNumbering /None>>"))
        body = self._lists[level].add(Tag.ITEM).add(Tag.BODY)
        self._bodies.append(body)
        return body.add(Tag.PARAGRAPH)
