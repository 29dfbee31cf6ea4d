"""Which contacts a command is about: one by number, name or search; several by numbers or search."""

from desktop.core.contact import ContactFilter
from desktop.core.errors import UserError
from desktop.core.text import fold
from desktop.store.store import Store

_NUMBERS = 10  # of contacts named where several are found


def contact_number(named: str, store: Store) -> int:
    """The id of the one contact meant: by number, by the whole name, or by a search that finds one only.

    Raises:
        UserError: nobody is found, or several; the numbers of the first of them are named.
    """
    if named.isdecimal() and store.contacts.line(int(named)) is not None:
        return int(named)
    found = list(store.contacts.every(ContactFilter(search=named)))
    called = [contact for contact in found if fold(contact.name) == fold(named)]
    chosen = called or found
    if len(chosen) == 1:
        return chosen[0].id
    if not chosen:
        raise UserError("command_line.no_contact", named=named)
    numbers = ", ".join(str(contact.id) for contact in chosen[:_NUMBERS]) + ("…" if len(chosen) > _NUMBERS else "")
    if called:
        raise UserError("command_line.several_called", count=len(chosen), named=named, numbers=numbers)
    raise UserError("command_line.several_found", count=len(chosen), named=named, numbers=numbers)


def contact_numbers(wanted: str, store: Store) -> list[int]:
    """The ids of everyone, of those whose numbers are given, or of those a search finds.

    Raises:
        UserError: a number is nobody's, or nobody is found.
    """
    from desktop.store import contact_export

    if not wanted:
        return contact_export.ids(store)
    parts = [part.strip() for part in wanted.split(",")]
    if all(part.isdecimal() for part in parts):
        missing = [part for part in parts if store.contacts.line(int(part)) is None]
        if missing:
            raise UserError("command_line.no_contact_number", number=int(missing[0]))
        return [int(part) for part in parts]
    found = contact_export.ids(store, ContactFilter(search=wanted))
    if not found:
        raise UserError("command_line.none_found", search=wanted)
    return found
