"""Random work on everything there is: undo all of it, do all of it again, and the file is the same each time."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.contact import Stage
from desktop.core.meeting_line import MeetingState
from desktop.core.message import MessageState
from desktop.store.store import Store
from tests.store.random_work import Work

NAMES = [name for name in vars(Work) if not name.startswith("_")]


def do(work: Work, name: str) -> None:
    """One kind of work; *several* is actions inside an action, of which one breaks."""
    if name != "several":
        getattr(work, name)()
        return
    for _ in range(3):
        with work.store.action("Inner"):
            do(work, work.chance.choice(NAMES))
    with pytest.raises(ZeroDivisionError), work.store.action("Broken"):
        do_and_break(work)


def do_and_break(work: Work) -> None:
    do(work, work.chance.choice(NAMES))
    raise ZeroDivisionError


@settings(max_examples=30)
@given(data=st.data())
def test_all_work_can_be_taken_back_and_done_again(
    tmp_path_factory: pytest.TempPathFactory, dump: Callable[[Store], Any], data: st.DataObject
) -> None:
    with Store(tmp_path_factory.mktemp("work")) as store:
        chance = Random(data.draw(st.integers(0, 2**32)))
        for _ in range(data.draw(st.integers(0, 12))):
            with store.action("There before"):
                do(Work(store, chance), chance.choice(NAMES))
        while store.undo():
            pass
        assert all(not rows for rows in dump(store).values())
        while store.redo():
            pass
        before = store.next_undo
        states = [dump(store)]
        steps = data.draw(
            st.lists(st.tuples(st.sampled_from([*NAMES, "several"]), st.sampled_from("  ab")), max_size=30)
        )
        started = count_back(store)
        for name, visit in steps:
            with store.action(name, visit.strip()):
                do(Work(store, chance), name)
            if dump(store) != states[-1]:
                states.append(dump(store))
        assert store.check() == []
        end, done = dump(store), 0
        for _ in range(count_back(store) - started):
            store.undo()
            done += 1
            assert dump(store) in states
        assert dump(store) == states[0]
        assert store.check() == []
        assert store.next_undo == before
        for _ in range(done):
            assert store.redo() is not None
        assert store.redo() is None
        assert dump(store) == end
        assert store.check() == []


@settings(max_examples=30)
@given(data=st.data())
def test_whatever_happens_each_contact_stands_where_the_rules_say(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    with Store(tmp_path_factory.mktemp("work")) as store:
        chance = Random(data.draw(st.integers(0, 2**32)))
        kinds = [name for name in NAMES if name != "days_pass"]  # which may go ahead of the clock
        with store.action("Begin"):
            for name in ("add_contacts", "add_contact", "add_contact"):
                do(Work(store, chance), name)
        for _ in range(data.draw(st.integers(10, 40))):
            with store.action("Work"):
                do(Work(store, chance), chance.choice(kinds))
            if chance.random() < 0.1:
                store.undo()
        for line in store.contacts.lines():
            standing, step = store.contacts.status(line.id), store.contacts.follow_up(line.id)
            assert line.stage is standing.stage
            waits = step is not None and line.stage is not Stage.NO_ANSWER
            assert line.follow_up_due == (step.due if step and waits else None)
        for contact in store.contacts.every():
            assert contact.last_contact_on == last_contact_on(store, contact.id)
            named = contact.referrer_id
            seen = {contact.id}
            while named is not None:  # to the root of the chain: it never goes in a circle
                assert named not in seen
                seen.add(named)
                named = referrer_of(store, named)


def last_contact_on(store: Store, contact_id: int) -> date | None:
    """Anew from the rows themselves: what was sent or answered, and meetings that took place."""
    today = store.clock().astimezone().date()
    sent = [message for message in store.messages.of_contact(contact_id) if message.state is MessageState.SENT]
    days = [day for message in sent for day in (message.sent_on, message.answered_on) if message.sent_on and day]
    for line in store.meetings.of_contact(contact_id):
        if line.state is MeetingState.MET:
            days.append(line.starts_at.astimezone().date() if line.starts_at else today)
    return max((min(day, today) for day in days), default=None)


def referrer_of(store: Store, contact_id: int) -> int | None:
    found: Any = store.database.connection().execute("select referrer_id from contact where id = ?", (contact_id,)).get
    return None if found is None else int(found)


def count_back(store: Store) -> int:
    """How many steps can be taken back; afterwards all are done again."""
    count = 0
    while store.undo() is not None:
        count += 1
    for _ in range(count):
        store.redo()
    return count
