"""What a printed letter takes from the window: its paper, its date as the user writes it."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from desktop.documents.letter import LetterLayout
from desktop.ui.settings import effective_paper
from desktop.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LocaleDates:
    """Writes days and times as the user's system does."""

    locale: QLocale

    def day(self, value: date) -> str:
        """A whole day, without its weekday: it is a letter."""
        return self.locale.toString(QDate(value.year, value.month, value.day), "d MMMM yyyy")

    def short_day(self, value: date) -> str:
        """A day in few letters."""
        return self.locale.toString(QDate(value.year, value.month, value.day), "d MMM yyyy")

    def clock(self, value: datetime) -> str:
        """A time of day."""
        return self.locale.toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)


def letter_layout(workspace: Workspace) -> LetterLayout:
    """How a letter is laid out for this user."""
    settings = workspace.store.preferences.settings()
    return LetterLayout(
        paper=effective_paper(settings, workspace.locale),
        dates=LocaleDates(workspace.locale),
    )
