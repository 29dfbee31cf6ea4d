"""Today after meetings: telling, promises, introductions; leaving any step; what else is possible; a quiet day."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.core.contact import Contact, Stage
from desktop.core.learning import LearningEntry
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Message, MessageKind, MessageState
from desktop.core.promise import Promise
from desktop.core.today.follow_up import FollowUp, FollowUpKind, FollowUpReason
from desktop.core.today.ranking import next_steps, still_put_off
from desktop.core.today.values import Rank, Step, StepKind
from desktop.store.store import Store
from desktop.ui.today import ranking_words
from desktop.ui.today.step_actions import StepActions
from desktop.ui.today.tab import TodayTab
from desktop.ui.today.wording import WordsOfLocale
from desktop.ui.workspace import Workspace
from desktop.work.step_words import ago
from desktop.work.today import today_material
from tests.acting import Clock
from tests.ui.today.conftest import NOW

TODAY = NOW.date()


def person(store: Store, name: str, **fields: Any) -> int:
    with store.action("Add"):
        return store.contacts.add(Contact(name=name, **fields))


def met(store: Store, contact_id: int, at: datetime, **fields: Any) -> int:
    with store.action("Meet"):
        meeting_id = store.meetings.add(Meeting(contact_id=contact_id, starts_at=at, zone="UTC", purpose="learn"))
        store.meetings.update(meeting_id, state=MeetingState.MET, **fields)
    return meeting_id


def sent(store: Store, contact_id: int, kind: MessageKind, on: date) -> None:
    with store.action("Send"):
        store.messages.add(Message(contact_id=contact_id, kind=kind, state=MessageState.SENT, sent_on=on))


def kinds(store: Store, now: datetime = NOW) -> list[StepKind]:
    return [step.kind for step in next_steps(today_material(store, now), now)]


def said(tab: TodayTab) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in tab.overview.findChildren(QLabel) if label.isVisible())


def buttons(tab: TodayTab, text: str) -> list[QPushButton]:
    QApplication.processEvents()
    found = [button for button in tab.overview.findChildren(QPushButton) if button.isVisible()]
    return [button for button in found if button.text().replace("&", "") == text]


def test_the_referrer_is_told_once_the_person_they_named_was_met(
    workspace: Workspace, show: Callable[[], TodayTab]
) -> None:
    store = workspace.store
    ann = person(store, "Ann Lee")
    bo = person(store, "Bo Ek", referrer_id=ann)
    met(store, bo, NOW - timedelta(days=3), notes="Good.", written_up_at=NOW)
    sent(store, bo, MessageKind.THANK_YOU, TODAY)
    tab = show()
    assert "Tell Ann Lee that you met Bo Ek" in said(tab)
    assert "They gave you that name, and you talked 3 days ago." in said(tab)
    heard: list[tuple[int, MessageKind]] = []
    tab.write_requested.connect(lambda contact, kind: heard.append((contact, kind)))
    buttons(tab, "Write to them")[0].click()
    assert heard == [(ann, MessageKind.REPORT_BACK)]
    sent(store, ann, MessageKind.REPORT_BACK, TODAY)
    assert "Tell Ann Lee" not in said(tab)


def test_a_promise_is_done_with_one_click_and_undo_brings_it_back(
    workspace: Workspace, show: Callable[[], TodayTab]
) -> None:
    store = workspace.store
    ann = person(store, "Ann Lee", stage=Stage.THANKED)
    with store.action("Promise"):
        store.promises.add(Promise(contact_id=ann, text="the article\non wells", due_on=TODAY + timedelta(days=1)))
    tab = show()
    assert "You promised Ann Lee: the article on wells" in said(tab)
    assert "You said: by tomorrow." in said(tab)
    buttons(tab, "It is done")[0].click()
    assert "You promised" not in said(tab)
    assert store.promises.of_contact(ann)[0].done_on == TODAY
    workspace.undo()
    assert "You promised Ann Lee" in said(tab)


def test_an_introduction_is_checked_in_on_with_whoever_offered_it(
    workspace: Workspace, show: Callable[[], TodayTab]
) -> None:
    ann = person(workspace.store, "Ann Lee", stage=Stage.THANKED)
    bo = person(workspace.store, "Bo Ek", referrer_id=ann, introducing_since=TODAY - timedelta(days=10))
    tab = show()
    heard: list[int] = []
    tab.write_requested.connect(lambda contact, _kind: heard.append(contact))
    assert "Check in with Ann Lee about Bo Ek" in said(tab)
    assert "10 days ago" in said(tab)
    buttons(tab, "Write to them")[0].click()
    buttons(tab, "We are introduced")[0].click()
    assert heard == [ann]
    contact = workspace.store.contacts.find(bo)
    assert contact is not None
    assert contact.introducing_since is None
    assert "Check in" not in said(tab)


def test_what_was_to_be_tried_opens_its_entry(workspace: Workspace, show: Callable[[], TodayTab]) -> None:
    person(workspace.store, "Ann Lee", stage=Stage.RESTING)
    with workspace.store.action("Learn"):
        entry = workspace.store.learning.add(LearningEntry(title="Talk", will_try="ask twice", come_back_on=TODAY))
    tab = show()
    heard: list[int] = []
    tab.entry_requested.connect(heard.append)
    assert "You wanted to try: ask twice" in said(tab)
    buttons(tab, "Open the entry")[0].click()
    assert heard == [entry]


def test_what_waits_to_be_written_up_says_how_long_ago_it_was(
    workspace: Workspace, show: Callable[[], TodayTab]
) -> None:
    for name, hours in (("Ann", 4), ("Bo", 24), ("Cy", 72)):
        met(workspace.store, person(workspace.store, name), NOW - timedelta(hours=hours))
    tab = show()
    text = said(tab)
    assert "This morning – a few words" in text
    assert "Yesterday" in text
    assert "3 days ago" in text


@pytest.mark.parametrize(
    ("text", "until"), [("Tomorrow", 1), ("Next week", 7), ("Leave it until then", 7), ("Not now", None)]
)
def test_a_step_of_a_meeting_can_be_left_until_a_day_or_for_good(
    workspace: Workspace, clock: Clock, show: Callable[[], TodayTab], text: str, until: int | None
) -> None:
    store = workspace.store
    ann = person(store, "Ann Lee")
    meeting = met(store, ann, NOW - timedelta(hours=4))
    sent(store, ann, MessageKind.THANK_YOU, TODAY)
    tab = show()
    if until is not None:
        buttons(tab, "Later…")[0].click()
    buttons(tab, text)[0].click()
    day = None if until is None else TODAY + timedelta(days=until)
    assert store.put_off.all() == [(f"write_up:{meeting}", day)]
    assert "Write up your talk" not in said(tab)
    workspace.undo()
    assert "Write up your talk" in said(tab)
    workspace.redo()
    clock.now = NOW + timedelta(days=until or 7)
    tab.overview.refresh()
    assert ("Write up your talk" in said(tab)) is (until is not None)


def test_a_person_can_rest_instead(workspace: Workspace, show: Callable[[], TodayTab]) -> None:
    store = workspace.store
    ann = person(store, "Ann Lee")
    met(store, person(store, "Bo", referrer_id=ann), NOW - timedelta(days=3), written_up_at=NOW)
    tab = show()
    for title in ("Thank Bo", "Tell Ann Lee that you met Bo"):
        assert title in said(tab)
    card = next(each.parent() for each in tab.overview.findChildren(QLabel) if each.text().startswith("Tell Ann"))
    later = next(each for each in card.findChildren(QPushButton) if each.text() == "Later…")
    later.click()
    buttons(tab, "Let this person rest")[0].click()
    contact = store.contacts.find(ann)
    assert contact is not None
    assert contact.stage is Stage.RESTING
    assert "Tell Ann Lee" not in said(tab)


@pytest.mark.parametrize("kind", StepKind)
def test_every_kind_of_step_can_be_left_until_tomorrow_and_left_out(workspace: Workspace, kind: StepKind) -> None:
    store = workspace.store
    person(store, "Ann Lee")
    line = store.contacts.line(1)
    due = FollowUp(FollowUpKind.NUDGE, TODAY, FollowUpReason.INTERVAL, FollowUpKind.NUDGE, TODAY)
    step = Step(kind, contact=line, follow_up=due if kind in (StepKind.NUDGE, StepKind.COME_BACK) else None)
    step_actions = StepActions(workspace)

    def left() -> tuple[object, ...]:
        return (*still_put_off(store.put_off.all(), TODAY), *store.steps.of_contact(1))

    for leave in (lambda: step_actions.later(step, TODAY + timedelta(days=1)), lambda: step_actions.not_now(step)):
        leave()
        assert len(left()) == 1
        workspace.undo()
        assert left() == ()


def test_the_rest_and_the_reasons_are_one_click_away(workspace: Workspace, show: Callable[[], TodayTab]) -> None:
    store = workspace.store
    ann = person(store, "Ann & Lee", stage=Stage.THANKED)
    with store.action("Promise"):
        store.promises.add(Promise(contact_id=ann, text="a book"))
    tab = show()
    assert "You promised" not in said(tab)
    assert "Nothing is waiting" in said(tab)
    tab.overview.more.also.click()
    assert buttons(tab, "You promised Ann  Lee: a book")  # the mnemonic's sign is taken out here
    heard: list[int] = []
    tab.write_requested.connect(lambda contact, _kind: heard.append(contact))
    buttons(tab, "You promised Ann  Lee: a book")[0].click()
    assert heard == [ann]
    with store.action("Kept"):
        store.promises.update(1, done_on=TODAY)
    assert "Nothing else today" in said(tab)
    tab.overview.more.why.click()
    assert "thanking, best within a day" in said(tab)
    assert [line.split(".")[0] for line in tab.overview.more.reasons.text().split("\n")[1:]] == [
        str(rank.value) for rank in Rank
    ]


def test_every_place_of_the_ranking_is_said() -> None:
    assert list(ranking_words.rank_texts()) == list(Rank)
    assert all(ranking_words.rank_texts().values())


def test_the_day_after_a_talk_is_quiet_if_that_is_wanted(
    workspace: Workspace, clock: Clock, show: Callable[[], TodayTab]
) -> None:
    store = workspace.store
    ann = person(store, "Ann Lee")
    met(store, ann, NOW - timedelta(days=1), written_up_at=NOW)
    with store.action("Promise"):
        store.promises.add(Promise(contact_id=ann, text="a book", due_on=TODAY))
    assert kinds(store) == [StepKind.THANK, StepKind.KEEP_PROMISE]
    with store.action("Set"):
        store.preferences.update_settings(quiet_day_after_meeting=True)
    tab = show()
    assert kinds(store) == [StepKind.THANK]
    assert "A quiet day after your talk yesterday." in said(tab)
    assert "a book" not in said(tab)
    sent(store, ann, MessageKind.THANK_YOU, TODAY)
    assert "Nothing here cannot wait." in said(tab)
    clock.now = NOW + timedelta(days=1)
    tab.overview.refresh()
    assert "A quiet day" not in said(tab)
    assert "a book" in said(tab)


def test_days_ago_are_said_in_words_and_far_ones_by_their_day() -> None:
    locale = QLocale("en_GB")
    words = [ago(TODAY - timedelta(days=days), TODAY, WordsOfLocale(locale)) for days in (0, 1, 2, 30, 31)]
    assert words == ["today", "yesterday", "2 days ago", "30 days ago", "Saturday, 24 October 2026"]
