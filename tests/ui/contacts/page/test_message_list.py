"""What was written and what came back, on the contact's page; meetings as entries of a calendar."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.core.contact import Stage
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.message import Answer, Channel, Message, MessageKind, MessageState
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.contacts.tab import ContactsTab
from desktop.ui.workspace import Workspace
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
    assert page._messages._new.isVisible()
    assert page._messages._list.isHidden()
    spy = QSignalSpy(page.write_requested)
    page._messages._new.click()
    assert spy.at(0) == [amara, None]


def test_the_next_step_leads_to_writing(page: ContactPage, amara: int) -> None:
    page.show_contact(amara)
    spy = QSignalSpy(page.write_requested)
    assert page._card._button.text() == "Write to them"
    page._card._button.click()
    assert spy.at(0) == [amara, None]


def test_a_sent_message_shows_its_text_and_asks_for_the_answer(page: ContactPage, amara: int, store: Store) -> None:
    send(store, amara)
    page.show_contact(amara)
    assert page._card._button.text() == "They have answered"
    page._card._button.click()
    assert page._messages.answer_card.isVisible()
    assert "Dear Amara" in page._messages._text.toPlainText()
    assert page._messages._text.isReadOnly()


@pytest.mark.parametrize(
    ("answer", "stage", "follows"),
    [
        (Answer.YES, Stage.REPLIED, "_agree"),
        (Answer.NO, Stage.DECLINED, "_reply"),
        (Answer.LATER, Stage.REPLIED, "_reply"),
        (Answer.SOMEONE_ELSE, Stage.DECLINED, "_name"),
    ],
)
def test_an_answer_moves_the_contact_and_offers_what_follows(
    page: ContactPage, amara: int, store: Store, answer: Answer, stage: Stage, follows: str
) -> None:
    send(store, amara)
    page.show_contact(amara)
    page.show_messages()
    card = page._messages.answer_card
    card.answer.show_anew(answer)
    card._tell()
    assert store.contacts.find(amara).stage is stage  # type: ignore[union-attr]
    assert getattr(page._messages, follows).isVisible()
    assert card.isHidden()


def test_a_yes_leads_to_the_meeting_and_to_a_reply(page: ContactPage, amara: int, store: Store) -> None:
    message = send(store, amara)
    with store.action("Answer"):
        store.messages.update(message, answer=Answer.YES)
    page.show_contact(amara)
    write = QSignalSpy(page.write_requested)
    page._card._button.click()
    assert page._messages.agreed_card.isVisible()
    assert page._messages.agreed_card.when.day.line.hasFocus()
    page._messages._reply.click()
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
    tab.page._messages._agree.click()
    card = tab.page._messages.agreed_card
    assert card.offered.isVisible()
    fill(card.way, Way.PHONE)
    fill(card.where[Way.PHONE], "+49 30 1")
    fill(card.minutes, 30)
    card._make()
    (line,) = store.meetings.of_contact(amara)
    meeting = store.meetings.find(line.id)
    assert meeting is not None
    assert (meeting.starts_at, meeting.zone, meeting.minutes) == (start, "Europe/Berlin", 30)
    assert (meeting.way, meeting.dial_in, meeting.place) == (Way.PHONE, "+49 30 1", "")
    assert store.meetings.questions(line.id)
    assert store.contacts.find(amara).stage is Stage.AGREED  # type: ignore[union-attr]
    assert store.free_times.all() == []
    assert tab._pages.currentWidget() is tab.compose
    assert tab.compose.choices.kind.value is MessageKind.CONFIRMATION
    assert "+49 30 1" in tab.compose.text.value
    assert tab.compose.handover._calendar.isVisible()
    workspace.undo()
    assert store.meetings.of_contact(amara) == []
    assert len(store.free_times.all()) == 1


def test_a_meeting_needs_its_time_and_says_so(page: ContactPage, amara: int, store: Store) -> None:
    say_yes(store, amara)
    page.show_contact(amara)
    page.show_messages(asking=False)
    page._messages._agree.click()
    card = page._messages.agreed_card
    assert card.offered.isHidden()
    card._make()
    assert store.meetings.of_contact(amara) == []
    assert card.isVisible()
    assert card.when._hint.text()


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
    tab.page._messages._name.click()
    (named,) = [contact for contact in store.contacts.every() if contact.id != amara]
    assert named.referrer_id == amara
    assert tab.page.contact_id == named.id


def test_a_deleted_message_can_be_taken_back(page: ContactPage, amara: int, store: Store, workspace: Workspace) -> None:
    send(store, amara)
    page.show_contact(amara)
    page._messages._delete.click()
    assert store.messages.of_contact(amara) == []
    assert store.contacts.find(amara).stage is Stage.FOUND  # type: ignore[union-attr]
    workspace.undo()
    assert len(store.messages.of_contact(amara)) == 1


def test_the_composer_stands_over_the_page_and_goes_back_to_it(tab: ContactsTab, amara: int, store: Store) -> None:
    tab.open_contact(amara)
    tab.write_to()
    assert tab._pages.currentWidget() is tab.compose
    tab.compose.text._display("Mine")
    tab.compose.text._typed()
    tab.compose.close_page()
    assert tab._pages.currentWidget() is tab.page
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


def entry(page: ContactPage, path: Path) -> icalendar.Event:
    page._meetings._save_entry.click()
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
    third = entry(page, tmp_path / "3.ics")
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
    assert page._meetings._save_entry.isHidden()


def test_a_day_of_an_answer_that_is_not_understood_is_asked_again(page: ContactPage, amara: int, store: Store) -> None:
    send(store, amara)
    page.show_contact(amara)
    page.activateWindow()
    page.show_messages()
    card = page._messages.answer_card
    line = card.day.day.line
    line.setText("yes on friday")
    card.day._typed()
    card._tell()
    (message,) = store.messages.of_contact(amara)
    assert (message.answer, message.answered_on) == (None, None)
    assert card.isVisible()
    assert line.hasFocus()
    assert line.text() == "yes on friday"
    assert card.day._hint.text()


def test_all_that_is_to_be_said_of_a_time_is_said_at_once_and_nothing_moves(
    page: ContactPage, amara: int, store: Store
) -> None:
    say_yes(store, amara)
    page.show_contact(amara)
    page.show_messages(asking=False)
    page._messages._agree.click()
    card = page._messages.agreed_card
    before = card.sizeHint().height(), card.minutes.y(), card.when.width()
    card.when.day.line.setText("31 02 2026")
    card.when.clock.setText("half past")
    card.when._typed()
    card._make()
    card.layout().activate()  # type: ignore[union-attr]
    assert "does not exist" in card.when._hint.text()
    assert "Write the time as" in card.when._hint.text()
    assert (card.sizeHint().height(), card.minutes.y(), card.when.width()) == before
    assert store.meetings.of_contact(amara) == []
    card.when.day.line.setText("28 02 2027")
    card.when.clock.setText("")
    card._make()
    assert card.when._hint.text() == "Add the time."
