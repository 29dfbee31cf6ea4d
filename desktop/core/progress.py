"""How long work tells whoever runs it how far it is."""

from collections.abc import Callable

ProgressReport = Callable[[int, int], None]  # done, total; what it raises, as when the user cancels, ends the work
