"""Text on its way out: without what no file may carry, otherwise letter by letter as it was written."""

import re

# C0 and C1 controls but tab and line breaks, the two non-characters, and halves of surrogate pairs.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_LINE_BREAK = re.compile(r"\r\n|\r")
# Everything some reader takes for the end of a line, with the blanks around it.
_ANY_BREAK = re.compile("[ \t]*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+[ \t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*")


def writable(text: str) -> str:
    """The text with line breaks as `\\n`, without control characters."""
    return _UNWRITABLE.sub("", _LINE_BREAK.sub("\n", text))


def writable_line(text: str) -> str:
    """The text as one line: line breaks become spaces, so that a header or property can never gain another one."""
    return _UNWRITABLE.sub("", _ANY_BREAK.sub(" ", text).replace("\t", " ")).strip()
