"""Icons are tinted by a token, sharp at every size, and survive being copied."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.places import resources
from desktop.ui.actions import Actions
from desktop.ui.icons import app_icon, icon
from desktop.ui.theme import DARK, LIGHT, TextSize, Tokens


def strongest(picture: QPixmap) -> str:
    """The colour of the pixel that covers most."""
    image = picture.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha).name().upper()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_an_icon_has_the_colour_of_its_token_and_of_edges_where_it_is_disabled(
    qapp: QApplication, tokens: Tokens
) -> None:
    drawn = icon("user", tokens, "accent")
    assert strongest(drawn.pixmap(QSize(64, 64))) == tokens.accent
    assert strongest(drawn.pixmap(QSize(64, 64), QIcon.Mode.Disabled)) == tokens.edge


def test_an_icon_is_drawn_for_the_pixels_of_the_screen(qapp: QApplication) -> None:
    picture = icon("user", LIGHT).pixmap(QSize(16, 16), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


def test_an_icon_that_was_copied_and_changed_can_still_be_drawn(qapp: QApplication) -> None:
    """A copied icon engine was freed under its icon: the program crashed."""
    for name in ("user", "users", "clock") * 20:
        copied = QIcon(icon(name, LIGHT))
        copied.addPixmap(QPixmap(3, 3))
        gc.collect()
        assert not copied.pixmap(QSize(16, 16)).isNull()


def test_every_action_has_its_icon_and_the_licence_stands_beside(actions: Actions) -> None:
    for spec in actions.table:
        assert not icon(spec.icon, LIGHT).isNull()
    assert "ISC" in (resources() / "icons" / "LICENSE").read_text(encoding="utf-8")


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", LIGHT)


def test_the_program_has_an_icon_of_its_own(qapp: QApplication) -> None:
    assert not app_icon().pixmap(QSize(64, 64)).isNull()


def test_there_are_three_sizes_of_text() -> None:
    assert [size.value for size in TextSize] == [1.0, 1.25, 1.6]
