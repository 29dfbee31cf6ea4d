"""The drawing of the referral chain: a box for each person, lines from each to those they named.

One item paints all: of 2,000 people only those in sight are touched, and letters too small to read are left out.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.core.people.chain import Chain, ChainLineText
from desktop.core.people.chain_layout import across
from desktop.core.text import joined
from desktop.ui.shared.contact_cells import dot_color
from desktop.ui.theme import Theme

_READABLE = 0.45  # letters are drawn from this scale on
_ROUNDED = 0.25  # boxes have round corners from this scale on
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class ChainDrawing(QGraphicsItem):
    """People of one step away from the root are in one column, roots at the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chain = Chain()
        self._told: list[ChainLineText] = []
        self._elided: dict[int, tuple[str, str, str]] = {}
        self.current = -1
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # what is exposed, to the pixel

    def show_chain(self, chain: Chain, said: list[ChainLineText]) -> None:
        """Lay out and show a chain with its words; nobody is current."""
        self._chain, self._told, self.current = chain, said, -1
        self.measure()

    def measure(self) -> None:
        """Lay out anew, for another chain or another text size."""
        self.prepareGeometryChange()
        self._elided.clear()
        self._font = self._theme.font()
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        px = self._theme.px
        metrics = QFontMetricsF(self._font)
        self._line_height = metrics.height()
        self._pad, self._dot = px(10), self._line_height * 0.5
        self.height = 3 * self._line_height + px(14)
        self.pitch = self.height + px(14)
        places = across([line.parent for line in self._chain.lines])
        self.top = [place * self.pitch for place in places]
        self.columns: list[list[int]] = []
        for number, line in enumerate(self._chain.lines):
            if line.depth == len(self.columns):
                self.columns.append([])
            self.columns[line.depth].append(number)
        needed = [self._needed(each, metrics) + 2 * self._pad for each in self._told]
        self._wide = [min(max(*(needed[n] for n in each), px(140)), px(340)) for each in self.columns]
        self._gap = px(48)
        self._left = list(accumulate((wide + self._gap for wide in self._wide[:-1]), initial=0.0))
        self._tops = [[self.top[number] for number in column] for column in self.columns]
        self._measure_lines()
        deepest = max(self.top, default=0.0)
        margin = px(16)
        self._bounds = QRectF(0, 0, self._left[-1] + (self._wide or [0.0])[-1], deepest + self.height)
        self._bounds.adjust(-margin, -margin, margin, margin)
        self.update()

    def _needed(self, said: ChainLineText, metrics: QFontMetricsF) -> float:
        bold = QFontMetricsF(self._bold)
        stage = metrics.horizontalAdvance(said.stage) + 2 * self._dot
        return max(bold.horizontalAdvance(said.name), stage, metrics.horizontalAdvance(_third(said)))

    def _measure_lines(self) -> None:
        """For each parent the bar beside its people, ordered in each column: bars of one column never overlap."""
        half, gap = self.height / 2, self._gap
        self._bars: list[list[tuple[float, float, QLineF, QLineF]]] = [[] for _ in self.columns]
        self._stubs: list[QLineF] = []
        ends: dict[int, tuple[float, float]] = {}
        for number, line in enumerate(self._chain.lines):
            y, left = self.top[number] + half, self._left[line.depth]
            self._stubs.append(QLineF(left - gap / 2, y, left, y))
            if line.parent >= 0:
                first, _ = ends.get(line.parent, (y, y))
                ends[line.parent] = (first, y)
        for depth, column in enumerate(self.columns):
            right = self._left[depth] + self._wide[depth]
            for number in column:
                if number in ends:
                    first, last = ends[number]
                    y = self.top[number] + half
                    bar = QLineF(right + gap / 2, first, right + gap / 2, last)
                    self._bars[depth].append((first, last, bar, QLineF(right, y, right + gap / 2, y)))

    # -- where somebody is --------------------------------------------------------------------------------------

    def box(self, number: int) -> QRectF:
        """The box of a line of the chain."""
        depth = self._chain.lines[number].depth
        return QRectF(self._left[depth], self.top[number], self._wide[depth], self.height)

    def at(self, point: QPointF) -> int:
        """Whose box is there, -1 for nobody's."""
        depth = bisect_right(self._left, point.x()) - 1
        if not 0 <= depth < len(self.columns):
            return -1
        found = bisect_right(self._tops[depth], point.y()) - 1
        if found < 0:
            return -1
        number = self.columns[depth][found]
        return number if self.box(number).contains(point) else -1

    def beside(self, number: int, step: int) -> int:
        """The next above (-1) or below (1) in the same column, the same one at its end."""
        column = self.columns[self._chain.lines[number].depth]
        place = bisect_left(self._tops[self._chain.lines[number].depth], self.top[number])
        return column[min(max(place + step, 0), len(column) - 1)]

    # -- painting ---------------------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        area: QRectF = option.exposedRect
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        first = max(0, bisect_right(self._left, area.left() - self._gap) - 1)
        last = min(len(self.columns) - 1, bisect_right(self._left, area.right() + self._gap) - 1)
        lines: list[QLineF] = []
        people: list[int] = []
        for depth in range(first, last + 1):
            low = bisect_left(self._tops[depth], area.top() - self.pitch)
            high = bisect_right(self._tops[depth], area.bottom() + self.pitch)
            shown = self.columns[depth][low:high]
            people += shown
            if depth:
                lines += [self._stubs[number] for number in shown]
            bars = self._bars[depth]
            start = bisect_left(bars, area.top(), key=lambda bar: bar[1])
            for begin, _end, bar, out in bars[start:]:
                if begin > area.bottom():
                    break
                lines += (bar, out)
        pen = QPen(self._theme.tokens.color("edge"), 0)
        painter.setPen(pen)
        painter.drawLines(lines)
        self._paint_boxes(painter, people, scale)
        if scale >= _READABLE:
            for number in people:
                self._paint_words(painter, number)

    def _paint_boxes(self, painter: QPainter, people: list[int], scale: float) -> None:
        tokens = self._theme.tokens
        if scale < _ROUNDED:  # a box is a few pixels: full where something is going on
            on_way = [self.box(n) for n in people if self._tone(n) == tokens.accent]
            others = [self.box(n) for n in people if self._tone(n) != tokens.accent]
            painter.setPen(Qt.PenStyle.NoPen)
            for boxes, token in ((on_way, "accent"), (others, "edge")):
                painter.setBrush(tokens.color(token))
                painter.drawRects(boxes)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.color("edge"), 1))
            painter.setBrush(tokens.color("surface"))
            corner = self._theme.px(6)
            for number in people:
                painter.drawRoundedRect(self.box(number), corner, corner)
        if self.current >= 0:
            self._paint_current(painter, scale)

    def _paint_current(self, painter: QPainter, scale: float) -> None:
        tokens = self._theme.tokens
        painter.setPen(QPen(tokens.color("accent"), max(2.0, 2.0 / scale)))
        painter.setBrush(tokens.color("accent_soft"))
        corner = self._theme.px(6)
        painter.drawRoundedRect(self.box(self.current), corner, corner)

    def _paint_words(self, painter: QPainter, number: int) -> None:
        tokens, box, height = self._theme.tokens, self.box(number), self._line_height
        name, stage, third = self._elided.get(number) or self._elide(number)
        left, top, wide = box.left() + self._pad, box.top() + self._theme.px(7), box.width() - 2 * self._pad
        painter.setFont(self._bold)
        painter.setPen(tokens.color("text"))
        painter.drawText(QRectF(left, top, wide, height), _LEFT, name)
        dot = QRectF(left, top + height * 1.5 - self._dot / 2, self._dot, self._dot)
        tone = tokens.color("accent" if self._tone(number) == tokens.accent else "edge")
        painter.setPen(QPen(tone, 1.5))
        painter.setBrush(tone if self._tone(number) == tokens.accent else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        painter.setFont(self._font)
        painter.setPen(tokens.color("text"))
        indent = 1.6 * self._dot
        painter.drawText(QRectF(left + indent, top + height, wide - indent, height), _LEFT, stage)
        painter.setPen(tokens.color("muted"))
        painter.drawText(QRectF(left, top + 2 * height, wide, height), _LEFT, third)

    def _tone(self, number: int) -> str:
        return dot_color(self._chain.lines[number].person.stage, self._theme.tokens)

    def _elide(self, number: int) -> tuple[str, str, str]:
        said, wide = self._told[number], self.box(number).width() - 2 * self._pad
        right = Qt.TextElideMode.ElideRight
        metrics = QFontMetricsF(self._font)
        self._elided[number] = result = (
            QFontMetricsF(self._bold).elidedText(said.name, right, wide),
            metrics.elidedText(said.stage, right, wide - 1.6 * self._dot),
            metrics.elidedText(_third(said), right, wide),
        )
        return result


def _third(said: ChainLineText) -> str:
    return joined(said.note, said.branch)
