"""Where contacts stand follows from what happened, in the same action, and is what the rules of core say."""

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.core.contact import EVERYONE, Contact, ContactSort, NextStep, Stage, next_step_of
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState
from desktop.core.today.contact_event import EventKind
from desktop.core.today.follow_up import FollowUpKind
from desktop.store.file.history import WITH_LAST
from desktop.store.store import Store

SUNDAY = date(2026, 11, 22)  # the clock's day


@pytest.fixture
def ada(store: Store) -> int:
    with store.action("Add"):
        return store.contacts.add(Contact(name="Ada"))


def stage(store: Store, contact_id: int) -> Stage:
    found = store.contacts.find(contact_id)
    assert found is not None
    assert found.stage is store.contacts.status(contact_id).stage
    return found.stage


def send(store: Store, contact_id: int, **fields: Any) -> int:
    with store.action("Send"):
        return store.messages.add(Message(contact_id=contact_id, state=MessageState.SENT, **fields))


def new_day(store: Store, clock: Any, **by: float) -> int:
    clock.move(**by)
    with store.action("A new day", WITH_LAST):
        return store.contacts.refresh_stages()


def test_a_draft_moves_nobody_and_sending_it_does(store: Store, ada: int) -> None:
    with store.action("Draft"):
        message = store.messages.add(Message(contact_id=ada))
    assert stage(store, ada) is Stage.FOUND
    with store.action("Sent"):
        store.messages.update(message, state=MessageState.SENT)
    assert stage(store, ada) is Stage.WRITTEN_TO
    sent = store.messages.find(message)
    assert sent is not None
    assert sent.sent_on == SUNDAY
    store.undo()
    assert stage(store, ada) is Stage.FOUND
    store.redo()
    assert stage(store, ada) is Stage.WRITTEN_TO


@pytest.mark.parametrize(
    ("answer", "there"),
    [
        (Answer.YES, Stage.REPLIED),
        (Answer.LATER, Stage.REPLIED),
        (Answer.NO, Stage.DECLINED),
        (Answer.SOMEONE_ELSE, Stage.DECLINED),
    ],
)
def test_an_answer_moves_the_contact(store: Store, ada: int, answer: Answer, there: Stage) -> None:
    message = send(store, ada)
    with store.action("Answer"):
        store.messages.update(message, answer=answer)
    assert stage(store, ada) is there
    with store.action("Take it back"):
        store.messages.update(message, answer=None, answered_on=None)
    assert stage(store, ada) is Stage.WRITTEN_TO


def test_a_meeting_agreed_held_called_off_and_deleted(store: Store, ada: int) -> None:
    with store.action("Agree"):
        meeting = store.meetings.add(Meeting(contact_id=ada, starts_at=datetime(2026, 11, 25, 9, tzinfo=UTC)))
    assert stage(store, ada) is Stage.AGREED
    for state, there in ((MeetingState.MET, Stage.MET), (MeetingState.CANCELLED, Stage.REPLIED)):
        with store.action("Change"):
            store.meetings.update(meeting, state=state)
        assert stage(store, ada) is there
    with store.action("Delete"):
        store.meetings.delete(meeting)
    assert stage(store, ada) is Stage.FOUND
    with store.action("Restore"):
        store.meetings.restore(meeting)
    assert stage(store, ada) is Stage.REPLIED


def test_a_meeting_given_to_another_moves_both(store: Store, ada: int) -> None:
    with store.action("Agree"):
        bo = store.contacts.add(Contact(name="Bo"))
        meeting = store.meetings.add(Meeting(contact_id=ada))
    with store.action("With Bo"):
        store.meetings.update(meeting, contact_id=bo)
    assert (stage(store, ada), stage(store, bo)) == (Stage.FOUND, Stage.AGREED)


def test_a_deleted_message_was_never_sent(store: Store, ada: int) -> None:
    message = send(store, ada)
    with store.action("Delete"):
        store.messages.delete(message)
    assert (stage(store, ada), store.messages.of_contact(ada)) == (Stage.FOUND, [])
    with store.action("Restore"):
        store.messages.restore(message)
    assert stage(store, ada) is Stage.WRITTEN_TO


def test_thanks_and_keeping_in_touch(store: Store, ada: int) -> None:
    with store.action("Met"):
        store.meetings.add(Meeting(contact_id=ada, state=MeetingState.MET))
    send(store, ada, kind=MessageKind.THANK_YOU)
    assert stage(store, ada) is Stage.THANKED
    send(store, ada, kind=MessageKind.KEEP_IN_TOUCH)
    assert stage(store, ada) is Stage.IN_TOUCH


# -- by hand ----------------------------------------------------------------------------------------------------------


def test_a_stage_set_by_hand_holds_until_something_newer(store: Store, clock: Any, ada: int) -> None:
    with store.action("Correct"):
        store.contacts.correct_stage(ada, Stage.RESTING, "Moving house")
    contact, correction = store.contacts.find(ada), store.contacts.correction(ada)
    assert contact is not None
    assert (contact.stage, contact.stage_reason) == (Stage.RESTING, "Moving house")
    assert store.contacts.status(ada).by_hand
    assert correction is not None
    assert (correction.on, correction.instead_of) == (SUNDAY, Stage.FOUND)
    clock.move(days=3)
    send(store, ada)
    contact = store.contacts.find(ada)
    assert contact is not None
    assert (contact.stage, contact.stage_reason) == (Stage.WRITTEN_TO, "")
    store.undo()
    store.undo()
    assert stage(store, ada) is Stage.FOUND
    assert store.contacts.correction(ada) is None


def test_going_back_to_what_follows_by_itself_ends_the_correction(store: Store, ada: int) -> None:
    send(store, ada)
    for there in (Stage.IN_TOUCH, Stage.WRITTEN_TO):
        with store.action("Correct"):
            store.contacts.correct_stage(ada, there)
        assert stage(store, ada) is there
    assert store.contacts.correction(ada) is None


def test_the_contact_page_corrects_by_an_edit(store: Store, ada: int) -> None:
    with store.action("Stage"):
        store.contacts.update(ada, stage=Stage.REPLIED)
    with store.action("Reason"):
        store.contacts.update(ada, stage_reason="By phone")
    contact = store.contacts.find(ada)
    assert contact is not None
    assert (contact.stage, contact.stage_reason) == (Stage.REPLIED, "By phone")
    with store.action("No reason"):
        store.contacts.update(ada, stage_reason="")
    assert (stage(store, ada), store.contacts.status(ada).by_hand) == (Stage.REPLIED, True)


def test_who_comes_with_a_stage_goes_on_from_there(store: Store) -> None:
    with store.action("Import"):
        ada = store.contacts.add(Contact(name="Ada", stage=Stage.DECLINED, stage_reason="Too busy"))
    contact = store.contacts.find(ada)
    assert contact is not None
    assert (contact.stage, contact.stage_reason) == (Stage.DECLINED, "Too busy")
    with store.action("Agreed after all"):
        store.meetings.add(Meeting(contact_id=ada))
    assert stage(store, ada) is Stage.AGREED


def test_nobody_else_is_corrected(store: Store) -> None:
    with pytest.raises(KeyError), store.action("Correct"):
        store.contacts.correct_stage(99, Stage.MET)


# -- waiting ----------------------------------------------------------------------------------------------------------


def test_who_does_not_answer_is_nudged_once_and_then_closed_kindly(store: Store, clock: Any, ada: int) -> None:
    send(store, ada)  # on a Sunday; seven business days later is Tuesday in a week
    line = store.contacts.line(ada)
    assert line is not None
    assert (line.follow_up, line.follow_up_due) == (None, date(2026, 12, 1))
    assert next_step_of(line) is NextStep.AWAIT_ANSWER
    new_day(store, clock, days=9)
    line = store.contacts.line(ada)
    assert line is not None
    assert next_step_of(line) is NextStep.NUDGE
    send(store, ada, kind=MessageKind.NUDGE)
    follow_up = store.contacts.follow_up(ada)
    assert follow_up is not None
    assert (follow_up.then, follow_up.due) == (FollowUpKind.CLOSE, date(2026, 12, 10))
    assert new_day(store, clock, days=8) == 0
    assert new_day(store, clock, days=1) == 1
    assert stage(store, ada) is Stage.NO_ANSWER
    with store.action("Open again"):
        store.steps.add(ada, EventKind.REOPENED, date(2026, 12, 10))
    assert stage(store, ada) is Stage.WRITTEN_TO


def test_a_new_day_is_no_step_of_its_own_and_undo_still_works(store: Store, clock: Any, ada: int) -> None:
    send(store, ada)
    for _ in range(3):
        new_day(store, clock, days=12)
    assert (stage(store, ada), store.next_undo) == (Stage.WRITTEN_TO, "Send")
    store.undo()
    assert (stage(store, ada), store.next_undo) == (Stage.FOUND, "Add")


def test_a_new_day_touches_only_who_waits(store: Store, clock: Any, ada: int) -> None:
    with store.action("Add"):
        others = store.contacts.add_all([Contact(name=str(each), stage=each) for each in Stage])
    before = {contact.id: contact.stage for contact in store.contacts.every()}
    new_day(store, clock, days=100)
    after = {contact.id: contact.stage for contact in store.contacts.every()}
    assert {number for number in before if before[number] is not after[number]} == set()
    waits = others[list(Stage).index(Stage.WRITTEN_TO)]
    assert {line.id for line in store.contacts.lines() if line.follow_up_due} == {waits}


def test_a_snooze_puts_the_nudge_off(store: Store, clock: Any, ada: int) -> None:
    send(store, ada)
    with store.action("Snooze"):
        store.steps.add(ada, EventKind.SNOOZED, SUNDAY, date(2026, 12, 24))
    line = store.contacts.line(ada)
    assert line is not None
    assert line.follow_up_due == date(2026, 12, 24)


def test_who_said_later_is_come_back_to(store: Store, clock: Any, ada: int) -> None:
    send(store, ada, answer=Answer.LATER)
    with store.action("Snooze"):
        store.steps.add(ada, EventKind.SNOOZED, SUNDAY, date(2026, 11, 30))
    new_day(store, clock, days=8)
    line = store.contacts.line(ada)
    assert line is not None
    assert (line.stage, next_step_of(line)) == (Stage.REPLIED, NextStep.COME_BACK)


def test_another_rule_counts_at_once_and_can_be_taken_back(store: Store, clock: Any, ada: int) -> None:
    send(store, ada)
    with store.action("Settings"):
        store.preferences.update_settings(nudge_business_days=2, nudge_maximum=0)
    new_day(store, clock, days=3)
    assert stage(store, ada) is Stage.NO_ANSWER
    with store.action("Settings"):
        store.preferences.update_settings(nudge_business_days=30)
    assert stage(store, ada) is Stage.WRITTEN_TO
    store.undo()
    assert stage(store, ada) is Stage.NO_ANSWER


def test_an_interval_of_one_business_day_is_a_rule(store: Store, ada: int) -> None:
    with store.action("Settings"):
        store.preferences.update_settings(nudge_business_days=1)
    send(store, ada)
    line = store.contacts.line(ada)
    assert line is not None
    assert line.follow_up_due == date(2026, 11, 23)


def test_numbers_that_make_no_sense_stop_nothing(store: Store, ada: int) -> None:
    with store.action("Settings"):
        store.preferences.update_settings(nudge_business_days=0, nudge_maximum=-1, holidays_country="??")
    send(store, ada)
    assert stage(store, ada) is Stage.WRITTEN_TO


def test_holidays_count_where_a_country_is_set(store: Store, ada: int) -> None:
    send(store, ada, sent_on=date(2026, 11, 20))
    due = []
    for country in ("", "US"):  # Thanksgiving is on the 26th
        with store.action("Settings"):
            store.preferences.update_settings(holidays_country=country)
        line = store.contacts.line(ada)
        assert line is not None
        due.append(line.follow_up_due)
    assert due == [date(2026, 12, 1), date(2026, 12, 2)]


def test_what_waits_stands_together_in_the_list_by_next_step(store: Store, clock: Any) -> None:
    with store.action("Add"):
        ids = store.contacts.add_all([Contact(name=name) for name in ("A", "B", "C", "D")])
    send(store, ids[0])
    clock.move(days=9)
    send(store, ids[2])
    with store.action("A new day", WITH_LAST):
        store.contacts.refresh_stages()
    lines = store.contacts.lines(sort=ContactSort.NEXT_STEP)
    steps = [next_step_of(line) for line in lines]
    assert steps == sorted(steps, key=list(NextStep).index)
    assert steps.count(NextStep.NUDGE) == steps.count(NextStep.AWAIT_ANSWER) == 1
    for row, line in enumerate(lines):
        assert store.contacts.row_of(line.id, EVERYONE, ContactSort.NEXT_STEP) == row


# -- what happened ----------------------------------------------------------------------------------------------------


def test_all_that_happened_stands_in_order(store: Store, clock: Any, ada: int) -> None:
    message = send(store, ada)
    clock.move(days=1)
    with store.action("Answer"):
        store.messages.update(message, answer=Answer.YES)
        store.meetings.add(Meeting(contact_id=ada))
    clock.move(days=1)
    with store.action("Rest"):
        store.steps.add(ada, EventKind.RESTED, clock.now.date())
    happened = [(event.on.day, event.what) for event in store.steps.of_contact(ada)]
    assert happened == [(22, EventKind.WROTE), (23, EventKind.SAID_YES), (23, EventKind.AGREED), (24, EventKind.RESTED)]
    assert stage(store, ada) is Stage.RESTING


@pytest.mark.parametrize(
    ("what", "until"), [(EventKind.MET, None), (EventKind.SNOOZED, None), (EventKind.RESTED, SUNDAY)]
)
def test_what_is_no_step_is_refused(store: Store, ada: int, what: EventKind, until: date | None) -> None:
    with pytest.raises(ValueError, match="no step"), store.action("Step"):
        store.steps.add(ada, what, SUNDAY, until)


def test_a_day_typed_too_late_has_happened_all_the_same(store: Store, ada: int) -> None:
    send(store, ada, sent_on=date(2026, 11, 23))
    assert stage(store, ada) is Stage.WRITTEN_TO


def test_a_restored_contact_stands_where_the_days_have_brought_it(store: Store, clock: Any, ada: int) -> None:
    with store.action("Settings"):
        store.preferences.update_settings(nudge_maximum=0)
    send(store, ada)
    with store.action("Delete"):
        store.contacts.delete([ada])
    new_day(store, clock, days=20)
    with store.action("Restore"):
        store.contacts.restore([ada])
    assert stage(store, ada) is Stage.NO_ANSWER


SEND = """
import sys
from pathlib import Path
from desktop.core.contact import Contact
from desktop.core.message import Message, MessageState
from desktop.store.store import Store
with Store(Path(sys.argv[1])) as store, store.action("Send"):
    store.messages.add(Message(contact_id=store.contacts.add(Contact(name="Ada")), state=MessageState.SENT))
print("holidays" in sys.modules)
"""


def test_without_a_country_the_dear_library_of_holidays_is_not_imported(folder: Path) -> None:
    run = subprocess.run([sys.executable, "-c", SEND, str(folder)], capture_output=True, check=True, text=True)
    assert run.stdout.split() == ["False"]
