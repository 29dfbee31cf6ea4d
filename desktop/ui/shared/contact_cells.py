"""How the cells of the lists are drawn: a name with a quiet second line, a stage with its dot, what was looked for."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.core.contact import STAGES_IN_ORDER, ContactLine, Stage
from desktop.core.people.search import SearchHit, ranges, search_words
from desktop.core.text import fold, joined
from desktop.ui import words
from desktop.ui.theme import Tokens
from desktop.ui.widgets.model_index import ModelIndex
from desktop.ui.widgets.two_lines import Cell, draw_two_lines

# The roles in which a model of a list gives what its cells are drawn from.
LINE_ROLE = int(Qt.ItemDataRole.UserRole)  # the whole `ContactLine`, for what draws it
FOUND = LINE_ROLE + 1  # where else the contact was found, a `SearchHit` or nothing
SEARCH = LINE_ROLE + 2  # what was typed


def dot_color(stage: Stage, tokens: Tokens) -> str:
    """The colour of a stage's dot: quiet at the beginning and off the way, the accent while something is going on."""
    if stage is Stage.FOUND or stage not in STAGES_IN_ORDER:
        return tokens.edge
    return tokens.accent


def paint_dot(painter: QPainter, area: QRect, stage: Stage, tokens: Tokens) -> None:
    """A dot in the middle of the area: full on the way, hollow before it and off it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = max(6, min(area.width(), area.height()) // 2)
    dot = QRect(0, 0, size, size)
    dot.moveCenter(area.center())
    color = tokens.color("accent") if dot_color(stage, tokens) == tokens.accent else tokens.color("edge")
    painter.setPen(QPen(color, max(1.5, size / 6)))
    painter.setBrush(color if dot_color(stage, tokens) == tokens.accent else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot)
    painter.restore()


class NameCell(Cell):
    """The name, and below it where the contact works. `with_organisation` is off while that has its own column."""

    with_organisation = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, ContactLine):
            return
        area = self.background(painter, option, index)
        found, typed = index.data(FOUND), search_words(index.data(SEARCH))
        second = self._told_apart(line, index)
        marks = [ranges(text, typed, True) for text in (line.name, second)]
        if isinstance(found, SearchHit):
            second = words.found(found)
            marks[1] = ranges(second, typed, False)
        elif typed and not any(marks):  # then it is the role
            second = line.role
            marks[1] = ranges(second, typed, True)
        draw_two_lines(painter, area, line.name, second, self.theme, (marks[0], marks[1]))

    def _told_apart(self, line: ContactLine, index: ModelIndex) -> str:
        """Where they work; of two of one name below each other, all that tells them apart."""
        beside = (index.sibling(index.row() + step, index.column()).data(LINE_ROLE) for step in (-1, 1))
        if any(isinstance(other, ContactLine) and fold(other.name) == fold(line.name) for other in beside):
            return joined(line.organisation if self.with_organisation else "", line.role)
        return (line.organisation or line.role or "–") if self.with_organisation else ""


class TextCell(Cell):
    """A line of text, with what was looked for."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        text = str(index.data() or "")
        marks = ranges(text, search_words(index.data(SEARCH)), True)
        draw_two_lines(painter, self.background(painter, option, index), text, "", self.theme, (marks, []))


class StageCell(Cell):
    """A dot and the word for the stage."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        line, text = index.data(LINE_ROLE), index.data()
        if not isinstance(line, ContactLine):
            return
        area = self.background(painter, option, index)
        metrics = QFontMetrics(self.theme.font())
        side = metrics.height()
        paint_dot(painter, QRect(area.left(), area.center().y() - side // 2, side, side), line.stage, self.theme.tokens)
        draw_two_lines(painter, area.adjusted(side + self.theme.px(4), 0, 0, 0), str(text), "", self.theme)


def stage_icon(stage: Stage, tokens: Tokens, size: int) -> QIcon:
    """A stage's dot as an icon of `size` pixels."""
    picture = QPixmap(2 * size, 2 * size)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_dot(painter, QRect(0, 0, size, size), stage, tokens)
    painter.end()
    return QIcon(picture)
