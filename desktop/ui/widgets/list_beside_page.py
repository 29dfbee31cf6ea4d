"""A list at the left, and at the right the page of what is chosen in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget


class ListBesidePage(QSplitter):
    """`hint` is shown at the right while nothing is chosen; other pages are added to `pages`.

    `left` is the list with all that belongs to it, `shares` what each side gets of the room that is to spare, `sizes`
    their first widths in pixels, where they are not left to what the widgets ask for.
    """

    def __init__(
        self,
        left: QWidget,
        hint: QWidget,
        shares: tuple[int, int] = (2, 3),
        sizes: tuple[int, int] | None = (420, 640),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.hint = hint
        self.pages = QStackedWidget()
        self.pages.addWidget(hint)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(self.pages)
        for side, share in enumerate(shares):
            self.setStretchFactor(side, share)
        if sizes is not None:
            self.setSizes(list(sizes))

    @property
    def page(self) -> QWidget | None:
        """The page that is shown, `None` for a hint."""
        shown = self.pages.currentWidget()
        return None if shown is self.hint else shown

    def show_page(self, page: QWidget) -> None:
        """Show a page; one that is new becomes one of the pages."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def show_hint(self, hint: QWidget | None = None) -> None:
        """Nothing is chosen; `hint` takes the place of the one before."""
        if hint is not None:
            self.hint = hint
        self.show_page(self.hint)

    def leave_page(self, focus: QWidget, hint: QWidget | None = None) -> None:
        """What was on the page is gone: show the hint, and go to `focus` if the keyboard was on the page."""
        page, focused = self.page, self.focusWidget()
        was_here = page is not None and focused is not None and page.isAncestorOf(focused)
        self.show_hint(hint)
        if was_here:
            focus.setFocus()


def list_column(above: Sequence[QWidget], listed: QWidget, below: Sequence[QWidget] = ()) -> QWidget:
    """The left side of most pages: what narrows the list, the list with all the height there is, what is said of it."""
    left = QWidget()
    column = QVBoxLayout(left)
    column.setContentsMargins(16, 12, 8, 12)
    column.setSpacing(8)
    for widget in above:
        column.addWidget(widget)
    column.addWidget(listed, 1)
    for widget in below:
        column.addWidget(widget)
    return left
