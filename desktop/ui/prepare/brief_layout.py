"""What a printed brief takes from the window: its paper, and days and times by the locale."""

from PySide6.QtCore import QLocale

from desktop.core.settings import Settings
from desktop.documents.layout import PaperLayout
from desktop.ui.settings import effective_paper
from desktop.ui.shared.days import LocaleDates


def brief_layout(settings: Settings, locale: QLocale) -> PaperLayout:
    """How a brief is laid out for this user."""
    return PaperLayout(effective_paper(settings, locale), settings.large_print, dates=LocaleDates(locale))
