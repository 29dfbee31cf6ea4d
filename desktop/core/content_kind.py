"""What kind of file some bytes are, told by the bytes themselves: so that none takes the place of another kind."""

import re
from enum import StrEnum

SAMPLE = 64 * 1024  # bytes that are enough to tell

_DELIMITERS = ",;\t|"
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*:[ \t]")


class ContentKind(StrEnum):
    """The kinds of file Groundwork writes, and those it must only tell from them."""

    EMPTY = "empty"
    PDF = "pdf"
    CARDS = "cards"
    CALENDAR = "calendar"
    ARCHIVE = "archive"
    MAIL = "mail"
    TABLE = "table"
    TEXT = "text"
    OTHER = "other"


def content_kind(start: bytes) -> ContentKind:
    """The kind of a file that begins with these bytes, at most `SAMPLE` of which are looked at."""
    start, whole = start[:SAMPLE], len(start) <= SAMPLE
    if not start:
        return ContentKind.EMPTY
    if start.startswith(b"%PDF-"):
        return ContentKind.PDF
    text = _text(start)
    if text is None:
        return ContentKind.OTHER
    text = text.lstrip()
    beginning = text[:15].upper()
    if beginning.startswith("BEGIN:VCARD"):
        return ContentKind.CARDS
    if beginning.startswith("BEGIN:VCALENDAR"):
        return ContentKind.CALENDAR
    if beginning[:1] in ("{", "["):
        return ContentKind.ARCHIVE if '"groundwork-archive"' in text[:4096] else ContentKind.OTHER
    if beginning[:1] == "<" or beginning.startswith("#!"):
        return ContentKind.OTHER
    if _HEADER.match(text) and "\nmime-version:" in f"\n{text}".lower():
        return ContentKind.MAIL
    return ContentKind.TABLE if _is_table(text, whole) else ContentKind.TEXT


def _text(data: bytes) -> str | None:
    """The text of these bytes, whatever its 8-bit set; None where they are no text."""
    codec = next((codec for mark, codec in _MARKS.items() if data.startswith(mark)), "latin-1")
    text = data.decode(codec, errors="ignore")
    return None if _CONTROL.search(text) else text


def _is_table(text: str, whole: bool) -> bool:
    """Whether its first line looks like headings, and every record after it is as wide. Prose has blanks at commas."""
    import csv  # not needed at a start, which comes through here

    lines = text.splitlines(keepends=True)
    delimiter = max(_DELIMITERS, key=lines[0].count) if lines else ""
    if not delimiter or delimiter not in lines[0]:
        return False
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return False
    headings = rows[0]
    # The sample may end within a record.
    others = [row for row in (rows[1:] if whole else rows[1:-1]) if row]
    return all(cell == cell.strip() for cell in headings) and all(len(row) == len(headings) for row in others)
