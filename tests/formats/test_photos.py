"""Pictures of people: what is small stays as it is, what is large becomes small, what is a trap is ignored."""

import io
import struct
import time
from typing import Any

import pytest
from PIL import Image

from desktop.formats.photos import PHOTO_SIDE, photo_of


def file_of(width: int, height: int, kind: str, mode: str = "RGB", **more: Any) -> bytes:
    file = io.BytesIO()
    Image.new(mode, (width, height)).save(file, kind, **more)
    return file.getvalue()


def png_head(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0) + b"\0" * 100


SMALL = [
    ("JPEG", "RGB", {}),
    ("JPEG", "RGB", {"progressive": True}),
    ("JPEG", "L", {"comment": b"x" * 60_000}),
    ("PNG", "RGBA", {}),
    ("PNG", "P", {}),
    ("GIF", "P", {}),
    ("WEBP", "RGB", {}),
    ("WEBP", "RGB", {"lossless": True}),
    ("WEBP", "RGBA", {"exact": True}),
    ("BMP", "RGB", {}),
]


@pytest.mark.parametrize(("kind", "mode", "more"), SMALL)
def test_a_small_picture_of_every_kind_is_kept_byte_for_byte(kind: str, mode: str, more: dict[str, Any]) -> None:
    data = file_of(300, 200, kind, mode, **more)
    found = photo_of(data)
    assert found is not None
    assert found.data == data
    assert found.media_type == f"image/{kind.lower()}"


@pytest.mark.parametrize(("kind", "mode", "more"), SMALL)
def test_a_large_one_of_every_kind_is_scaled(kind: str, mode: str, more: dict[str, Any]) -> None:
    found = photo_of(file_of(900, 1800, kind, mode, **more))
    assert found is not None
    with Image.open(io.BytesIO(found.data)) as small:
        assert small.size == (PHOTO_SIDE // 2, PHOTO_SIDE)
    assert photo_of(found.data) == found


def test_a_picture_taken_sideways_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = photo_of(file_of(1600, 800, "JPEG", exif=exif))
    assert found is not None
    with Image.open(io.BytesIO(found.data)) as small:
        assert small.size == (PHOTO_SIDE // 2, PHOTO_SIDE)


@pytest.mark.parametrize(
    "data",
    [
        png_head(12_000, 12_000),
        png_head(2**31 - 1, 2**31 - 1),
        png_head(0, 10),
        png_head(2000, 2000),
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\0\0" * 5000,
        b"\xff\xd8" + b"\xff" * 100_000,
        b"GIF89a\xff\xff\xff\xff",
        b"BM" + b"\xff" * 40,
        b"RIFF\0\0\0\0WEBPVP8X",
        b"RIFF\0\0\0\0WEBPVP8 " + b"\xff" * 30,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"",
        file_of(1600, 1600, "JPEG")[:3000],
    ],
    ids=range(14),
)
def test_traps_and_damage_are_no_picture_and_cost_no_time(data: bytes) -> None:
    began = time.perf_counter()
    found = photo_of(data)
    assert found is None or len(found.data) < len(data)
    assert time.perf_counter() - began < 2


def test_ten_thousand_by_eight_thousand_pixels_are_scaled_in_time() -> None:
    data = file_of(10_000, 8_000, "JPEG", "L")
    began = time.perf_counter()
    found = photo_of(data)
    assert found is not None
    assert time.perf_counter() - began < 5
