"""Errors that carry a text for a person: what happened, what is safe, what to do."""

from collections.abc import Mapping

from desktop.texts.catalogue import CodedText


class UserError(Exception):
    """Something of the user's world is not as it should be: a code of the catalogue with its values.

    `str(error)` is the sentence in the language in use and may be shown as it is. Anything that is not a
    `UserError` is a bug and belongs to the crash dialog.
    """

    def __init__(self, code: str, /, **values: object) -> None:
        super().__init__(code)
        self.text = CodedText(code, values)

    @property
    def code(self) -> str:
        """Which sentence it is, as `store.no_room`."""
        return self.text.code

    @property
    def values(self) -> Mapping[str, object]:
        """What is filled in: paths, counts, names."""
        return self.text.values

    def __str__(self) -> str:
        return str(self.text)


class StoreError(UserError):
    """The store could not be opened, read or written; nothing that was shown as saved is lost."""


class WaitingError(StoreError):
    """Something long is being saved just now; what was asked for was not begun, and nothing is lost."""


class FileTooNewError(StoreError):
    """The file was written by a newer Groundwork; it was not touched."""


class DamagedFileError(StoreError):
    """The file is not a readable store; it was not touched."""


class LostFileError(DamagedFileError):
    """The file is gone or empty though it was in use before; only the user may say that all starts anew."""


class StoreInUseError(StoreError):
    """Another Groundwork holds the file; a command that writes cannot go on."""


class ReadError(UserError):
    """A file from outside could not be read; nothing was changed."""


class WriteError(UserError):
    """A file could not be written; no half-written file is left."""


class OtherKindError(WriteError):
    """A file of another kind is there already; it was left as it was."""
