"""What every page of the wizard has: a title, one column, fields that show the open meeting and save into it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.meeting import PreparationPage
from desktop.ui.prepare import wording
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.theme import heading, muted, page_title
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.widgets.scroll_page import READING_WIDTH, ScrollPage

_T = TypeVar("_T")


class WizardPage(ScrollPage):
    """One page. `refresh` shows the open meeting; it is called when the page is shown and after every change.

    `page_requested` carries the `Page` a link leads to, `contact_requested` the id of a contact to open.
    """

    page_requested = Signal(object)
    contact_requested = Signal(int)

    def __init__(
        self, meeting: OpenMeeting, page: PreparationPage, width: int = READING_WIDTH, parent: QWidget | None = None
    ) -> None:
        super().__init__(width, parent)
        self._meeting = meeting
        self._workspace = meeting.workspace
        self.page = page
        self.setAccessibleName(wording.preparation_page_title(page))
        inside = self.widget()
        around = inside.layout() if inside is not None else None
        if width > READING_WIDTH and isinstance(around, QVBoxLayout):  # lists and previews use the height there is
            around.setStretch(0, 1)
            around.setStretch(1, 0)
        self.column.addWidget(page_title(plain_label(wording.preparation_page_title(page))))

    def refresh(self) -> None:
        """Show the open meeting."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Go to the first thing on the page that takes the focus."""
        start = self.widget()
        here = start.nextInFocusChain() if start is not None else None
        while here is not None and here is not start:
            if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible() and here.isEnabled():
                if self.isAncestorOf(here):
                    here.setFocus(Qt.FocusReason.TabFocusReason)
                return
            here = here.nextInFocusChain()

    def leave(self) -> None:
        """The page is left; nothing to do for most."""

    @staticmethod
    def _save(field: Field[_T], save: Callable[[_T, str], object]) -> None:
        """Let a field be saved with the visit it was typed in."""
        field.saved_by(lambda value: save(value, field.visit))


def quiet(text: str = "") -> QLabel:
    """A muted label, for hints and remarks."""
    return muted(plain_label(text))


def titled(text: str) -> QLabel:
    """A heading."""
    return heading(plain_label(text))


def quiet_button(text: str) -> QPushButton:
    """A button for what is done now and then."""
    button = QPushButton(text)
    button.setProperty("quiet", True)
    button.setAutoDefault(False)
    return button


def row_of(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    """Widgets beside one another, pushed to the start."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row
