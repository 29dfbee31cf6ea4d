"""Reads a file of plain text, whichever letters its bytes stand for."""

from pathlib import Path

from desktop.core.errors import ReadError
from desktop.formats.decoding import decode, to_utf8
from desktop.texts.catalogue import coded

LETTER_SIZE_LIMIT = 1024 * 1024  # bytes; more is not a letter


def read_text_file(path: Path) -> str:
    """The text of a file, with plain line breaks.

    Raises:
        ReadError: there is no such file, it cannot be opened, is too large, or is no text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LETTER_SIZE_LIMIT + 1)
    except IsADirectoryError as error:
        raise ReadError("read_errors.is_folder", name=path) from error
    except FileNotFoundError as error:
        raise ReadError("read_errors.not_there", path=path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or coded("read_errors.no_file_name")
        raise ReadError("read_errors.unreadable_text", path=path, reason=reason) from error
    if len(data) > LETTER_SIZE_LIMIT:
        raise ReadError("read_errors.large_text", path=path)
    text = decode(to_utf8(data))
    if "\0" in text:
        raise ReadError("read_errors.no_text", path=path)
    return text.replace("\r\n", "\n").replace("\r", "\n")
