"""What the settings come to where nothing was chosen, and the page on which they are chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTimeZone
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.settings import Paper, Settings, ThemeChoice
from desktop.ui import settings as effective
from desktop.ui.settings_page import SettingsDialog
from desktop.ui.theme import DARK, LIGHT
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.workspace import Workspace
from tests.ui import hands


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        ("en_US", Paper.LETTER),
        ("fr_CA", Paper.LETTER),
        ("es_MX", Paper.LETTER),
        ("en_GB", Paper.A4),
        ("ja_JP", Paper.A4),
    ],
)
def test_the_usual_paper_depends_on_where_the_user_is(locale: str, paper: Paper) -> None:
    assert effective.effective_paper(Settings(), QLocale(locale)) is paper
    assert effective.effective_paper(Settings(paper=Paper.A5), QLocale(locale)) is Paper.A5


@pytest.mark.parametrize(("locale", "first"), [("de_DE", 1), ("en_US", 7), ("ar_EG", 6)])
def test_the_week_starts_as_usual_there_unless_chosen(locale: str, first: int) -> None:
    assert effective.effective_week_start(Settings(), QLocale(locale)) == first
    assert effective.effective_week_start(Settings(week_start=3), QLocale(locale)) == 3
    assert effective.effective_week_start(Settings(week_start=9), QLocale(locale)) == first


@pytest.mark.parametrize(("stored", "used"), [(100, 100), (20, 80), (900, 200)])
def test_a_text_size_is_never_beyond_what_can_be_used(stored: int, used: int) -> None:
    assert effective.effective_text_size(Settings(text_size=stored)) == used


@pytest.mark.parametrize(
    ("link", "name"),
    [("/usr/share/zoneinfo/Europe/Rome", "Europe/Rome"), ("../zoneinfo/Asia/Tokyo", "Asia/Tokyo"), ("/a/b", "")],
)
def test_the_systems_zone_is_where_its_link_leads_or_else_what_qt_says(
    monkeypatch: pytest.MonkeyPatch, link: str, name: str
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(Path, "readlink", lambda _path: Path(link))
    assert effective.system_zone_name() == (name or bytes(QTimeZone.systemTimeZoneId().data()).decode())


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> Iterator[SettingsDialog]:
    shown = SettingsDialog(workspace)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it afterwards
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    workspace.theme.apply(ThemeChoice.LIGHT)


def test_the_profile_is_saved_as_it_is_typed(workspace: Workspace, dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(hands.line(dialog, "Name"), "Ann Lee")
    dialog.reject()
    assert workspace.store.preferences.profile().name == "Ann Lee"


def test_text_size_and_colours_take_effect_at_once_and_undo_takes_them_back(
    workspace: Workspace, dialog: SettingsDialog
) -> None:
    hands.enter(dialog, "Text size", 150)
    assert workspace.theme.scale == 1.5
    hands.choose(dialog, "Light or dark", "Dark")
    assert workspace.theme.tokens is DARK
    workspace.undo()
    workspace.undo()
    assert workspace.theme.scale == 1.0
    assert workspace.theme.tokens is LIGHT
    assert workspace.store.preferences.settings() == Settings()


def test_every_setting_goes_back_to_the_systems(workspace: Workspace, dialog: SettingsDialog) -> None:
    names = ("Paper size", "Week starts on", "Light or dark")
    for name, chosen in zip(names, (2, 3, 2), strict=True):
        editor = hands.field(dialog, name).editor
        editor.setCurrentIndex(chosen)
        editor.activated.emit(chosen)
    stored = workspace.store.preferences.settings()
    assert (stored.paper, stored.week_start, stored.theme) == (Paper.LETTER, 3, ThemeChoice.DARK)
    for name in names:
        editor = hands.field(dialog, name).editor
        editor.setCurrentIndex(0)
        editor.activated.emit(0)
    assert workspace.store.preferences.settings() == Settings()


def test_the_folder_is_shown_and_a_safety_copy_is_written_and_named(
    workspace: Workspace, dialog: SettingsDialog
) -> None:
    assert str(workspace.store.folder) in {label.text() for label in dialog.findChildren(QLabel)}
    copy = next(button for button in dialog.findChildren(QPushButton) if "safety" in button.text())
    copy.click()
    copies = list((Path(workspace.store.folder) / "backups").glob("*.db"))
    assert len(copies) == 1
    assert any(copies[0].name in text for text in hands.read(dialog))


def test_no_two_controls_of_the_page_share_an_underlined_letter(dialog: SettingsDialog) -> None:
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    texts += [button.text() for button in dialog.findChildren(QPushButton)]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize(
    ("label", "name", "code"),
    [
        ("Tone", "letter_tone", "warm"),
        ("LinkedIn notes have room for", "linkedin_note_characters", 300),
        ("Meanwhile", "try_another_after", 3),
        ("Messages to strangers, at most", "weekly_cold_messages", 5),
        ("Talks, at most", "weekly_meetings", 2),
        ("Talks, at most", "weekly_meetings", None),
    ],
)
def test_what_is_chosen_about_requests_is_saved_at_once(
    workspace: Workspace, dialog: SettingsDialog, label: str, name: str, code: object
) -> None:
    hands.enter(dialog, label, code)
    assert getattr(workspace.store.preferences.settings(), name) == code


def test_the_rule_is_said_as_it_is_set(dialog: SettingsDialog) -> None:
    (rule,) = [label for label in dialog.findChildren(QLabel) if label.text().startswith("After ")]
    assert rule.text() == "After 7 working days without an answer: one friendly nudge, then let it rest."
    hands.enter(dialog, "Working days to wait", 5)
    hands.enter(dialog, "Nudges at most", 2)
    hands.enter(dialog, "Meanwhile", 3)
    assert rule.text() == (
        "After 5 working days without an answer: a friendly nudge, at most 2 of them, then let it rest. "
        "After 3 working days, write to another person meanwhile."
    )
    hands.enter(dialog, "Nudges at most", 0)
    assert rule.text().startswith("After 5 working days without an answer: let it rest.")


def test_a_private_search_is_one_tick(workspace: Workspace, dialog: SettingsDialog) -> None:
    hands.press(dialog, "My search is private")
    assert workspace.store.preferences.settings().private_search


def test_holidays_are_offered_by_country_and_part_once_they_are_loaded(
    workspace: Workspace, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    country = hands.field(dialog, "Public holidays of")
    part = hands.field(dialog, "Part of the country")
    assert isinstance(country, ChoiceField)
    assert isinstance(part, ChoiceField)
    qtbot.waitUntil(lambda: country.editor.count() > 100)
    assert not part.isVisible()
    country.enter("DE")
    qtbot.waitUntil(lambda: part.editor.count() > 10)
    assert part.isVisible()
    part.enter("BY")
    assert part.editor.currentText() == "Bayern"
    settings = workspace.store.preferences.settings()
    assert (settings.holidays_country, settings.holidays_subdivision) == ("DE", "BY")
    country.enter("")
    assert workspace.store.preferences.settings().holidays_subdivision == ""
    qtbot.waitUntil(lambda: not part.isVisible())


def test_a_country_that_is_set_is_shown_before_the_others_are_loaded(workspace: Workspace, qtbot: QtBot) -> None:
    with workspace.store.action("Set"):
        workspace.store.preferences.update_settings(holidays_country="NO")
    hidden = SettingsDialog(workspace)
    qtbot.addWidget(hidden)
    country = hands.field(hidden, "Public holidays of")
    assert isinstance(country, ChoiceField)
    assert country.editor.currentText() == "Norway"
    assert country.editor.count() == 2
