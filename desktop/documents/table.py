"""*On the table*: the questions with room to write. The other person may read it: nothing private, no addresses."""

from msgspec import Struct

from desktop.core.preparing.brief import Brief, BriefQuestion
from desktop.documents.layout import PaperLayout, Sheet
from desktop.documents.page import (
    Block,
    Column,
    Ink,
    Placed,
    SetRow,
    Stroke,
    beside,
    hanging,
    paginate,
    runs_to_left,
    text_rows,
    total_height,
    writing_rows,
)
from desktop.documents.tags import Element, Tag
from desktop.documents.text import Span

_MOST_AIR = 12.0  # added between two blocks, in points
_MOST_ROOM = 9  # lines for what comes by itself: the rest of the page, but not more
_TWO_COLUMNS_FROM = 40  # two columns at the foot from this width on (in sizes of the text)
_GUTTER = 18.0  # between the two columns at the foot


HEAD = 2  # blocks before the first question
_FOOT_LINES = 2  # under each heading at the foot


class Density(Struct, frozen=True):
    """How closely the page is set: line height, room above a question, lines for a spare, least lines left free."""

    leading: float
    above: float
    spare: int
    room: int
    follow_up_on_line: bool = False  # printed at the start of the last writing line instead of above the first
    room_in_foot: bool = False  # what comes by itself has its lines beside the other two at the foot


_DENSITIES = (
    Density(1.4, 8, 2, 3),
    Density(1.36, 6, 2, 2),
    Density(1.36, 6, 1, 2),
    Density(1.3, 4, 1, 2),
    Density(1.25, 2.5, 1, 1),
    Density(1.22, 1.5, 1, 1, follow_up_on_line=True),
    Density(1.22, 1.5, 1, 0, follow_up_on_line=True, room_in_foot=True),
)


def on_the_table(brief: Brief, layout: PaperLayout, sheet: Sheet, section: Element) -> list[list[Placed]]:
    """The rows of its pages: as airy as the smallest number of pages allows, one where one can hold it."""
    tries: list[tuple[_Table, list[Block], int]] = []
    for density in _DENSITIES:
        part = _Table(brief, layout, sheet, Element(Tag.SECTION), density)
        blocks = part.blocks()
        tries.append((part, blocks, len(paginate(blocks, sheet.depth))))
        if tries[-1][2] == 1:
            break
    part, blocks, fewest = min(tries, key=lambda tried: tried[2])
    for room in range(_MOST_ROOM - part.density.room, 0, -1):  # what is left of the page is room to write
        roomier = part.with_room(blocks, room)
        if len(paginate(roomier, sheet.depth)) == fewest:
            blocks = roomier
            break
    if fewest == 1:  # and what is too little for one more line goes between the blocks
        more = min((sheet.depth - total_height(blocks)) / (len(blocks) - 1), _MOST_AIR)
        blocks = [block._replace(above=block.above + more) for block in blocks]
    section.children = part.section.children
    return paginate(blocks, sheet.depth)


class _Table(Struct, frozen=True):
    """The page in one density."""

    brief: Brief
    layout: PaperLayout
    sheet: Sheet
    section: Element
    density: Density

    def with_room(self, blocks: list[Block], more: int) -> list[Block]:
        """The same blocks with more lines for what comes by itself, where it has a block."""
        if self.density.room_in_foot:
            return blocks
        number = HEAD + len(self.brief.questions)
        room = blocks[number]
        rows = (*room.rows, *writing_rows(more, self._whole, self.sheet.pitch))
        return [*blocks[:number], room._replace(rows=rows), *blocks[number + 1 :]]

    def blocks(self) -> list[Block]:
        """Everything on it, in order."""
        above = self.density.above * self.sheet.body / 10
        questions = self.section.add(Tag.LIST, "/A <</O /List /ListNumbering /Decimal>>")
        self.section.children.pop()
        blocks = self._head()
        self.section.children.append(questions)
        for number, question in enumerate(self.brief.questions, 1):
            blocks.append(Block(tuple(self._question(questions, number, question)), above, keep=True))
        if not self.density.room_in_foot:
            head = self._heading(self.layout.language.text("papers.what_comes"), self._whole)
            lines = writing_rows(self.density.room, self._whole, self.sheet.pitch, head[-1])
            blocks.append(Block((*head, *lines), above, keep=True))
        blocks.append(Block(tuple(self._foot()), above, keep=True))
        thanks = self._rows(self.brief.thanks, self.section.add(Tag.PARAGRAPH), self._whole)
        if thanks:
            blocks.append(Block(tuple(thanks), above))
        return blocks

    @property
    def _whole(self) -> Column:
        return Column(0, self.sheet.measure)

    def _rows(self, text: str | list[Span], element: Element, column: Column, size: float = 0) -> list[SetRow]:
        return text_rows(text, element, column, size or self.sheet.body, self.density.leading)

    def _heading(self, text: str, column: Column) -> list[SetRow]:
        return self._rows([Span(text, bold=True)], self.section.add(Tag.H2), column)

    def _head(self) -> list[Block]:
        """The name with the two quiet times at the other side, and the purpose."""
        brief, say, dates, sheet = self.brief, self.layout.language.text, self.layout.dates, self.sheet
        heading = self.section.add(Tag.H1)
        rows = self._rows([Span(brief.name, bold=True)], heading, self._whole, sheet.title)
        if brief.half_time and brief.close_time:
            half = say("papers.half", time=dates.clock(brief.half_time))
            clock = [Span(f"{half}  ·  {say('papers.close', time=dates.clock(brief.close_time))}", grey=True)]
            element = self.section.add(Tag.PARAGRAPH)
            times = self._rows(clock, element, self._whole)
            width = max(ink.line.width for row in times for ink in row.inks) * sheet.body / 1000 + _GUTTER
            if width < sheet.measure / 2:
                to_left = runs_to_left(rows)
                name = Column(width if to_left else 0, sheet.measure - width)
                side = Column(0 if to_left else name.measure + _GUTTER, width - _GUTTER)
                rows = self._rows([Span(brief.name, bold=True)], heading, name, sheet.title)
                times = self._rows(clock, element, side)
                rows = beside(rows, times)
            else:
                rows += times
        purpose = self._rows(brief.purpose, self.section.add(Tag.PARAGRAPH), self._whole)
        return [Block(tuple(rows), keep=True), Block(tuple(purpose), 0.3 * self.density.above)]

    def _question(self, parent: Element, number: int, question: BriefQuestion) -> list[SetRow]:
        """A question with its number in front and its lines below."""
        item = parent.add(Tag.ITEM)
        label, body = item.add(Tag.LABEL), item.add(Tag.BODY)
        indent = self.sheet.body * 1.8
        mark, text = Span(str(number), bold=not question.spare), [Span(question.text)]
        size, leading = self.sheet.body, self.density.leading
        rows, column = hanging(mark, label, text, body, self._whole, indent, size, leading)
        count = min(question.lines, self.density.spare) if question.spare else question.lines
        follow_up = self._follow_up(question, body, column)
        on_line = self._on_line(follow_up, column) if self.density.follow_up_on_line and count > 1 else None
        if on_line:
            return [*rows, *writing_rows(count - 1, column, self.sheet.pitch, rows[-1]), on_line]
        rows += follow_up
        return [*rows, *writing_rows(count, column, self.sheet.pitch, rows[-1])]

    def _follow_up(self, question: BriefQuestion, body: Element, column: Column) -> list[SetRow]:
        if not question.follow_up.strip():
            return []
        lead = self.layout.language.text("papers.follow_up")
        return self._rows([Span(f"{lead} ", grey=True), Span(question.follow_up)], body, column)

    def _on_line(self, follow_up: list[SetRow], column: Column) -> SetRow | None:
        """A writing line that starts with a short follow-up; None if it is too long for that."""
        if len(follow_up) != 1 or runs_to_left(follow_up):
            return None
        (ink,) = follow_up[0].inks
        width = ink.line.width * ink.size / 1000
        if width > column.measure * 0.55:
            return None
        pitch = self.sheet.pitch
        ink = Ink(ink.line, ink.x, pitch - 0.25 * ink.size, ink.size, ink.element)
        return SetRow(pitch, (ink,), (Stroke(column.x + width + 0.6 * ink.size, column.x + column.measure, pitch),))

    def _foot(self) -> list[SetRow]:
        """Whom else to ask, and what I promised: side by side where the page is wide enough."""
        brief, say, sheet = self.brief, self.layout.language.text, self.sheet
        asked = " ".join(part for part in (brief.who_else.strip(), brief.use_name.strip()) if part)
        who = asked or say("papers.who_else")
        parts = [(who, 0.58), (say("papers.promised"), 0.42)]
        if self.density.room_in_foot:
            parts = [(say("papers.what_comes"), 0.3), (who, 0.42), (say("papers.promised"), 0.28)]
        if sheet.measure / sheet.body < _TWO_COLUMNS_FROM:
            rows: list[SetRow] = []
            for text, _ in parts:
                head = self._heading(text, self._whole)
                gap = [SetRow(self.density.above * sheet.body / 10)] if rows else []
                rows += [*gap, *head, *writing_rows(_FOOT_LINES, self._whole, sheet.pitch, head[-1])]
            return rows
        columns, x = [], 0.0
        for _, share in parts:
            columns.append(Column(x, (sheet.measure + _GUTTER) * share - _GUTTER))
            x += columns[-1].measure + _GUTTER
        heads = beside(*(self._heading(text, column) for (text, _), column in zip(parts, columns, strict=True)))
        lines = beside(*(writing_rows(_FOOT_LINES, column, sheet.pitch, heads[0]) for column in columns))
        return [*heads, *lines]
