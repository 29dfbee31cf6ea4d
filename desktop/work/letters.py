"""Composes a letter to one contact: the kind, situation and template that fit, and the draft they give."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.core.contact import Contact, Source, Stage
from desktop.core.letters.letter import Draft, LetterMaterial, Template, fill_template
from desktop.core.letters.letter_values import values
from desktop.core.letters.review import Remark, RemarkCode, review
from desktop.core.message import Channel, Message, MessageKind, MessageState, RequestSituation
from desktop.store.store import Store
from desktop.work.handing_over import Outgoing
from desktop.work.letter_material import MATERIAL_FIELDS, LetterDates, material_of
from desktop.work.shipped import shipped_letters, shipped_review_words

_BY_SOURCE = {
    Source.KNOWN: RequestSituation.KNOWN,
    Source.ALUMNI: RequestSituation.ALUMNI,
    Source.WORKSHOP: RequestSituation.EVENT,
    Source.CONFERENCE: RequestSituation.EVENT,
    Source.SOCIAL_EVENT: RequestSituation.EVENT,
}
_BY_STAGE = {
    Stage.WRITTEN_TO: MessageKind.NUDGE,
    Stage.REPLIED: MessageKind.REPLY_TO_YES,
    Stage.AGREED: MessageKind.CONFIRMATION,
    Stage.MET: MessageKind.THANK_YOU,
    Stage.THANKED: MessageKind.KEEP_IN_TOUCH,
    Stage.IN_TOUCH: MessageKind.KEEP_IN_TOUCH,
    Stage.DECLINED: MessageKind.REPLY_TO_NO,
}


class Rendered(Struct, frozen=True):
    """A draft with the values its gaps may be filled from later."""

    draft: Draft
    values: Mapping[str, str]
    material: LetterMaterial


def templates_for(store: Store, kind: MessageKind, situation: RequestSituation | None) -> tuple[Template, ...]:
    """The templates of a kind, the user's own after the shipped ones."""
    wanted = situation if kind is MessageKind.FIRST_REQUEST else None
    shipped = [each for each in shipped_letters()[0] if each.kind is kind and each.situation is wanted]
    own = [each for each in store.own_letters.all() if each.kind is kind and each.situation in (wanted, None)]
    return (*shipped, *own)


def chosen_template(templates: Sequence[Template], key: str, tone: str) -> Template:
    """Of templates to choose from, the one of that key, else one of that tone, else the first."""
    same = [each for each in templates if each.key == key] or [each for each in templates if each.tone == tone]
    return same[0] if same else templates[0]


def usual_kind(stage: Stage) -> MessageKind:
    """What one would write next to a contact at that stage."""
    return _BY_STAGE.get(stage, MessageKind.FIRST_REQUEST)


def usual_situation(contact: Contact) -> RequestSituation:
    """How the user comes to write to this contact, as far as it is known."""
    if contact.referrer_id is not None:
        return RequestSituation.REFERRED
    return _BY_SOURCE.get(contact.source, RequestSituation.COLD) if contact.source else RequestSituation.COLD


def situations_of(contact: Contact) -> list[RequestSituation]:
    """The situations that can be: nobody was named by nobody."""
    return [each for each in RequestSituation if each is not RequestSituation.REFERRED or contact.referrer_id]


def usual_channel(message: Message) -> Channel:
    """The way a message will go, unless the user says otherwise."""
    if message.id:
        return message.channel
    return Channel.LINKEDIN if message.situation is RequestSituation.LINKEDIN_NOTE else Channel.EMAIL


def tone_of(store: Store, key: str) -> str:
    """The tone of a template, the one the user prefers where there is no such template."""
    known = [*shipped_letters()[0], *store.own_letters.all()]
    tone = next((each.tone for each in known if each.key == key), "")
    return tone or store.preferences.settings().letter_tone


def draft_of(store: Store, contact: Contact, kind: MessageKind) -> Message:
    """The draft of that kind to a contact, a new one where there is none."""
    for message in store.messages.of_contact(contact.id):
        if message.state is MessageState.DRAFT and message.kind is kind:
            return message
    situation = usual_situation(contact) if kind is MessageKind.FIRST_REQUEST else None
    return Message(contact_id=contact.id, kind=kind, situation=situation)


def rendered(
    store: Store, contact: Contact, template: Template, typed: Mapping[str, str], dates: LetterDates
) -> Rendered:
    """The template filled from everything known; `typed` are answers that belong to this letter alone, by slot."""
    wording = shipped_letters()[1]
    material = material_of(store, contact, template.kind, typed, dates)
    known = values(material, wording)
    for slot, text in typed.items():
        if text.strip() and slot not in MATERIAL_FIELDS:
            known[slot] = " ".join(text.split())
    return Rendered(fill_template(template, known, wording.prompts), known, material)


class ComposedLetter(Struct, frozen=True):
    """A letter as the composer would show it first, and the blanks left in it, each as it is named in the text."""

    outgoing: Outgoing
    blanks: tuple[str, ...] = ()


def compose(
    store: Store, contact: Contact, dates: LetterDates, kind: MessageKind | None = None, tone: str = ""
) -> ComposedLetter:
    """The letter to a contact; without a `kind` the one that is next, without a `tone` the preferred one.

    A draft the user has begun is the letter, unless a tone is asked for. Nothing is stored.
    """
    kind = kind or usual_kind(contact.stage)
    message = draft_of(store, contact, kind)
    if message.id and not tone:
        outgoing = Outgoing(contact, kind, message.subject, message.text, message.forward_text)
    else:
        templates = templates_for(store, kind, message.situation)
        template = chosen_template(templates, "" if tone else message.template_key, tone or tone_of(store, ""))
        draft = rendered(store, contact, template, {}, dates).draft
        subject = "" if message.situation is RequestSituation.LINKEDIN_NOTE else draft.subject  # a note has none
        outgoing = Outgoing(contact, kind, subject, draft.text, draft.forward)
    remarks = review(outgoing.body, shipped_review_words(), kind, message.situation)
    return ComposedLetter(outgoing, blanks(outgoing.body, remarks))


def blanks(text: str, remarks: Sequence[Remark]) -> tuple[str, ...]:
    """The blanks that a review of the text found, each as it is named there."""
    gaps = (remark for remark in remarks if remark.code is RemarkCode.GAP)
    return tuple(text[gap.start : gap.end].strip("[]{}<>_. ") or "…" for gap in gaps)
