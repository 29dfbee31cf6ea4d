"""Text made ready for paper: direction, line breaks, shaping. What people typed is characters here, never markup."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from desktop.documents.fonts import BOX, Glyph, Typeface, box_family, font_runs, typeface

_SPACES = " \u2000-\u200a\u200b\u205f\u3000"
_EAST_ASIAN = (
    "\u2e80-\u2fff\u3041-\u30ff\u3100-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff10-\uff9f\U00020000-\U0003ffff"
)
OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b"
_CLOSING = (
    "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\u30fc"
)
_SMALL_KANA = (
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7"
)
# A line may end after each of these: spaces, an East Asian character with its signs, a word or a part before a hyphen.
_UNIT = re.compile(
    f"[{_SPACES}]+"
    f"|[{OPENING}]*[{_EAST_ASIAN}][\u3099\u309a\ufe00-\ufe0f]*[{_CLOSING}{_SMALL_KANA}]*"
    f"|(?:[^{_SPACES}{_EAST_ASIAN}{OPENING}\\-–—/]|[-–—/](?![^\\W\\d_]))+[-–—/]?[{_CLOSING}]*"
    f"|[{OPENING}]+|[-–—/]"
)
_BLANK = re.compile(f"[{_SPACES}]+")
# Thai, Lao, Myanmar, Khmer: no spaces between words.
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_VOWEL_BEFORE = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]")  # written first in its syllable: a line may end before it
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # could make a line read differently from what was typed
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_SKIPPED_BY_BIDI = frozenset({"RLE", "LRE", "RLO", "LRO", "BN", "PDF"})


class Span(NamedTuple):
    """Characters of one look inside a paragraph."""

    text: str
    bold: bool = False
    grey: bool = False


class Piece(NamedTuple):
    """Shaped characters of one font, direction and look, as a line holds them; `width` in 1/1000 of the text size."""

    face: Typeface
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    level: int  # of direction: odd runs from right to left
    faked_bold: bool
    grey: bool
    missing: bool  # boxes stand for characters that no font has

    @property
    def blank(self) -> bool:
        """Whether only spaces are in it."""
        return not self.text.strip()


class Line(NamedTuple):
    """One line, its pieces from left to right as they are seen; `width` in 1/1000 of the text size."""

    pieces: tuple[Piece, ...]
    width: float
    right_to_left: bool


def paragraphs(text: str) -> list[str]:
    """The lines a person typed, cleaned: no controls, no lone surrogates, composed characters, tabs as spaces."""
    parts = (part.replace("\t", " ").strip() for part in _LINE_END.split(text))
    cleaned = (_FORBIDDEN.sub("", _STEERING.sub("", part)) for part in parts)
    return [part if part.isascii() else unicodedata.normalize("NFC", part) for part in cleaned if part.strip()]


def broken(spans: tuple[Span, ...], measure: float) -> tuple[Line, ...]:
    """The lines of one paragraph, none wider than `measure` (in 1/1000 of the text size)."""
    text = "".join(span.text for span in spans)
    levels, right_to_left = _levels(text)
    lines: list[list[Piece]] = [[]]
    room = measure
    for unit in _units(spans, levels):
        pieces = unit
        while pieces:
            width = sum(piece.width for piece in pieces)
            if width <= room + 0.01:
                lines[-1] += pieces
                room -= width
                break
            if all(piece.blank for piece in pieces):
                break  # spaces at the end of a line are not drawn; the next word finds no room either
            splits = width > measure or (room > measure * 0.3 and any(_WITHOUT_SPACES.search(p.text) for p in pieces))
            first, rest = _cut(pieces, room, bool(lines[-1])) if splits else ([], pieces)
            lines[-1] += first
            lines.append([])
            room, pieces = measure, rest
    return tuple(_ordered(line, right_to_left) for line in lines if line)


def _units(spans: tuple[Span, ...], levels: list[int] | None) -> Iterator[list[Piece]]:
    """The parts a line can be broken between, shaped."""
    text = "".join(span.text for span in spans)
    edges, edge = [], 0
    for span in spans:
        edge += len(span.text)
        edges.append(edge)
    before: Piece | None = None
    number = 0
    for match in _UNIT.finditer(text):
        pieces: list[Piece] = []
        start, end = match.span()
        while start < end:
            while start >= edges[number]:
                number += 1
            stop = min(end, edges[number])
            level = levels[start] if levels else 0
            if levels:
                stop = next((i for i in range(start, stop) if levels[i] != level), stop)
            part, span = text[start:stop], spans[number]
            if before and before.grey == span.grey and not part.strip(" ") and not before.missing:
                pieces.append(_spaced(before, part, level))  # in the font of the word before: one piece in the end
            else:
                pieces += shaped(part, level, span.bold, span.grey)
            start = stop
        before = pieces[-1]
        yield pieces


def _spaced(before: Piece, spaces: str, level: int) -> Piece:
    glyphs, width = _space_glyphs(before.face, spaces)
    return before._replace(text=spaces, glyphs=glyphs, width=width, level=level)


@lru_cache(maxsize=256)
def _space_glyphs(face: Typeface, spaces: str) -> tuple[tuple[Glyph, ...], float]:
    glyphs = face.shape(spaces, False)
    return glyphs, sum(glyph.advance for glyph in glyphs)


@lru_cache(maxsize=4096)
def shaped(text: str, level: int, bold: bool, grey: bool) -> tuple[Piece, ...]:
    """Text of one direction and look as shaped pieces, one for each font, in reading order."""
    pieces = []
    for run in font_runs(text):
        face = typeface(run.family.name, bold and run.family.has_bold)
        glyphs = () if run.missing else face.shape(run.text, level % 2 == 1)
        missing = run.missing or any(not glyph.number for glyph in glyphs)
        if missing:
            face = typeface(box_family().name, False)
            (box,) = face.shape(BOX, False)
            glyphs = tuple(box._replace(characters=characters) for characters in _clusters(run.text))
        width = sum(glyph.advance for glyph in glyphs)
        pieces.append(Piece(face, run.text, glyphs, width, level, bold and not run.family.has_bold, grey, missing))
    return tuple(pieces)


def _clusters(text: str) -> list[str]:
    """Characters with the marks and joiners that belong to them: a line is not cut inside one."""
    clusters: list[str] = []
    for character in text:
        before = clusters[-1][-1] if clusters else ""
        joined = before and (unicodedata.combining(before) == 9 or before == "\u200d")
        if clusters and (joined or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf", "Sk")):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _cut(pieces: list[Piece], room: float, may_be_empty: bool) -> tuple[list[Piece], list[Piece]]:
    """Cuts a unit that is wider than a line, after at most `room`; at a syllable or a sign where there is one."""
    first: list[Piece] = []
    for number, piece in enumerate(pieces):
        if piece.width <= room:
            first.append(piece)
            room -= piece.width
            continue
        clusters = _clusters(piece.text)
        fitting = _how_many_fit(piece, clusters, room)
        best = next(
            (n for n in range(fitting, fitting // 2, -1) if n < len(clusters) and _good_end(clusters, n)), fitting
        )
        if not best and not first and not may_be_empty:
            best = 1  # a character wider than the paper is still set
        head, tail = "".join(clusters[:best]), "".join(clusters[best:])
        first += _again(piece, head)
        return first, [*_again(piece, tail), *pieces[number + 1 :]]
    return first, []


def _how_many_fit(piece: Piece, clusters: list[str], room: float) -> int:
    low, high = 0, len(clusters)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(part.width for part in _again(piece, "".join(clusters[:middle]))) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _good_end(clusters: list[str], count: int) -> bool:
    return clusters[count - 1] in "/.-_?&=@:,;" or bool(_VOWEL_BEFORE.match(clusters[count]))


def _again(piece: Piece, text: str) -> tuple[Piece, ...]:
    return shaped(text, piece.level, piece.faked_bold or piece.face.name.endswith("Bold"), piece.grey) if text else ()


def _levels(text: str) -> tuple[list[int] | None, bool]:
    """The direction level of every character (Unicode's bidirectional algorithm), None if all run left to right."""
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return None, False
    from bidi import algorithm as bidi

    # A character that this Python's Unicode does not know yet counts as one that runs from left to right.
    text = "".join(character if unicodedata.bidirectional(character) else "L" for character in text)
    kept = [
        number for number, character in enumerate(text) if unicodedata.bidirectional(character) not in _SKIPPED_BY_BIDI
    ]
    state = bidi.get_empty_storage()
    state["base_level"] = base = bidi.get_base_level(text)
    state["base_dir"] = "LR"[base]
    bidi.get_embedding_levels(text, state)
    bidi.explicit_embed_and_overrides(state)
    bidi.resolve_weak_types(state)
    bidi.resolve_neutral_types(state, False)
    bidi.resolve_implicit_levels(state, False)
    levels = [base] * len(text)
    for number, character in zip(kept, state["chars"], strict=True):
        levels[number] = character["level"]
    for number, character in enumerate(text):  # joiners and marks of direction belong to the character before them
        if number and unicodedata.bidirectional(character) in _SKIPPED_BY_BIDI:
            levels[number] = levels[number - 1]
    return levels, base == 1


def _ordered(pieces: list[Piece], right_to_left: bool) -> Line:
    """A line as it is seen (rule L2: reverse from the highest level down), without spaces at its end."""
    while len(pieces) > 1 and pieces[-1].blank:
        pieces.pop()
    for level in range(max(piece.level for piece in pieces), 0, -1):
        start = 0
        while start < len(pieces):
            end = start
            while end < len(pieces) and pieces[end].level >= level:
                end += 1
            pieces[start:end] = pieces[start:end][::-1]
            start = max(end, start + 1)
    merged: list[Piece] = []
    for look, group in groupby(pieces, lambda piece: piece[:1] + piece[4:]):
        together = list(group)
        texts = [piece.text for piece in together]
        text = "".join(texts[::-1] if look[1] % 2 else texts)
        glyphs = tuple(glyph for piece in together for glyph in piece.glyphs)
        merged.append(Piece(look[0], text, glyphs, sum(piece.width for piece in together), *look[1:]))
    return Line(tuple(merged), sum(piece.width for piece in merged), right_to_left)
