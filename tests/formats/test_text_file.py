"""A file of plain text is read whatever its bytes stand for, and anything else is refused in words."""

from pathlib import Path

import pytest

from desktop.core.errors import ReadError
from desktop.formats.text_file import LETTER_SIZE_LIMIT, read_text_file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_and_line_break_is_understood(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes("Dear Zoë,\r\n\rgrüße\n".encode(encoding))
    assert read_text_file(path) == "Dear Zoë,\n\ngrüße\n"


def test_a_file_as_large_as_the_limit_is_read_and_no_larger_one(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"a" * LETTER_SIZE_LIMIT)
    assert len(read_text_file(path)) == LETTER_SIZE_LIMIT
    path.write_bytes(b"a" * (LETTER_SIZE_LIMIT + 1))
    with pytest.raises(ReadError):
        read_text_file(path)


def test_what_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\x89PNG\0\0\0\x0d and more")
    for name in ("picture", ".", "nowhere.txt", "a\0b"):
        with pytest.raises(ReadError):
            read_text_file(tmp_path / name)
