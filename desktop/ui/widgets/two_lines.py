"""How a row of two lines is drawn: on the style's own background, the second line quiet, what was looked for marked."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.theme import Theme
from desktop.ui.widgets.model_index import ModelIndex

Marks = Sequence[tuple[int, int]]  # of a text, from a character to before another


def two_line_height(theme: Theme) -> int:
    """The height of a row with two lines, in pixels."""
    return 2 * QFontMetrics(theme.font()).height() + theme.px(14)


class Cell(QStyledItemDelegate):
    """A cell with the style's own background, selection and focus, and room left for what is drawn into it."""

    margins = (8, 6)  # at the beginning and at the end of a line, in pixels at the normal text size

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def background(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> QRect:
        """Draw all but the words, and give the area for them."""
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        rect: QRect = option.rect
        begin, end = self.margins
        return rect.adjusted(self.theme.px(begin), 0, -self.theme.px(end), 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), two_line_height(self.theme))


def draw_two_lines(
    painter: QPainter, area: QRect, first: str, second: str, theme: Theme, marks: tuple[Marks, Marks] = ((), ())
) -> None:
    """A line and a quiet one below it, in the middle of the area, shortened where they are too long."""
    painter.save()
    height = QFontMetrics(theme.font()).height()
    top = area.top() + (area.height() - height * (2 if second else 1)) // 2
    row = QRect(area.left(), top, area.width(), height)
    painter.setPen(theme.tokens.color("text"))
    _draw_line(painter, row, first, theme, marks[0])
    painter.setPen(theme.tokens.color("muted"))
    _draw_line(painter, row.translated(0, height), second, theme, marks[1])
    painter.restore()


def _draw_line(painter: QPainter, area: QRect, text: str, theme: Theme, marks: Marks) -> None:
    """A line in the painter's pen, shortened where it is too long; what is between marks is marked."""
    font = theme.font()
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    if not marks:
        how = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area, int(how), shown)
        return
    layout = QTextLayout(shown, font)
    layout.setFormats([_marked(text, first, end, theme) for first, end in marks])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    layout.draw(painter, QPointF(area.left(), area.top()))


def _marked(text: str, first: int, end: int, theme: Theme) -> QTextLayout.FormatRange:
    """Qt counts in UTF-16."""
    marked = QTextLayout.FormatRange()
    marked.start = _units(text[:first])
    marked.length = _units(text[first:end])
    look = QTextCharFormat()
    look.setBackground(QBrush(theme.tokens.color("accent_soft")))
    look.setForeground(QBrush(theme.tokens.color("accent")))
    marked.format = look
    return marked


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
