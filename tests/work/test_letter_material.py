"""What letters draw on: meetings, the chain, decisions and times offered, and nothing told in confidence."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.cli.wording import LetterDatesInWords
from desktop.core.contact import MayUseName
from desktop.core.direction import DirectionKind, Verdict
from desktop.core.learning import LearningEntry
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Message, MessageKind, MessageState
from desktop.core.referral import Referral
from desktop.store.store import Store
from desktop.work.letter_material import coming_times, material_of, offered_times, reasons_for
from desktop.work.letters import Rendered, chosen_template, rendered, templates_for, usual_situation
from tests.work.conftest import NOW

DATES = LetterDatesInWords()

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


def written(store: Store, contact_id: int, kind: MessageKind, tone: str = "plain") -> Rendered:
    contact = store.contacts.find(contact_id)
    assert contact is not None
    situation = usual_situation(contact) if kind is MessageKind.FIRST_REQUEST else None
    template = chosen_template(templates_for(store, kind, situation), "", tone)
    return rendered(store, contact, template, {}, DATES)


def test_without_a_write_up_thanks_ask_for_the_one_thing(store: Store, amara: int) -> None:
    met(store, amara, NOW - timedelta(days=3))
    draft = written(store, amara, MessageKind.THANK_YOU).draft
    assert {"learned", "will_do"} <= {gap.field for gap in draft.gaps}


def test_the_referrer_hears_whom_i_met_and_what_i_make_of_it_but_not_what_they_said(store: Store, amara: int) -> None:
    ben = name(store, amara, None, "Ben Ito")
    name(store, amara, None, "Carla Jung")  # not met yet
    met(store, ben, NOW - timedelta(days=1), surprised="He said so", will_use="Visit a plant")
    draft = written(store, amara, MessageKind.REPORT_BACK).draft
    assert "Ben Ito" in draft.text
    assert "Visit a plant." in draft.text
    for part in ("Carla", "He said so", CANARY):
        assert part not in draft.text
    assert "Ben Ito" in draft.subject


def test_who_was_told_once_is_not_told_again(store: Store, amara: int) -> None:
    ben = name(store, amara, None, "Ben Ito")
    met(store, ben, NOW - timedelta(days=9))
    with store.action("Tell"):
        store.messages.add(
            Message(
                contact_id=amara,
                kind=MessageKind.REPORT_BACK,
                state=MessageState.SENT,
                sent_on=NOW.date() - timedelta(days=5),
            )
        )
    assert "Ben Ito" not in written(store, amara, MessageKind.REPORT_BACK).draft.text


@pytest.mark.parametrize("tone", ["plain", "warm", "formal"])
def test_a_decision_is_told_with_its_reason(store: Store, amara: int, tone: str) -> None:
    with store.action("Decide"):
        direction = store.directions.add("Water analysis", DirectionKind.CAREER)
        store.directions.update(direction, verdict=Verdict.WANT, reason="The days are varied")
        store.contacts.update(amara, directions=(direction,))
    draft = written(store, amara, MessageKind.REPORT_BACK, tone).draft
    assert "Water analysis is what I want to do. " in draft.text
    assert "The days are varied." in draft.text
    assert [gap.field for gap in draft.gaps] == ["my_name"]


def test_what_is_unsure_is_no_news(store: Store, amara: int) -> None:
    with store.action("Decide"):
        direction = store.directions.add("Water analysis", DirectionKind.CAREER)
        store.directions.update(direction, verdict=Verdict.UNSURE)
        store.contacts.update(amara, directions=(direction,))
    assert "decided" not in written(store, amara, MessageKind.REPORT_BACK).draft.text


@pytest.mark.parametrize(("may", "named"), [(MayUseName.YES, True), (MayUseName.ASK, False), (MayUseName.NO, False)])
def test_a_request_says_what_for_and_by_whom_only_where_the_name_may_be_used(
    store: Store, amara: int, may: MayUseName, named: bool
) -> None:
    ben = name(store, amara, None, "Ben Ito", what_for="how a small laboratory is run", may_use_name=may)
    draft = written(store, ben, MessageKind.FIRST_REQUEST).draft
    assert ("Amara Okafor" in draft.text) is named
    assert ("how a small laboratory is run" in draft.text) is named
    assert "Amara" not in draft.subject or named


def test_reasons_to_write_again_are_what_came_of_it_what_they_care_for_and_what_to_give_back(
    store: Store, amara: int
) -> None:
    meeting = met(store, amara, NOW - timedelta(days=90))
    with store.action("Learn"):
        store.learning.add(LearningEntry(meeting_id=meeting, learned=CANARY, came_of_it="I log every reading now"))
        store.contacts.update(amara, cares_about="Rivers", give_back="Translate a page")
    contact = store.contacts.find(amara)
    assert contact is not None
    assert [reason.text for reason in reasons_for(store, contact)] == [
        "I log every reading now",
        "Rivers",
        "Translate a page",
    ]


def test_times_are_offered_in_words_three_at_most_and_none_that_is_past(store: Store) -> None:
    with store.action("Free"):
        for days in (-2, 4, 1, 2, 3):
            start = NOW + timedelta(days=days)
            store.free_times.add(start, start + timedelta(hours=1))
    assert len(coming_times(store)) == 4
    offered = offered_times(store, DATES)
    assert len(offered) == 3
    local = (NOW + timedelta(days=1)).astimezone()
    assert offered[0] == f"Wed 25 Nov 2026, {local:%H:%M}–{local + timedelta(hours=1):%H:%M}"


@pytest.mark.parametrize(
    ("their_zone", "said"), [("Asia/Tokyo", "(00:00, Asia/Tokyo)"), ("Europe/London", ""), ("Nowhere/Land", "")]
)
def test_a_confirmation_says_the_clock_at_their_place_where_it_shows_another_time(
    store: Store, amara: int, their_zone: str, said: str
) -> None:
    with store.action("Agree"):
        store.contacts.update(amara, time_zone=their_zone)
        store.meetings.add(Meeting(contact_id=amara, starts_at=datetime(2026, 11, 26, 15, tzinfo=UTC), zone="UTC"))
    contact = store.contacts.find(amara)
    assert contact is not None
    when = material_of(store, contact, MessageKind.CONFIRMATION, {}, DATES).when
    assert when.partition("(")[1] + when.partition("(")[2] == said


def test_what_was_typed_for_this_letter_goes_before_what_is_known(store: Store, amara: int) -> None:
    contact = store.contacts.find(amara)
    assert contact is not None
    typed = {"direction": "Rivers", "windows": "Monday at ten\n\nTuesday", "learned": "Patience", "specific": " "}
    made = material_of(store, contact, MessageKind.THANK_YOU, typed, DATES)
    assert made.direction is not None
    assert (made.direction.name, made.windows, made.learned) == ("Rivers", ("Monday at ten", "Tuesday"), "Patience")
    assert made.specific == ""
