"""Folding of text for search and comparison: case, accents, and the characters Unicode does not decompose."""

import unicodedata

# Characters that carry a stroke, a ligature or a dot that NFKD leaves alone (DECISIONS.md, "A folded search column").
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)


def fold(text: str) -> str:
    """The text in lower case, without accents, with single spaces: `Łukasz  Śmigły` → `lukasz smigly`."""
    if text.isascii():
        return " ".join(text.lower().split())
    # Taken apart first: ℡ becomes TEL, which is still to be lowered.
    lowered = unicodedata.normalize("NFKD", text).casefold().translate(_UNDECOMPOSED)
    return " ".join("".join(character for character in lowered if not unicodedata.combining(character)).split())


def one_line(text: str) -> str:
    """The text with every run of white space, line breaks included, as one space."""
    return " ".join(text.split())


def joined(*parts: str) -> str:
    """The parts that hold something, with a dot between, each kept in its own direction of writing.

    Names of one script and words of another are in one line; Unicode's isolates keep their order apart (UAX 9).
    """
    return " · ".join(f"\u2068{part}\u2069" for part in parts if part)


def isolated(text: str) -> str:
    """The text between marks that keep its writing direction to itself, for a line that also says other things."""
    return f"\u2068{text}\u2069" if text and not text.isascii() else text


def without_isolation(text: str) -> str:
    """The text without the marks of `isolated`, for output that is no line on a screen of ours."""
    return text.replace("\u2068", "").replace("\u2069", "")
