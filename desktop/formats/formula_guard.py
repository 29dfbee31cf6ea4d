"""Keeps a spreadsheet from taking a cell for a formula, in a way that can be taken back.

A cell that begins like a formula (`=`, `+`, `-`, `@`, a tab or a line break) gets an apostrophe before it. So does one
that begins with apostrophes and then like a formula: otherwise the apostrophes of people could not be told from ours.
"""

import re

# The wide forms are taken for the narrow ones by spreadsheets in East Asia.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(cell: str) -> str:
    """The cell as it is written."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that was written as this."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell
