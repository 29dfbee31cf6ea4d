"""Pictures of people: how large one is by its first bytes, and a small copy of one that is too large.

The size is read before anything is unpacked, for a small file can hold a picture of gigabytes. A picture that is small
enough is kept byte for byte; one that cannot be read, or is too expensive to unpack, is ignored.
"""

import io
import struct

from desktop.core.contact import Photo

PHOTO_SIDE = 512  # pixels; larger pictures are scaled to fit
_LARGEST = 2 * 1024 * 1024  # bytes of a picture that is kept as it is
_LARGEST_JPEG = 80_000_000  # pixels; a plain JPEG is scaled while it is unpacked
_LARGEST_OTHER = 25_000_000  # pixels; any other is unpacked whole first, 100 MB at most
_QUALITY = 85
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_IN_STEPS = frozenset((0xC2, 0xC6, 0xCA, 0xCE))  # progressive: unpacked whole, too


def photo_of(data: bytes) -> Photo | None:
    """The picture in the bytes of a file, scaled to `SIDE` if it is larger; None if it cannot be used."""
    try:
        media_type, width, height, limit = _measured(data)
    except (struct.error, IndexError):
        return None
    if not media_type or not 0 < width * height <= limit:
        return None
    if max(width, height) <= PHOTO_SIDE and len(data) <= _LARGEST:
        return Photo(media_type, data)
    return _scaled(data)


def _measured(data: bytes) -> tuple[str, int, int, int]:
    """Kind, width, height, and how many pixels of such a picture may be unpacked; no kind if it is not known."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ("image/png", *struct.unpack(">II", data[16:24]), _LARGEST_OTHER)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return ("image/gif", *struct.unpack("<HH", data[6:10]), _LARGEST_OTHER)
    if data.startswith(b"\xff\xd8\xff"):
        return _measured_jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _measured_webp(data)
    if data.startswith(b"BM"):
        width, height = struct.unpack("<ii", data[18:26])
        return "image/bmp", width, abs(height), _LARGEST_OTHER
    return "", 0, 0, 0


def _measured_jpeg(data: bytes) -> tuple[str, int, int, int]:
    at = 2
    for _ in range(10_000):
        marker = data[at + 1]
        if data[at] != 0xFF:
            break
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return "image/jpeg", width, height, _LARGEST_OTHER if marker in _JPEG_IN_STEPS else _LARGEST_JPEG
        at += 1 if marker == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return "", 0, 0, 0


def _measured_webp(data: bytes) -> tuple[str, int, int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (1 + int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
    elif kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    else:
        width, height = (size & 0x3FFF for size in struct.unpack("<HH", data[26:30]))
    return "image/webp", width, height, _LARGEST_OTHER


def _scaled(data: bytes) -> Photo | None:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "GIF", "WEBP", "BMP")) as opened:
            opened.draft("RGB", (2 * PHOTO_SIDE, 2 * PHOTO_SIDE))
            opened.thumbnail((PHOTO_SIDE, PHOTO_SIDE))
            small = ImageOps.exif_transpose(opened)
            see_through = small.has_transparency_data
            small = small.convert("RGBA" if see_through else "RGB")
            written = io.BytesIO()
            small.save(written, "PNG" if see_through else "JPEG", quality=_QUALITY, optimize=True)
    except Exception:  # noqa: BLE001 - a damaged picture makes libraries raise whatever they like; it costs no contact
        return None
    return Photo("image/png" if see_through else "image/jpeg", written.getvalue())
