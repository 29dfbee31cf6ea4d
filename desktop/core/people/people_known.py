"""Reads a line of the plain list of people one knows already: a name, and after a dash where one knows them from."""

import re

from desktop.core.text import one_line

_DASH = re.compile(r"\s+[-–—]+\s+")


def read_line(text: str) -> tuple[str, str]:
    """The name and where from: `Ann Lee – choir` → `("Ann Lee", "choir")`; a dash inside a name is part of it."""
    name, *rest = _DASH.split(one_line(text), maxsplit=1)
    return name.strip(" -–—"), rest[0].strip() if rest else ""


def written(name: str, where: str) -> str:
    """The line that stands for the two; `read_line` gives them back."""
    return f"{name} – {where}" if where else name
