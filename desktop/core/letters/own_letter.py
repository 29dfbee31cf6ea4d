"""The user's own templates: which fields may be in one, what is no field, and a finished letter made a template."""

import re
from collections.abc import Mapping

from desktop.core.contact_fields import IN_LETTERS
from desktop.core.letters.letter import Template
from desktop.core.letters.letter_values import LetterWording
from desktop.core.values import replace

# Every field a template may hold, in the order of a letter; `letter_values.values` fills them.
FIELDS = (
    *(field.name for field in IN_LETTERS), "first_name", "referred_by", "referred_for", "source", "source_detail",
    "my_name", "headline", "background", "reach", "email", "phone", "link",
    "direction", "purpose", "specific", "minutes", "windows", "when", "way", "where",
    "introduce_to", "learned", "will_do", "surprised", "will_use", "met", "decided", "verdict", "verdict_reason",
    "news", "earlier", "discretion", "discretion_short",
)  # fmt: skip
_BRACES = re.compile(r"\{([^{}\n]*)\}")
_CHOICE = re.compile(r"\{\?|\?\}")
_SHORTEST = 3  # characters: a shorter value, or a number, is in too many other places
# Sayings of the kind "by phone" or "she" belong to the sentence as often as to the meeting.
_LEFT_ALONE = frozenset({"minutes", "way", "discretion_short", "pronouns"})
_ONLY_IF_KNOWN = frozenset({"discretion", "surprised", "will_use", "verdict", "verdict_reason"})


def unknown_fields(*texts: str) -> tuple[str, ...]:
    """What is in braces in these texts and is no field, each once, as it was written."""
    found: dict[str, None] = {}
    for text in texts:
        found |= {inside: None for inside in _BRACES.findall(_CHOICE.sub("", text)) if inside not in FIELDS}
    return tuple(found)


def unmatched_braces(*texts: str) -> bool:
    """Whether a brace was opened and not shut, or shut and not opened; its letter would lose it."""
    return any(set("{}") & set(_BRACES.sub("", _CHOICE.sub("", text))) for text in texts)


def with_fields(text: str, known: Mapping[str, str], wording: LetterWording) -> str:
    """A letter that was written, its values and open gaps put back as fields; longer values are looked for first.

    `known` are the values that filled it. What the user wrote otherwise stays as it is.
    """
    places: dict[str, str] = {}
    for field in FIELDS:
        value = known.get(field, "")
        if field not in _LEFT_ALONE and len(value) >= _SHORTEST and not value.isdigit():
            places.setdefault(value, f"{{?{{{field}}}?}}" if field in _ONLY_IF_KNOWN else f"{{{field}}}")
    for field, prompt in wording.prompts.items():
        places.setdefault(f"[{prompt}]", f"{{{field}}}")
    if not places:
        return text
    longest = sorted(places, key=len, reverse=True)
    whole = re.compile("|".join(rf"(?<!\w){re.escape(value)}(?!\w)" for value in longest))
    return whole.sub(lambda found: places[found.group()], text)


def made_own(letter: Template, known: Mapping[str, str], wording: LetterWording) -> Template:
    """The letter as a template of the user's own, its values put back as fields."""
    return replace(
        letter,
        own=True,
        subject=with_fields(letter.subject, known, wording),
        body=with_fields(letter.body, known, wording),
        forward=with_fields(letter.forward, known, wording),
    )
