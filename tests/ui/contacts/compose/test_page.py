"""The composer: filled from what is known, asks for the rest, keeps what is typed, leaves the user's words alone."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.core.contact import Contact, MayUseName, Source, Stage
from desktop.core.letters.review import RemarkCode
from desktop.core.message import Answer, Channel, MessageKind, MessageState, RequestSituation
from desktop.core.profile import Profile
from desktop.store.store import Store
from desktop.ui import words
from desktop.ui.contacts.compose.gaps import works_at_an_organisation
from desktop.ui.contacts.compose.page import ComposePage
from desktop.ui.contacts.compose.remarks import RemarkList
from desktop.ui.contacts.compose.text import utf16_length
from desktop.ui.shared.days import LetterDays
from desktop.ui.workspace import Workspace
from desktop.work.letter_material import window_text
from tests.ui import hands
from tests.ui.contacts.conftest import fill, fill_all


def codes(page: ComposePage) -> set[RemarkCode]:
    page._read_over()
    return {remark.code for remark in page.remarks.remarks}


def test_what_is_not_known_shows_as_gaps_and_the_first_is_ready_to_be_filled(composer: ComposePage, amara: int) -> None:
    assert composer.write_to(amara)
    composer.focus()
    assert "Dear Amara Okafor" in composer.text.value
    assert "[your name]" in composer.text.value
    assert "{" not in composer.text.value
    assert RemarkCode.GAP in codes(composer)
    assert composer.text.text_edit.extraSelections()
    assert hands.line(composer.gaps, "Your name").hasFocus()


def test_every_gap_filled_gives_a_request_with_nothing_to_mend(composer: ComposePage, amara: int, store: Store) -> None:
    composer.write_to(amara)
    fill_all(composer)
    assert codes(composer) == set()
    assert "[" not in composer.text.value
    assert store.preferences.profile().name == "Leonie Fischer"
    contact = store.contacts.find(amara)
    assert contact is not None
    assert (contact.source, contact.source_detail) == (Source.CONFERENCE, "the water days")
    (draft,) = store.messages.drafts()
    assert draft.text == composer.text.value
    assert draft.state is MessageState.DRAFT


def test_opening_and_closing_leaves_no_draft(composer: ComposePage, amara: int, store: Store) -> None:
    spy = QSignalSpy(composer.closed)
    composer.write_to(amara)
    composer.close_page()
    assert spy.at(0) == [amara]
    assert store.messages.drafts() == []


def test_what_is_typed_is_kept_and_found_again(composer: ComposePage, amara: int, store: Store) -> None:
    composer.write_to(amara)
    fill(composer.text, "My own words 😀")
    composer.close_page()
    composer.write_to(amara)
    assert composer.text.value == "My own words 😀"
    assert len(store.messages.drafts()) == 1


def test_another_tone_takes_the_place_of_a_text_that_was_not_touched(composer: ComposePage, amara: int) -> None:
    composer.write_to(amara)
    plain = composer.text.value
    fill(composer.choices.tone, "cold.formal")
    assert composer.text.value != plain
    assert composer.own.again_button.isHidden()


def test_another_tone_leaves_the_users_words_alone_until_they_start_again(
    composer: ComposePage, amara: int, store: Store, workspace: Workspace
) -> None:
    composer.write_to(amara)
    fill(composer.text, "My own words")
    fill(composer.choices.tone, "cold.formal")
    assert composer.text.value == "My own words"
    assert not composer.own.again_button.isHidden()
    composer.own.again_button.click()
    assert "Amara Okafor" in composer.text.value
    workspace.undo()
    assert composer.text.value == "My own words"
    (draft,) = store.messages.drafts()
    assert draft.text == "My own words"


def test_a_gap_within_the_users_own_words_is_filled_without_touching_them(composer: ComposePage, amara: int) -> None:
    composer.write_to(amara)
    fill(composer.text, composer.text.value + "\nPS: mine")
    hands.enter(composer.gaps, "Your name", "Leonie")
    assert "My name is Leonie" in composer.text.value
    assert composer.text.value.endswith("PS: mine")


@pytest.mark.parametrize(("may", "named"), [(MayUseName.YES, True), (MayUseName.NO, False), (MayUseName.ASK, False)])
def test_the_referrer_is_named_only_where_they_said_yes(
    composer: ComposePage, store: Store, may: MayUseName, named: bool
) -> None:
    with store.action("Add"):
        priya = store.contacts.add(Contact(name="Priya Nair"))
        ben = store.contacts.add(Contact(name="Ben Ito", referrer_id=priya, may_use_name=may))
    composer.write_to(ben)
    assert composer.choices.situation.value is RequestSituation.REFERRED
    assert ("Priya Nair" in composer.text.value) is named
    assert hands.has_field(composer.gaps, "May you use the name of who sent you?") is (may is MayUseName.ASK)


def test_a_gap_in_ones_own_words_is_filled_letter_by_letter(composer: ComposePage, amara: int) -> None:
    composer.write_to(amara)
    gap = next(gap for gap in composer._made.draft.gaps if gap.field == "purpose")  # type: ignore[union-attr]
    fill(composer.text, f"Hi. My own words: [{gap.prompt}]. That is all.")
    for typed in ("h", "ho", "how you plan"):
        hands.enter(composer.gaps, "What you would like to learn from them", typed)
    assert composer.text.value == "Hi. My own words: how you plan. That is all."


def test_nobody_was_named_by_nobody(composer: ComposePage, amara: int) -> None:
    composer.write_to(amara)
    offered = composer.choices.situation.editor
    texts = [offered.itemText(row) for row in range(offered.count())]
    assert texts
    assert words.situation(RequestSituation.REFERRED) not in texts


@pytest.mark.parametrize("kind", MessageKind)
def test_every_kind_can_be_written_to_anybody(composer: ComposePage, amara: int, kind: MessageKind) -> None:
    composer.write_to(amara, kind)
    assert composer.text.value
    assert "{" not in composer.text.value + composer.subject.value + composer.forward.value
    assert composer.forward.isHidden() is (kind is not MessageKind.INTRODUCTION_REQUEST)
    gaps = {gap.field for gap in composer._made.draft.gaps}  # type: ignore[union-attr]
    assert not gaps or composer.gaps.is_asking


def test_a_short_note_counts_characters_against_the_limit(composer: ComposePage, amara: int) -> None:
    composer.write_to(amara)
    fill(composer.choices.situation, RequestSituation.LINKEDIN_NOTE)
    assert hands.tells(composer.remarks, "of 200 characters")
    assert composer.subject.isHidden()
    fill(composer.text, "x" * 201)
    assert RemarkCode.TOO_LONG in codes(composer)


def test_a_remark_puts_the_cursor_where_it_is_meant_beyond_the_first_plane_too(
    composer: ComposePage, amara: int
) -> None:
    composer.write_to(amara)
    fill(composer.text, "😀😀 Dear Amara,\n\nI attach my CV for you.")
    codes(composer)
    (remark,) = [each for each in composer.remarks.remarks if each.code is RemarkCode.RESUME_ATTACHED]
    composer.remarks.findChild(RemarkList).wanted.emit(composer.remarks.remarks.index(remark))
    chosen = composer.text.text_edit.textCursor().selectedText()
    assert chosen == composer.text.value[remark.start : remark.end]
    assert chosen in "I attach my CV for you."
    assert utf16_length("😀a") == 3


def test_marked_as_sent_the_contact_is_written_to_and_undo_takes_it_back(
    composer: ComposePage, amara: int, store: Store, workspace: Workspace
) -> None:
    composer.write_to(amara)
    fill_all(composer)
    hands.press(composer.handover, "It is sent")
    (message,) = store.messages.of_contact(amara)
    assert (message.state, message.channel, message.sent_on) == (MessageState.SENT, Channel.EMAIL, workspace.today())
    assert store.contacts.find(amara).stage is Stage.WRITTEN_TO  # type: ignore[union-attr]
    workspace.undo()
    assert store.contacts.find(amara).stage is Stage.FOUND  # type: ignore[union-attr]
    assert len(store.messages.drafts()) == 1


def test_after_a_request_one_writes_a_reminder_and_after_a_yes_a_reply(
    composer: ComposePage, amara: int, store: Store
) -> None:
    composer.write_to(amara)
    fill_all(composer)
    hands.press(composer.handover, "It is sent")
    composer.write_to(amara)
    assert composer.choices.kind.value is MessageKind.NUDGE
    composer.close_page()
    (message,) = store.messages.of_contact(amara)
    with store.action("Answer"):
        store.messages.update(message.id, answer=Answer.YES)
    composer.write_to(amara)
    assert composer.choices.kind.value is MessageKind.REPLY_TO_YES


def test_privacy_is_asked_once_and_then_asked_for_in_the_letter(
    composer: ComposePage, amara: int, store: Store
) -> None:
    composer.write_to(amara)
    assert composer.discretion.isVisible()
    hands.press(composer.discretion, "It is private")
    assert store.preferences.settings().private_search
    assert "private for now" in composer.text.value
    composer.close_page()
    composer.write_to(amara)
    assert composer.discretion.isHidden()


def test_no_need_is_remembered_too(composer: ComposePage, amara: int, store: Store) -> None:
    composer.write_to(amara)
    hands.press(composer.discretion, "No need")
    composer.close_page()
    composer.write_to(amara)
    assert composer.discretion.isHidden()
    assert not store.preferences.settings().private_search


@pytest.mark.parametrize(
    ("email", "site", "at_work"),
    [
        ("me@acme.example", "https://www.acme.example/jobs", True),
        ("me@mail.acme.example", "acme.example", True),
        ("me@home.example", "https://acme.example", False),
        ("me@notacme.example", "acme.example", False),
        ("", "acme.example", False),
        ("me@acme.example", "", False),
    ],
)
def test_an_address_at_work_is_known_by_the_organisations_web_site(email: str, site: str, at_work: bool) -> None:
    assert works_at_an_organisation(Profile(email=email), [site]) is at_work


def test_a_private_search_warns_of_an_address_at_work(composer: ComposePage, amara: int, store: Store) -> None:
    contact = store.contacts.find(amara)
    assert contact is not None
    with store.action("Edit"):
        store.organisations.update(contact.organisation_id or 0, website="https://waterworks.example")
        store.preferences.update_profile(email="me@waterworks.example")
        store.preferences.update_settings(private_search=True)
    composer.write_to(amara)
    assert composer.discretion.isVisible()
    assert hands.tells(composer.discretion, "at work")


def test_a_fact_about_asking_stands_beside_copy_and_promises_no_rate(composer: ComposePage, amara: int) -> None:
    composer.write_to(amara)
    (fact,) = [text for text in hands.read(composer.handover) if "Flynn" in text]
    assert "%" not in fact
    composer.write_to(amara, MessageKind.THANK_YOU)
    assert not hands.tells(composer.handover, "Flynn")


def test_the_clipboard_gets_the_text_with_what_is_to_be_forwarded(composer: ComposePage, amara: int) -> None:
    composer.write_to(amara, MessageKind.INTRODUCTION_REQUEST)
    composer.handover.copy()
    copied = QApplication.clipboard().text()
    assert copied.startswith(composer.text.value)
    assert copied.endswith(composer.forward.value)


def test_times_entered_once_are_offered_until_taken_back(composer: ComposePage, amara: int, store: Store) -> None:
    composer.write_to(amara)
    clock = datetime.now().replace(hour=10, minute=0, second=0, microsecond=0) + timedelta(days=3)
    composer.beside.times.when.show_anew(clock)
    composer.beside.times.add_button.click()
    (free,) = store.free_times.all()
    assert free.end - free.start == timedelta(hours=1)
    offered = window_text(free.start, free.end, LetterDays())
    assert offered in composer.text.value
    hands.press(composer.beside.times, f"{offered}: take back")
    assert store.free_times.all() == []
    assert offered not in composer.text.value


def test_a_time_that_is_past_is_not_offered(composer: ComposePage, amara: int, store: Store) -> None:
    start = datetime.now(UTC) - timedelta(days=2)
    with store.action("Free"):
        store.free_times.add(start, start + timedelta(hours=1))
    composer.write_to(amara)
    assert not any("take back" in name for name in hands.names(composer.beside.times, QPushButton))
    assert composer.write_to(amara, MessageKind.THANK_YOU)
    assert composer.beside.times.isHidden()


def test_blanks_are_said_once_before_a_letter_counts_as_sent(composer: ComposePage, amara: int, store: Store) -> None:
    composer.write_to(amara)
    fill(composer.text, "Dear Amara, I am [your name] from [the place].")
    composer.handover.copy()
    assert "2 blanks are still in the text: your name, the place." in composer.handover.advice.text()
    assert composer.handover.advice.isVisible()
    hands.press(composer.handover, "It is sent")
    assert "Mark as sent anyway?" in composer.handover.advice.text()
    (message,) = store.messages.of_contact(amara)
    assert message.state is MessageState.DRAFT
    hands.press(composer.handover, "It is sent")
    (message,) = store.messages.of_contact(amara)
    assert message.state is MessageState.SENT


def test_a_letter_without_blanks_is_sent_at_the_first_press(composer: ComposePage, amara: int, store: Store) -> None:
    composer.write_to(amara)
    fill(composer.text, "Dear Amara, I am [your name].")
    hands.press(composer.handover, "It is sent")
    fill(composer.text, "Dear Amara, I am Leonie.")
    hands.press(composer.handover, "It is sent")
    (message,) = store.messages.of_contact(amara)
    assert message.state is MessageState.SENT


def test_a_day_of_sending_that_is_not_understood_is_asked_again(
    composer: ComposePage, amara: int, store: Store
) -> None:
    composer.write_to(amara)
    fill(composer.text, "Dear Amara, I am Leonie.")
    composer.handover.day.day.line.setText("friday or so")
    hands.press(composer.handover, "It is sent")
    (message,) = store.messages.of_contact(amara)
    assert message.state is MessageState.DRAFT
    assert composer.handover.day.hint


def test_a_thing_that_a_gap_asks_for_is_said_once(composer: ComposePage, amara: int) -> None:
    composer.write_to(amara)
    assert RemarkCode.MISSING_CONTACT_DETAILS not in codes(composer)
    assert hands.says(composer.remarks, "○ How they reach you: missing")
    fill(composer.text, composer.text.value.replace("[your e-mail address or phone number]", ""))
    assert RemarkCode.MISSING_CONTACT_DETAILS in codes(composer)
