"""Composing a letter: the kind that is next, the template that fits, a draft that was begun, and the blanks left."""

import pytest

from desktop.cli.wording import LetterDatesInWords
from desktop.core.contact import Contact, Source, Stage
from desktop.core.letters.letter import Template
from desktop.core.message import Channel, Message, MessageKind, MessageState, RequestSituation
from desktop.store.store import Store
from desktop.work import letters
from desktop.work.letters import chosen_template, compose, draft_of, situations_of, templates_for, usual_kind

DATES = LetterDatesInWords()


def found(store: Store, contact_id: int) -> Contact:
    contact = store.contacts.find(contact_id)
    assert contact is not None
    return contact


@pytest.mark.parametrize(
    ("stage", "kind"),
    [
        (Stage.FOUND, MessageKind.FIRST_REQUEST),
        (Stage.WRITTEN_TO, MessageKind.NUDGE),
        (Stage.REPLIED, MessageKind.REPLY_TO_YES),
        (Stage.AGREED, MessageKind.CONFIRMATION),
        (Stage.MET, MessageKind.THANK_YOU),
        (Stage.THANKED, MessageKind.KEEP_IN_TOUCH),
        (Stage.DECLINED, MessageKind.REPLY_TO_NO),
        (Stage.RESTING, MessageKind.FIRST_REQUEST),
    ],
)
def test_the_letter_that_is_next_follows_from_the_stage(stage: Stage, kind: MessageKind) -> None:
    assert usual_kind(stage) is kind


@pytest.mark.parametrize(
    ("source", "situation"),
    [
        (None, RequestSituation.COLD),
        (Source.KNOWN, RequestSituation.KNOWN),
        (Source.ALUMNI, RequestSituation.ALUMNI),
        (Source.CONFERENCE, RequestSituation.EVENT),
        (Source.LINKEDIN, RequestSituation.COLD),
    ],
)
def test_the_situation_follows_from_where_they_were_found(source: Source | None, situation: RequestSituation) -> None:
    assert letters.usual_situation(Contact(source=source)) is situation
    assert letters.usual_situation(Contact(source=source, referrer_id=1)) is RequestSituation.REFERRED


def test_nobody_was_named_by_nobody() -> None:
    assert RequestSituation.REFERRED not in situations_of(Contact())
    assert RequestSituation.REFERRED in situations_of(Contact(referrer_id=1))


def test_of_templates_the_key_goes_before_the_tone_and_the_tone_before_the_first() -> None:
    made = [Template(key, MessageKind.NUDGE, tone, "", "") for key, tone in (("a", "plain"), ("b", "warm"), ("c", "x"))]
    assert chosen_template(made, "c", "warm").key == "c"
    assert chosen_template(made, "gone", "warm").key == "b"
    assert chosen_template(made, "", "formal").key == "a"


def test_the_users_own_templates_stand_after_the_shipped_ones(store: Store) -> None:
    with store.action("Keep"):
        store.own_letters.add(Template("", MessageKind.NUDGE, "plain", "", "Mine", name="Mine", own=True))
    names = [each.name for each in templates_for(store, MessageKind.NUDGE, None)]
    assert names[-1] == "Mine"
    assert names.count("Mine") == 1


@pytest.mark.parametrize("kind", MessageKind)
def test_every_kind_can_be_written_to_anybody(store: Store, amara: int, kind: MessageKind) -> None:
    letter = compose(store, found(store, amara), DATES, kind)
    assert letter.outgoing.text
    assert "{" not in letter.outgoing.subject + letter.outgoing.body
    assert bool(letter.outgoing.forward_text) is (kind is MessageKind.INTRODUCTION_REQUEST)
    assert all(f"[{blank}]" in letter.outgoing.body for blank in letter.blanks)


def test_the_preferred_tone_is_taken_unless_another_is_asked_for(store: Store, amara: int) -> None:
    contact = found(store, amara)
    plain, warm = (compose(store, contact, DATES, MessageKind.NUDGE, tone) for tone in ("plain", "warm"))
    assert plain != warm
    assert compose(store, contact, DATES, MessageKind.NUDGE) == plain
    with store.action("Set"):
        store.preferences.update_settings(letter_tone="warm")
    assert compose(store, contact, DATES, MessageKind.NUDGE) == warm


def test_a_draft_is_gone_on_with_and_what_was_sent_is_not(store: Store, amara: int) -> None:
    contact = found(store, amara)
    with store.action("Write"):
        sent = Message(contact_id=amara, kind=MessageKind.NUDGE, state=MessageState.SENT, text="Sent")
        store.messages.add(sent)
        begun = store.messages.add(Message(contact_id=amara, kind=MessageKind.NUDGE, text="Dear A, [when] suits me?"))
    assert draft_of(store, contact, MessageKind.NUDGE).id == begun
    assert draft_of(store, contact, MessageKind.THANK_YOU) == Message(contact_id=amara, kind=MessageKind.THANK_YOU)
    letter = compose(store, contact, DATES, MessageKind.NUDGE)
    assert letter.outgoing.text == "Dear A, [when] suits me?"
    assert letter.blanks == ("when",)
    assert compose(store, contact, DATES, MessageKind.NUDGE, "plain").outgoing.text != letter.outgoing.text


def test_a_short_note_has_no_subject(store: Store, amara: int) -> None:
    with store.action("Write"):
        note = Message(
            contact_id=amara,
            kind=MessageKind.FIRST_REQUEST,
            situation=RequestSituation.LINKEDIN_NOTE,
            text="Hello",
        )
        store.messages.add(note)
    assert compose(store, found(store, amara), DATES, MessageKind.FIRST_REQUEST, "plain").outgoing.subject == ""


def test_a_message_goes_as_it_did_or_else_the_usual_way() -> None:
    assert letters.usual_channel(Message(id=3, channel=Channel.PHONE)) is Channel.PHONE
    assert letters.usual_channel(Message(situation=RequestSituation.LINKEDIN_NOTE)) is Channel.LINKEDIN
    assert letters.usual_channel(Message(channel=Channel.PHONE)) is Channel.EMAIL


def test_composing_stores_nothing(store: Store, amara: int) -> None:
    compose(store, found(store, amara), DATES)
    assert store.messages.of_contact(amara) == []
