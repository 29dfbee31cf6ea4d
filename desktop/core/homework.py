"""Homework: one place to look for people for one direction, done, open, or not for me."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.contact import Source


class HomeworkState(StrEnum):
    """Whether the user has looked there."""

    OPEN = "open"
    DONE = "done"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True, slots=True)
class HomeworkItem:
    """A source as homework for a direction. `text` holds the user's own words, empty: the shipped ones.

    `people` counts the contacts of the direction that came from there.
    """

    direction_id: int
    source: Source
    text: str = ""
    state: HomeworkState = HomeworkState.OPEN
    people: int = 0
