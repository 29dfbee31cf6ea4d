"""Letters from templates: slots are filled from what is known; what is not known disappears or shows as a gap to fill.

The language of templates:

- `{slot}` is replaced by its value. Without a value it becomes a gap, written `[what belongs here]`.
- `{?one wording|another wording?}` takes the first wording whose slots all have values. If there is none, the last one
  is taken, with its gaps; with a `|` at the end that is nothing, and so it is with a single wording.

No `{slot}` ever reaches the finished text, and no phrase is left that says nothing.
"""

import re
from collections.abc import Mapping
from typing import TypedDict

from msgspec import Struct, field

from desktop.core.contact import Contact, MayUseName
from desktop.core.direction import Direction
from desktop.core.meeting import DEFAULT_MINUTES, Meeting
from desktop.core.message import MessageKind, RequestSituation
from desktop.core.profile import Profile

TONES = ("plain", "warm", "formal")  # of the shipped letters; those of the user may have others

_PIECE = re.compile(r"\{\?(.*?)\?\}|\{([a-z_]+)\}", re.DOTALL)
_SLOT = re.compile(r"\{([a-z_]+)\}")
_STRAY = re.compile(r"\{\?|\?\}")
# Gaps are marked by letters that no text holds until their places are known.
_OPEN, _SHUT = "\ue0f0", "\ue0f1"
_MARKED = re.compile(f"{_OPEN}([a-z_]+){_SHUT}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue0f0\ue0f1]")


class Template(Struct, frozen=True):
    """One wording of a message. `key` is unique; `forward` is the text to forward of a request for an introduction."""

    key: str
    kind: MessageKind
    tone: str
    subject: str
    body: str
    situation: RequestSituation | None = None
    language: str = "en"
    forward: str = ""
    own: bool = False  # written by the user
    name: str = ""  # what the user calls an own one


class TemplateChanges(TypedDict, total=False):
    """What `update` may change of a `Template`; named and typed as its fields are."""

    kind: MessageKind
    tone: str
    subject: str
    body: str
    situation: RequestSituation | None
    language: str
    forward: str
    name: str


class LetterMaterial(Struct, frozen=True):
    """What the letters draw on; everything may be empty.

    Times are words already (`Tuesday 3 June at 10:00`), because only the window knows how the user's country writes
    them. The permission to use the referrer's name is `contact.may_use_name`.
    """

    profile: Profile = field(default_factory=Profile)
    contact: Contact = field(default_factory=Contact)
    referrer: str = ""
    direction: Direction | None = None
    purpose: str = ""  # what I would like to learn, as it was typed
    specific: str = ""  # what of theirs stayed with me
    minutes: int = DEFAULT_MINUTES
    windows: tuple[str, ...] = ()  # times offered
    meeting: Meeting | None = None
    when: str = ""  # the time of the meeting, zones included
    introduce_to: str = ""  # whom I would like to be introduced to
    learned: str = ""  # the one thing they said that I keep
    will_do: str = ""  # what I will do with it
    met: str = ""  # whom I have met through them, or whom they named
    surprised: str = ""  # of the write-up of the meeting: what surprised me,
    will_use: str = ""  # and what I will use, each as a sentence
    decided: Direction | None = None  # the direction whose verdict is told
    news: str = ""
    earlier: str = ""  # when I wrote before
    private_search: bool = False


class Gap(Struct, frozen=True):
    """A visible placeholder in a text, from `start` to `end` (code points), for what `prompt` says."""

    start: int
    end: int
    field: str
    prompt: str


class Draft(Struct, frozen=True):
    """A letter as it begins. `gaps` are places in `text`, `forward_gaps` in `forward`; a subject never has one."""

    subject: str
    text: str
    gaps: tuple[Gap, ...] = ()
    forward: str = ""
    forward_gaps: tuple[Gap, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether nothing is left to fill in."""
        return not self.gaps and not self.forward_gaps


def may_be_named(material: LetterMaterial) -> bool:
    """Whether the referrer's name may be in a letter: only when they said yes."""
    return bool(material.referrer.strip()) and material.contact.may_use_name is MayUseName.YES


def fill_template(template: Template, values: Mapping[str, str], prompts: Mapping[str, str]) -> Draft:
    """The draft of a template; an unknown slot is a gap under its own name. `values` come from `letter_values`."""
    subject, _ = _placed(_MARKED.sub("", _filled(template.subject, values)), prompts)
    text, gaps = _placed(_filled(template.body, values), prompts)
    forward, forward_gaps = _placed(_filled(template.forward, values), prompts)
    return Draft(" ".join(subject.split()), text, gaps, forward, forward_gaps)


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with values in place and its gaps marked; values are never read as templates."""
    clean = _UNSEEN.sub("", text)

    def piece(found: re.Match[str]) -> str:
        if found.group(2):
            return _value(found.group(2), values)
        wordings = found.group(1).split("|")
        if len(wordings) == 1:
            wordings.append("")
        chosen = next((wording for wording in wordings if _is_known(wording, values)), wordings[-1])
        return _SLOT.sub(lambda slot: _value(slot.group(1), values), chosen)

    # Wordings are handled first and apart, so what is left of `{?` was unbalanced in the template.
    parts: list[str] = []
    end = 0
    for found in _PIECE.finditer(clean):
        parts += [_STRAY.sub("", clean[end : found.start()]), piece(found)]
        end = found.end()
    return _tidy("".join([*parts, _STRAY.sub("", clean[end:])]))


def _is_known(wording: str, values: Mapping[str, str]) -> bool:
    return all(values.get(slot, "") for slot in _SLOT.findall(wording))


def _value(slot: str, values: Mapping[str, str]) -> str:
    value = _UNSEEN.sub("", values.get(slot, "")).strip()
    return value or f"{_OPEN}{slot}{_SHUT}"


def _tidy(text: str) -> str:
    """Without the holes that vanished sentences leave: no double spaces, no more than one empty line."""
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _placed(marked: str, prompts: Mapping[str, str]) -> tuple[str, tuple[Gap, ...]]:
    """The text with each gap shown as `[prompt]`, and where they are."""
    text, gaps, end = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[end : found.start()]
        prompt = prompts.get(found.group(1), found.group(1).replace("_", " "))
        gaps.append(Gap(len(text), len(text) + len(prompt) + 2, found.group(1), prompt))
        text += f"[{prompt}]"
        end = found.end()
    return text + marked[end:], tuple(gaps)
