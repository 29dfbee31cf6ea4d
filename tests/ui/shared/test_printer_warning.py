"""A private search reminds of shared printers; no other does."""

import pytest

from desktop.store.store import Store
from desktop.ui.shared.printer_warning import warn_of_shared_printer
from desktop.ui.workspace import Workspace


@pytest.mark.parametrize("private", [True, False])
def test_a_shared_printer_is_mentioned_only_in_a_private_search(
    workspace: Workspace, store: Store, private: bool
) -> None:
    said: list[tuple[str, str]] = []
    workspace.said.connect(lambda text, _actions, kind: said.append((text, kind)))
    with store.action("Private"):
        store.preferences.update_settings(private_search=private)
    warn_of_shared_printer(workspace)
    assert bool(said) is private
    assert not private or said[0][1] == "attention"
