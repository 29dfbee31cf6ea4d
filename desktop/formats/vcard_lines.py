"""The lines of a vCard file: where cards begin and end, folding, quoted-printable, character sets, parameters.

Written for Groundwork instead of taken. Measured in November 2026, one machine, one run, against reading 10,000 cards,
unfolding them and taking their lines apart, and on the 147 real vCard files of other programs' tests: vobject 0.9.9,
the well-kept parser for Python, takes 47 times as long, raises on 9 files although told to pass over what it cannot
read, and finds another number of cards in 4; it recurses on nested cards. icalendar 7 reads content lines of any kind,
but takes 53 times as long and raises on 81 files. This one takes 6 times as long, contacts included, and reads all 147.
Here each card is read by itself, so that one damaged card costs no other, and all work is linear.

This layer knows nothing of contacts: it yields every property of every card, also those the program does not use, so
that they can be kept and written back later.
"""

import quopri
import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct, field

from desktop.formats.decoding import decode, guess_encoding
from desktop.formats.person_parts import clean, label_of

_BEGIN = b"BEGIN:VCARD"
_FOLD_OVER_BLANK = re.compile(rb"\n[\n]+(?=[ \t])")
_FOLD_KEEPING_SPACE = re.compile(rb"\n(?=[ \t][^ \t\n])")
_QUOTED_HEAD = re.compile(r'((?:[^":]++|"[^"]*+")*+):')
_PARTS = re.compile(r'(?:[^";]++|"[^"]*+"|")++')
_CARET = {"^n": "\n", "^^": "^", "^'": '"'}
_TRANSFERS = frozenset(("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"))
_KNOWN_HEADS = 10_000  # remembered at once; real files have some dozens


class Head(Struct, frozen=True):
    """What is before the colon: group, name and parameters.

    `label` is our word for the types (`work`, `mobile` …); `preferred`: the file calls this the one to use first;
    `plain`: the value is neither quoted-printable nor the end of a card; `written_parameters`: those to be written
    back, without those that say how the value was encoded; `types` in lower case; `binary`: the value is base64.
    """

    name: str
    group: str = ""
    params: dict[str, str] = field(default_factory=dict)
    label: str = ""
    preferred: bool = False
    quoted_printable: bool = False
    plain: bool = True
    written_parameters: str = ""
    types: tuple[str, ...] = ()
    binary: bool = False


# One content line: the value unfolded and decoded, backslashes still in it. A bare pair: a file has very many of them.
Property = tuple[Head, str]


class VCard(Struct):
    """One card as it is in the file. `line` is where it begins, from 1; `ended` whether its END was found."""

    line: int
    properties: list[Property] = field(default_factory=list)
    ended: bool = False


class Stray(Struct, frozen=True):
    """Text outside any card, from this line on."""

    line: int


class _Heads(dict[str, Head]):
    """The heads met so far by their text; the same few are in every card of a file."""

    def __missing__(self, text: str) -> Head:
        head = parse_head(text)
        if len(self) > _KNOWN_HEADS:
            self.clear()
        if len(text) < 200:
            self[text] = head
        return head


class CardFile:
    """Splits the bytes of a file (UTF-8 or an 8-bit set, no byte order mark) into cards."""

    def __init__(self, data: bytes) -> None:
        if b"\r" in data:
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        self._data = data
        self._heads = _Heads()
        self._folded = b"\n " in data or b"\n\t" in data
        # Folding is undone in one go unless something in the file asks for more care.
        self._careful = b"=\n" in data or b"\n\n" in data or _is_old(data)

    @cached_property
    def _likely(self) -> str:
        """The 8-bit set for values that name none, from the whole file."""
        return guess_encoding(self._data)

    def cards(self) -> Iterator[tuple[int, VCard | Stray]]:
        """Every card and every stretch of text outside cards, each with the offset reached in the file.

        A card within a card (AGENT) belongs to the outer one and is passed over; a card whose END is missing ends where
        the next one begins.
        """
        starts = list(_card_starts(self._data))
        bounds = [*starts, len(self._data)]
        if self._data[: bounds[0]].strip(b"\xef\xbb\xbf \t\r\n\0\x1a"):
            yield bounds[0], Stray(1)
        line, counted = 1, 0
        outer: list[VCard] = []  # cards that wait for an inner card to end
        for start, end in zip(starts, bounds[1:], strict=True):
            line += self._data.count(b"\n", counted, start)
            counted = start
            card = VCard(line)
            raw = self._data[start + len(_BEGIN) : end]
            if self._folded:
                raw = unfold(raw) if self._careful else raw.replace(b"\n ", b"").replace(b"\n\t", b"")
            try:
                texts, read = iter(raw.decode("utf-8").split("\n")), self._read
            except UnicodeDecodeError:
                # Every byte as one character, so that the values can be turned back and decoded one by one.
                texts, read = iter(raw.decode("latin-1").split("\n")), self._read_eight_bit
            read(card, texts)
            while card.ended and outer:
                inner, card = card, outer.pop()
                card.properties[-1] = card.properties[-1][0], _as_value(inner)
                read(card, texts)
            if not card.ended and card.properties and _awaits_card(card.properties[-1]):
                outer.append(card)
                continue
            yield end, outer[0] if outer else card  # where an inner card breaks off, so do those around it
            outer.clear()
            if any(text.strip("\0\x1a \t") and not _is_end(text) for text in texts):
                card_end = start + max(0, self._data[start:end].upper().rfind(b"END:VCARD"))
                yield end, Stray(line + self._data.count(b"\n", start, card_end) + 1)
        if outer:
            yield len(self._data), outer[0]

    def _read(self, card: VCard, texts: Iterator[str]) -> None:
        """Fill the card from the lines up to its END; what follows is left in them."""
        heads, properties = self._heads, card.properties
        bare: list[str] = []  # lines without a colon since the last property
        for text in texts:
            before, colon, value = text.partition(":")
            if not colon:
                if text:
                    bare.append(text)
                continue
            if bare:
                _continue_text(properties, bare)
                bare.clear()
            if '"' in before and (whole := _QUOTED_HEAD.match(text)):
                before, value = whole.group(1), text[whole.end() :]
            head = heads[before]
            if head.plain:
                properties.append((head, value))
            elif head.quoted_printable:
                quoted = _soft_break_end(card, value, texts)
                data = quopri.decodestring(quoted.encode("utf-8"))
                properties.append((head, decode(data, head.params.get("CHARSET", ""))))
            elif value.strip().upper() == "VCARD":
                card.ended = True
            if card.ended:
                return

    def _read_eight_bit(self, card: VCard, texts: Iterator[str]) -> None:
        """The same for lines in which each character stands for one byte."""
        first = len(card.properties)
        self._read(card, texts)
        for index in range(first, len(card.properties)):
            head, value = card.properties[index]
            if not value.isascii() and not head.quoted_printable:
                data = value.encode("latin-1", errors="replace")
                card.properties[index] = head, decode(data, head.params.get("CHARSET", ""), self._likely)


def _card_starts(data: bytes) -> Iterator[int]:
    """Offsets of the lines that begin a card."""
    folded = data.upper()
    at = folded.find(_BEGIN)
    while at >= 0:
        line_start = at == 0 or folded[at - 1] in b"\r\n\0" or folded.endswith(b"\xef\xbb\xbf", 0, at)
        after = folded[at + len(_BEGIN) : at + len(_BEGIN) + 80].split(b"\n", 1)[0]
        if line_start and not after.strip():
            yield at
        at = folded.find(_BEGIN, at + 1)


def unfold(chunk: bytes) -> bytes:
    """The lines of a card, ended by line feeds, with folding undone.

    vCard 2.1 keeps the space at which it folds; 3.0 and 4.0 add it. Quoted-printable soft breaks are left alone.
    """
    if b"\n\n" in chunk:
        chunk = _FOLD_OVER_BLANK.sub(b"\n", chunk)
    if b"\n " not in chunk and b"\n\t" not in chunk:
        return chunk
    keep_space = _is_old(chunk)
    if b"=\n" in chunk:
        return _unfold_around_soft_breaks(chunk, keep_space)
    if keep_space:
        chunk = _FOLD_KEEPING_SPACE.sub(b"", chunk)
    return chunk.replace(b"\n ", b"").replace(b"\n\t", b"")


def _is_old(data: bytes) -> bool:
    """Whether a line says that this is vCard 2.1; a note may say so too, and is ignored."""
    return b"\nVERSION:2.1" in data.upper()


def _unfold_around_soft_breaks(chunk: bytes, keep_space: bool) -> bytes:
    lines: list[bytes] = []
    parts: list[bytes] = []
    soft = False  # the last line ends in a soft break: what follows is its continuation, whatever it begins with
    for line in chunk.split(b"\n"):
        if line[:1] in (b" ", b"\t") and parts and not soft:
            parts.append(line if keep_space and line[1:2] not in (b" ", b"\t") else line[1:])
            continue
        lines.append(b"".join(parts))
        parts = [line]
        in_quoted = soft or b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()
        soft = in_quoted and line.endswith(b"=")
    lines.append(b"".join(parts))
    return b"\n".join(lines[1:])


def parse_head(text: str) -> Head:
    """Group, name and parameters from the part before the colon. Never raises."""
    first, *rest = _PARTS.findall(text if text.isprintable() else clean(text)) or [""]
    group, dot, name = first.rpartition(".")
    name = name.strip().upper()
    params: dict[str, str] = {}
    types: list[str] = []
    kept: list[str] = []
    for part in rest:
        key, equals, value = part.partition("=")
        key, value = (key.strip().upper(), value.strip()) if equals else ("TYPE", key.strip())
        if value.upper() in _TRANSFERS:  # also as a bare word in 2.1
            key = "ENCODING"
        elif value and key not in ("ENCODING", "CHARSET"):
            kept.append(f"{key}={value}")
        if value.startswith('"'):
            value = value.strip('"')
        if "^" in value:
            value = re.sub(r"\^[n^']", lambda match: _CARET[match.group()], value)
        if key == "TYPE":
            types += [word.strip().lower() for word in value.split(",")]
        else:
            params.setdefault(key, value)
    encoding = params.get("ENCODING", "").upper()
    quoted_printable = encoding == "QUOTED-PRINTABLE"
    written = ";".join(kept)
    return Head(
        name,
        group.strip().lower() if dot else "",
        params,
        label_of(types),
        preferred="pref" in types or params.get("PREF") == "1",
        quoted_printable=quoted_printable,
        plain=not quoted_printable and name != "END",
        written_parameters=written if written.count('"') % 2 == 0 else written.replace('"', ""),
        types=tuple(types),
        binary=encoding in ("B", "BASE64"),
    )


def _soft_break_end(card: VCard, value: str, texts: Iterator[str]) -> str:
    """The whole quoted-printable value, with the lines that a soft break at the end joins to it; END is never one."""
    parts = [value]
    while parts[-1].endswith("="):
        parts[-1] = parts[-1][:-1]
        text = next(texts, "")
        if _is_end(text):
            card.ended = True
            break
        parts.append(text)
    return "".join(parts)


def _awaits_card(last: Property) -> bool:
    return last[0].name == "AGENT" and not last[1].strip()


def _as_value(inner: VCard) -> str:
    """A card within a card as the value of the property it is at (vCard 3.0); cards within it are left out."""
    lines = [
        f"{f'{head.group}.' if head.group else ''}{head.name}"
        f"{f';{head.written_parameters}' if head.written_parameters else ''}:{value}"
        for head, value in inner.properties
        if head.name != "AGENT"
    ]
    text = "\n".join(["BEGIN:VCARD", *lines, "END:VCARD"])
    return re.sub(r"[\\,;]", r"\\\g<0>", text).replace("\n", "\\n")


def _is_end(text: str) -> bool:
    return text.strip().upper() == "END:VCARD"


def _continue_text(properties: list[Property], bare: list[str]) -> None:
    """Lines without a colon: the rest of a note broken without folding; elsewhere they say nothing."""
    if properties and properties[-1][0].name in ("NOTE", "LABEL"):
        head, value = properties[-1]
        properties[-1] = head, "\\n".join([value, *bare])
