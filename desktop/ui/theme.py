"""How everything looks: the colours and sizes of the quiet desk, and the one place that gives them to Qt.

Widgets never hold a colour: they take it from `Theme.tokens`, from the palette, or from the style sheet
`resources/style/groundwork.qss`, whose lengths are written for a normal text size and grow with the text.
"""

import re
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.core.settings import ThemeChoice
from desktop.core.values import replace
from desktop.places import resources


class Tokens(Struct, frozen=True):
    """The colours, as `#RRGGBB`. Text and muted are readable on every ground; edge and accent are seen on it."""

    name: str
    window: str
    surface: str
    sunken: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_soft: str
    attention: str
    attention_soft: str
    wrong: str
    wrong_soft: str

    def color(self, token: str) -> QColor:
        """The colour of a token by its name."""
        return QColor(getattr(self, token))


LIGHT = Tokens(
    name="light",
    window="#F6F5F2",
    surface="#FFFFFF",
    sunken="#ECEAE4",
    text="#23272B",
    muted="#5B636B",
    line="#D5D2CA",
    edge="#8C867A",
    accent="#1F6F6B",
    on_accent="#FFFFFF",
    accent_soft="#DCEDEA",
    attention="#8A5A00",
    attention_soft="#FBF0D9",
    wrong="#A6332B",
    wrong_soft="#FBE4E1",
)
DARK = Tokens(
    name="dark",
    window="#1C2023",
    surface="#24292D",
    sunken="#171A1D",
    text="#E8E6E1",
    muted="#A9B0B6",
    line="#3A4147",
    edge="#7A838B",
    accent="#6CC5BD",
    on_accent="#10201F",
    accent_soft="#1F3B39",
    attention="#E3B565",
    attention_soft="#3A2F18",
    wrong="#F0938A",
    wrong_soft="#422321",
)


class TextSize(Enum):
    """The three sizes of text, as a share of the body size."""

    BODY = 1.0
    HEADING = 1.25
    TITLE = 1.6


_NORMAL_PIXELS = 13  # The text height for which look.md and the style sheet give their lengths.
_ROW_HEIGHT = 36


def scaled(font: QFont, length: float) -> int:
    """A length of look.md, in pixels, grown with the font; never smaller than written there."""
    return round(length * _growth(font))


def _growth(font: QFont) -> float:
    return max(1.0, QFontInfo(font).pixelSize() / _NORMAL_PIXELS)


def row_height(font: QFont) -> int:
    """The height of one row of a list, in pixels."""
    return scaled(font, _ROW_HEIGHT)


def sized(font: QFont, size: TextSize) -> QFont:
    """The font in one of the three sizes; headings and titles are semibold."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * size.value)
    if size is not TextSize.BODY:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def heading(label: QLabel) -> QLabel:
    """Make a label a heading."""
    return _with_property(label, "heading")


def page_title(label: QLabel) -> QLabel:
    """Make a label the title of a page."""
    return _with_property(label, "title")


def muted(label: QLabel) -> QLabel:
    """Make a label quiet: a hint, a date, what matters less."""
    label.setProperty("tone", "muted")
    return label


def restyle(widget: QWidget) -> None:
    """Let a dynamic property that changed after showing take effect."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _with_property(label: QLabel, size: str) -> QLabel:
    label.setProperty("textSize", size)
    return label


def application(arguments: list[str]) -> QApplication:
    """The program's `QApplication`, in the style that the style sheet is written for.

    By argument, for whoever sets or asks for it later makes PySide6 define `QStyle` with its thousand names: 10 ms.
    """
    return QApplication([*arguments, "-style", "fusion"])


class Theme(QObject):
    """The look in force. `changed` tells when tokens or text size are others than before.

    Follows the system's light or dark while the mode is *system*.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_font = QFont(app.font())
        self._mode = ThemeChoice.SYSTEM
        self._scale = 1.0
        self._tokens = LIGHT
        self._applied: tuple[Tokens, float] | None = None
        QDir.addSearchPath("groundwork", str(resources()))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def scale(self) -> float:
        """The user's text size as a factor of the system's."""
        return self._scale

    def font(self, size: TextSize = TextSize.BODY) -> QFont:
        """The font in one of the three sizes, for what paints by itself."""
        return sized(self._app.font(), size)

    def px(self, length: float) -> int:
        """A length of look.md in pixels at the present text size."""
        return scaled(self._app.font(), length)

    def apply(self, mode: ThemeChoice | str = ThemeChoice.SYSTEM, scale: float = 1.0) -> None:
        """Give the program its look: `mode` as chosen, text `scale` times the system's size."""
        self._mode = ThemeChoice(mode)
        self._scale = scale
        hints = self._app.styleHints()
        # Window frames and the system's own dialogs follow where the platform can.
        wanted = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}.get(self._mode)
        if wanted is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(wanted)
        self._use_tokens()

    def _follow_system(self) -> None:
        if self._mode is ThemeChoice.SYSTEM and self._applied is not None:
            self._use_tokens()

    def _use_tokens(self) -> None:
        dark = self._mode is ThemeChoice.DARK or (
            self._mode is ThemeChoice.SYSTEM and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        self._tokens = DARK if dark else LIGHT
        if self._app.styleHints().accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            self._tokens = with_more_contrast(self._tokens)
        if self._applied == (self._tokens, self._scale):
            return
        self._applied = (self._tokens, self._scale)
        app = self._app
        app.setFont(self._scaled_font())
        app.setPalette(palette(self._tokens))
        app.setStyleSheet(style_sheet(self._tokens, app.font()))
        self.changed.emit()

    def _scaled_font(self) -> QFont:
        font = QFont(self._system_font)
        if font.pointSizeF() <= 0:  # A font given in pixels cannot be multiplied in points.
            font.setPointSizeF(QFontInfo(font).pointSizeF())
        font.setPointSizeF(font.pointSizeF() * self._scale)
        font.setFeature(QFont.Tag("tnum"), 1)  # type: ignore[call-overload,unused-ignore]
        return font


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette made of the tokens, for everything the style sheet does not reach."""
    role = QPalette.ColorRole
    roles = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.wrong,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.edge,
        role.Dark: tokens.edge,
        role.Shadow: tokens.edge,
    }
    result = QPalette()
    for each, value in roles.items():
        result.setColor(each, QColor(value))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.edge))
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.line))
    return result


def style_sheet(tokens: Tokens, font: QFont) -> str:
    """The style sheet with the tokens' colours and with its lengths grown to the font."""
    text = (resources() / "style" / "groundwork.qss").read_text(encoding="utf-8")
    values = {name: str(getattr(tokens, name)) for name in tokens.__struct_fields__}
    for size in TextSize:
        values[f"{size.name.lower()}_size"] = f"{font.pointSizeF() * size.value:.2f}pt"

    growth = _growth(font)  # the first question for a font loads it

    def colour(match: re.Match[str]) -> str:
        return values[match[1]]

    def length(match: re.Match[str]) -> str:
        written = int(match[1])
        return f"{written if written <= 2 else round(written * growth)}px"  # hairlines and the focus ring stay

    return re.sub(r"\b(\d+)px", length, re.sub(r"@(\w+)", colour, text))


def with_more_contrast(tokens: Tokens) -> Tokens:
    """The same look for people whose system asks for high contrast: no grey text, no faint lines."""
    return replace(tokens, muted=tokens.text, edge=tokens.text, line=tokens.muted)
