"""Text of others where Qt or the system would read markup in it: shown as the characters it is; nothing is loaded."""

import re

from PySide6.QtGui import Qt  # that of `QtCore` does not know text

_MARKS = str.maketrans("<>", "‹›")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_WORD_JOINER = "\u2060"  # shows nothing, and ends what could be an entity


def plain_tip(text: str) -> str:
    """The text of a tool tip that shows exactly `text`: Qt takes for HTML whatever looks like it, and loads its images.

    Text that Qt does not take for HTML stays as it is: a screen reader reads tips, too.
    """
    if not Qt.mightBeRichText(text):
        return text
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)


def plain_notice(text: str) -> str:
    """The text of a notice by the system's tray, in which some systems read tags and entities and others do not."""
    return _ENTITY.sub("&" + _WORD_JOINER, text.translate(_MARKS))
