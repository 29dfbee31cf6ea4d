"""One window for one data folder: a second start brings the first window to the front."""

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 2000  # milliseconds to wait for the first window's answer


def socket_name(folder: Path) -> str:
    """A short name for the folder, the same whatever way its path is written."""
    made = QCryptographicHash.hash(str(folder.resolve()).encode(), QCryptographicHash.Algorithm.Sha256)
    return "groundwork-" + bytes(made.toHex().data()).decode()[:16]


def raise_other(folder: Path) -> bool:
    """Ask the window that has the folder to come to the front; `False` if none answers."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(b"raise\n")
    heard = socket.waitForBytesWritten(PATIENCE) and socket.waitForReadyRead(PATIENCE)
    socket.disconnectFromServer()
    return heard


class Doorbell(QObject):
    """Listens for second starts. Only the holder of the folder's lock may make one: it clears a stale socket."""

    rung = Signal()

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
            self.rung.emit()
