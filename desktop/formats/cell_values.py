"""Several values in one cell of Groundwork's own table, so that each comes back as it was.

Google writes `a ::: b` into one cell; so does Groundwork. A `:::` that stands for itself in a value gets a backslash,
and one that has some already gets one more: `x ::: y` is written `x \\::: y`.
"""

import re
from collections.abc import Iterable

_SEPARATOR = " ::: "
_IN_VALUE = re.compile(r"(?<!\S)\\*:::(?!\S)")
_ESCAPED = re.compile(r"(?<!\S)\\(\\*:::)(?!\S)")


def joined_cell(values: Iterable[str]) -> str:
    """The cell that holds these values. No value is empty, or begins or ends with a space."""
    return _SEPARATOR.join(_IN_VALUE.sub(r"\\\g<0>", value) for value in values)


def separated(cell: str) -> list[str]:
    """The values that `joined` put into a cell."""
    return [_ESCAPED.sub(r"\1", value) for value in cell.split(_SEPARATOR)]
