"""Reasons to write to someone again: what was promised, advice I followed, what they care about, what I can give."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from desktop.core.contact import Contact
from desktop.core.learning import LearningEntry
from desktop.core.promise import Promise, promises_in_order
from desktop.core.text import one_line

_MOST_ADVICE = 3  # of the latest entries: older news is no reason


class ReasonKind(StrEnum):
    """What a reason is about."""

    PROMISED = "promised"  # by me
    THEY_PROMISED = "they_promised"
    INTRODUCING = "introducing"  # they said they would; the text is whom
    ADVICE = "advice"
    CARES_ABOUT = "cares_about"
    GIVE_BACK = "give_back"


class Reason(Struct, frozen=True):
    """One reason; `text` as the user wrote it where it was kept, on one line."""

    kind: ReasonKind
    text: str


def reasons(
    contact: Contact,
    entries: Iterable[LearningEntry],
    promises: Iterable[Promise] = (),
    introducing: Iterable[str] = (),
) -> tuple[Reason, ...]:
    """The reasons to write to a contact. `entries` are what was learned in meetings with them, latest first;
    `introducing` names the people they said they would introduce.

    Only what the user made of the advice counts, never what was said.
    """
    owed = [
        Reason(ReasonKind.PROMISED if each.mine else ReasonKind.THEY_PROMISED, one_line(each.text))
        for each in promises_in_order(promises)
        if each.done_on is None and each.text.strip()
    ]
    owed += [Reason(ReasonKind.INTRODUCING, one_line(name)) for name in introducing if name.strip()]
    tried = [one_line(entry.came_of_it or entry.applied) for entry in entries]
    found = [Reason(ReasonKind.ADVICE, text) for text in dict.fromkeys(tried) if text][:_MOST_ADVICE]
    for kind, text in ((ReasonKind.CARES_ABOUT, contact.cares_about), (ReasonKind.GIVE_BACK, contact.give_back)):
        if text.strip():
            found.append(Reason(kind, one_line(text)))
    return (*owed, *found)
