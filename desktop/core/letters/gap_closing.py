"""Gaps in a text of the user's own are closed by what they type beside it, letter by letter, and nothing else moves."""

import re
from collections.abc import Mapping

from msgspec import Struct


class Closed(Struct, frozen=True):
    """What replaced a gap: its slot, where it begins, and the value put there."""

    slot: str
    start: int
    value: str


class Closing(Struct, frozen=True):
    """A text, and what was put into its gaps."""

    text: str = ""
    closed: tuple[Closed, ...] = ()


def close_gaps(before: Closing, text: str, prompts: Mapping[str, str], values: Mapping[str, str]) -> Closing:
    """The text with every `[prompt]` replaced by its slot's value, and what was put there earlier by the value of now.

    `before` is what the last call gave. Where the user has changed the text since, what was put there is their own.
    A value that is taken away leaves its gap again.
    """
    earlier = before.closed if before.text == text else ()
    places = [(each.start, each.start + len(each.value), each.slot) for each in earlier]
    for slot, prompt in prompts.items():
        if values.get(slot, ""):
            places += [(found.start(), found.end(), slot) for found in re.finditer(re.escape(f"[{prompt}]"), text)]
    made, end = "", 0
    closed = []
    for start, stop, slot in sorted(places):
        if start < end:  # two prompts in one place: the first has it
            continue
        made += text[end:start]
        value = values.get(slot, "")
        if value:
            closed.append(Closed(slot, len(made), value))
        made += value or f"[{prompts[slot]}]"
        end = stop
    return Closing(made + text[end:], tuple(closed))
