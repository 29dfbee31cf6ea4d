"""What the wizard offers ready-made: what to look up, sentences to open and close with, what to bring."""

from collections.abc import Mapping

from msgspec import Struct

from desktop.core.meeting import Rescue
from desktop.core.meeting_line import Way
from desktop.core.organisation import Subject
from desktop.core.profile import Profile


class ChecklistItem(Struct, frozen=True):
    """One thing to look up before a meeting; a meeting remembers the keys of those that are done."""

    key: str
    subject: Subject
    text: str


class AskedBack(Struct, frozen=True):
    """What they may ask me, with a hint for my own short answer."""

    key: str
    asked: str
    hint: str


class Logistics(Struct, frozen=True):
    """What to have ready for one way of meeting, and how many minutes early to be there."""

    bring: tuple[str, ...]
    arrive_early: int


class Preparation(Struct, frozen=True):
    """All of it. `opening_with_profile` has the slots `{name}` and `{headline}`, the rest is ready to be said."""

    checklist: tuple[ChecklistItem, ...]
    opening_with_profile: str
    opening_plain: str
    ask_for_notes: str
    who_else: str
    use_name: str
    thanks: str
    asked_back: tuple[AskedBack, ...]
    rescues: tuple[Rescue, ...]
    logistics: Mapping[Way, Logistics]

    def to_look_up(self, subject: Subject) -> tuple[ChecklistItem, ...]:
        """The checklist for one subject."""
        return tuple(item for item in self.checklist if item.subject is subject)

    def opening(self, profile: Profile) -> str:
        """Who I am in two sentences: with name and headline where the profile has both, else the plain text."""
        name, headline = profile.name.strip(), profile.headline.strip().rstrip(".")
        if not (name and headline):
            return self.opening_plain
        return self.opening_with_profile.format(name=name, headline=headline)
