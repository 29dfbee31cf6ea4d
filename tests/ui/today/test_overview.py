"""The Today tab shows at most three steps, does what their buttons say, and tells of what time has brought."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.core.contact import Contact, Stage
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState
from desktop.core.today.contact_event import EventKind
from desktop.ui.actions import Actions
from desktop.ui.today.overview import Overview
from desktop.ui.today.tab import TodayTab
from desktop.ui.widgets.card import Card
from desktop.ui.workspace import Workspace
from tests.acting import Clock
from tests.ui.today.conftest import NOW


def buttons(tab: TodayTab, text: str) -> list[QPushButton]:
    QApplication.processEvents()
    return [button for button in tab.overview.findChildren(QPushButton) if button.text() == text and button.isVisible()]


def said(overview: Overview) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in overview.findChildren(QLabel) if label.isVisible())


def meeting_with(workspace: Workspace, name: str, starts_at: datetime, **fields: object) -> int:
    store = workspace.store
    with store.action("Agree"):
        contact_id = store.contacts.add(Contact(name=name))
        made = Meeting(contact_id=contact_id, starts_at=starts_at, zone="UTC", purpose="learn")
        meeting_id = store.meetings.add(made)
        if fields:
            store.meetings.update(meeting_id, **fields)
        store.meetings.add_question(PlannedQuestion(meeting_id=meeting_id, text="How?"))
    return meeting_id


def person(workspace: Workspace, name: str, **fields: Any) -> int:
    with workspace.store.action("Add"):
        return workspace.store.contacts.add(Contact(name=name, **fields))


def write(
    workspace: Workspace, contact_id: int, kind: MessageKind, on: date | None, answer: Answer | None = None
) -> None:
    state = MessageState.SENT if on else MessageState.DRAFT
    with workspace.store.action("Write"):
        workspace.store.messages.add(
            Message(contact_id=contact_id, kind=kind, state=state, sent_on=on, answer=answer, answered_on=answer and on)
        )


def test_the_example_shows_three_steps_each_with_one_main_button(
    example: Workspace, show: Callable[[], TodayTab]
) -> None:
    tab = show()
    cards = [card for card in tab.overview.findChildren(Card) if card.isVisible()]
    visible = [button for button in tab.overview.findChildren(QPushButton) if button.isVisible()]
    main = [button.text() for button in visible if button.property("primary") or button.property("main")]
    assert main == ["Write the confirmation", "Print brief", "Write the thank-you"]
    assert [button.text() for button in visible if button.property("primary")] == main[:1]
    assert len(cards) == 5  # three steps, the next meeting, what waits
    assert "Hamish Dunmore" in said(tab.overview)


def test_print_opens_the_meeting_first_so_that_its_own_brief_is_printed(
    example: Workspace, actions: Actions, show: Callable[[], TodayTab]
) -> None:
    tab = show()
    heard: list[object] = []
    tab.meeting_requested.connect(heard.append)
    actions["meeting.print_brief"].triggered.connect(lambda: heard.append("print"))
    buttons(tab, "Print brief")[0].click()
    following = example.store.meetings.next()
    assert following is not None
    assert heard == [following.id, "print"]


def test_a_meeting_that_is_near_can_be_begun_from_today(
    workspace: Workspace, actions: Actions, clock: Clock, show: Callable[[], TodayTab]
) -> None:
    soon = meeting_with(workspace, "Ann", NOW + timedelta(hours=3))
    tab, heard = show(), list[object]()
    tab.meeting_requested.connect(heard.append)
    actions["meeting.begin"].triggered.connect(lambda: heard.append("begin"))
    assert not buttons(tab, "Begin the meeting")
    clock.now = NOW + timedelta(hours=1, minutes=5)
    tab.overview.refresh()
    buttons(tab, "Begin the meeting")[0].click()
    assert heard == [soon, "begin"]


def test_the_one_to_begin_with_is_the_easiest_and_is_written_to_or_looked_at(
    workspace: Workspace, show: Callable[[], TodayTab]
) -> None:
    person(workspace, "Ann Lee", comfort=4)
    easy = person(workspace, "Bo Ek", comfort=1)
    tab = show()
    heard: list[tuple[str, int]] = []
    tab.write_requested.connect(lambda contact, _kind: heard.append(("write", contact)))
    tab.contact_requested.connect(lambda contact: heard.append(("open", contact)))
    buttons(tab, "Write to them")[0].click()
    buttons(tab, "Open page")[0].click()
    assert heard == [("write", easy), ("open", easy)]


def test_not_now_brings_the_next_easiest_and_tomorrow_the_first_again(
    workspace: Workspace, clock: Clock, show: Callable[[], TodayTab]
) -> None:
    person(workspace, "Ann Lee", comfort=4)
    person(workspace, "Bo Ek", comfort=1)
    tab = show()
    buttons(tab, "Not now")[0].click()
    assert "Ann Lee" in said(tab.overview)
    assert "Bo Ek" not in said(tab.overview)
    clock.now = NOW + timedelta(days=1)
    tab.overview.refresh()
    assert "Bo Ek" in said(tab.overview)


def test_a_nudge_that_is_due_shows_the_rule_as_it_is_set_and_says_once_that_no_reply_is_normal(
    workspace: Workspace, show: Callable[[], TodayTab]
) -> None:
    contact_id = person(workspace, "Ann Lee")
    write(workspace, contact_id, MessageKind.FIRST_REQUEST, NOW.date() - timedelta(days=14))
    tab = show()
    assert "After 7 working days without an answer: one friendly nudge, then let it rest." in said(tab.overview)
    assert "No reply is normal" in said(tab.overview)
    heard: list[tuple[int, MessageKind | None]] = []
    tab.write_requested.connect(lambda contact, kind: heard.append((contact, kind)))
    buttons(tab, "Write the nudge")[0].click()
    assert heard == [(contact_id, MessageKind.NUDGE)]
    with workspace.store.action("Set"):
        workspace.store.preferences.update_settings(nudge_business_days=5)
    assert "After 5 working days" in said(tab.overview)
    assert "No reply is normal" not in said(tab.overview)


def test_a_nudge_left_out_is_no_step_any_more_and_can_be_taken_back(
    workspace: Workspace, show: Callable[[], TodayTab]
) -> None:
    contact_id = person(workspace, "Ann Lee")
    write(workspace, contact_id, MessageKind.FIRST_REQUEST, NOW.date() - timedelta(days=14))
    tab = show()
    buttons(tab, "Not now")[0].click()
    assert "A friendly nudge" not in said(tab.overview)
    assert workspace.store.steps.of_contact(contact_id)[-1].what is EventKind.NUDGE_LEFT_OUT
    workspace.undo()
    assert "A friendly nudge" in said(tab.overview)


def test_a_nudge_can_wait_until_a_day_or_rest(workspace: Workspace, clock: Clock, show: Callable[[], TodayTab]) -> None:
    contact_id = person(workspace, "Ann Lee")
    write(workspace, contact_id, MessageKind.FIRST_REQUEST, NOW.date() - timedelta(days=14))
    tab = show()
    buttons(tab, "Later…")[0].click()
    buttons(tab, "Leave it until then")[0].click()
    assert workspace.store.steps.of_contact(contact_id)[-1].until == NOW.date() + timedelta(days=7)
    assert "A friendly nudge" not in said(tab.overview)
    clock.now = NOW + timedelta(days=7)
    tab.overview.refresh()
    assert "A friendly nudge" in said(tab.overview)
    buttons(tab, "Let it rest")[0].click()
    contact = workspace.store.contacts.find(contact_id)
    assert contact is not None
    assert contact.stage is Stage.RESTING


def test_who_answered_is_agreed_a_time_with(workspace: Workspace, show: Callable[[], TodayTab]) -> None:
    contact_id = person(workspace, "Ann Lee")
    write(workspace, contact_id, MessageKind.FIRST_REQUEST, NOW.date() - timedelta(days=1), Answer.YES)
    tab = show()
    heard: list[int] = []
    tab.agreed_requested.connect(heard.append)
    buttons(tab, "Agree a time")[0].click()
    assert heard == [contact_id]


def test_a_request_half_written_waits_as_it_was_left(workspace: Workspace, show: Callable[[], TodayTab]) -> None:
    contact_id = person(workspace, "Ann Lee")
    write(workspace, contact_id, MessageKind.INTRODUCTION_REQUEST, None)
    tab = show()
    heard: list[tuple[int, MessageKind | None]] = []
    tab.write_requested.connect(lambda contact, kind: heard.append((contact, kind)))
    buttons(tab, "Go on writing")[0].click()
    assert heard == [(contact_id, MessageKind.INTRODUCTION_REQUEST)]


def test_a_meeting_is_confirmed_a_day_or_two_ahead_and_not_again_once_that_is_written(
    workspace: Workspace, clock: Clock, show: Callable[[], TodayTab]
) -> None:
    meeting_id = meeting_with(workspace, "Ann Lee", NOW + timedelta(days=5))
    clock.now = NOW + timedelta(days=3, hours=12)
    tab = show()
    meeting = workspace.store.meetings.find(meeting_id)
    assert meeting is not None
    heard: list[tuple[int, MessageKind | None]] = []
    tab.write_requested.connect(lambda contact, kind: heard.append((contact, kind)))
    buttons(tab, "Write the confirmation")[0].click()
    assert heard == [(meeting.contact_id, MessageKind.CONFIRMATION)]
    buttons(tab, "It is confirmed already")[0].click()
    assert "Confirm your meeting" not in said(tab.overview)
    workspace.undo()
    write(workspace, meeting.contact_id, MessageKind.CONFIRMATION, clock.now.date())
    assert "Confirm your meeting" not in said(tab.overview)


def test_counts_are_shown_on_request_only_and_without_rates(workspace: Workspace, show: Callable[[], TodayTab]) -> None:
    for number, answer in enumerate((Answer.YES, Answer.NO, None)):
        contact_id = person(workspace, f"Person {number}")
        write(workspace, contact_id, MessageKind.FIRST_REQUEST, NOW.date() - timedelta(days=1), answer)
    tab = show()
    assert "Answers" not in said(tab.overview)
    tab.overview.so_far.button.click()
    assert tab.overview.so_far.counts.text().split("\n") == [
        "Requests written: 3",
        "Answers: 2",
        "    yes: 1",
        "    no: 1",
        "Talks that took place: 0",
    ]
    assert "%" not in said(tab.overview)


def test_going_over_the_weekly_limit_is_mentioned_once(
    workspace: Workspace, clock: Clock, show: Callable[[], TodayTab]
) -> None:
    heard: list[str] = []
    workspace.said.connect(lambda text, _actions, _kind: heard.append(text))
    with workspace.store.action("Set"):
        workspace.store.preferences.update_settings(weekly_cold_messages=1, week_start=1)
    contact_id = person(workspace, "Ann Lee")
    write(workspace, contact_id, MessageKind.FIRST_REQUEST, NOW.date())
    tab = show()
    assert heard == []
    write(workspace, contact_id, MessageKind.FIRST_REQUEST, NOW.date())
    assert heard == ["That is more cold messages this week than you wanted to write. Your choice."]
    write(workspace, contact_id, MessageKind.FIRST_REQUEST, NOW.date())
    tab.overview.refresh()
    assert len(heard) == 1
    clock.now = NOW + timedelta(days=7)
    for _ in range(2):
        write(workspace, contact_id, MessageKind.FIRST_REQUEST, clock.now.date())
    assert len(heard) == 2


@pytest.mark.parametrize(
    ("text", "state"), [("We met", MeetingState.MET), ("It did not happen", MeetingState.CANCELLED)]
)
def test_whether_a_meeting_took_place_is_said_with_one_click_and_can_be_taken_back(
    workspace: Workspace, show: Callable[[], TodayTab], text: str, state: MeetingState
) -> None:
    meeting_id = meeting_with(workspace, "Ann Lee", NOW - timedelta(hours=3))
    tab = show()
    assert "Did you meet Ann Lee?" in said(tab.overview)
    buttons(tab, text)[0].click()
    meeting = workspace.store.meetings.find(meeting_id)
    assert meeting is not None
    assert meeting.state is state
    assert "Did you meet Ann Lee?" not in said(tab.overview)
    workspace.undo()
    assert "Did you meet Ann Lee?" in said(tab.overview)


def test_learning_is_kept_from_the_meeting_that_was_written_up(
    workspace: Workspace, show: Callable[[], TodayTab]
) -> None:
    meeting_id = meeting_with(
        workspace, "Ann Lee", NOW - timedelta(days=2), state=MeetingState.MET, notes="She laughed a lot."
    )
    meeting = workspace.store.meetings.find(meeting_id)
    assert meeting is not None
    write(workspace, meeting.contact_id, MessageKind.THANK_YOU, NOW.date())
    tab = show()
    heard: list[int] = []
    tab.learning_requested.connect(heard.append)
    buttons(tab, "Add to the log")[0].click()
    assert heard == [meeting_id]


def test_with_nothing_to_do_the_page_is_calm_and_offers_a_new_contact(
    workspace: Workspace, actions: Actions, show: Callable[[], TodayTab]
) -> None:
    person(workspace, "Ann Lee", stage=Stage.RESTING)
    tab = show()
    heard: list[str] = []
    actions["contact.new"].triggered.connect(lambda: heard.append("new"))
    assert "Nothing is waiting for you" in said(tab.overview)
    buttons(tab, "New contact")[0].click()
    assert heard == ["new"]


def test_when_time_passes_a_meeting_moves_from_ahead_to_over(
    workspace: Workspace, clock: Clock, show: Callable[[], TodayTab]
) -> None:
    meeting_with(workspace, "Ann Lee", NOW + timedelta(minutes=30))
    tab = show()
    assert "Print the brief for Ann Lee" in said(tab.overview)
    clock.now = NOW + timedelta(hours=1)
    tab.overview.refresh()
    assert "Did you meet Ann Lee?" in said(tab.overview)


def test_names_are_shown_as_they_are_typed_never_as_markup(workspace: Workspace, show: Callable[[], TodayTab]) -> None:
    meeting_with(workspace, "<b>Ann</b> & Lee", NOW + timedelta(minutes=30))
    tab = show()
    texts = [label for label in tab.overview.findChildren(QLabel) if "<b>Ann</b>" in label.text()]
    assert texts
    assert all(label.textFormat().name == "PlainText" for label in texts)
