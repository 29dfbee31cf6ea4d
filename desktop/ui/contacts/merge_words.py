"""The words for two people who may be one: what they share, the fields that differ, and what is in them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.core.contact import Contact
from desktop.core.people.duplicates import KnownBy, Pair, Shared
from desktop.core.people.merging import MergeField
from desktop.core.text import joined
from desktop.store.store import Store
from desktop.ui import words
from desktop.ui.contacts import field_words
from desktop.ui.texts import Texts


class MergeTexts(Texts):
    """The words of comparing two people."""


_SHARED = {
    Shared.EMAIL: QT_TRANSLATE_NOOP("MergeTexts", "e-mail address"),
    Shared.PROFILE: QT_TRANSLATE_NOOP("MergeTexts", "LinkedIn profile"),
    Shared.PHONE: QT_TRANSLATE_NOOP("MergeTexts", "phone number"),
    Shared.NAME: QT_TRANSLATE_NOOP("MergeTexts", "name"),
    Shared.ORGANISATION: QT_TRANSLATE_NOOP("MergeTexts", "organisation"),
}


def _translated(text: object) -> str:
    return MergeTexts.tr(str(text))


def shared(pair: Pair) -> str:
    """What two people have in common, in a few words."""
    both = joined(*(_translated(_SHARED[what]) for what in pair.judgement.shared))
    return MergeTexts.tr("Alike: {0}").format(both)


def pair_names(pair: Pair) -> str:
    """Both names on one line."""
    both = MergeTexts.tr("{0} and {1}")
    return both.format(*(f"\u2068{_name(person)}\u2069" for person in (pair.first, pair.second)))


def whom(person: KnownBy) -> str:
    """A name and what tells it apart."""
    return joined(_name(person), person.organisation or person.role)


def _name(person: KnownBy) -> str:
    return person.name or MergeTexts.tr("No name yet")


def field_name(field: MergeField) -> str:
    """What a field is called."""
    return field_words.name(field.name)


def value(store: Store, contact: Contact, field: MergeField) -> str:
    """What is in a field of a contact, empty for nothing; lists have a line for each."""
    stored = getattr(contact, field.name)
    if not stored:
        return ""
    if field.detail:
        return "\n".join(joined(detail.value, words.detail_label(detail.label)) for detail in stored)
    if field.name == "source":
        return joined(words.source(stored), contact.source_detail)
    if field.name == "referrer_id":
        line = store.contacts.line(stored)
        return line.name if line else ""
    if field.name == "comfort":
        return words.comfort(stored)
    if field.name == "touch_group_id":
        return next((group.name for group in store.touch_groups.all() if group.id == stored), "")
    if field.name == "directions":
        return ", ".join(direction.name for direction in store.directions.all() if direction.id in stored)
    return ", ".join(stored) if field.name == "tags" else str(stored)
