"""What the values of a card's properties mean: escapes undone, components apart, one line or several."""

import re
from collections.abc import Iterable, Sequence

from desktop.core.text import one_line
from desktop.formats.person_parts import address_text, clean, full_name
from desktop.formats.vcard_lines import Head, Property

_GUARDED = re.compile(r"\\.")


def text(value: str) -> str:
    """The value with its backslash escapes undone."""
    if "\\" in value:
        value = _unescaped(value)
    return value.strip() if value.isprintable() else clean(value)


def _unescaped(value: str) -> str:
    # A backslash stands for itself when doubled; any other only guards the character after it.
    hidden = value.replace("\\\\", "\0").replace("\\n", "\n").replace("\\N", "\n")
    return hidden.replace("\\", "").replace("\0", "\\")


def split(value: str, separator: str = ";") -> list[str]:
    """The components of a structured value, escapes undone in each; white space around them may be left."""
    if "\\" not in value:
        parts = value.split(separator)
        return parts if value.isprintable() else [clean(part) for part in parts]
    # The two escapes that matter here are taken out of the way by control characters, which clean() would drop anyhow.
    hidden = value.replace("\0", "").replace("\1", "").replace("\\\\", "\0").replace("\\" + separator, "\1")
    return [text(part.replace("\1", separator).replace("\0", "\\\\")) for part in hidden.split(separator)]


def line(value: str) -> str:
    """The value in one line, escapes undone."""
    return " ".join(text(value).split())


def first_line(props: Sequence[Property] | None) -> str:
    """The preferred of several values, else the first that says something, in one line."""
    if props is None:
        return ""
    if len(props) == 1:
        return line(props[0][1])
    if props:
        props = sorted(props, key=lambda prop: not prop[0].preferred)
    return next((text for _, value in props if (text := line(value))), "")


def organisation_name(props: Iterable[Property]) -> str:
    """The first component of the first ORG that has one; what follows are departments."""
    for _, value in props:
        first = split(value)[0] if "\\" in value else value.partition(";")[0]
        if name := one_line(clean(first)):
            return name
    return ""


def structured_name(props: Iterable[Property]) -> str:
    for _, value in props:
        family, given, middle, prefix, suffix = (split(value) + [""] * 5)[:5]
        if name := full_name(prefix, given, middle.replace(",", " "), family, suffix.replace(",", " ")):
            return name
    return ""


def address(head: Head, value: str) -> str:
    """The lines of an ADR: as the file has them written (LABEL=), else put together from the components."""
    written = head.params.get("LABEL")
    return (written and clean(written.replace("\\n", "\n"))) or address_text(*(split(value) + [""] * 7)[:7])


def without_guarded(value: str) -> str:
    """The value without backslashes and what they guard: the separators left in it are separators."""
    return _GUARDED.sub("", value) if "\\" in value else value


def vcard_escaped(text: str) -> str:
    """The text as a value: backslashes, commas, semicolons and line breaks guarded."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def escaped_plain(text: str) -> str:
    """The same for a value in which commas and semicolons are plain characters (addresses of the web, numbers)."""
    return text.replace("\\", "\\\\").replace("\n", "\\n")
