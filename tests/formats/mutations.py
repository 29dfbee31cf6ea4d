"""Damage as it happens to files and as somebody might do it on purpose: bytes taken away, doubled, swapped, put in."""

import random
from collections.abc import Callable, Sequence

ODD = (
    *(b'"', b",", b";", b":", b"=", b"\n", b"\r", b"\r\n ", b"\n\t", b"\\", b"\\n", b"\0", b"\xff", b"\xe9", b"=\n"),
    *(
        b"\t",
        b":::",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xf0\x9f\x98\x80",
        b"\x1a",
        b"'",
        b"=1+1",
        b"+49",
    ),
    *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"\nAGENT:\n", b"\nVERSION:2.1\n", b";ENCODING=QUOTED-PRINTABLE", b";CHARSET="),
    *(b";ENCODING=b", b"\nPHOTO;ENCODING=b:", b"\nX-ABLABEL:", b"item1.", b"\nADR:;;;;;;", b"\nKIND:group\n", b'"' * 9),
    *(b"Name,Email\n", b"\nGroundwork 1\n", b"sep=;\n", b"%00", b"\xc2\x85", b"\xe2\x80\xa8", b"A" * 3000, b";" * 500),
)


def _cut(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.randrange(1, 60) :]


def _crop(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _put(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(ODD) + data[at:]


def _double(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    piece = data[at : at + chance.randrange(1, 400)]
    return data[:at] + piece * chance.choice((2, 2, 2, 20)) + data[at:]


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 9)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _swap_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _drop_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def _other_letters(data: bytes, chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-le", "cp1252", "cp932", "utf-8-sig", "koi8-r"))
    return data.decode("utf-8", errors="replace").encode(encoding, errors="replace")


_WAYS: Sequence[Callable[[bytes, random.Random], bytes]] = (
    *(_cut, _cut, _put, _put, _put, _double, _flip, _flip, _swap_lines, _drop_line, _crop, _other_letters),
)


def mutated(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The data damaged in one to six ways; now and then joined with part of another file."""
    if others and chance.random() < 0.1:
        data = _crop(data, chance) + _cut(chance.choice(others), chance)
    for _ in range(chance.randrange(1, 7)):
        data = chance.choice(_WAYS)(data, chance)
    return data
