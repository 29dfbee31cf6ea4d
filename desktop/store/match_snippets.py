"""Why a search found a contact that it does not find by name, organisation or role: the text from the word on.

Hand-written SQL, for it runs at each keystroke of a search: importing peewee and the tables would take 65 ms of the
first, and of `contacts --search` a third.
"""

from collections.abc import Iterator, Sequence

import apsw

from desktop.core.contact import Contact
from desktop.core.contact_fields import SEARCHED_WORDS, ValueKind, texts_of
from desktop.core.people.search import FoundIn, SearchHit, from_found, search_words
from desktop.store.contact_reading import whole
from desktop.store.file.rows import AMONG, listed, read
from desktop.store.organisation_names import search_name

_FOUND_IN = {ValueKind.TEXT: FoundIn.NOTES, ValueKind.TAGS: FoundIn.TAG, ValueKind.DETAILS: FoundIn.DETAIL}
_MESSAGES = (
    f"select contact_id, subject, text, forward_text from message where contact_id {AMONG} and deleted_at is null "
    "order by id desc"
)
_RESEARCH = (
    "select c.id, n.text, n.address from contact c join research_note n "
    f"on n.contact_id = c.id or n.organisation_id = c.organisation_id where c.id {AMONG} and n.deleted_at is null "
    "order by n.id desc"
)


def found_in(connection: apsw.Connection, search: str, ids: Sequence[int]) -> dict[int, SearchHit]:
    """Where else the first word was found that a contact's name, organisation and role do not hold.

    Contacts whose name, organisation and role hold every word are left out.
    """
    words = search_words(search)
    missing: dict[int, list[str]] = {}
    people: dict[int, Contact] = {}
    for contact in whole(connection, ids) if words else ():
        named = search_name(contact.name, contact.organisation, contact.role)
        if lacking := [word for word in words if word not in named]:
            missing[contact.id], people[contact.id] = lacking, contact
    found: dict[int, SearchHit] = {}
    for contact_id, where, text in _texts(connection, people):
        if contact_id not in found and (shown := from_found(text, missing[contact_id])):
            found[contact_id] = SearchHit(where, shown)
    return found


def _texts(connection: apsw.Connection, people: dict[int, Contact]) -> Iterator[tuple[int, FoundIn, str]]:
    if not people:
        return
    for contact in people.values():
        for field in SEARCHED_WORDS:
            for text in texts_of(contact, field):
                yield contact.id, _FOUND_IN[field.kind], text
    among = (listed(people),)
    for where, sql in ((FoundIn.MESSAGE, _MESSAGES), (FoundIn.RESEARCH, _RESEARCH)):
        for contact_id, *texts in read(connection, sql, among):
            for text in texts:
                yield contact_id, where, text
