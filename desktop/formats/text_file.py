"""Reads a file of plain text, whichever letters its bytes stand for."""

from pathlib import Path

from desktop.core.errors import ReadError
from desktop.formats.decoding import decode, to_utf8

SIZE_LIMIT = 1024 * 1024  # a letter of more is none
_NOTHING_CHANGED = "Nothing was changed."


def read_text_file(path: Path) -> str:
    """The text of a file, with plain line breaks.

    Raises:
        ReadError: there is no such file, it cannot be opened, is too large, or is no text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except IsADirectoryError as error:
        raise ReadError(f"“{path}” is a folder. {_NOTHING_CHANGED} Choose a file in it.") from error
    except FileNotFoundError as error:
        raise ReadError(f"There is no file “{path}”. {_NOTHING_CHANGED} Check its name.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no proper file name"
        raise ReadError(f"“{path}” could not be read: {reason}. {_NOTHING_CHANGED} Try a copy of it.") from error
    if len(data) > SIZE_LIMIT:
        raise ReadError(f"“{path}” is too large for a letter. {_NOTHING_CHANGED} Choose a file of plain text.")
    text = decode(to_utf8(data))
    if "\0" in text:
        raise ReadError(f"“{path}” is no plain text. {_NOTHING_CHANGED} Save the letter as plain text and try that.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
