"""How results are printed for other programs."""

import json
from collections.abc import Mapping

from desktop.texts.catalogue import sentence

# What is counted by name, in this order, by table or by the plural of what was written. What belongs to these is
# summed up.
_COUNTED = {
    "contact": "command_line.contacts",
    "organisation": "command_line.organisations",
    "direction": "command_line.directions",
    "meeting": "command_line.meetings",
    "message": "command_line.messages",
    "research_note": "command_line.research_notes",
    "learning_entry": "command_line.learning_entries",
    "promise": "command_line.promises",
    "opportunity": "command_line.opportunities",
    "reading_item": "command_line.readings",
    "contacts": "command_line.contacts",
    "entries": "command_line.entries",
}


def print_json(value: object) -> None:
    """Print a value as JSON, every script as it is."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def counted(counts: Mapping[str, int]) -> str:
    """How much was written or restored, in words; `counts` are by table, or by the plural of what was written."""
    said = [sentence(code, count=count) for name, code in _COUNTED.items() if (count := counts.get(name, 0))]
    further = sum(count for name, count in counts.items() if name not in _COUNTED)
    if further and said:
        said[-1] = sentence("command_line.and_further", said=said[-1], count=further)
    elif further:
        said.append(sentence("command_line.entries", count=further))
    return ", ".join(said) or sentence("command_line.nothing")
