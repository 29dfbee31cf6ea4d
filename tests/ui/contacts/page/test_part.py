"""On a contact's page: names that were given, promises, keeping in touch, what they told of. All by keyboard."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, MayUseName, Source, Stage
from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.core.message import Message, MessageKind, MessageState
from desktop.core.opportunity import Opportunity
from desktop.core.promise import Promise
from desktop.core.reading_list import ReadingItem
from desktop.core.referral import Referral
from desktop.store.store import Store
from desktop.ui.contacts.page.in_touch_part import InTouchPart
from desktop.ui.contacts.page.keep_in_touch_groups_card import KeepInTouchGroupsCard
from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.shared.list_card import ListCard
from desktop.ui.shared.referrals_card import ReferralsCard
from desktop.ui.workspace import Workspace
from tests.ui import hands

T = TypeVar("T")


def act(store: Store, work: Callable[[], T]) -> T:
    with store.action("Work"):
        return work()


@pytest.fixture
def ada(store: Store) -> int:
    return act(store, lambda: store.contacts.add(Contact(name="Ada")))


@pytest.fixture
def page(workspace: Workspace, ada: int, qtbot: QtBot) -> ContactPage:
    made = ContactPage(workspace)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.show()
    made.activateWindow()
    made.show_contact(ada)
    return made


@pytest.fixture
def names(page: ContactPage) -> ReferralsCard:
    hands.go_to_tab(page, "Referrals")
    return page.findChild(ReferralsCard)


@pytest.fixture
def in_touch(page: ContactPage) -> InTouchPart:
    hands.go_to_tab(page, "In touch")
    return page.findChild(InTouchPart)


def type_line(card: ListCard, qtbot: QtBot, text: str, enter: bool = True) -> None:
    line = card.line.editor
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.insert(text[:-1])  # keys of a test have no dashes
    QTest.keyClicks(line, text[-1])
    if enter:
        QTest.keyClick(line, Qt.Key.Key_Return)


def rows(card: ListCard) -> list[tuple[str, str]]:
    plain = str.maketrans("", "", "\u2068\u2069")
    return [(row.first.translate(plain), row.second.translate(plain)) for row in card.list.rows]


def test_one_line_makes_a_contact_that_knows_who_named_them_and_what_for(
    names: ReferralsCard, store: Store, ada: int, qtbot: QtBot
) -> None:
    type_line(names, qtbot, "Ben Ito, Itoh Labs – membranes")
    (ben,) = store.referrals.of_referrer(ada)
    assert (ben.name, ben.organisation, ben.what_for, ben.referrer_id) == ("Ben Ito", "Itoh Labs", "membranes", ada)
    contact = store.contacts.find(ben.contact_id)
    assert contact is not None
    assert contact.source is Source.REFERRAL
    assert rows(names) == [("Ben Ito · Itoh Labs", "Found · membranes")]
    assert names.line.value == ""
    assert store.next_undo == "Add a name"


def test_a_name_that_is_left_without_enter_is_kept(
    names: ReferralsCard, store: Store, ada: int, qtbot: QtBot, page: ContactPage
) -> None:
    other = act(store, lambda: store.contacts.add(Contact(name="Other")))
    type_line(names, qtbot, "Ben", enter=False)
    page.show_contact(other)
    assert [each.name for each in store.referrals.of_referrer(ada)] == ["Ben"]
    assert store.referrals.of_referrer(other) == []
    assert rows(names) == []


def test_whoever_has_that_name_already_is_asked_about_and_linked(
    names: ReferralsCard, store: Store, ada: int, qtbot: QtBot
) -> None:
    ben = act(store, lambda: store.contacts.add(Contact(name="Ben Ito", role="Chemist")))
    type_line(names, qtbot, "ben ito – pipes")
    assert any("Ben Ito" in text for text in hands.read(names))
    assert "It is the same person" in hands.names(names, QPushButton)
    assert store.referrals.of_referrer(ada) == []
    hands.press(names, "It is the same person")
    assert [each.contact_id for each in store.referrals.of_referrer(ada)] == [ben]
    assert store.contacts.count() == 2
    assert "It is the same person" not in hands.names(names, QPushButton)


def test_two_people_of_one_name_are_two(names: ReferralsCard, store: Store, ada: int, qtbot: QtBot) -> None:
    ben = act(store, lambda: store.contacts.add(Contact(name="Ben Ito")))
    type_line(names, qtbot, "Ben Ito")
    hands.press(names, "Someone else")
    (named,) = store.referrals.of_referrer(ada)
    assert named.contact_id != ben


def test_a_name_can_be_left_alone(names: ReferralsCard, store: Store, ada: int, qtbot: QtBot) -> None:
    act(store, lambda: store.contacts.add(Contact(name="Ben Ito")))
    type_line(names, qtbot, "Ben Ito")
    hands.press(names, "Leave it")
    assert store.referrals.of_referrer(ada) == []
    assert (names.line.value, "Leave it" in hands.names(names, QPushButton)) == ("", False)


def test_a_circle_is_said_in_plain_words_and_nothing_is_linked(
    names: ReferralsCard, store: Store, ada: int, qtbot: QtBot, said: list[str]
) -> None:
    root = act(store, lambda: store.contacts.add(Contact(name="Root")))
    act(store, lambda: store.contacts.update(ada, referrer_id=root))
    type_line(names, qtbot, "Root")
    hands.press(names, "It is the same person")
    assert "circle" in said[-1]
    assert store.referrals.of_referrer(ada) == []


def test_what_was_said_about_a_name_is_saved_as_typed(names: ReferralsCard, store: Store, ada: int) -> None:
    ben = act(store, lambda: store.referrals.add(ada, None, Referral("Ben")))
    names.choose(ben)
    for name, value in (
        ("What they can tell you about", "membranes"),
        ("May you use the name of who named them?", MayUseName.YES),
        ("An introduction was offered on", date(2026, 11, 20)),
    ):
        hands.enter(names, name, value)
    (found,) = store.referrals.of_referrer(ada)
    assert (found.what_for, found.may_use_name) == ("membranes", MayUseName.YES)
    assert found.introducing_since == date(2026, 11, 20)
    assert (
        "between Friday, 27 November and Monday, 30 November"
        in hands.field(names, "An introduction was offered on").hint
    )
    assert "introduction offered" in rows(names)[0][1]


def test_a_named_person_is_opened_and_written_to(
    page: ContactPage, names: ReferralsCard, store: Store, ada: int
) -> None:
    ben = act(store, lambda: store.referrals.add(ada, None, Referral("Ben")))
    names.choose(ben)
    opened, written = QSignalSpy(page.person_requested), QSignalSpy(page.write_requested)
    hands.press(names, "Open page")
    hands.press(names, "Write to them")
    assert (opened.at(0), written.at(0)[0]) == ([ben], ben)


def test_the_tab_counts_the_names(page: ContactPage, store: Store, ada: int) -> None:
    act(store, lambda: store.referrals.add(ada, None, Referral("Ben")))
    assert "Referrals 1" in hands.tab_texts(page)


def test_a_promise_is_added_by_one_line_and_done_with_one_button(
    in_touch: InTouchPart, store: Store, ada: int, qtbot: QtBot, workspace: Workspace
) -> None:
    card = in_touch.promises
    type_line(card, qtbot, "Send the map")
    (promise,) = store.promises.of_contact(ada)
    assert (promise.text, promise.mine, promise.due_on) == ("Send the map", True, None)
    assert card.form.isVisible()
    hands.enter(card, "By when", date(2026, 12, 1))
    assert rows(card) == [("Send the map", "You to them · by Tue, 1 Dec 2026")]
    hands.press(card, "It is done")
    (promise,) = store.promises.of_contact(ada)
    assert promise.done_on == workspace.today()
    assert rows(card)[0][0] == "✓ Send the map"
    hands.press(card, "Not done yet")
    assert store.promises.of_contact(ada)[0].done_on is None


def test_a_promise_of_theirs_stands_with_mine(in_touch: InTouchPart, store: Store, ada: int) -> None:
    act(store, lambda: store.promises.add(Promise(contact_id=ada, mine=False, text="A copy")))
    assert rows(in_touch.promises) == [("A copy", "They to you · without a day")]


def test_deleting_is_one_key_and_can_be_taken_back(
    in_touch: InTouchPart, store: Store, ada: int, qtbot: QtBot, workspace: Workspace
) -> None:
    card = in_touch.promises
    for text in ("one", "two"):
        act(store, lambda text=text: store.promises.add(Promise(contact_id=ada, text=text)))  # type: ignore[misc]
    card.choose(store.promises.of_contact(ada)[0].id)
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_Delete)
    assert [each.text for each in store.promises.of_contact(ada)] == ["two"]
    assert card.current.text == "two"
    workspace.undo()
    assert [first for first, _ in rows(card)] == ["one", "two"]


def test_enter_on_a_row_goes_into_its_first_field(in_touch: InTouchPart, store: Store, ada: int, qtbot: QtBot) -> None:
    card = in_touch.promises
    number = act(store, lambda: store.promises.add(Promise(contact_id=ada, text="one")))
    card.choose(number)
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is hands.line(card, "What was promised")


def test_the_days_to_keep_in_touch_are_counted_from_the_last_contact_by_group(
    in_touch: InTouchPart, store: Store, ada: int
) -> None:
    touch = in_touch.keep_in_touch
    assert any("No message or meeting" in text for text in hands.read(touch))
    assert not any("A good time to write" in text for text in hands.read(touch))
    group = act(store, lambda: store.touch_groups.add(KeepInTouchGroup(name="Close", ideal_days=30, latest_days=60)))
    hands.enter(touch, "How often", group)
    sent = Message(contact_id=ada, kind=MessageKind.KEEP_IN_TOUCH, state=MessageState.SENT, sent_on=date(2026, 11, 1))
    act(store, lambda: store.messages.add(sent))
    assert "Last in touch on Sunday, 1 November 2026" in hands.read(touch)
    assert (
        "A good time to write is from Tuesday, 1 December 2026, at the latest Thursday, 31 December 2026."
        in hands.read(touch)
    )


def test_being_in_touch_today_is_noted_with_one_button(
    in_touch: InTouchPart, store: Store, ada: int, workspace: Workspace
) -> None:
    hands.press(in_touch.keep_in_touch, "We were in touch today")
    found = store.contacts.find(ada)
    assert found is not None
    assert found.last_contact_on == workspace.today()


def test_a_contact_is_left_to_rest_and_opened_again(in_touch: InTouchPart, store: Store, ada: int) -> None:
    def stage() -> Stage:
        found = store.contacts.find(ada)
        assert found is not None
        return found.stage

    hands.press(in_touch.keep_in_touch, "Leave to rest")
    assert stage() is Stage.RESTING
    assert "You let this rest: nothing will come up." in hands.read(in_touch.keep_in_touch)
    hands.press(in_touch.keep_in_touch, "Open again")
    assert stage() is Stage.FOUND


def test_groups_are_made_where_they_are_chosen(in_touch: InTouchPart, store: Store, ada: int, qtbot: QtBot) -> None:
    in_touch.keep_in_touch.groups.unfold()
    card = in_touch.keep_in_touch.groups.content
    assert isinstance(card, KeepInTouchGroupsCard)
    type_line(card, qtbot, "Mentors")
    hands.enter(card, "A good time comes after", 20)
    (group,) = store.touch_groups.all()
    assert (group.name, group.ideal_days, group.latest_days) == ("Mentors", 20, 180)
    act(store, lambda: store.contacts.update(ada, touch_group_id=group.id))
    choice = hands.field(in_touch.keep_in_touch, "How often")
    assert choice.value == group.id
    card.choose(group.id)
    card.delete()
    assert choice.value is None


def test_what_they_told_of_is_noted_and_only_a_click_opens_the_link(
    in_touch: InTouchPart, store: Store, ada: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    in_touch.heard.unfold()
    card = in_touch.opportunities
    type_line(card, qtbot, "A post at the lab")
    (heard,) = store.opportunities.of_contact(ada)
    assert heard.heard_on is not None
    act(store, lambda: store.opportunities.update(heard.id, address="example.org/post"))
    assert opened == []
    hands.press(card, "Open the link")
    assert [url.host() for url in opened] == ["example.org"]
    act(store, lambda: store.opportunities.update(heard.id, address="javascript:alert(1)"))
    hands.press(card, "Open the link")
    assert len(opened) == 1
    assert "javascript" in said[-1]


def test_a_recommended_reading_stands_in_the_reading_list(
    in_touch: InTouchPart, store: Store, ada: int, qtbot: QtBot, workspace: Workspace
) -> None:
    in_touch.read.unfold()
    type_line(in_touch.reading, qtbot, "The Water Book")
    (item,) = store.reading_list.all()
    assert (item.title, item.recommended_by_id) == ("The Water Book", ada)
    hands.press(in_touch.reading, "I have read it")
    assert store.reading_list.all()[0].read_on == workspace.today()


def test_what_holds_something_is_unfolded_and_says_how_much(page: ContactPage, store: Store, ada: int) -> None:
    act(store, lambda: store.opportunities.add(Opportunity(contact_id=ada, text="x")))
    hands.go_to_tab(page, "In touch")
    part = page.findChild(InTouchPart)
    assert part.heard.is_open
    assert part.heard.button.text() == "Opportunities – 1"
    assert not part.read.is_open
    act(store, lambda: store.reading_list.add(ReadingItem(title="x", recommended_by_id=ada)))
    assert part.read.button.text() == "Recommended reading – 1"


def test_a_part_that_is_not_looked_at_costs_nothing(page: ContactPage) -> None:
    assert page.findChild(InTouchPart).findChildren(QLineEdit) == []


def test_old_promises_never_belong_to_another_contact(
    page: ContactPage, in_touch: InTouchPart, store: Store, ada: int, qtbot: QtBot
) -> None:
    act(store, lambda: store.promises.add(Promise(contact_id=ada, text="mine", due_on=date.today() + timedelta(1))))
    other = act(store, lambda: store.contacts.add(Contact(name="Other")))
    in_touch.promises.choose(store.promises.of_contact(ada)[0].id)
    type_line(in_touch.promises, qtbot, "typed", enter=False)
    page.show_contact(other)
    assert rows(in_touch.promises) == []
    assert {each.text for each in store.promises.of_contact(ada)} == {"mine", "typed"}
