"""*At the door*: what the user reads once more before going in, and keeps in the bag."""

from datetime import timedelta
from unicodedata import category

from msgspec import Struct

from desktop.core.meeting import MeetingFact
from desktop.core.meeting_line import Way
from desktop.core.preparing.brief import Brief
from desktop.documents.layout import MM, PaperLayout, Sheet
from desktop.documents.page import Block, Column, Placed, SetRow, Stroke, beside, hanging, paginate, text_rows
from desktop.documents.tags import Element, Tag
from desktop.documents.text import Span, paragraphs

_SIDE = 27 * MM  # the column of headings, where the page is wide enough for one
_TWO_COLUMNS_FROM = 40  # it is, from this width on (in sizes of the text)
_DENSITIES = ((1.42, 9.0), (1.36, 7.0), (1.3, 5.0), (1.25, 3.5))  # line height; room between sections, at 10 points
_WHOLE = 6  # a paragraph or an item of so many rows is not cut at the end of a page
_BULLET = "•"


def at_the_door(brief: Brief, layout: PaperLayout, sheet: Sheet, section: Element) -> list[list[Placed]]:
    """The rows of its pages: as airy as the smallest number of pages allows, one where one can hold it."""
    tries: list[tuple[Element, list[list[Placed]]]] = []
    for leading, gap in _DENSITIES:
        part = Element(Tag.SECTION)
        blocks = _Door(brief, layout, sheet, part, leading, gap * sheet.body / 10).blocks()
        tries.append((part, paginate(blocks, sheet.depth)))
        if len(tries[-1][1]) == 1:
            break
    part, pages = min(tries, key=lambda tried: len(tried[1]))
    section.children = part.children
    return pages


class _Door(Struct, frozen=True):
    """The page in one density."""

    brief: Brief
    layout: PaperLayout
    sheet: Sheet
    section: Element
    leading: float
    gap: float

    def blocks(self) -> list[Block]:
        """Everything on it, in order."""
        brief, say = self.brief, self.layout.language.text
        blocks = [*self._time_and_place(), *self._person()]
        blocks += self._section(say("papers.purpose"), brief.purpose)
        blocks += self._section(say("papers.opening"), f"{brief.opening}\n{brief.ask_for_notes}")
        blocks += self._section(say("papers.warm_line"), brief.warm_line)
        blocks += self._list(say("papers.facts"), [self._fact(fact) for fact in brief.facts])
        blocks += self._list(say("papers.asked_back"), [_run_in(own.asked, own.answer) for own in brief.asked_back])
        blocks += self._list(say("papers.rescues"), [_run_in(rescue.when, rescue.then) for rescue in brief.rescues])
        blocks += self._section(say("papers.bring"), "  ·  ".join(brief.bring))
        return blocks

    @property
    def _text(self) -> Column:
        side = _SIDE if self.sheet.measure / self.sheet.body >= _TWO_COLUMNS_FROM else 0.0
        return Column(side, self.sheet.measure - side)

    @property
    def _whole(self) -> Column:
        return Column(0, self.sheet.measure)

    def _rows(self, text: str | list[Span], element: Element, column: Column, size: float = 0) -> list[SetRow]:
        return text_rows(text, element, column, size or self.sheet.body, self.leading)

    def _time_and_place(self) -> list[Block]:
        brief, say, dates = self.brief, self.layout.language.text, self.layout.dates
        heading = self.section.add(Tag.H1)
        rows = self._rows([Span(say("papers.at_the_door"), grey=True)], heading, self._whole)
        when = say("papers.no_time")
        if brief.starts_at:
            ends = brief.starts_at + timedelta(minutes=brief.minutes)
            when = f"{dates.day(brief.starts_at.date())}, {dates.clock(brief.starts_at)}–{dates.clock(ends)}"
        rows += self._rows([Span(when, bold=True)], self.section.add(Tag.PARAGRAPH), self._whole, self.sheet.title)
        blocks = [Block(tuple(rows), keep=True)]
        cells = []
        if brief.their_time:
            cells.append(
                (say("papers.their_time"), f"{dates.day(brief.their_time.date())}, {dates.clock(brief.their_time)}")
            )
        if brief.way is Way.FACE_TO_FACE:
            cells += [(say("papers.where"), brief.place), (say("papers.route"), brief.route)]
            if brief.starts_at and brief.arrive_early:
                early = brief.starts_at - timedelta(minutes=brief.arrive_early)
                cells.append((say("papers.be_there"), dates.clock(early)))
        else:
            cells += [
                (say("papers.call") if brief.way is Way.PHONE else say("papers.video"), brief.dial_in),
                (say("papers.route"), brief.route),
            ]
        cells.append((say("papers.phone_today"), brief.phone_for_day))
        cells = [(label, value) for label, value in cells if value.strip()]
        table = self.section.add(Tag.TABLE)
        for number, (label, value) in enumerate(cells):
            row = table.add(Tag.ROW)
            head = self._rows([Span(label, grey=True)], row.add(Tag.ROW_HEADER), self._side)
            blocks.append(
                Block(tuple(beside(head, self._rows(value, row.add(Tag.CELL), self._cell))), 0 if number else 3)
            )
        return blocks

    @property
    def _side(self) -> Column:
        return Column(0, self._cell.x - 6)

    @property
    def _cell(self) -> Column:
        side = _SIDE * max(1, self.sheet.body / 12)
        return Column(side, self.sheet.measure - side)

    def _person(self) -> list[Block]:
        brief, say = self.brief, self.layout.language.text
        rule = SetRow(self.gap, (), (Stroke(0, self.sheet.measure, 0),))
        rows = [
            rule,
            *self._rows([Span(brief.name, bold=True)], self.section.add(Tag.H2), self._whole, self.sheet.title),
        ]
        about = [say("papers.say", sound=brief.pronounced)] if brief.pronounced.strip() else []
        about += brief.about
        if about:
            rows += self._rows("  ·  ".join(about), self.section.add(Tag.PARAGRAPH), self._whole)
        return [Block(tuple(rows), self.gap, keep=True)]

    def _section(self, heading: str, text: str) -> list[Block]:
        """A heading and what is said under it; nothing if nothing is said."""
        parts = paragraphs(text)
        if not parts:
            return []
        head = self._heading(heading)
        rows = []
        for part in parts:
            rows += self._rows(part, self.section.add(Tag.PARAGRAPH), self._text)
        return [self._block(self._joined(head, rows), self.gap)]

    def _list(self, heading: str, items: list[list[Span]]) -> list[Block]:
        """A heading and a list; each item may be cut off from the next, the first not from the heading."""
        if not items:
            return []
        head = self._heading(heading)
        indent = self.sheet.body * 1.1
        parent = self.section.add(Tag.LIST, "/A <</O /List /ListNumbering /Disc>>")
        blocks = []
        for number, spans in enumerate(items):
            item = parent.add(Tag.ITEM)
            label, body = item.add(Tag.LABEL), item.add(Tag.BODY)
            rows, _ = hanging(Span(_BULLET), label, spans, body, self._text, indent, self.sheet.body, self.leading)
            blocks.append(self._block(rows if number else self._joined(head, rows), self.gap * (0.25 if number else 1)))
        return blocks

    def _block(self, rows: list[SetRow], above: float) -> Block:
        return Block(tuple(rows), above, keep=len(rows) <= _WHOLE)

    def _heading(self, heading: str) -> list[SetRow]:
        wide = self._text.x > 0
        column = Column(0, self._text.x - 6) if wide else self._whole
        return self._rows([Span(heading, bold=True)], self.section.add(Tag.H2), column)

    def _joined(self, head: list[SetRow], rows: list[SetRow]) -> list[SetRow]:
        return beside(head, rows) if self._text.x > 0 else [*head, *rows]

    def _fact(self, fact: MeetingFact) -> list[Span]:
        read = fact.read_on and self.layout.language.text(
            "papers.read_on", date=self.layout.dates.short_day(fact.read_on)
        )
        origin = ", ".join(part for part in (fact.source.strip(), read) if part)
        return [Span(fact.text), *([Span(f" –\u00a0{origin}", grey=True)] if origin else [])]


def _run_in(lead: str, text: str) -> list[Span]:
    """A bold lead with its text in the same paragraph."""
    lead = lead.strip()
    if lead and not category(lead[-1]).startswith("P"):
        lead += ":"
    return [Span(lead, bold=True), Span(f" {text}")] if lead else [Span(text)]
