"""Letters after a meeting begin with what the write-up, the chain and the decisions hold, and with nothing told in
confidence."""

from datetime import datetime, timedelta

import pytest

from desktop.core.contact import MayUseName, Stage
from desktop.core.learning import LearningEntry
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.meeting_line import MeetingState
from desktop.core.message import MessageKind
from desktop.core.referral import Referral
from desktop.store.store import Store
from desktop.ui.contacts.compose.page import ComposePage
from desktop.ui.workspace import Workspace
from tests.ui.contacts.conftest import fill

CANARY = "canary in confidence"


def met(store: Store, contact_id: int, start: datetime, **fields: str) -> int:
    with store.action("Meet"):
        meeting = store.meetings.add(
            Meeting(contact_id=contact_id, state=MeetingState.MET, starts_at=start, **fields)  # type: ignore[arg-type]
        )
        store.meetings.add_question(PlannedQuestion(meeting_id=meeting, text="Why?", answer=CANARY, in_confidence=True))
        return meeting


def name(store: Store, referrer: int, meeting: int | None, person: str, **terms: object) -> int:
    with store.action("Name"):
        return store.referrals.add(referrer, meeting, Referral(person, **terms))  # type: ignore[arg-type]


def test_thanks_hold_what_surprised_and_what_will_be_used_and_whom_they_named(
    composer: ComposePage, amara: int, store: Store, workspace: Workspace
) -> None:
    meeting = met(
        store,
        amara,
        workspace.now() - timedelta(hours=3),
        surprised="Half of the week is paper",
        will_use="Keep a log of every reading",
        feared="secret fear",
        notes="secret note",
    )
    name(store, amara, meeting, "Ben Ito")
    name(store, amara, meeting, "Carla Jung")
    composer.write_to(amara, MessageKind.THANK_YOU)
    text = composer.text.value
    for part in ("Half of the week is paper.", "Keep a log of every reading.", "Ben Ito and Carla Jung"):
        assert part in text
    for part in (CANARY, "secret"):
        assert part not in text
    assert [gap.field for gap in composer._made.draft.gaps] == ["my_name"]  # type: ignore[union-attr]
    assert composer.note.isVisible()
    assert "within a day" in composer.note.text()
    fill(composer.text, text + "!")
    (draft,) = store.messages.drafts()
    assert draft.meeting_id == meeting


def test_without_a_write_up_thanks_ask_for_the_one_thing(
    composer: ComposePage, amara: int, store: Store, workspace: Workspace
) -> None:
    met(store, amara, workspace.now() - timedelta(days=3))
    composer.write_to(amara, MessageKind.THANK_YOU)
    assert {"learned", "will_do"} <= {gap.field for gap in composer._made.draft.gaps}  # type: ignore[union-attr]
    assert composer.note.isHidden()


def test_reasons_to_write_are_offered_and_stand_in_the_letter(
    composer: ComposePage, amara: int, store: Store, workspace: Workspace
) -> None:
    meeting = met(store, amara, workspace.now() - timedelta(days=90))
    with store.action("Learn"):
        store.learning.add(LearningEntry(meeting_id=meeting, learned=CANARY, came_of_it="I log every reading now"))
        store.contacts.update(amara, cares_about="Rivers", give_back="Translate a page")
    composer.write_to(amara, MessageKind.KEEP_IN_TOUCH)
    offered = composer.beside.reasons.list
    said = [offered.item(row).text() for row in range(offered.count())]
    assert [text.partition(": ")[2] for text in said] == ["I log every reading now", "Rivers", "Translate a page"]
    offered.itemActivated.emit(offered.item(0))
    assert "I log every reading now." in composer.text.value
    offered.itemActivated.emit(offered.item(1))
    assert "Rivers." in composer.text.value
    assert "I log every reading" not in composer.text.value
    fill(composer.text, "My own words. ")
    offered.itemActivated.emit(offered.item(2))
    assert "Translate a page." in composer.text.value
    assert "My own words." in composer.text.value
    assert CANARY not in composer.text.value


def test_other_letters_offer_no_reason(composer: ComposePage, amara: int, store: Store) -> None:
    with store.action("Care"):
        store.contacts.update(amara, cares_about="Rivers")
    composer.write_to(amara, MessageKind.FIRST_REQUEST)
    assert composer.beside.reasons.isHidden()


def test_a_purpose_of_ones_own_stands_beside_what_they_were_named_for(
    composer: ComposePage, amara: int, store: Store
) -> None:
    ben = name(store, amara, None, "Ben Ito", what_for="Shift plans", may_use_name=MayUseName.YES)
    composer.write_to(ben)
    composer.gaps.put("purpose", "how one gets in")
    text = composer.text.value
    assert "as the person to ask about Shift plans." in text
    assert "I would like to learn how one gets in." in text


def test_the_stage_of_whom_one_writes_to_is_left_alone_by_a_draft(
    composer: ComposePage, amara: int, store: Store
) -> None:
    composer.write_to(amara, MessageKind.THANK_YOU)
    fill(composer.text, "Thanks")
    assert store.contacts.find(amara).stage is Stage.FOUND  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", list(MessageKind))
def test_no_letter_of_any_kind_or_tone_begins_with_what_was_told_in_confidence_or_is_private(
    composer: ComposePage, amara: int, store: Store, workspace: Workspace, kind: MessageKind
) -> None:
    private = {
        field: f"{CANARY} {field}" for field in ("notes", "feared", "happened", "their_words", "named", "promised")
    }
    ben = name(store, amara, None, "Ben Ito")
    for person in (amara, ben):
        meeting = met(store, person, workspace.now() - timedelta(hours=5), **private)
        with store.action("Learn"):
            store.learning.add(LearningEntry(meeting_id=meeting, learned=CANARY, believed=CANARY, energised=CANARY))
            store.contacts.update(person, notes=CANARY, stage_reason=CANARY)
    composer.write_to(amara, kind)
    for tone in list(composer.choices.tone._codes):
        fill(composer.choices.tone, tone)
        assert CANARY not in "".join((composer.subject.value, composer.text.value, composer.forward.value))
