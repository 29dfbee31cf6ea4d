"""The one frame of every page: the way back, the title, one column, and what can be done with the page at its foot."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.ui.theme import page_title, restyle, scaled
from desktop.ui.widgets.fields import flush_all
from desktop.ui.widgets.scroll_page import ScrollPage

PAGE_WIDTH = 720  # the most that a column for reading takes; look.md, "Layout rules"
_MARGIN = 24
_CHEVRON = 5  # pixels of its icon, at 100 %, that lie empty before the stroke
_NOTICE_LINES = 2  # room that is kept, so that nothing moves when a notice comes
_NOTICE_CHARACTERS = 30  # a notice that is narrower is above the buttons


class PageFrame(QWidget):
    """A page derives from it and puts its content into `column`.

    ┌ ‹ Contacts     [ Messages | Notes ]      ┐  back_to, add_to_head: a `Switch` at most
    │          Title                           │
    │          column, at most 720 wide        │  scrolls alone
    ├──────────────────────────────────────────┤
    │ notice             [ Other ]  [ Primary ]│  notify, add_action, make_primary: never scrolls away
    └──────────────────────────────────────────┘

    Esc, Alt+Left and the chevron with the name of the page it leads to do one thing: what is still typed is saved, and
    `closed` asks for that page. What cannot be saved keeps the page open. Esc is first for whatever has a nearer use
    for it: a search that is cleared, a message that is closed.
    `width` is the most that the column takes, in pixels at 100 %, None for all there is: tables and diagrams. A page
    whose column scrolls by itself, as one with a list does, says so with `scrolls`.
    """

    closed = Signal()

    def __init__(
        self,
        title: str,
        back_to: str = "",
        width: int | None = PAGE_WIDTH,
        scrolls: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.title = page_title(QLabel(title))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.back = QPushButton()
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.go_back)
        self.primary: QPushButton | None = None
        self._buttons: list[QPushButton] = []
        self._inside: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head())
        layout.addWidget(self._make_body(scrolls), 1)
        layout.addWidget(self._make_foot())
        self.column.addWidget(self.title)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.set_back(back_to)
        self._grow()

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_head(self) -> QWidget:
        self._head = QWidget()
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._head)
        self._head_row.setSpacing(16)
        self._head_row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        self._head_row.addStretch(1)
        return self._head

    def _make_body(self, scrolls: bool) -> QWidget:
        if scrolls:
            page = ScrollPage(self._width, centred=True)
            page.setProperty("framed", True)  # never focused itself: without room for a ring its edges are the frame's
            self.column = page.column
            return page
        body = QWidget()
        around = QHBoxLayout(body)
        around.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        self._inside = QWidget()
        around.addStretch(0)
        around.addWidget(self._inside, 1)
        around.addStretch(0)
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        return body

    def _make_foot(self) -> QWidget:
        self._foot = QFrame()
        self._foot.setProperty("foot", True)
        self._notice = QLabel()
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setWordWrap(True)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._button_row = QHBoxLayout()
        self._button_row.setSpacing(8)
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        self._foot_row.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._foot_row.setSpacing(16)
        self._foot_row.addWidget(self._notice, 1)
        self._foot_row.addLayout(self._button_row)
        self._keeps_room = False
        self._foot.hide()
        return self._foot

    # -- for whoever derives ----------------------------------------------------------------------------------------

    def set_back(self, name: str) -> None:
        """Name the page that Back leads to; empty for a page that is not come to from another one."""
        self.back.setText(name.replace("&", "&&"))
        self.back.setAccessibleName(self.tr("Back to {0}").format(name))
        self.back.setToolTip(self.tr("Back to {0} (Esc)").format(name))
        self.back.setVisible(bool(name))
        self._show_head()

    def add_to_head(self, widget: QWidget) -> None:
        """Put something beside Back: a `Switch`, or a menu of what is seldom wanted."""
        self._head_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_head()

    def add_action(self, text: str, act: Callable[[], object], primary: bool = False) -> QPushButton:
        """A button at the foot; the later ones stand nearer to the edge."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        self._button_row.addWidget(button)
        self._buttons.append(button)
        button.installEventFilter(self)
        self._show_foot()
        if primary:
            self.make_primary(button)
        return button

    def make_primary(self, button: QPushButton | None) -> None:
        """Make a button the one that is most likely wanted; there is never more than one."""
        for each in {self.primary, button} - {None}:
            if each is not None:
                each.setProperty("primary", each is button)
                restyle(each)
        self.primary = button

    def keep_room_for_notices(self) -> None:
        """Have the foot there from the start, on a page that says something there and offers nothing to do."""
        self._keeps_room = True
        self._show_foot()

    def notify(self, text: str, tone: str = "muted") -> None:
        """Say something about the page at its foot; `tone` is `muted`, `attention` or `wrong`. Empty takes it away."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # names by the hundred

        self._notice.setText(text)
        self._show_foot()
        self._notice.setProperty("tone", tone)
        restyle(self._notice)
        self._turn_foot()
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def notice(self) -> str:
        """What is said at the foot, empty for nothing."""
        return self._notice.text()

    def go_back(self) -> None:
        """Save what is still typed and ask for the page it was come from."""
        if self.back.isHidden():
            return
        try:
            flush_all(self)
        except UserError:  # it has been said
            return
        self.closed.emit()

    # -- internals --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing in the page had a use for leads back."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers() and not self.back.isHidden():
            self.go_back()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The foot goes with the last of its buttons."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show_foot()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text; the chevron points the other way where one reads from the right."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_head()
        self._turn_foot()

    def _grow(self) -> None:
        if self._inside is not None and self._width is not None:
            self._inside.setMaximumWidth(scaled(self.font(), self._width))
        self._notice.setMinimumHeight(_NOTICE_LINES * self._notice.fontMetrics().lineSpacing())
        reads_from_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = max(0, _MARGIN - 4 - scaled(self.font(), _CHEVRON))  # its stroke is flush with the content
        left, right = (_MARGIN, start) if reads_from_right else (start, _MARGIN)
        self._head_row.setContentsMargins(left, 12, right, 0)
        self.back.setProperty("back", "right" if reads_from_right else "left")
        restyle(self.back)

    def _show_head(self) -> None:
        self._head.setVisible(not self.back.isHidden() or self._head_row.count() > 2)

    def _show_foot(self) -> None:
        offers = any(not button.isHidden() for button in self._buttons)
        self._foot.setVisible(offers or self._keeps_room or bool(self._notice.text()))

    def _turn_head(self) -> None:
        """Beside one another where there is room, else below."""
        _turn(self._head_row, self.width() >= _width_of(self._head_row))

    def _turn_foot(self) -> None:
        """The notice beside the buttons where there is room for its words, else above them."""
        wanted = self._button_row.sizeHint().width() if self._notice.text() else 0
        least = self._notice.fontMetrics().averageCharWidth() * _NOTICE_CHARACTERS
        _turn(self._foot_row, not wanted or self.width() - wanted - 3 * _MARGIN >= least)


def _turn(row: QBoxLayout, beside: bool) -> None:
    row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


def _width_of(row: QBoxLayout) -> int:
    """What the widgets of a row take beside one another."""
    items = [row.itemAt(number) for number in range(row.count())]
    widths = [item.sizeHint().width() for item in items if item is not None and not item.isEmpty()]
    margins = row.contentsMargins()
    return sum(widths) + row.spacing() * len(widths) + margins.left() + margins.right()
