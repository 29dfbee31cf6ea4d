"""Where what was typed is in a text: words are compared folded, shown as they are written.

A name, an organisation and a role hold a word anywhere, everything else at the beginning of a word (DECISIONS.md,
"A folded search column"). Nothing typed has a meaning beyond its characters.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.core.text import fold, one_line

WORDS = 32  # of one search; what is after them narrows nothing more
_CHARACTERS_AFTER = 60  # characters of a text shown after what was found in it


class FoundIn(StrEnum):
    """Where else than in name, organisation and role a contact was found."""

    NOTES = "notes"
    TAG = "tag"
    DETAIL = "detail"  # an address, a number, a link
    MESSAGE = "message"
    RESEARCH = "research"


class SearchHit(Struct, frozen=True):
    """Where a contact was found, and the words from there on, on one line."""

    where: FoundIn
    text: str


def search_words(search: str) -> list[str]:
    """The folded words of a search. What SQLite cannot be given (NUL, half a surrogate pair) is no part of them."""
    typed = search.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    return list(dict.fromkeys(fold(typed).split()))[:WORDS]


def ranges(text: str, words: Iterable[str], anywhere: bool) -> list[tuple[int, int]]:
    """Where the folded words are in the text: first character and the one after the last, in order, none twice.

    `anywhere` in it, or only where a word of the text begins.
    """
    folded, origins = _folded(text)
    marked: set[int] = set()
    for word in words:
        place = folded.find(word)
        while place >= 0:
            end = place + len(word)
            if anywhere or _begins(folded, place):
                marked.update(range(origins[place], origins[end]))
            place = folded.find(word, place + 1)
    return _runs(marked)


def from_found(text: str, words: Sequence[str]) -> str:
    """The text on one line, from the first of the words on that begins a word of it, for a narrow place to show.

    Empty if none of them is there.
    """
    line = one_line(text)
    found = ranges(line, words, anywhere=False)
    if not found:
        return ""
    begin, end = found[0]
    stop = min(len(line), end + _CHARACTERS_AFTER)
    return ("…" if begin else "") + line[begin:stop].strip() + ("…" if stop < len(line) else "")


def _begins(folded: str, place: int) -> bool:
    return place == 0 or not folded[place].isalnum() or not folded[place - 1].isalnum()


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters, and its end, where in the text it comes from."""
    characters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        piece = " " if character.isspace() else fold(character)
        characters.append(piece)
        origins += [place] * len(piece)
    origins.append(len(text))
    return "".join(characters), origins


def _runs(marked: set[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place in sorted(marked):
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found
