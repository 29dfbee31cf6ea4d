"""When a person read from a file is one the user already has; what is uncertain counts as someone new."""

from desktop.core.contact import Contact
from desktop.core.text import fold


def reached_by(contact: Contact) -> frozenset[str]:
    """The e-mail addresses and phone numbers of a contact, written so that equal ones are equal texts."""
    emails = (reach("email", detail.value) for detail in contact.emails)
    phones = (reach("phone", detail.value) for detail in contact.phones)
    return frozenset(key for key in (*emails, *phones) if key)


def reach(kind: str, value: str) -> str:
    """One e-mail address without its case, or the digits of one phone number; empty if nothing is left."""
    if kind == "email":
        return fold(value)
    digits = "".join(letter for letter in value if letter.isdecimal())
    return f"tel:{digits.removeprefix('00')}" if digits else ""


def is_same_person(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two people of the same name are one, judged by what `reached_by` gave for each.

    They are if they share an address or number, or if neither has any. If only one has, they may be two.
    """
    return bool(one & other) or not (one or other)
