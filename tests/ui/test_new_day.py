"""The days that pass move on who waits for an answer, without a step of undo and without a word."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.contact import Contact, Stage
from desktop.core.message import Message, MessageState
from desktop.store.store import Store
from desktop.ui.new_day import NewDay
from desktop.ui.workspace import Workspace
from tests.acting import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 23, 12, tzinfo=UTC))


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store(tmp_path / "data", clock) as opened:
        yield opened


def test_a_new_day_closes_kindly_who_did_not_answer(store: Store, clock: Clock, workspace: Workspace) -> None:
    with store.action("Send"):
        store.preferences.update_settings(nudge_maximum=0)
        ada = store.contacts.add(Contact(name="Ada"))
        store.messages.add(Message(contact_id=ada, state=MessageState.SENT))
    day = NewDay(workspace, workspace)
    seen: list[object] = []
    workspace.changed.connect(seen.append)

    def look(**later: float) -> Stage:
        clock.now += timedelta(**later)
        day.look()
        workspace.tasks.wait()
        found = store.contacts.find(ada)
        assert found is not None
        return found.stage

    day.begin()
    assert look() is Stage.WRITTEN_TO
    assert look(days=8) is Stage.WRITTEN_TO
    assert not seen
    assert look(days=1) is Stage.NO_ANSWER
    assert (store.next_undo, workspace.today().day) == ("Send", 2)
    store.undo()
    assert store.contacts.count() == 0
