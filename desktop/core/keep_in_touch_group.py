"""A group of contacts whom the user keeps in touch with equally often (domain.md, "keep in touch")."""

from collections.abc import Iterable
from typing import TypedDict

from msgspec import Struct

IDEAL_DAYS = 90
LATEST_DAYS = 180


class KeepInTouchRule(Struct, frozen=True):
    """How often to keep in touch, in days from the last real contact; the user may have one for each group.

    Numbers that make no sense are taken as the nearest that do: see `days`.
    """

    ideal: int = IDEAL_DAYS
    latest: int = LATEST_DAYS

    @property
    def days(self) -> tuple[int, int]:
        """The ideal and the latest number of days; at least one, and the latest never before the ideal."""
        ideal = max(1, self.ideal)
        return ideal, max(ideal, self.latest)


DEFAULT_RULE = KeepInTouchRule()


class KeepInTouchGroup(Struct, frozen=True):
    """How often to write to some contacts, in days from the last real contact."""

    id: int = 0
    name: str = ""
    ideal_days: int = IDEAL_DAYS
    latest_days: int = LATEST_DAYS

    @property
    def rule(self) -> KeepInTouchRule:
        """The rule of the group."""
        return KeepInTouchRule(self.ideal_days, self.latest_days)


class KeepInTouchGroupChanges(TypedDict, total=False):
    """What `update` may change of a `KeepInTouchGroup`; named and typed as its fields are."""

    name: str
    ideal_days: int
    latest_days: int


def keep_in_touch_rule(group_id: int | None, groups: Iterable[KeepInTouchGroup]) -> KeepInTouchRule:
    """The rule of the group of that id; without one, or for one that is gone, the usual."""
    return next((group.rule for group in groups if group.id == group_id), DEFAULT_RULE)
