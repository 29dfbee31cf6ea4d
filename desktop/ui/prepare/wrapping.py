"""Rows of lists and trees that take as many lines as their words need; after a line break the words are quiet."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from desktop.ui.theme import Theme, row_height
from desktop.ui.widgets.model_index import ModelIndex

_TALL = 100_000  # pixels; no text of a row is higher
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)


class Wrapping(QStyledItemDelegate):
    """Qt's own delegate counts on another width than it draws in, and cuts the last line."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        self.initStyleOption(option, index)
        place = self._text_place(option)
        text, option.text = str(option.text), ""
        widget = option.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        painter.save()
        font: QFont = option.font
        painter.setFont(font)
        parts = _parts(text)
        height = sum(_height(font, part, place.width()) for part in parts)
        top = place.top() + max(0, (place.height() - height) // 2)
        for number, part in enumerate(parts):
            painter.setPen(self._theme.tokens.color("muted" if number else "text"))
            area = QRect(place.left(), top, place.width(), _height(font, part, place.width()))
            painter.drawText(area, _WRAPPED, part)
            top += area.height()
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        self.initStyleOption(option, index)
        font: QFont = option.font
        width = self._width(index)
        if width is None:  # a column that is as wide as its words
            text = str(option.text)
            return QSize(QFontMetrics(font).horizontalAdvance(text) + self._theme.px(24), row_height(font))
        option.rect = QRect(0, 0, width, _TALL)
        place = self._text_place(option)
        text = str(option.text)
        height = sum(_height(font, part, place.width()) for part in _parts(text))
        return QSize(place.width() // 2, max(height + self._theme.px(10), row_height(font)))

    def _text_place(self, option: QStyleOptionViewItem) -> QRect:
        widget = option.widget
        style = widget.style() if widget else QApplication.style()
        place: QRect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, widget) + 1
        return place.adjusted(margin, 0, -margin, 0)

    def _width(self, index: ModelIndex) -> int | None:
        view = self._view
        if not isinstance(view, QTreeView):
            return view.viewport().width()
        header = view.header()
        if header.isHidden() or header.sectionResizeMode(index.column()) is header.ResizeMode.Stretch:
            depth = int(view.rootIsDecorated())
            above = index.parent()
            while above.isValid():
                depth, above = depth + 1, above.parent()
            indent = view.indentation() * depth if index.column() == 0 else 0
            return view.columnWidth(index.column()) - indent
        return None


def height_of_rows(listed: QListWidget) -> int:
    """What a list needs to show all of its rows at its present width."""
    frame = listed.height() - listed.viewport().height()
    return sum(listed.sizeHintForRow(row) for row in range(listed.count())) + max(4, frame)


def fit_rows(listed: QListWidget) -> None:
    """Let a list be as high as its rows, so that the page scrolls and not the list."""
    listed.setFixedHeight(max(height_of_rows(listed), row_height(listed.font())))


def _parts(text: str) -> list[str]:
    first, _, rest = text.partition("\n")
    return [first, rest] if rest else [first]


def _height(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), _TALL), _WRAPPED, text).height()
