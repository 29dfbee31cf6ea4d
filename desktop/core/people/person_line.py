"""One line is enough to add a person: "Name, Organisation – note" taken apart."""

import re

from desktop.core.contact import Contact, Detail
from desktop.core.text import one_line

_EMAIL = re.compile(r"<?\b([^\s<>,;()\"]+@[^\s<>,;()\"]+\.[^\s<>,;()\"]+)>?")
_NOTE = re.compile(r"\s+[–—-]+\s+")


def person_of(line: str) -> Contact | None:
    """The contact a line describes, `None` if it names nobody.

    What stands after a comma is the organisation, what stands after a dash a note; an e-mail address is recognised
    wherever it stands. With an address alone, its first part is the name.
    """
    text = one_line(line)
    found = _EMAIL.search(text)
    email = found.group(1) if found else ""
    if found:
        text = f"{text[: found.start()]} {text[found.end() :]}"
    named, *notes = _NOTE.split(f" {text} ", maxsplit=1)
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
