"""The chain as a drawing to move about in: dragged, zoomed, and walked through by the arrow keys."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from desktop.core.people.chain import Chain, ChainLineText
from desktop.ui.contacts.chain.drawing import ChainDrawing
from desktop.ui.theme import Theme

_ZOOM_STEP = 1.2  # of zooming
CLOSEST, WIDEST = 3.0, 0.02
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ChainView(QGraphicsView):
    """One Tab stop. `opened` carries the contact to open, `moved` the line of the chain that is current now."""

    opened = Signal(int)
    moved = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chain = Chain()
        self._told: list[ChainLineText] = []
        self._children: list[list[int]] = []
        self._pressed: QPointF | None = None
        self.drawing = ChainDrawing(theme)
        self.drawing.show_chain(self._chain, self._told)
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        scene.addItem(self.drawing)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Graph of who led to whom"))
        self.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self._follow_theme)
        self._paint_ground()

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_chain(self, chain: Chain, said: list[ChainLineText]) -> None:
        """Show a chain; nobody is current yet."""
        self._chain, self._told, self._children = chain, said, chain.children()
        self.drawing.show_chain(chain, said)
        self.setSceneRect(self.drawing.boundingRect())

    def select(self, number: int, centre: bool = False) -> None:
        """Make a line of the chain the current one and bring it into sight."""
        if not 0 <= number < len(self._told):
            return
        before, self.drawing.current = self.drawing.current, number
        self.drawing.update()
        box = self.drawing.box(number)
        if centre:
            self.centerOn(box.center())
        else:
            margin = self._theme.px(24)
            self.ensureVisible(box, margin, margin)
        self.setAccessibleDescription(self._sentence(number))
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        if before != number:
            self.moved.emit(number)

    def start(self, number: int) -> None:
        """Begin where one can read: all of a small chain, else the person asked for in full size."""
        self.fit()
        if self._scale < 0.8 or self._scale > 1:
            self.resetTransform()
        self.select(number, centre=self._scale == 1)

    def _sentence(self, number: int) -> str:
        """The same words as in the tree, and whose they are."""
        parts = [part for part in self._told[number] if part]
        parent = self._chain.lines[number].parent
        if parent >= 0:
            parts.insert(1, self.tr("named by {0}").format(self._told[parent].name))
        return ", ".join(parts)

    @property
    def _scale(self) -> float:
        return self.transform().m11()

    def fit(self) -> None:
        """All of it at once."""
        self.fitInView(self.drawing.boundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
        if self._scale < WIDEST:
            self.resetTransform()
            self.scale(WIDEST, WIDEST)

    def zoom(self, steps: float) -> None:
        """Closer (above 0) or wider."""
        wanted = min(max(self._scale * _ZOOM_STEP**steps, WIDEST), CLOSEST)
        self.scale(wanted / self._scale, wanted / self._scale)

    def zoom_around_current(self, steps: float) -> None:
        """Zoom by key: what is current stays in sight, wherever the pointer is."""
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.zoom(steps)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    def _paint_ground(self) -> None:
        self.setBackgroundBrush(self._theme.tokens.color("window"))

    def _follow_theme(self) -> None:
        current = self.drawing.current
        self.drawing.measure()
        self.setSceneRect(self.drawing.boundingRect())
        self._paint_ground()
        self.select(current)

    # -- keys and mouse ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, with Ctrl they pan; plus, minus and nought with Ctrl zoom; Enter opens."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ARROWS:
            (self._pan if control else self._walk)(Qt.Key(key))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._told:
            self.select(0 if key == Qt.Key.Key_Home else len(self._told) - 1)
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_around_current(-1 if key == Qt.Key.Key_Minus else 1)
        elif control and key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self._open(self.drawing.current)
        else:
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> None:
        here = self.drawing.current
        if here < 0:
            self.select(0)
        elif key == Qt.Key.Key_Left:
            self.select(self._chain.lines[here].parent)
        elif key == Qt.Key.Key_Right:
            below = self._children[here]
            if below:  # the one straight ahead
                self.select(min(below, key=lambda each: abs(self.drawing.top[each] - self.drawing.top[here])))
        else:
            self.select(self.drawing.beside(here, -1 if key == Qt.Key.Key_Up else 1))

    def _pan(self, key: Qt.Key) -> None:
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        bar = self.horizontalScrollBar() if sideways else self.verticalScrollBar()
        step = self._theme.px(80)
        bar.setValue(bar.value() + (step if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -step))

    def _open(self, number: int) -> None:
        if number >= 0:
            self.opened.emit(self._chain.lines[number].person.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms around the pointer, without it scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that did not drag chooses who is there."""
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        if self._pressed is not None and (event.position() - self._pressed).manhattanLength() < 4:
            number = self.drawing.at(self.mapToScene(event.position().toPoint()))
            if number >= 0:
                self.select(number)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(self.drawing.at(self.mapToScene(event.position().toPoint())))
