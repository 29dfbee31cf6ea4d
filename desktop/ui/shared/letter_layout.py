"""What a printed letter takes from the window: its paper, and its date as the user writes it."""

from desktop.documents.letter import LetterLayout
from desktop.ui.settings import effective_paper
from desktop.ui.shared.days import LocaleDates
from desktop.ui.workspace import Workspace


def letter_layout(workspace: Workspace) -> LetterLayout:
    """How a letter is laid out for this user."""
    settings = workspace.store.preferences.settings()
    return LetterLayout(
        paper=effective_paper(settings, workspace.locale),
        dates=LocaleDates(workspace.locale, weekday=False),
        private=settings.private_search,
    )
