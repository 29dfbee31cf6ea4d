"""The window: Qt lives here (and in `app`) only. One folder per tab; small shared widgets in `widgets`.

`theme` holds every colour and size, `icons` the tinted icons, `tasks` runs work off the main thread, `crash` shows what
went wrong unexpectedly. Tabs never import each other; the main window connects them.
"""

import builtins


def _import_qt() -> None:
    """Import PySide6, and leave Python's own import in place.

    PySide6 puts another in its stead, for `from __feature__ import`. That one reads the source of every module imported
    from then on and keeps it: 15 ms and 5 MB at every start, for something that is not used here.
    """
    pythons_own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = pythons_own


_import_qt()
