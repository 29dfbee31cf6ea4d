"""Files made to cost a reader more than they are long: what is long, deep or many in each is as many as asked."""

from collections.abc import Callable


def vcard_with(*lines: bytes) -> bytes:
    return b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\n" + b"".join(lines) + b"END:VCARD\r\n"


# By its name, the size it has whole, and what makes it of a size.
BOMBS: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "cards nested 2,000 deep": (
        2_000,
        lambda size: b"BEGIN:VCARD\r\nFN:Ada\r\nAGENT:\r\n" * size + b"END:VCARD\r\n" * size,
    ),
    "200,000 folds": (200_000, lambda size: vcard_with(b"NOTE:x", b"\r\n y" * size, b"\r\n")),
    "200,000 soft breaks": (
        200_000,
        lambda size: vcard_with(b"NOTE;ENCODING=QUOTED-PRINTABLE:x", b"=\r\ny" * size, b"\r\n"),
    ),
    "200,000 lines without a colon": (200_000, lambda size: vcard_with(b"NOTE:x", b"\r\ny" * size, b"\r\n")),
    "100,000 e-mails": (
        100_000,
        lambda size: vcard_with(*(b"EMAIL;TYPE=WORK:a%d@b.example\r\n" % at for at in range(size))),
    ),
    "a photo of 20 MB": (
        280_000,
        lambda size: vcard_with(b"PHOTO;ENCODING=b:", b"\r\n ".join([b"QUJD" * 18] * size), b"\r\n"),
    ),
    "200,000 quoted parameters": (200_000, lambda size: vcard_with(b"X", b';A="b:c"' * size, b":v\r\n")),
    "a cell of 200,000 characters": (200_000, lambda size: b'Name,Notes\nAda,"' + b"x" * size + b'"\n'),
    "100,000 columns": (100_000, lambda size: b"Name" + b",c" * size + b"\nAda" + b",x" * size + b"\n"),
    "one heading of 7 MB": (1_000_000, lambda size: b"Name,E-mail" + b" E-mail" * size + b"\nAda,x\n"),
}
