"""Colours that everybody can read, sizes that grow with the text."""

import re
from itertools import product

import pytest
from msgspec.structs import asdict
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.settings import ThemeChoice
from desktop.places import resources
from desktop.ui.theme import DARK, LIGHT, Theme, Tokens, scaled, style_sheet, with_more_contrast

GROUNDS = ("window", "surface", "sunken")


def luminance(colour: QColor) -> float:
    """Relative luminance [WCAG 2.2, definition]."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(tokens: Tokens, front: str, back: str) -> float:
    """Contrast ratio of two tokens [WCAG 2.2, 1.4.3]."""
    lighter, darker = sorted((luminance(tokens.color(front)), luminance(tokens.color(back))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_everything_written_has_a_contrast_of_4_5(tokens: Tokens) -> None:
    pairs = [
        *product(("text", "muted", "accent", "attention", "wrong"), GROUNDS),
        ("on_accent", "accent"),
        ("text", "accent_soft"),
        ("accent", "accent_soft"),
        ("text", "attention_soft"),
        ("attention", "attention_soft"),
        ("text", "wrong_soft"),
        ("wrong", "wrong_soft"),
    ]
    too_low = {pair: round(contrast(tokens, *pair), 2) for pair in pairs if contrast(tokens, *pair) < 4.5}
    assert too_low == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_controls_have_a_contrast_of_3(tokens: Tokens) -> None:
    too_low = {ground: round(contrast(tokens, "edge", ground), 2) for ground in GROUNDS}
    assert {ground: ratio for ground, ratio in too_low.items() if ratio < 3} == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_token_left_unfilled(qapp: QApplication, tokens: Tokens) -> None:
    assert "@" not in style_sheet(tokens, qapp.font())


def test_lengths_grow_with_the_text_and_theme_and_size_are_applied_at_once(qapp: QApplication, theme: Theme) -> None:
    normal = scaled(qapp.font(), 36)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(True))
    try:
        theme.apply(ThemeChoice.DARK, 2.0)
        assert theme.tokens is DARK
        assert scaled(qapp.font(), 36) > 1.6 * normal
        assert told
    finally:
        theme.apply(ThemeChoice.LIGHT, 1.0)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_picture_the_style_sheet_names_is_there_in_colours_of_the_tokens(
    qapp: QApplication, tokens: Tokens
) -> None:
    named = set(re.findall(r"groundwork:([\w/.-]+)", style_sheet(tokens, qapp.font())))
    assert named
    known = {value for value in asdict(tokens).values() if value.startswith("#")}
    for name in named:
        drawn = (resources() / name).read_text(encoding="utf-8")
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", drawn)) <= known, name


def test_high_contrast_leaves_no_grey_text_and_no_faint_border() -> None:
    for tokens in (LIGHT, DARK):
        strong = with_more_contrast(tokens)
        for ground in GROUNDS:
            assert contrast(strong, "muted", ground) >= 7
            assert contrast(strong, "edge", ground) >= 7


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_main_button_keeps_its_size_and_shows_a_ring_when_it_has_the_focus(
    qtbot: QtBot, theme: Theme, mode: str
) -> None:
    theme.apply(mode)
    try:
        place = QWidget()
        layout = QVBoxLayout(place)
        buttons = [QPushButton("Print brief") for _ in range(2)]
        for button in buttons:
            button.setProperty("primary", True)
            layout.addWidget(button)
        qtbot.addWidget(place)
        with qtbot.waitExposed(place):
            place.show()
            place.activateWindow()
        buttons[0].setFocus()
        picture = place.grab().toImage()
        middle = [
            [picture.pixelColor(b.x() + offset, b.geometry().center().y()).name().upper() for offset in (1, 3, 8)]
            for b in buttons
        ]
        accent = theme.tokens.accent
        assert middle[1] == [accent] * 3
        assert [colour == accent for colour in middle[0]] == [True, False, True]
        assert buttons[0].sizeHint() == buttons[1].sizeHint()
    finally:
        theme.apply("light")
