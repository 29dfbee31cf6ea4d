"""How the cells of the lists are drawn: a name with a quiet second line, and a stage with its dot."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.core.contact import STAGES_IN_ORDER, ContactLine, Stage
from desktop.ui.contacts.table_model import LINE
from desktop.ui.theme import Theme, Tokens

Index = QModelIndex | QPersistentModelIndex


def two_line_height(theme: Theme) -> int:
    """The height of a row with two lines, in pixels."""
    return 2 * QFontMetrics(theme.font()).height() + theme.px(14)


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


class Cell(QStyledItemDelegate):
    """A cell with the style's own background, selection and focus, and room left for what is drawn into it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def background(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRect:
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        rect: QRect = option.rect
        return rect.adjusted(self.theme.px(8), 0, -self.theme.px(6), 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), two_line_height(self.theme))


class NameCell(Cell):
    """The name, and below it where the contact works. `with_organisation` is off while that has its own column."""

    with_organisation = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, ContactLine):
            return
        area = self.background(painter, option, index)
        second = line.organisation if self.with_organisation else ""
        draw_two_lines(painter, area, line.name, second or ("–" if self.with_organisation else ""), self.theme)


def draw_two_lines(painter: QPainter, area: QRect, first: str, second: str, theme: Theme) -> None:
    """A line and a quiet one below it, in the middle of the area, shortened where they are too long."""
    painter.save()
    metrics = QFontMetrics(theme.font())
    height = metrics.height() * (2 if second else 1)
    top = area.top() + (area.height() - height) // 2
    for number, text in enumerate(filter(None, (first, second))):
        painter.setPen(theme.tokens.color("muted" if number else "text"))
        row = QRect(area.left(), top + number * metrics.height(), area.width(), metrics.height())
        painter.drawText(
            row,
            int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width()),
        )
    painter.restore()


class StageCell(Cell):
    """A dot and the word for the stage."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, text = index.data(LINE), index.data()
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
