"""Errors that carry a sentence for a person: what happened, what is safe, what to do."""


class UserError(Exception):
    """Something of the user's world is not as it should be; `str(error)` may be shown as it stands.

    Anything that is not a `UserError` is a bug and belongs to the crash dialog.
    """


class StoreError(UserError):
    """The store could not be opened, read or written; nothing that was shown as saved is lost."""


class WaitingError(StoreError):
    """Something long is being saved just now; what was asked for was not begun, and nothing is lost."""


class FileTooNewError(StoreError):
    """The file was written by a newer Groundwork; it was not touched."""


class DamagedFileError(StoreError):
    """The file is not a readable store; it was not touched."""


class StoreInUseError(StoreError):
    """Another Groundwork holds the file; a command that writes cannot go on."""


class ReadError(UserError):
    """A file from outside could not be read; nothing was changed."""


class WriteError(UserError):
    """A file could not be written; no half-written file is left."""
