"""What the checker of written requests knows of one language: patterns, plain words, a sentence for each remark."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

# Everything a language must bring; a missing one is noticed when the words are built, not while someone types.
# fmt: off
GROUPS = frozenset({
    "who", "who_uncapitalised", "background", "background_named", "source", "purpose", "purpose_weak",
    "employer", "contact", "web_address", "phone_number", "no_phone_number", "length", "way_video",
    "way_phone", "video_call", "way_face", "way_open", "job", "resume", "resume_offered", "flattery", "gap",
    "gap_capital", "negation", "negation_break", "negation_harmless", "header", "greeting", "sign_off",
})
# fmt: on
WORD_SETS = frozenset({"particles", "empty"})

_PIECE = re.compile(r"@([a-z_]+)")
_DEPTH = 5  # lists within lists


class ReviewWords(Struct, frozen=True):
    """One language: `patterns` by `GROUPS`, `words` by `WORD_SETS`, in `why` a sentence for each code of a remark."""

    language: str
    why: Mapping[str, str]
    patterns: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]


class PatternGroup(Struct, frozen=True):
    """Patterns that mean the same: one match of any of them counts. `whole` means whole words only."""

    any: tuple[str, ...]
    whole: bool = True


def build_words(
    language: str,
    why: Mapping[str, str],
    lists: Mapping[str, str | Iterable[str]],
    groups: Mapping[str, PatternGroup],
    words: Mapping[str, Iterable[str]],
) -> ReviewWords:
    """The words of one language, with all patterns compiled.

    In a pattern a space stands for any white space and `@name` for the list of that name.

    Raises:
        ValueError: a group, a word set or a list that a pattern names is missing, or a pattern is no pattern.
    """
    if missing := (GROUPS - groups.keys()) | (WORD_SETS - words.keys()):
        raise ValueError(f"missing: {', '.join(sorted(missing))}")
    pieces = {name: piece if isinstance(piece, str) else f"(?:{'|'.join(piece)})" for name, piece in lists.items()}
    return ReviewWords(
        language=language,
        why=dict(why),
        patterns={name: _compiled(group, pieces) for name, group in groups.items()},
        words={name: frozenset(items) for name, items in words.items()},
    )


def _compiled(group: PatternGroup, pieces: Mapping[str, str]) -> re.Pattern[str]:
    pattern = "|".join(_expanded(text, pieces) for text in group.any)
    if group.whole:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    try:
        return re.compile(pattern, re.MULTILINE)
    except re.error as error:
        raise ValueError(f"{error}: {pattern[:80]}") from error


def _expanded(text: str, pieces: Mapping[str, str]) -> str:
    for _ in range(_DEPTH):
        if not _PIECE.search(text):
            break
        try:
            text = _PIECE.sub(lambda found: pieces[found.group(1)], text)
        except KeyError as error:
            raise ValueError(f"no list {error} in {text!r}") from error
    return _spaced(text)


def _spaced(text: str) -> str:
    """Any white space for a space: just one in a look-behind, which has to have a length, none in a character class."""

    def piece(part: str) -> str:
        if part.startswith("["):
            return part
        return part.replace(" ", r"\s" if part.startswith("(?<") else r"\s+").replace(r"\s+?", r"\s*")

    return "".join(map(piece, re.split(r"(\[(?:\\.|[^\]\\])*\]|\(\?<[!=][^)]*\))", text)))
