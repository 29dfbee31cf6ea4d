"""One window for one data folder: a second start brings the first window to the front."""

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MILLISECONDS = 2000  # milliseconds to wait for the first window's answer
_STARTING_MILLISECONDS = 1000  # milliseconds in which a first window that is just starting begins to listen


def socket_name(folder: Path) -> str:
    """A short name for the folder, the same whatever way its path is written."""
    made = QCryptographicHash.hash(str(folder.resolve()).encode(), QCryptographicHash.Algorithm.Sha256)
    return "groundwork-" + bytes(made.toHex().data()).decode()[:16]


def raise_other(folder: Path) -> bool:
    """Ask the window that has the folder to come to the front; `False` if none answers."""
    socket = QLocalSocket()
    if not _reaches(socket, socket_name(folder)):
        return False
    socket.write(b"raise\n")
    socket.flush()
    # The answer may have come with the connection already; waiting would then be for a second one.
    heard = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_ANSWER_MILLISECONDS)
    socket.disconnectFromServer()
    return heard


def _reaches(socket: QLocalSocket, name: str) -> bool:
    """Whether there is an answer; the first window may itself be starting, and not listen yet."""
    patience = QDeadlineTimer(_STARTING_MILLISECONDS)
    while True:
        socket.connectToServer(name)
        if socket.waitForConnected(_ANSWER_MILLISECONDS):
            return True
        if patience.hasExpired():
            return False
        QThread.msleep(20)


class InstanceServer(QObject):
    """Listens for second starts. Only the holder of the folder's lock may make one: it clears a stale socket."""

    second_start = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = socket_name(folder)
        QLocalServer.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._answer)

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(b"here\n")
            socket.flush()
            self.second_start.emit()
