"""Which characters the bytes of a file from another program mean: UTF-8 and UTF-16 first, then the likeliest old set.

Small on purpose: the general detectors guess badly on the few short words a contact file has, and need a dependency.
"""

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise

# What a CHARSET= parameter may name, letters and digits only. Wider sets stand in for the narrow ones they contain;
# anything not listed is ignored, so that no file can choose a codec such as `unicode_escape` or `punycode`.
_NAMED = {
    "utf8": "utf-8",
    "usascii": "cp1252",
    "ascii": "cp1252",
    "ansi": "cp1252",
    "iso88591": "cp1252",
    "latin1": "cp1252",
    "iso885915": "iso8859-15",
    "iso88592": "iso8859-2",
    "iso88595": "iso8859-5",
    "iso88597": "cp1253",
    "iso88598": "cp1255",
    "iso88599": "cp1254",
    "koi8r": "koi8-r",
    "koi8u": "koi8-u",
    "shiftjis": "cp932",
    "sjis": "cp932",
    "xsjis": "cp932",
    "windows31j": "cp932",
    "cp932": "cp932",
    "eucjp": "euc_jp",
    "iso2022jp": "iso2022_jp",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "euckr": "cp949",
    "ksc56011987": "cp949",
    "macintosh": "mac_roman",
} | {f"{prefix}{page}": f"cp{page}" for prefix in ("windows", "cp") for page in range(1250, 1259)}

_MARKS = (  # UTF-32 first: its mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# In order of preference where two fit equally well.
_GUESSES = ("cp1252", "cp1251", "cp1255", "cp932", "cp1250", "cp1253")
_SAMPLE = 20_000  # bytes looked at when guessing
_WORD = re.compile(r"[^\W\d_]+")
# The scripts that matter here, each with the code point at which it ends.
_SCRIPTS = (
    (0x0250, "latin"),
    (0x0370, ""),
    (0x0400, "greek"),
    (0x0530, "cyrillic"),
    (0x0590, ""),
    (0x0600, "hebrew"),
    (0x3040, ""),
    (0x3100, "kana"),
    (0x3400, ""),
    (0xA000, "han"),
    (0xFF66, ""),
    (0xFFA0, "kana"),
    (0x110000, ""),
)


def named_encoding(charset: str) -> str | None:
    """The codec for the name in a CHARSET= parameter; None where the name is unknown or empty."""
    return _NAMED.get("".join(character for character in charset.lower() if character.isalnum()))


def decode(data: bytes, charset: str = "", likely: str = "") -> str:
    """The text of a value: UTF-8 where it is valid, else the named charset, else `likely`, else a guess."""
    for encoding in ("utf-8", named_encoding(charset), likely):
        if encoding:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return data.decode(guess_encoding(data), errors="replace")


def encoding_of(data: bytes) -> str:
    """The codec of the text in a whole file: by its mark or zero bytes, UTF-8 where it is valid, else a guess."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    if data.startswith(codecs.BOM_UTF8):
        data = data[3:]
    elif wide := _unmarked_wide(data):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return guess_encoding(data)
    return "utf-8"


def to_utf8(data: bytes) -> bytes:
    """The file without byte order mark, and in UTF-8 if it was UTF-16 or UTF-32; other bytes stay as they are."""
    if data.startswith((codecs.BOM_UTF32_LE, b"\0\0\xfe\xff")):
        return data.decode("utf-32", errors="replace").encode("utf-8", errors="replace")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    if data.startswith(codecs.BOM_UTF8):
        return data[3:]
    if wide := _unmarked_wide(data):
        return data.decode(wide, errors="replace").encode("utf-8", errors="replace")
    return data


def _unmarked_wide(data: bytes) -> str:
    """Which UTF-16 it is where zero bytes say so; otherwise empty."""
    start = data[:200]
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if len(start) >= 4 and max(even, odd) > len(start) // 4:
        return "utf-16-be" if even > odd else "utf-16-le"
    return ""


def guess_encoding(data: bytes) -> str:
    """The codec in which the bytes read most like words: one script per word, capitals only where words begin."""
    sample = b"\n".join(_lines_with_high_bytes(data))[:_SAMPLE]
    best, best_score = "latin-1", 0.0
    for encoding in _GUESSES:
        try:
            # A sample cut within a two-byte character must not rule the encoding out.
            text = codecs.getincrementaldecoder(encoding)().decode(sample, final=False)
        except UnicodeDecodeError:
            continue
        score = _likeness(text)
        if score > best_score or best == "latin-1":
            best, best_score = encoding, score
    return best


def _lines_with_high_bytes(data: bytes) -> Iterator[bytes]:
    taken = 0
    for line in data.splitlines():
        if not line.isascii():
            yield line
            taken += len(line) + 1
            if taken > _SAMPLE:
                return


def _likeness(text: str) -> float:
    """How much the text looks like words, over its characters beyond ASCII."""
    beyond = sum(1 for character in text if ord(character) > 127)
    within_words = 0
    score = 0.0
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii():
            continue
        high = sum(1 for character in word if ord(character) > 127)
        within_words += high
        scripts = {_script(character) for character in word}
        scripts -= {"kana"} if "han" in scripts else set()
        fits = len(scripts) == 1 and "" not in scripts
        if fits and "latin" in scripts and len(word) > 2 and high > 0.6 * len(word):
            fits = False  # Àíäðåé: another script read as Latin
        if fits and any(before.islower() and after.isupper() for before, after in pairwise(word)):
            fits = False
        score += high * (1.0 if fits else -1.0)
        if fits and word[0].islower() and "latin" not in scripts:
            score -= 0.5  # names begin with capitals where a script has them
    return score - (beyond - within_words)


def _script(character: str) -> str:
    code = ord(character)
    return next(script for end, script in _SCRIPTS if code < end)
