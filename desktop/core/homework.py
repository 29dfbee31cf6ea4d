"""Homework: one place to look for people for one direction, done, open, or not for me."""

from enum import StrEnum

from msgspec import Struct

from desktop.core.contact import Source


class HomeworkState(StrEnum):
    """Whether the user has looked there."""

    OPEN = "open"
    DONE = "done"
    NOT_FOR_ME = "not_for_me"


class HomeworkItem(Struct, frozen=True):
    """A source as homework for a direction. `text` holds the user's own words, empty: the shipped ones.

    `people` counts the contacts of the direction that came from there.
    """

    direction_id: int
    source: Source
    text: str = ""
    state: HomeworkState = HomeworkState.OPEN
    people: int = 0
