"""Which font draws which letter, and how harfbuzz shapes it. A font file is opened when the first letter needs it."""

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from desktop.places import resources

BOX = "\N{WHITE SQUARE}"  # drawn for a letter that no font has: seen, and still readable from the file
# Default_Ignorable_Code_Point: they shape what is around them and are never drawn themselves.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
JOINING = frozenset({"Mn", "Mc", "Me", "Cf", "Zs"})  # categories that stay with the font of the letter before them


class Glyph(NamedTuple):
    """One drawn shape: its number in the font, the letters it stands for, and its place in 1/1000 of the text size."""

    number: int
    letters: str
    advance: float
    right: float
    up: float


class Family(Struct, frozen=True):
    """A typeface and the letters it draws: `ranges` holds the first letter of each range and the first after it."""

    name: str
    has_bold: bool
    ranges: tuple[int, ...]

    def draws(self, letter: int) -> bool:
        """Whether this family has the letter."""
        return bisect_right(self.ranges, letter) % 2 == 1


class Typeface:
    """One font file, opened: shapes text and knows its measures. Holds nothing that belongs to a document."""

    def __init__(self, path: Path) -> None:
        import uharfbuzz

        self.name = path.stem
        self._shape = uharfbuzz.shape
        self._buffer = uharfbuzz.Buffer
        self._settings = (
            uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS,
            uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES,
        )
        self.face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        self.font = uharfbuzz.Font(self.face)
        self.scale = 1000 / self.face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent, self.descent = extents.ascender * self.scale, extents.descender * self.scale
        self._blank: int = self.font.get_nominal_glyph(ord(" ")) or 0
        self._widths: dict[int, int] = {}

    def width(self, glyph: int) -> int:
        """The glyph's own advance, in whole 1/1000 of the text size, as the file will state it."""
        if glyph not in self._widths:
            self._widths[glyph] = round(self.font.get_glyph_h_advance(glyph) * self.scale)
        return self._widths[glyph]

    def shape(self, text: str, right_to_left: bool) -> tuple[Glyph, ...]:
        """The glyphs of a run of one direction, from left to right as they are seen.

        Readers turn right-to-left text around glyph by glyph, so that a ligature's letters would come out reversed:
        there each further letter gets a blank of no width.
        """
        buffer = self._buffer()
        buffer.cluster_level, buffer.flags = self._settings
        buffer.add_str(text)
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.guess_segment_properties()
        self._shape(self.font, buffer, {"kern": True, "liga": True, "dlig": False})
        infos, places, scale = buffer.glyph_infos, buffer.glyph_positions, self.scale
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=bool(starts)))
        glyphs, told = [], set()
        for info, place in zip(infos, places, strict=True):
            letters = "" if info.cluster in told else text[info.cluster : ends[info.cluster]]
            told.add(info.cluster)
            if right_to_left and len(letters) > 1:
                glyphs += [Glyph(self._blank, letter, 0, 0, 0) for letter in reversed(letters[1:])]
                letters = letters[0]
            glyphs.append(
                Glyph(info.codepoint, letters, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
            )
        return tuple(glyphs)


@cache
def _folder() -> Path:
    return resources() / "fonts"


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order in which they are asked for a letter."""
    found = []
    for row in (_folder() / "coverage.txt").read_text(encoding="ascii").splitlines():
        if not row.startswith("#"):
            name, weights, *ranges = row.split()
            edges: list[int] = []
            for part in ranges:
                first, _, last = part.partition("-")
                edges += (int(first, 16), int(last or first, 16) + 1)
            found.append(Family(name, weights == "bold", tuple(edges)))
    return tuple(found)


@cache
def typeface(family: str, bold: bool) -> Typeface:
    """The opened font of a family."""
    return Typeface(_folder() / f"{family}-{'Bold' if bold else 'Regular'}.ttf")


@cache
def _first_with(letter: str) -> Family | None:
    return next((family for family in families() if family.draws(ord(letter))), None)


@cache
def box_family() -> Family:
    """The family whose box stands for a letter that no font has."""
    return _first_with(BOX) or families()[0]


class FontRun(NamedTuple):
    """Neighbouring letters drawn by one family; `missing` if no family has them and boxes are drawn instead."""

    family: Family
    text: str
    missing: bool


def font_runs(text: str) -> list[FontRun]:
    """Splits text where the font changes; marks and spaces stay with the letter before them if its font has them."""
    if text.isascii():
        return [FontRun(families()[0], text, False)]
    runs: list[FontRun] = []
    for letter in text:
        last = runs[-1] if runs else None
        if (last and (last.family.draws(ord(letter)) or last.missing) and _joins(letter)) or (last and _unseen(letter)):
            runs[-1] = last._replace(text=last.text + letter)
            continue
        found = families()[0] if _unseen(letter) else _first_with(letter)
        run = FontRun(found or box_family(), letter, found is None)
        if last and last[::2] == run[::2]:
            runs[-1] = last._replace(text=last.text + letter)
        else:
            runs.append(run)
    return runs


def _joins(letter: str) -> bool:
    return unicodedata.category(letter) in JOINING


def _unseen(letter: str) -> bool:
    return bool(UNSEEN.match(letter))
