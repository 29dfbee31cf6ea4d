"""A written text taken apart for the checker: lines, sentences, signature, and a form that is easy to search."""

import re
import unicodedata

from msgspec import Struct

from desktop.core.letters.review_words import ReviewWords

PLACEHOLDER_CHARACTER = "\ufffc"  # stands for each letter of a placeholder; no letter itself
_NAME_WORDS = 5  # at most, in a signature
_SIGNATURE_LINES = 8  # looked at, from the end
_SHORT_LINE = 6  # words of a line that may belong to a signature

_PLAIN = {ord(letter): "'" for letter in "’‘ʼ´`"} | {ord(letter): '"' for letter in "“”„«»"}
_PLAIN |= {ord(letter): "-" for letter in "‐‑‒–—"} | {ord(letter): " " for letter in "\t\r\u00a0\u202f\u2009"}
_PLAIN |= dict.fromkeys(range(0x0300, 0x0370), "\u0301")  # accents written apart: any of them looks like one
for _letter in range(0x00C0, 0x0180):
    if (_base := unicodedata.normalize("NFKD", chr(_letter))[0]).isascii() and _base.isalpha():
        _PLAIN[_letter] = _base

_SENTENCE_END = re.compile(r"[.!?](?=[\s\"')]|$)|\n\s*\n")
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")


class ReadText(Struct, frozen=True):
    """`cased` and `flat` (lower case) are as long as `text`, so that a place in one is the same place in the others.

    In both, unfilled placeholders are blanked out, so that what they ask for is not taken for being there.
    `body` is where the letter begins, after header lines such as `Subject:`; `signature` where it is signed.
    """

    text: str
    cased: str
    flat: str
    lines: tuple[tuple[int, int], ...]  # start and end of each, without its line break
    gaps: tuple[tuple[int, int], ...]  # unfilled placeholders, header lines included
    body: int
    signature: int
    signed: bool  # a name is at the end

    def line_of(self, place: int) -> int:
        """The number of the line, from 1."""
        return self.text.count("\n", 0, place) + 1

    def sentence_start(self, place: int) -> int:
        """Where the sentence around a place begins."""
        ends = [found.end() for found in _SENTENCE_END.finditer(self.flat, max(0, place - 600), place)]
        return ends[-1] if ends else self.body

    def sentence_end(self, place: int) -> int:
        """Where the sentence around a place ends."""
        found = _SENTENCE_END.search(self.flat, place)
        return found.start() if found else len(self.flat)

    def words(self) -> list[tuple[int, int]]:
        """Where the words of the letter are, greeting and signature counted, header lines not."""
        found = _WORD.finditer(self.text, self.body)
        return [word.span() for word in found if any(map(str.isalnum, word.group()))]


def take_apart(text: str, words: ReviewWords) -> ReadText:
    """Take a text apart; any text can be."""
    cased = text.translate(_PLAIN)
    flat = cased.lower()
    if len(flat) != len(cased):  # İ becomes two letters
        flat = "".join(small if len(small := letter.lower()) == 1 else letter for letter in cased)
    gaps = _gaps(cased, flat, words)
    cased, flat = _blanked(cased, gaps), _blanked(flat, gaps)
    lines = _lines(text)
    body = _after_headers(flat, lines, words)
    signature, signed = _signature(cased, flat, [line for line in lines if line[0] >= body], words)
    return ReadText(text, cased, flat, tuple(lines), tuple(gaps), body, signature, signed)


def _gaps(cased: str, flat: str, words: ReviewWords) -> list[tuple[int, int]]:
    """Where placeholders are; overlapping ones count once."""
    spans = [found.span() for found in words.patterns["gap"].finditer(flat)]
    spans += [found.span() for found in words.patterns["gap_capital"].finditer(cased)]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _blanked(text: str, gaps: list[tuple[int, int]]) -> str:
    parts, end = [], 0
    for start, stop in gaps:
        parts += [text[end:start], PLACEHOLDER_CHARACTER * (stop - start)]
        end = stop
    return "".join([*parts, text[end:]])


def _lines(text: str) -> list[tuple[int, int]]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def _after_headers(flat: str, lines: list[tuple[int, int]], words: ReviewWords) -> int:
    """The start of the first line that is no header."""
    for start, _ in lines:
        if not words.patterns["header"].match(flat, start):
            return start
    return len(flat)


def _signature(cased: str, flat: str, lines: list[tuple[int, int]], words: ReviewWords) -> tuple[int, bool]:
    """Where the lines of the signature begin (the end, where there are none), and whether a name is among them."""
    filled = [(start, end) for start, end in lines if flat[start:end].strip()]
    begin, signed = len(flat), False
    for start, end in reversed(filled[1:][-_SIGNATURE_LINES:]):
        name = _without_contact(cased, start, end, words)
        if is_name(name, words):
            begin, signed = start, True
        elif _is_sign_off(name, words):
            return start, signed
        elif name and (signed or len(name.split()) > _SHORT_LINE or name[-1] in ".!?,"):
            return begin, signed or _ends_with_name(name, words)
        else:
            begin = start
    if len(filled) == 1:
        start, end = filled[0]
        signed = _ends_with_name(_without_contact(cased, start, end, words), words)
    return begin, signed


def _without_contact(cased: str, start: int, end: int, words: ReviewWords) -> str:
    """A line without addresses and numbers, and without what then dangles."""
    line = cased[start:end]
    for group in ("contact", "web_address", "phone_number"):
        line = words.patterns[group].sub(" ", line)
    return line.strip(" ,;|·•/-–:()*")


def _ends_with_name(line: str, words: ReviewWords) -> bool:
    """`… Could we talk? Thanks, Ana Ruiz` at the end of a text that has no signature of its own."""
    last = re.split(r"[.!?] ", line.rstrip(" .!"))[-1] if re.search(r"[.!?] ", line) else ""
    found = words.patterns["sign_off"].match(last.lower())
    after = last[found.end() :].strip(" ,!-") if found else last
    return is_name(after, words) or (found is not None and after.islower() and len(after.split()) == 1)


def _is_sign_off(line: str, words: ReviewWords) -> bool:
    plain = line.lower().strip(" ,.!-")
    found = words.patterns["sign_off"].match(plain)
    return found is not None and len(plain) - found.end() <= 25 and "." not in plain


def is_name(line: str, words: ReviewWords) -> bool:
    """Whether a line can be somebody's name: a few words, each with a capital or of a script that has none."""
    parts = line.strip(" ,.!-").split()
    if not 1 <= len(parts) <= _NAME_WORDS or words.patterns["sign_off"].fullmatch(line.lower().strip(" ,.!-")):
        return False
    if words.patterns["greeting"].match(line.lower()) or words.patterns["gap_capital"].search(line):
        return False
    return all(_is_name_word(part, words) for part in parts) and any(part[0].upper() == part[0] for part in parts)


def _is_name_word(part: str, words: ReviewWords) -> bool:
    if part.lower() in words.words["particles"]:
        return True
    return bool(_LETTER.match(part)) and not part[0].islower() and not re.search(r"[\[\]{}<>@_\d?!:;=]", part)
