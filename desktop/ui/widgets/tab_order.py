"""Where the Tab key goes: from control to control in the order in which the page is laid out.

Qt's own order is that in which widgets were made, which pages that are built late or change while shown do not keep.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

# What is inside these is theirs.
_WHOLE = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


def neighbour(root: QWidget, current: QWidget | None, forward: bool) -> QWidget | None:
    """The control that Tab (or Shift+Tab) goes to from `current`, round the corner at the end; `None` without any."""
    order = list(_in_order(root))
    stops = [place for place, widget in enumerate(order) if _stops(widget)]
    if not stops:
        return None
    here = order.index(current) if current in order else -1
    if forward:
        return order[next((stop for stop in stops if stop > here), stops[0])]
    return order[next((stop for stop in reversed(stops) if stop < here), stops[-1])]


def first_stop(root: QWidget) -> QWidget:
    """The first control of a page, the page itself if it has none."""
    return neighbour(root, None, forward=True) or root


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None and widget.isEnabled()


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    """The shown widgets of a page as it is laid out, `widget` first."""
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, _WHOLE):
        return
    for part in _parts(widget):
        yield from _in_order(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    inside: list[QWidget | None] = []
    if isinstance(widget, QTabWidget):
        inside = [widget.tabBar(), widget.cornerWidget(), widget.currentWidget()]
    elif isinstance(widget, QScrollArea):
        inside = [widget.widget()]
    elif isinstance(widget, QStackedWidget):
        inside = [widget.currentWidget()]
    elif isinstance(widget, QSplitter):
        inside = [widget.widget(number) for number in range(widget.count())]
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)
    yield from (part for part in inside if part is not None)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
