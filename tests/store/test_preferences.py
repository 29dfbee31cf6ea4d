"""Profile and settings: what was chosen is there again, what is not understood is the default."""

from typing import Any

import pytest

from desktop.core.profile import Profile
from desktop.core.settings import Paper, Settings, ThemeChoice
from desktop.store.store import Store

PROFILE = {
    "name": "Nia Brook",
    "headline": "Bridges",
    "background": "Two lines\nof text",
    "email": "nia@example.org",
    "phone": "+44 1",
    "link": "https://example.org",
    "time_zone": "Europe/London",
}
SETTINGS: dict[str, Any] = {
    "paper": Paper.A5,
    "large_print": True,
    "text_size": 150,
    "theme": ThemeChoice.DARK,
    "week_start": 7,
    "first_start_done": True,
}


def choose(store: Store, **changed: Any) -> Settings:
    with store.action("Change settings"):
        store.preferences.update_settings(**changed)
    return store.preferences.settings()


def test_a_new_store_has_the_defaults(store: Store) -> None:
    assert store.preferences.profile() == Profile()
    assert store.preferences.settings() == Settings()


def test_the_profile_comes_back_whole(store: Store) -> None:
    assert set(PROFILE) == set(Profile.__struct_fields__)
    with store.action("Edit profile"):
        store.preferences.update_profile(**PROFILE)
    assert store.preferences.profile() == Profile(**PROFILE)
    with store.action("Edit profile"):
        store.preferences.update_profile(phone="")
    assert store.preferences.profile() == Profile(**{**PROFILE, "phone": ""})


def test_every_setting_comes_back_as_it_was_chosen(store: Store) -> None:
    assert set(SETTINGS) <= set(Settings.__struct_fields__)
    assert choose(store, **SETTINGS) == Settings(**SETTINGS)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_goes_back_to_the_systems(store: Store, name: str) -> None:
    choose(store, **SETTINGS)
    back = choose(store, **{name: None})
    assert getattr(back, name) == getattr(Settings(), name)


def test_off_is_not_the_same_as_never_chosen(store: Store) -> None:
    choose(store, large_print=True)
    assert choose(store, large_print=False).large_print is False


@pytest.mark.parametrize(
    ("name", "value"),
    [("paper", "a3"), ("theme", "sepia"), ("text_size", "large"), ("week_start", "x"), ("language", "pl")],
)
def test_what_this_version_does_not_know_is_the_default_and_spoils_nothing_else(
    store: Store, name: str, value: str
) -> None:
    choose(store, holidays_country="PL")
    store.database.connection().execute("insert into setting values (?, ?)", (f"setting.{name}", value))
    store.database.connection().execute("insert into setting values ('profile.shoe_size', '38')")
    assert store.preferences.settings() == Settings(holidays_country="PL")
    assert store.preferences.profile() == Profile()


def test_what_is_no_setting_is_refused(store: Store) -> None:
    with pytest.raises(TypeError, match="papre"):
        choose(store, papre=Paper.A4)
    with pytest.raises(TypeError, match="nmae"):
        store.preferences.update_profile(nmae="Nia")


def test_settings_are_undone_like_everything_else(store: Store) -> None:
    choose(store, theme=ThemeChoice.LIGHT)
    choose(store, theme=ThemeChoice.DARK)
    store.undo()
    assert store.preferences.settings().theme is ThemeChoice.LIGHT
    store.undo()
    assert store.preferences.settings() == Settings()


def test_the_settings_of_written_requests_come_back(store: Store) -> None:
    chosen = {
        "linkedin_note_characters": 300,
        "nudge_business_days": 5,
        "nudge_maximum": 0,
        "try_another_after": 3,
        "holidays_country": "DE",
        "holidays_subdivision": "BY",
        "weekly_cold_messages": 4,
        "weekly_meetings": 0,
        "private_search": True,
        "letter_tone": "warm",
    }
    with store.action("Settings"):
        store.preferences.update_settings(**chosen)
    assert store.preferences.settings() == Settings(**chosen)
    with store.action("As it comes"):
        store.preferences.update_settings(try_another_after=None, weekly_meetings=None, weekly_cold_messages=None)
    found = store.preferences.settings()
    assert (found.try_another_after, found.weekly_meetings, found.weekly_cold_messages) == (None, None, None)
