"""Reads what the checker of written requests knows of a language: one TOML file for each."""

import tomllib
from pathlib import Path

from desktop.core.letters.review_words import PatternGroup, ReviewWords, build_words


def read_review_words(folder: Path, language: str = "en") -> ReviewWords:
    """The words of a language, English where there is no file for it.

    The files are shipped with the program, so a broken one is a bug and no UserError.

    Raises:
        OSError: the English file is missing.
        ValueError: the file is not valid TOML, misses something, or holds an invalid pattern.
        KeyError: it misses a section.
    """
    path = folder / f"{language}.toml"
    if not language.isalnum() or not path.is_file():
        path = folder / "en.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return build_words(
        data["language"],
        data["why"],
        data["lists"],
        {name: PatternGroup(tuple(group["any"]), group.get("whole", True)) for name, group in data["patterns"].items()},
        data["words"],
    )
