"""What was written and what came back, on the contact's page; meetings as entries of a calendar."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from desktop.ui.contacts.page.meeting_list import MeetingList
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Stage
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.message import Answer, Channel, Message, MessageKind, MessageState
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.contacts.page.message_list import MessageList
from desktop.ui.contacts.page.next_step_card import NextStepCard
from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.contacts.tab import ContactsTab
from desktop.ui.widgets.two_line_list import TwoLineList
from desktop.ui.workspace import Workspace
from tests.ui import hands
from tests.ui.contacts.conftest import fill


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> ContactPage:
    made = ContactPage(workspace)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    return made


@pytest.fixture
def tab(workspace: Workspace, actions: Actions, qtbot: QtBot) -> ContactsTab:
    made = ContactsTab(workspace, actions)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    return made


def send(store: Store, contact_id: int, kind: MessageKind = MessageKind.FIRST_REQUEST) -> int:
    with store.action("Send"):
        return store.messages.add(
            Message(
                contact_id=contact_id,
                kind=kind,
                subject="A question",
                text="Dear Amara",
                channel=Channel.LINKEDIN,
                state=MessageState.SENT,
                sent_on=datetime.now().date(),
            )
        )


def test_without_a_message_one_writes(page: ContactPage, amara: int) -> None:
    page.show_contact(amara)
    page.show_messages()
    messages = page.findChild(MessageList)
    assert "Write…" in hands.names(messages, QPushButton)
    assert messages.findChild(TwoLineList).isHidden()
    spy = QSignalSpy(page.write_requested)
    hands.press(page.findChild(MessageList), "Write…")
    assert spy.at(0) == [amara, None]


def test_the_next_step_leads_to_writing(page: ContactPage, amara: int) -> None:
    page.show_contact(amara)
    spy = QSignalSpy(page.write_requested)
    assert hands.primary(page.findChild(NextStepCard)).text() == "Write to them"
    hands.primary(page.findChild(NextStepCard)).click()
    assert spy.at(0) == [amara, None]


def test_a_sent_message_shows_its_text_and_asks_for_the_answer(page: ContactPage, amara: int, store: Store) -> None:
    send(store, amara)
    page.show_contact(amara)
    assert hands.primary(page.findChild(NextStepCard)).text() == "They have answered"
    hands.primary(page.findChild(NextStepCard)).click()
    assert page.findChild(MessageList).answer_card.isVisible()
    text = hands.control(page, "Text of the message", QPlainTextEdit)
    assert "Dear Amara" in text.toPlainText()
    assert text.isReadOnly()


@pytest.mark.parametrize(
    ("answer", "stage", "follows"),
    [
        (Answer.YES, Stage.REPLIED, "A time is agreed…"),
        (Answer.NO, Stage.DECLINED, "Write back"),
        (Answer.LATER, Stage.REPLIED, "Write back"),
        (Answer.SOMEONE_ELSE, Stage.DECLINED, "Add the person they named"),
    ],
)
def test_an_answer_moves_the_contact_and_offers_what_follows(
    page: ContactPage, amara: int, store: Store, answer: Answer, stage: Stage, follows: str
) -> None:
    send(store, amara)
    page.show_contact(amara)
    page.show_messages()
    card = page.findChild(MessageList).answer_card
    card.answer.show_anew(answer)
    hands.press(card, "Keep the answer")
    assert store.contacts.find(amara).stage is stage  # type: ignore[union-attr]
    assert follows in hands.names(page.findChild(MessageList), QPushButton)
    assert card.isHidden()


def test_a_yes_leads_to_the_meeting_and_to_a_reply(page: ContactPage, amara: int, store: Store) -> None:
    message = send(store, amara)
    with store.action("Answer"):
        store.messages.update(message, answer=Answer.YES)
    page.show_contact(amara)
    write = QSignalSpy(page.write_requested)
    hands.primary(page.findChild(NextStepCard)).click()
    assert page.findChild(MessageList).agreed_card.isVisible()
    assert page.findChild(MessageList).agreed_card.when.day.line.hasFocus()
    hands.press(page.findChild(MessageList), "Write back")
    assert write.at(0) == [amara, MessageKind.REPLY_TO_YES]


def say_yes(store: Store, contact_id: int) -> None:
    message = send(store, contact_id)
    with store.action("Answer"):
        store.messages.update(message, answer=Answer.YES)


def test_a_yes_becomes_a_meeting_with_its_confirmation_and_calendar_entry(
    tab: ContactsTab, amara: int, store: Store, workspace: Workspace, tmp_path: Path
) -> None:
    say_yes(store, amara)
    start = (workspace.now() + timedelta(days=3)).astimezone(UTC).replace(hour=9, minute=0, second=0, microsecond=0)
    with store.action("Free"):
        store.preferences.update_profile(name="Leonie", time_zone="Europe/Berlin")
        store.free_times.add(start, start + timedelta(hours=1))
    tab.open_contact(amara)
    tab.page.show_messages(asking=False)
    hands.press(tab.page.findChild(MessageList), "A time is agreed…")
    card = tab.page.findChild(MessageList).agreed_card
    assert card.offered.isVisible()
    fill(card.way, Way.PHONE)
    fill(card.where[Way.PHONE], "+49 30 1")
    fill(card.minutes, 30)
    hands.press(card, "Make the meeting")
    (line,) = store.meetings.of_contact(amara)
    meeting = store.meetings.find(line.id)
    assert meeting is not None
    assert (meeting.starts_at, meeting.zone, meeting.minutes) == (start, "Europe/Berlin", 30)
    assert (meeting.way, meeting.dial_in, meeting.place) == (Way.PHONE, "+49 30 1", "")
    assert store.meetings.questions(line.id)
    assert store.contacts.find(amara).stage is Stage.AGREED  # type: ignore[union-attr]
    assert store.free_times.all() == []
    assert tab.compose.isVisible()
    assert tab.compose.choices.kind.value is MessageKind.CONFIRMATION
    assert "+49 30 1" in tab.compose.text.value
    assert any("calendar" in name for name in hands.names(tab.compose.handover, QPushButton))
    workspace.undo()
    assert store.meetings.of_contact(amara) == []
    assert len(store.free_times.all()) == 1


def test_a_meeting_needs_its_time_and_says_so(page: ContactPage, amara: int, store: Store) -> None:
    say_yes(store, amara)
    page.show_contact(amara)
    page.show_messages(asking=False)
    hands.press(page.findChild(MessageList), "A time is agreed…")
    card = page.findChild(MessageList).agreed_card
    assert card.offered.isHidden()
    hands.press(card, "Make the meeting")
    assert store.meetings.of_contact(amara) == []
    assert card.isVisible()
    assert card.when.hint


def test_saving_the_calendar_entry_is_no_step_of_its_own(
    page: ContactPage, amara: int, store: Store, tmp_path: Path
) -> None:
    meet(store, amara)
    page.show_contact(amara)
    entry(page, tmp_path / "1.ics")
    assert store.next_undo == "Meet"


def test_who_was_named_becomes_a_contact_that_knows_its_referrer(tab: ContactsTab, amara: int, store: Store) -> None:
    message = send(store, amara)
    with store.action("Answer"):
        store.messages.update(message, answer=Answer.SOMEONE_ELSE)
    tab.open_contact(amara)
    hands.press(tab.page.findChild(MessageList), "Add the person they named")
    (named,) = [contact for contact in store.contacts.every() if contact.id != amara]
    assert named.referrer_id == amara
    assert tab.page.contact_id == named.id


def test_a_deleted_message_can_be_taken_back(page: ContactPage, amara: int, store: Store, workspace: Workspace) -> None:
    send(store, amara)
    page.show_contact(amara)
    hands.press(page.findChild(MessageList), "Delete message")
    assert store.messages.of_contact(amara) == []
    assert store.contacts.find(amara).stage is Stage.FOUND  # type: ignore[union-attr]
    workspace.undo()
    assert len(store.messages.of_contact(amara)) == 1


def test_the_composer_stands_over_the_page_and_goes_back_to_it(tab: ContactsTab, amara: int, store: Store) -> None:
    tab.open_contact(amara)
    tab.write_to()
    assert tab.compose.isVisible()
    tab.compose.text.select_all()
    tab.compose.text.insert("Mine")
    tab.compose.close_page()
    assert tab.page.isVisible()
    (draft,) = store.messages.drafts()
    tab.open_draft(draft.id)
    assert tab.compose.text.value == "Mine"


def test_to_write_to_nobody_says_what_to_do(tab: ContactsTab, said: list[str]) -> None:
    tab.write_to()
    assert said == ["Choose the person you want to write to first."]


def meet(store: Store, contact_id: int) -> int:
    start = datetime(2027, 3, 26, 9, 0, tzinfo=UTC)
    with store.action("Meet"):
        return store.meetings.add(
            Meeting(contact_id=contact_id, starts_at=start, zone="Europe/Berlin", way=Way.PHONE, dial_in="+49 1")
        )


def entry(page: ContactPage, path: Path, button: str = "Save as calendar entry…") -> icalendar.Event:
    hands.press(page.findChild(MeetingList), button)
    (dialog,) = page.window().findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.setParent(None)
    dialog.close()
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    (event,) = calendar.walk("VEVENT")
    return event


def test_a_meeting_is_one_entry_through_change_and_cancellation(
    page: ContactPage, amara: int, store: Store, tmp_path: Path
) -> None:
    meeting = meet(store, amara)
    page.show_contact(amara)
    first = entry(page, tmp_path / "1.ics")
    with store.action("Move"):
        store.meetings.update(meeting, starts_at=datetime(2027, 3, 29, 9, 0, tzinfo=UTC))
    second = entry(page, tmp_path / "2.ics")
    with store.action("Call off"):
        store.meetings.update(meeting, state=MeetingState.CANCELLED)
    third = entry(page, tmp_path / "3.ics", "Save the cancellation for your calendar…")
    assert first["UID"] == second["UID"] == third["UID"]
    assert [int(each["SEQUENCE"]) for each in (first, second, third)] == [0, 1, 2]
    assert third["STATUS"] == "CANCELLED"
    assert b"METHOD:CANCEL" in (tmp_path / "3.ics").read_bytes()
    assert second["DTSTART"].dt - first["DTSTART"].dt == timedelta(days=3, hours=1)  # summer time began between


def test_a_private_search_tells_the_calendar_nothing(
    page: ContactPage, amara: int, store: Store, tmp_path: Path
) -> None:
    meet(store, amara)
    with store.action("Private"):
        store.preferences.update_settings(private_search=True)
    page.show_contact(amara)
    assert "Amara" not in str(entry(page, tmp_path / "1.ics").to_ical())


def test_a_meeting_without_a_time_has_no_entry(page: ContactPage, amara: int, store: Store) -> None:
    with store.action("Meet"):
        store.meetings.add(Meeting(contact_id=amara))
    page.show_contact(amara)
    assert not any("calendar" in name for name in hands.names(page.findChild(MeetingList), QPushButton))


def test_a_day_of_an_answer_that_is_not_understood_is_asked_again(page: ContactPage, amara: int, store: Store) -> None:
    send(store, amara)
    page.show_contact(amara)
    page.activateWindow()
    page.show_messages()
    card = page.findChild(MessageList).answer_card
    line = card.day.day.line
    line.setText("yes on friday")
    line.textEdited.emit("yes on friday")
    hands.press(card, "Keep the answer")
    (message,) = store.messages.of_contact(amara)
    assert (message.answer, message.answered_on) == (None, None)
    assert card.isVisible()
    assert line.hasFocus()
    assert line.text() == "yes on friday"
    assert card.day.hint


def test_all_that_is_to_be_said_of_a_time_is_said_at_once_and_nothing_moves(
    page: ContactPage, amara: int, store: Store
) -> None:
    say_yes(store, amara)
    page.show_contact(amara)
    page.show_messages(asking=False)
    hands.press(page.findChild(MessageList), "A time is agreed…")
    card = page.findChild(MessageList).agreed_card
    before = card.sizeHint().height(), card.minutes.y(), card.when.width()
    card.when.day.line.setText("31 02 2026")
    card.when.clock.setText("half past")
    card.when.clock.textEdited.emit("half past")
    hands.press(card, "Make the meeting")
    card.layout().activate()  # type: ignore[union-attr]
    assert "does not exist" in card.when.hint
    assert "Write the time as" in card.when.hint
    assert (card.sizeHint().height(), card.minutes.y(), card.when.width()) == before
    assert store.meetings.of_contact(amara) == []
    card.when.day.line.setText("28 02 2027")
    card.when.clock.setText("")
    hands.press(card, "Make the meeting")
    assert card.when.hint == "Add the time."
