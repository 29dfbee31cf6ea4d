"""The checker of written requests: what is there, what is missing, what had better go. It advises and never blocks.

It looks for signs by word lists and patterns (`ReviewWords`) and understands nothing, so it can err; each remark says
why and where to look. A missing thing is shown where it would fit best: who I am, background and source at the first
line after the greeting, purpose, length and ways at the end of the letter before the signature, contact details at the
very end.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from desktop.core.contact import Detail, MayUseName
from desktop.core.letters.letter import LetterMaterial
from desktop.core.letters.review_text import ReadText, take_apart
from desktop.core.letters.review_words import ReviewWords
from desktop.core.message import MessageKind, RequestSituation
from desktop.core.text import fold

_TARGET_WORDS = 150  # domain.md, "first request, in writing"
_NOTE_CHARACTERS = 200  # an invitation note of LinkedIn's free accounts; 300 on paid ones is a setting
_PHONE_DIGITS = 7  # at least, else it is a year or a house number


class RemarkCode(StrEnum):
    """What a remark is about (domain.md, "Remarks on a written request").

    The last needs more than the text and never comes from the command line.
    """

    MISSING_WHO = "missing-who"
    MISSING_BACKGROUND = "missing-background"
    MISSING_SOURCE = "missing-source"
    MISSING_PURPOSE = "missing-purpose"
    MISSING_CONTACT_DETAILS = "missing-contact-details"
    MISSING_LENGTH = "missing-length"
    MISSING_WAYS = "missing-ways"
    ASKS_FOR_JOB = "asks-for-job"
    RESUME_ATTACHED = "resume-attached"
    FLATTERY = "flattery"
    GAP = "gap"
    TOO_LONG = "too-long"
    REFERRER_NAME = "referrer-name"


class Limits(Struct, frozen=True):
    """How long a text may be, `None` for no limit. The whole text counts, header lines such as `Subject:` apart."""

    words: int | None = _TARGET_WORDS
    characters: int | None = None


class Remark(Struct, frozen=True):
    """One remark: the line from 1, and the place from `start` to `end` in code points (the same where a thing is
    missing)."""

    code: RemarkCode
    line: int
    start: int
    end: int
    why: str


_REQUEST = tuple(code for code in RemarkCode if code.startswith("missing-"))
_NOTE = (RemarkCode.MISSING_BACKGROUND, RemarkCode.MISSING_SOURCE, RemarkCode.MISSING_PURPOSE)
_ASKING = (MessageKind.FIRST_REQUEST, MessageKind.INTRODUCTION_REQUEST, MessageKind.NUDGE)
_FAULTS = (
    (RemarkCode.ASKS_FOR_JOB, "job"),
    (RemarkCode.RESUME_ATTACHED, "resume"),
    (RemarkCode.FLATTERY, "flattery"),
)
_AT_START = (RemarkCode.MISSING_WHO, RemarkCode.MISSING_BACKGROUND, RemarkCode.MISSING_SOURCE)


def limits_for(situation: RequestSituation | None, note_characters: int = _NOTE_CHARACTERS) -> Limits:
    """The limits of a text: an invitation note counts characters, everything else words."""
    if situation is RequestSituation.LINKEDIN_NOTE:
        return Limits(words=None, characters=note_characters)
    return Limits()


def demanded(kind: MessageKind, situation: RequestSituation | None = None) -> tuple[RemarkCode, ...]:
    """What must be there: everything in a first request; the network shows name and address beside a note."""
    if kind is MessageKind.FIRST_REQUEST:
        return _NOTE if situation is RequestSituation.LINKEDIN_NOTE else _REQUEST
    return (RemarkCode.MISSING_PURPOSE,) if kind is MessageKind.INTRODUCTION_REQUEST else ()


def review(
    text: str,
    words: ReviewWords,
    kind: MessageKind = MessageKind.FIRST_REQUEST,
    situation: RequestSituation | None = None,
    limits: Limits | None = None,
    material: LetterMaterial | None = None,
) -> tuple[Remark, ...]:
    """The remarks on a text, in the order of their places; none for a text that has nothing to mend.

    Only requests are searched for faults: a thank-you may praise, a later message may speak of a job that was offered.
    `material`, where known, tells the writer's own name, which addresses are theirs, and whose name is not free.
    """
    read = take_apart(text, words)
    material = material or LetterMaterial()
    remarks = [
        _remark(read, words, code, *_place(read, code))
        for code in demanded(kind, situation)
        if not _is_there(code, read, words, material)
    ]
    if kind in _ASKING:
        for code, group in _FAULTS:
            remarks += [_remark(read, words, code, *span) for span in _faults(read, words, group)]
    remarks += [_remark(read, words, RemarkCode.GAP, *span) for span in read.gaps]
    remarks += _names(read, words, material)
    remarks += _lengths(read, words, limits or limits_for(situation))
    return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.end)))


def _remark(read: ReadText, words: ReviewWords, code: RemarkCode, start: int, end: int, why: str = "") -> Remark:
    return Remark(code, read.line_of(start), start, end, why or words.why[code])


def _place(read: ReadText, code: RemarkCode) -> tuple[int, int]:
    """Where a missing thing would fit."""
    filled = [(start, end) for start, end in read.lines if start >= read.body and read.text[start:end].strip()]
    if code in _AT_START:
        after_greeting = filled[1:2] or filled
        place = after_greeting[0][0] if after_greeting else read.body
    elif code is RemarkCode.MISSING_CONTACT_DETAILS:
        place = filled[-1][1] if filled else len(read.text)
    else:
        place = max((end for start, end in filled if start < read.signature), default=len(read.text))
    return place, place


def _is_there(code: RemarkCode, read: ReadText, words: ReviewWords, material: LetterMaterial) -> bool:
    match code:
        case RemarkCode.MISSING_WHO:
            return _says_who(read, words, material)
        case RemarkCode.MISSING_BACKGROUND:
            return _says_background(read, words, material)
        case RemarkCode.MISSING_SOURCE:
            return _has(read, words, "source")
        case RemarkCode.MISSING_PURPOSE:
            return _has_purpose(read, words)
        case RemarkCode.MISSING_CONTACT_DETAILS:
            return _has_contact_details(read, words, material)
        case RemarkCode.MISSING_LENGTH:
            return _has(read, words, "length")
        case _:
            return _offers_ways(read, words)


def _has(read: ReadText, words: ReviewWords, group: str) -> bool:
    return words.patterns[group].search(read.flat, read.body) is not None


def _says_who(read: ReadText, words: ReviewWords, material: LetterMaterial) -> bool:
    if read.signed or words.patterns["who"].search(read.cased, read.body):
        return True
    name = fold(material.profile.name)
    if name and name in fold(read.text):
        return True
    return read.cased == read.flat and _has(read, words, "who_uncapitalised")


def _says_background(read: ReadText, words: ReviewWords, material: LetterMaterial) -> bool:
    headline = fold(material.profile.headline)
    return (
        _has(read, words, "background")
        or words.patterns["background_named"].search(read.cased, read.body) is not None
        or bool(headline and headline in fold(read.text))
    )


def _has_purpose(read: ReadText, words: ReviewWords) -> bool:
    """Whether a wish to learn is followed by words that say what: one after a clear opening, two after another."""
    empty = words.words["empty"]
    for group, least in (("purpose", 1), ("purpose_weak", 2)):
        for found in words.patterns[group].finditer(read.flat, read.body):
            start, end = found.end(), read.sentence_end(found.end())
            if asked := words.patterns["job"].search(read.flat, found.start(), end):
                end = max(start, asked.start())
            said = words.patterns["employer"].sub(" ", read.cased[start:end]).lower()
            if len([word for word in re.findall(r"[^\W\d_][\w'-]{2,}", said) if word not in empty]) >= least:
                return True
    return False


def _has_contact_details(read: ReadText, words: ReviewWords, material: LetterMaterial) -> bool:
    patterns = words.patterns
    theirs = {_plain(detail.value) for detail in _details_of(material)}

    def is_mine(found: re.Match[str]) -> bool:
        return _plain(found.group()) not in theirs

    if any(is_mine(found) for found in patterns["contact"].finditer(read.flat, read.body)):
        return True
    for found in patterns["phone_number"].finditer(read.flat, read.body):
        number = patterns["no_phone_number"].sub(" ", found.group())
        if len(re.sub(r"\D", "", number)) >= _PHONE_DIGITS and is_mine(found):
            return True
    # An address of the web within the text is most likely theirs, one in the signature mine.
    return any(
        is_mine(found) for found in patterns["web_address"].finditer(read.flat, min(read.signature, len(read.flat)))
    )


def _details_of(material: LetterMaterial) -> Iterable[Detail]:
    return (*material.contact.emails, *material.contact.phones, *material.contact.links)


def _plain(value: str) -> str:
    digits = re.sub(r"\D", "", value)
    return value.lower().strip() if "@" in value or len(digits) < _PHONE_DIGITS else digits


def _offers_ways(read: ReadText, words: ReviewWords) -> bool:
    """Whether all three ways are named, or the choice is left open in so many words."""
    if _has(read, words, "way_open"):
        return True
    without_video_calls = words.patterns["video_call"].sub(" ", read.flat[read.body :])
    return (
        _has(read, words, "way_video")
        and _has(read, words, "way_face")
        and words.patterns["way_phone"].search(without_video_calls) is not None
    )


def _faults(read: ReadText, words: ReviewWords, group: str) -> Iterator[tuple[int, int]]:
    """Where a fault is, once for each sentence, unless the sentence denies it."""
    last = -1
    for found in words.patterns[group].finditer(read.flat, read.body):
        start = read.sentence_start(found.start())
        if start == last or _is_denied(read.flat[start : found.start()], found.group(), words):
            continue
        if group == "resume" and words.patterns["resume_offered"].search(read.flat, start, found.end()):
            continue
        last = start
        yield found.span()


def _is_denied(before: str, itself: str, words: ReviewWords) -> bool:
    """Whether a negation reaches the words: none of the breaks (`but`) is between, and it is no `not only`."""
    said = words.patterns["negation_harmless"].sub(" ", f"{before}\0{itself}")
    before, _, itself = said.partition("\0")
    if words.patterns["negation"].search(itself):
        return True
    reaching = [found.end() for found in words.patterns["negation"].finditer(before)]
    return bool(reaching) and not words.patterns["negation_break"].search(before, reaching[-1])


def _names(read: ReadText, words: ReviewWords, material: LetterMaterial) -> list[Remark]:
    """The referrer's name where it may not be used, or not yet."""
    may = material.contact.may_use_name
    name = material.referrer.strip()
    if not name or may is MayUseName.YES:
        return []
    why = words.why["referrer-name-no" if may is MayUseName.NO else "referrer-name"]
    pattern = re.compile(r"\b" + r"\s+".join(re.escape(part) for part in name.split()) + r"\b", re.IGNORECASE)
    return [_remark(read, words, RemarkCode.REFERRER_NAME, *found.span(), why) for found in pattern.finditer(read.text)]


def _lengths(read: ReadText, words: ReviewWords, limits: Limits) -> list[Remark]:
    remarks = []
    spans = read.words()
    if limits.words is not None and len(spans) > limits.words:
        why = words.why["too-long"].format(limit=limits.words, count=len(spans))
        remarks.append(_remark(read, words, RemarkCode.TOO_LONG, spans[limits.words][0], spans[-1][1], why))
    letter = read.text[read.body :].rstrip()
    if limits.characters is not None and len(letter) > limits.characters:
        why = words.why["too-many-characters"].format(limit=limits.characters, count=len(letter))
        start = read.body + limits.characters
        remarks.append(_remark(read, words, RemarkCode.TOO_LONG, start, read.body + len(letter), why))
    return remarks
