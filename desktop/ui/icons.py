"""Icons: Lucide's line drawings, tinted by a token, sharp at every size and screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop.places import resources
from desktop.ui.theme import Tokens

# QIcon owns its engine, but PySide forgets the one that `clone` returns: it would be freed under the icon.
_clones: list["_TintedEngine"] = []


@lru_cache(maxsize=512)
def icon(name: str, tokens: Tokens, token: str = "text") -> QIcon:
    """The icon of Lucide's `name`, drawn in the colour of `token`; greyed where its control is disabled.

    Raises:
        FileNotFoundError: if `resources/icons` has no such icon.
    """
    return QIcon(_TintedEngine(_source(name), name, tokens, token))


def pixmap(name: str, tokens: Tokens, size: int, token: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels for a screen with that pixel `ratio`."""
    return icon(name, tokens, token).pixmap(QSize(size, size), ratio)


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resources() / "icons" / "groundwork.svg"))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class _TintedEngine(QIconEngine):
    """Draws one icon; the pictures are kept by Qt's own cache under name, colour and size."""

    def __init__(self, source: str, name: str, tokens: Tokens, token: str) -> None:
        super().__init__()
        self._source = source
        self._name = name
        self._tokens = tokens
        self._token = token

    def clone(self) -> QIconEngine:
        copy = _TintedEngine(self._source, self._name, self._tokens, self._token)
        _clones.append(copy)
        return copy

    def key(self) -> str:
        return "groundwork"

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._colour(mode)
        renderer = QSvgRenderer(QByteArray(self._source.replace("currentColor", colour).encode()))
        side = min(rect.width(), rect.height())
        target = QRectF(0, 0, side, side)
        target.moveCenter(QRectF(rect).center())
        renderer.render(painter, target)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`size` is in logical pixels; the picture has as many as the screen has for them."""
        key = f"groundwork/{self._name}/{self._colour(mode)}/{size.width()}x{size.height()}@{scale}"
        drawn = QPixmap()
        if QPixmapCache.find(key, drawn):
            return drawn
        drawn = QPixmap(size * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        QPixmapCache.insert(key, drawn)
        return drawn

    def _colour(self, mode: QIcon.Mode) -> str:
        # Selected rows lie on a soft ground, so the colour is the same there.
        return str(getattr(self._tokens, "edge" if mode is QIcon.Mode.Disabled else self._token))
