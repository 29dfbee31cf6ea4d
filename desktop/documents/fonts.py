"""Which font draws which character, and how harfbuzz shapes it. A font file is opened when first needed."""

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from desktop.places import resources

BOX = "\N{WHITE SQUARE}"  # drawn for a character that no font has: seen, and still readable from the file
# Default_Ignorable_Code_Point: they shape what is around them and are never drawn themselves.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
_JOINING = frozenset({"Mn", "Mc", "Me", "Cf", "Zs"})  # categories that stay with the font of the character before them


class Glyph(NamedTuple):
    """One drawn shape: its number in the font, the characters it stands for, and its place (text size/1000)."""

    number: int
    characters: str
    advance: float
    right: float
    up: float


class Family(Struct, frozen=True):
    """A typeface and the characters it draws: `ranges` holds the first of each range and the first after it."""

    name: str
    has_bold: bool
    ranges: tuple[int, ...]

    def draws(self, character: int) -> bool:
        """Whether this family has the character."""
        return bisect_right(self.ranges, character) % 2 == 1


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

        Readers turn right-to-left text around glyph by glyph, so that a ligature's characters would come out reversed:
        there each further character gets a blank of no width.
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
            characters = "" if info.cluster in told else text[info.cluster : ends[info.cluster]]
            told.add(info.cluster)
            if right_to_left and len(characters) > 1:
                glyphs += [Glyph(self._blank, character, 0, 0, 0) for character in reversed(characters[1:])]
                characters = characters[0]
            glyphs.append(
                Glyph(
                    info.codepoint, characters, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale
                )
            )
        return tuple(glyphs)


@cache
def _folder() -> Path:
    return resources() / "fonts"


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order in which they are asked for a character."""
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
def _first_with(character: str) -> Family | None:
    return next((family for family in families() if family.draws(ord(character))), None)


@cache
def box_family() -> Family:
    """The family whose box stands for a character that no font has."""
    return _first_with(BOX) or families()[0]


class FontRun(NamedTuple):
    """Neighbouring characters drawn by one family; `missing` if no family has them and boxes are drawn instead."""

    family: Family
    text: str
    missing: bool


def font_runs(text: str) -> list[FontRun]:
    """Splits text where the font changes; marks and spaces stay with the character before them if its font has them."""
    if text.isascii():
        return [FontRun(families()[0], text, False)]
    runs: list[FontRun] = []
    for character in text:
        last = runs[-1] if runs else None
        if (last and (last.family.draws(ord(character)) or last.missing) and _joins(character)) or (
            last and _unseen(character)
        ):
            runs[-1] = last._replace(text=last.text + character)
            continue
        found = families()[0] if _unseen(character) else _first_with(character)
        run = FontRun(found or box_family(), character, found is None)
        if last and last[::2] == run[::2]:
            runs[-1] = last._replace(text=last.text + character)
        else:
            runs.append(run)
    return runs


def _joins(character: str) -> bool:
    return unicodedata.category(character) in _JOINING


def _unseen(character: str) -> bool:
    return bool(_UNSEEN.match(character))
