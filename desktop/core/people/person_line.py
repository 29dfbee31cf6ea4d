"""One line is enough to add a person: "Name, Organisation – note" or "Name – where from", taken apart."""

import re

from desktop.core.contact import Contact, Detail
from desktop.core.text import one_line

_EMAIL = re.compile(r"<?\b([^\s<>,;()\"]+@[^\s<>,;()\"]+\.[^\s<>,;()\"]+)>?")
_DASH = re.compile(r"\s+[-–—]+\s+")  # between spaces: a dash inside a name is part of it


def person_of(line: str) -> Contact | None:
    """The contact a line describes, `None` if it names nobody.

    What is after a comma is the organisation, what is after a dash a note; an e-mail address is recognised
    wherever it is. With an address alone, its first part is the name.
    """
    text = one_line(line)
    found = _EMAIL.search(text)
    email = found.group(1) if found else ""
    if found:
        text = f"{text[: found.start()]} {text[found.end() :]}"
    named, *notes = _DASH.split(f" {text} ", maxsplit=1)
    name, _, organisation = named.partition(",")
    name = one_line(name).strip("\"'“”") or email.partition("@")[0]
    if not name:
        return None
    return Contact(
        name=name,
        organisation=one_line(organisation).strip(" ,"),
        notes=one_line(" ".join(notes)),
        emails=(Detail(email),) if email else (),
    )


def name_and_note(line: str) -> tuple[str, str]:
    """A name, commas included, and what is after a dash: `Lee, Ann – choir` → `("Lee, Ann", "choir")`."""
    name, *notes = _DASH.split(one_line(line), maxsplit=1)
    return name.strip(" -–—"), notes[0].strip() if notes else ""


def line_of(name: str, note: str) -> str:
    """The line that stands for the two; `name_and_note` gives them back."""
    return f"{name} – {note}" if note else name
