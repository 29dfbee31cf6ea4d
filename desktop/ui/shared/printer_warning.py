"""*My search is private*: what could give it away beside the letters themselves."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.workspace import Workspace


def warn_of_shared_printer(workspace: Workspace) -> None:
    """Remind of shared printers before something is printed; nothing where the search is no secret."""
    if workspace.store.preferences.settings().private_search:
        workspace.say(
            QCoreApplication.translate(
                "Discretion", "Your search is private: a printer that others use shows them the page, and may keep it."
            ),
            kind="attention",
        )
