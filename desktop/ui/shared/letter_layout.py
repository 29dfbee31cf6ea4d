"""What a printed letter takes from the window: its paper, and its date as the user writes it."""

from desktop.documents.letter import LetterLayout
from desktop.ui.settings import effective_paper
from desktop.ui.shared.days import LocaleDates
from desktop.ui.workspace import Workspace


def letter_layout(workspace: Workspace) -> LetterLayout:
    """How a letter is laid out for this user."""
    paper = effective_paper(workspace.store.preferences.settings(), workspace.locale)
    return LetterLayout(paper=paper, dates=LocaleDates(workspace.locale, weekday=False))
