"""What fills the slots of a letter: the material turned into pieces that fit into a sentence."""

from collections.abc import Mapping

from msgspec import Struct

from desktop.core.contact import MayUseName, Source
from desktop.core.contact_fields import IN_LETTERS
from desktop.core.direction import Direction, Verdict
from desktop.core.letters.letter import Draft, LetterMaterial, Template, fill_template, may_be_named
from desktop.core.letters.reason_to_write import Reason, ReasonKind
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import Way
from desktop.core.text import one_line


class PurposeWords(Struct, frozen=True):
    """How a purpose as it was typed becomes the end of “I would like to learn …”; all in lower case."""

    drop: tuple[str, ...] = ()  # beginnings that the letter says itself
    openers: frozenset[str] = frozenset()  # words a clause may begin with
    lower: frozenset[str] = frozenset()  # words that lose a capital
    prefix: str = ""  # before anything else
    before_question: str = ""  # before a whole question


class LetterWording(Struct, frozen=True):
    """The small words of letters in one language; `sources` holds a sentence without and one with detail for each."""

    prompts: Mapping[str, str]
    sources: Mapping[Source, tuple[str, str]]
    discretion: str
    discretion_short: str
    purpose: PurposeWords
    last_joint: str  # between the last two of a list to choose from
    and_joint: str  # between the last two of a list that all counts
    ways: Mapping[Way, str]
    titles: frozenset[str]  # before a name, without their dot
    someone_unnamed: str  # in place of a referrer who does not want to be named
    verdicts: Mapping[Verdict, str]  # how a decision is told; `{direction}` is its name
    reasons: Mapping[ReasonKind, str]  # how a reason to write is told; `{text}` is what the user noted


def draft(template: Template, material: LetterMaterial, wording: LetterWording) -> Draft:
    """The letter as far as it is known."""
    return fill_template(template, values(material, wording), wording.prompts)


def values(material: LetterMaterial, wording: LetterWording) -> dict[str, str]:
    """A value for every slot that has one; each on one line, except the addresses at the end."""
    profile, contact, meeting = material.profile, material.contact, material.meeting
    known = {
        "my_name": profile.name,
        "headline": profile.headline.strip().rstrip(".;,"),
        "background": with_full_stop(profile.background),
        "email": profile.email,
        "phone": profile.phone,
        "link": profile.link,
        **{field.name: getattr(contact, field.name) for field in IN_LETTERS},
        "first_name": first_name(contact.name, wording.titles),
        "source": _source(material, wording),
        "source_detail": contact.source_detail.strip().rstrip("."),
        "referred_by": _referred_by(material, wording),
        "direction": material.direction.name if material.direction else "",
        "purpose": purpose_clause(_purpose(material), wording.purpose),
        "referred_for": _referred_for(material, wording),
        "specific": material.specific.strip().rstrip("."),
        "minutes": str(meeting.minutes if meeting else material.minutes),
        "windows": joined_with_last(material.windows, wording.last_joint),
        "when": material.when,
        "way": wording.ways[meeting.way] if meeting else "",
        "where": _where(meeting),
        "introduce_to": material.introduce_to.strip().rstrip("."),
        "learned": material.learned.strip().rstrip("."),
        "will_do": material.will_do.strip().rstrip("."),
        "met": material.met.strip().rstrip("."),
        "surprised": with_full_stop(material.surprised),
        "will_use": with_full_stop(material.will_use),
        "decided": material.decided.name if material.decided else "",
        "verdict": _verdict(material.decided, wording),
        "verdict_reason": with_full_stop(material.decided.reason) if material.decided else "",
        "news": with_full_stop(material.news),
        "earlier": material.earlier,
        "discretion": wording.discretion if material.private_search else "",
        "discretion_short": wording.discretion_short if material.private_search else "",
    }
    filled = {slot: one_line(value) for slot, value in known.items()}
    filled["reach"] = "\n".join(one_line(way) for way in (profile.email, profile.phone, profile.link) if way.strip())
    return filled


def purpose_clause(typed: str, words: PurposeWords) -> str:
    """`I want to learn how you plan.` → `how you plan`; `Data work in hospitals` → `about Data work in hospitals`."""
    text = one_line(typed).rstrip(".; ")
    for beginning in sorted(words.drop, key=len, reverse=True):
        if text.lower().startswith(f"{beginning} "):
            text = text[len(beginning) :].strip(" :")
            break
    if not text:
        return ""
    first = text.split()[0].lower().strip(",:")
    if first in words.openers or first in words.lower:
        text = text[0].lower() + text[1:]
    if text.endswith("?"):
        return f"{words.before_question} {text}"
    return text if first in words.openers else f"{words.prefix} {text}"


def first_name(name: str, titles: frozenset[str]) -> str:
    """The name to greet a friend by: the first one after titles. Where that cannot be told, the name as it is.

    Family names come first in many scripts and in `Last, First`, so those names are left whole.
    """
    parts = name.split()
    while len(parts) > 1 and parts[0].lower().rstrip(".") in titles:
        parts.pop(0)
    plain = len(parts) > 1 and "," not in name and parts[0][:1].isupper() and len(parts[0].rstrip(".")) > 1
    return parts[0] if plain else " ".join(parts)


def with_full_stop(text: str) -> str:
    """The text with a full stop at its end, unless it ends already."""
    line = one_line(text)
    return line if not line or line[-1] in ".!?…。！？।" else f"{line}."


def joined_with_last(parts: tuple[str, ...], last: str) -> str:
    """`a, b or c`."""
    filled = [one_line(part) for part in parts if part.strip()]
    return last.join(filter(None, (", ".join(filled[:-1]), *filled[-1:])))


def _source(material: LetterMaterial, wording: LetterWording) -> str:
    contact = material.contact
    if contact.source is None:
        return ""
    plain, with_detail = wording.sources.get(contact.source, ("", ""))
    detail = one_line(contact.source_detail).rstrip(".")
    return with_detail.replace("{source_detail}", detail) if detail and with_detail else plain


def _referred_by(material: LetterMaterial, wording: LetterWording) -> str:
    """The referrer's name if it may be used; nobody by name if not; a gap as long as they have not been asked."""
    if may_be_named(material):
        return material.referrer
    return wording.someone_unnamed if material.contact.may_use_name is MayUseName.NO else ""


def _purpose(material: LetterMaterial) -> str:
    """What I would like to learn: as it was typed, or what the meeting is for, or what I was sent to them for."""
    meeting = material.meeting.purpose if material.meeting else ""
    return material.purpose or meeting or (material.contact.referred_for if may_be_named(material) else "")


def _referred_for(material: LetterMaterial, wording: LetterWording) -> str:
    """What the referrer named them for, unless it is the purpose already; it would tell who an unnamed referrer is."""
    if not may_be_named(material) or _purpose(material) == material.contact.referred_for:
        return ""
    return purpose_clause(material.contact.referred_for, wording.purpose)


def _verdict(decided: Direction | None, wording: LetterWording) -> str:
    if decided is None or decided.verdict is None:
        return ""
    return wording.verdicts.get(decided.verdict, "").replace("{direction}", one_line(decided.name))


def as_news(reason: Reason, wording: LetterWording) -> str:
    """A reason to write as a sentence of a letter."""
    return with_full_stop(wording.reasons[reason.kind].replace("{text}", reason.text))


def _where(meeting: Meeting | None) -> str:
    if meeting is None:
        return ""
    return meeting.place if meeting.way is Way.FACE_TO_FACE else meeting.dial_in
