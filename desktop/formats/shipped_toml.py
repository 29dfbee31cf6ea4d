"""Reads a TOML file that is shipped with the program; its reader says what a broken one raises."""

import tomllib
from pathlib import Path
from typing import Any

TomlTable = dict[str, Any]  # whoever reads a field says what it is


def read_toml(path: Path) -> TomlTable:
    """The table at the top of a file.

    Raises:
        OSError: if it is missing.
        ValueError: if it is not valid TOML.
    """
    return tomllib.loads(path.read_text(encoding="utf-8"))
