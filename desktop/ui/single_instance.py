"""One window for one data folder: a second start brings the first window to the front."""

import os
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MILLISECONDS = 2000  # milliseconds to wait for the first window's answer
_STARTING_MILLISECONDS = 10_000  # milliseconds in which a first window that is just starting begins to listen
_PAUSE = 50  # milliseconds between two tries
_LONGEST = 100  # bytes of a socket's path: systems take 104 or 108


class Found(Enum):
    """What a second start found of the window that has the folder."""

    RAISED = auto()
    SILENT = auto()
    NOT_LISTENING = auto()


def socket_names(folder: Path) -> list[str]:
    """Where the first window listens, the best place first; the same whatever way the folder's path is written.

    On POSIX these are paths in folders where nobody else can make a socket; where there is none, a name that is known
    to all, and it is looked at whose socket that is.
    """
    made = QCryptographicHash.hash(os.fsencode(folder.resolve()), QCryptographicHash.Algorithm.Sha256)
    name = "groundwork-" + bytes(made.toHex().data()).decode()[:16]
    if os.name != "posix":
        return [name]
    folders = [Path(given) for given in (os.environ.get("XDG_RUNTIME_DIR"),) if given] + [folder.resolve()]
    paths = [place / name for place in folders if place.is_absolute() and _is_private(place)]
    return [str(path) for path in paths if len(os.fsencode(path)) <= _LONGEST] or [name]


def _is_private(folder: Path) -> bool:
    """Whether nobody but this user can make a file in it."""
    try:
        found = folder.stat()
    except OSError:
        return False
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def raise_other(folder: Path, starting: int = _STARTING_MILLISECONDS) -> Found:
    """Ask the window that has the folder to come to the front; wait `starting` ms for it, it may be just starting."""
    names = socket_names(folder)
    patience = QDeadlineTimer(starting)
    while True:
        for name in names:
            socket = QLocalSocket()
            socket.connectToServer(name)
            if socket.waitForConnected(_ANSWER_MILLISECONDS) and _is_of_this_user(socket):
                return Found.RAISED if _answers(socket) else Found.SILENT
            socket.abort()
        if patience.hasExpired():
            return Found.NOT_LISTENING
        QThread.msleep(_PAUSE)


def _answers(socket: QLocalSocket) -> bool:
    socket.write(b"raise\n")
    socket.flush()
    # The answer may have come with the connection already; waiting would then be for a second one.
    heard = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_ANSWER_MILLISECONDS)
    socket.disconnectFromServer()
    return heard


def _is_of_this_user(socket: QLocalSocket) -> bool:
    """Whoever takes the name first could otherwise swallow the start of another user's window."""
    if os.name != "posix":
        return True  # the system keeps the name for its user
    try:
        return Path(socket.fullServerName()).lstat().st_uid == os.getuid()
    except OSError:
        return False


class InstanceServer(QObject):
    """Listens for second starts. Only the holder of the folder's lock may make one: it clears a stale socket."""

    second_start = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        for name in socket_names(folder):
            QLocalServer.removeServer(name)
            if self._server.listen(name):
                break

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(b"here\n")
            socket.flush()
            self.second_start.emit()
