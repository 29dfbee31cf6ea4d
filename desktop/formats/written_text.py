"""Text on its way out: without what no file may carry, otherwise character by character as it was written."""

import re

from desktop.core.text import fold

_LONGEST_STEM = 60  # characters of a name that become part of a file name; at most 4 bytes each

# C0 and C1 controls but tab and line breaks, the two non-characters, and halves of surrogate pairs.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
# Everything some reader takes for the end of a line.
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BREAK_WITH_BLANKS = re.compile("[ \t]*\n[ \t\n]*")


def writable(text: str) -> str:
    """The text with line breaks as `\\n`, without control characters."""
    return _UNWRITABLE.sub("", _LINE_BREAK.sub("\n", text))


def writable_line(text: str) -> str:
    """The text as one line: line breaks become spaces, so that a header or property can never gain another one."""
    return _BREAK_WITH_BLANKS.sub(" ", writable(text)).replace("\t", " ").strip()


def safe_stem(name: str) -> str:
    """Letters and digits of a name for a file name, joined by hyphens: `ada-lovelace`; empty if there are none."""
    kept = "".join(character if character.isalnum() else " " for character in fold(name)).split()
    return "-".join(kept)[:_LONGEST_STEM].rstrip("-")
