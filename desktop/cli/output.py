"""How results are printed for other programs."""

import json
from collections.abc import Mapping
from typing import Any

# What is counted by name, in this order: one, several. What belongs to these is summed up.
_COUNTED = {
    "contact": ("contact", "contacts"),
    "organisation": ("organisation", "organisations"),
    "direction": ("direction", "directions"),
    "meeting": ("meeting", "meetings"),
    "message": ("message", "messages"),
    "research_note": ("research note", "research notes"),
    "learning_entry": ("learning entry", "learning entries"),
    "promise": ("promise", "promises"),
    "opportunity": ("opportunity", "opportunities"),
    "reading_item": ("thing to read", "things to read"),
    "contacts": ("contact", "contacts"),
    "entries": ("entry", "entries"),
}


def print_json(value: Any) -> None:
    """Print a value as JSON, every script as it is."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def counted(counts: Mapping[str, int]) -> str:
    """How much was written or restored, in words; `counts` are by table, or by the plural of what was written."""
    said = [
        f"{count} {one if count == 1 else several}"
        for name, (one, several) in _COUNTED.items()
        if (count := counts.get(name, 0))
    ]
    further = sum(count for name, count in counts.items() if name not in _COUNTED)
    if further and said:
        said[-1] += f" and {further} further {'entry' if further == 1 else 'entries'}"
    elif further:
        said.append(f"{further} {'entry' if further == 1 else 'entries'}")
    return ", ".join(said) or "nothing"
