"""Reads the shipped texts for finding people: the groups of the memory-jogger and the places to look."""

from pathlib import Path

from desktop.core.contact import Source
from desktop.core.direction import DirectionKind
from desktop.core.finding import Finding, JoggerGroup, Place
from desktop.formats.shipped_toml import read_toml


def read_finding(folder: Path) -> Finding:
    """The texts in `folder` (`jogger.toml`, `sources.toml`).

    The files are shipped with the program, so a broken one is a bug and no UserError.

    Raises:
        OSError: if a file is missing.
        ValueError: if one is not valid TOML or names an unknown source.
        KeyError: if one misses a field.
    """
    groups, places = read_toml(folder / "jogger.toml")["group"], read_toml(folder / "sources.toml")["source"]
    return Finding(
        groups=tuple(JoggerGroup(group["key"], group["name"], group["question"]) for group in groups),
        places=tuple(
            Place(Source(place["code"]), place["about"], {kind: tuple(place[kind]) for kind in DirectionKind})
            for place in places
        ),
    )
