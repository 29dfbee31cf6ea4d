"""The first start: *Where are you now?* with three doors. Nothing else is asked before the first result."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.actions import Actions
from desktop.ui.icons import pixmap
from desktop.ui.theme import Theme, heading, muted, page_title
from desktop.ui.widgets.scroll_page import ScrollPage


class Door(QPushButton):
    """A wide button: a drawing, what is behind the door, and one line of what it leads to."""

    def __init__(self, drawing: str, title: str, line: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = drawing
        name = title.replace("&", "")
        self.setAccessibleName(name)
        self.setAccessibleDescription(line)
        self._picture = QLabel()
        self._title = heading(QLabel(title))
        self._title.setBuddy(self)  # its underlined letter presses the door
        self._line = muted(QLabel(line))
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self._title, self._line):
            label.setWordWrap(True)
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(20)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        for label in (self._picture, self._title, self._line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        side = self._theme.px(28)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(self._drawing, self._theme.tokens, side, "accent", ratio))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)


class Doors(ScrollPage):
    """The three doors. Each signal is one of them; `closed` is the way back to Today."""

    known_chosen = Signal()
    whom_chosen = Signal()
    agreed_chosen = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Where are you now?"))
        self.column.addWidget(page_title(QLabel(self.tr("Where are you now?"))))
        hint = muted(QLabel(self.tr("Each way begins with one small step. You can take another one at any time.")))
        hint.setWordWrap(True)
        self.column.addWidget(hint)
        self.doors = (
            Door(
                "users",
                self.tr("I &don't know whom to ask"),
                self.tr("Begin with the people you know already: a plain list, one line each."),
                theme,
            ),
            Door(
                "user-round",
                self.tr("I know &whom"),
                self.tr("Note their name and a first thought, and get a page for everything about them."),
                theme,
            ),
            Door(
                "calendar-check",
                self.tr("It is &agreed"),
                self.tr("Say who, when and what for, and print a brief to bring along."),
                theme,
            ),
        )
        for door, chosen in zip(self.doors, (self.known_chosen, self.whom_chosen, self.agreed_chosen), strict=True):
            door.clicked.connect(chosen)
            self.column.addWidget(door)
        self._example = QPushButton(self.tr("&Look around with an example"))
        self._example.setProperty("quiet", True)
        self._example.clicked.connect(actions["app.demo"].trigger)
        self._back = QPushButton(self.tr("&Back to Today"))
        self._back.setProperty("quiet", True)
        self._back.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.addWidget(self._example)
        foot.addStretch(1)
        foot.addWidget(self._back)
        self.column.addLayout(foot)

    def begin(self, with_way_back: bool) -> None:
        """Stand at the first door; a way back only where there is something to go back to."""
        self._back.setVisible(with_way_back)
        self.doors[0].setFocus()
