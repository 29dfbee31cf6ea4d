"""The calendar of everything that has a day: written once, or kept up to date."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import icalendar
import pytest

from desktop.core.errors import UserError
from desktop.core.meeting import Meeting
from desktop.store.store import Store
from desktop.texts.catalogue import Language
from desktop.work.calendar import keep_calendar, write_calendar
from tests.acting import Clock
from tests.texts.translations import Given
from tests.work.conftest import NOW

GERMAN = Language("de", Given({"Conversation with {name}": "Gespräch mit {name}"}))


def agree(store: Store, contact_id: int) -> None:
    with store.action("Agree"):
        store.meetings.add(Meeting(contact_id=contact_id, starts_at=NOW + timedelta(days=2), zone="UTC"))


def titles(path: Path) -> list[str]:
    return [str(event["summary"]) for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")]


def test_where_nothing_has_a_day_nothing_is_written(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Nothing has a day yet"):
        write_calendar(store, tmp_path / "all.ics")
    assert not (tmp_path / "all.ics").exists()


def test_it_is_written_in_the_language_in_use_and_its_entries_are_counted(
    store: Store, amara: int, tmp_path: Path, speak: Callable[[Language], None]
) -> None:
    agree(store, amara)
    assert write_calendar(store, tmp_path / "all.ics") == 1
    assert titles(tmp_path / "all.ics") == ["Conversation with Amara Okafor"]
    speak(GERMAN)
    write_calendar(store, tmp_path / "all.ics")
    assert titles(tmp_path / "all.ics") == ["Gespräch mit Amara Okafor"]


def test_a_kept_calendar_is_written_only_where_something_is_new_or_the_file_is_gone(
    store: Store, clock: Clock, amara: int, tmp_path: Path
) -> None:
    path = tmp_path / "kept.ics"
    agree(store, amara)
    kept = keep_calendar(store, path, None)
    assert titles(path) == ["Conversation with Amara Okafor"]
    path.write_bytes(b"touched")
    clock.now = NOW + timedelta(minutes=5)  # the moment alone is nothing new
    assert keep_calendar(store, path, kept) == kept
    assert path.read_bytes() == b"touched"
    path.unlink()
    keep_calendar(store, path, kept)
    assert titles(path)
    agree(store, amara)
    assert keep_calendar(store, path, kept) != kept
    assert len(titles(path)) == 2


def test_a_kept_calendar_may_be_empty_so_that_what_is_gone_goes_there_too(store: Store, tmp_path: Path) -> None:
    keep_calendar(store, tmp_path / "kept.ics", None)
    assert titles(tmp_path / "kept.ics") == []
