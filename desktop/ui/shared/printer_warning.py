"""*My search is private*: what could give it away beside the letters themselves."""

from desktop.ui.texts import Texts
from desktop.ui.workspace import Workspace


class DiscretionTexts(Texts):
    """What protects a private search."""


def warn_of_shared_printer(workspace: Workspace) -> None:
    """Remind of shared printers before something is printed; nothing where the search is no secret."""
    if workspace.store.preferences.settings().private_search:
        workspace.say(
            DiscretionTexts.tr(
                "Your search is private: a printer that others use shows them the page, and may keep it."
            ),
            kind="attention",
        )
