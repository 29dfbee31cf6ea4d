"""The words for the fields of a contact, on its page and wherever else they are named, and for what is exported."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.core.contact_fields import ExportGroup
from desktop.ui.texts import Texts


class FieldTexts(Texts):
    """The texts of `field_words`."""


# As labels, with the key that leads to the field on the page.
_LABELS = {
    "name": QT_TRANSLATE_NOOP("FieldTexts", "&Name"),
    "pronounced": QT_TRANSLATE_NOOP("FieldTexts", "How the name is said"),
    "pronouns": QT_TRANSLATE_NOOP("FieldTexts", "Pronouns"),
    "role": QT_TRANSLATE_NOOP("FieldTexts", "&Role"),
    "organisation": QT_TRANSLATE_NOOP("FieldTexts", "&Organisation"),
    "emails": QT_TRANSLATE_NOOP("FieldTexts", "E-ma&il"),
    "phones": QT_TRANSLATE_NOOP("FieldTexts", "&Phone"),
    "links": QT_TRANSLATE_NOOP("FieldTexts", "Web pages"),
    "addresses": QT_TRANSLATE_NOOP("FieldTexts", "Postal addresses"),
    "source": QT_TRANSLATE_NOOP("FieldTexts", "Found &through"),
    "source_detail": QT_TRANSLATE_NOOP("FieldTexts", "Which event, list or person"),
    "found_on": QT_TRANSLATE_NOOP("FieldTexts", "Found on"),
    "referrer_id": QT_TRANSLATE_NOOP("FieldTexts", "Named by"),
    "may_use_name": QT_TRANSLATE_NOOP("FieldTexts", "May you use their name?"),
    "referred_for": QT_TRANSLATE_NOOP("FieldTexts", "What they were named for"),
    "introducing_since": QT_TRANSLATE_NOOP("FieldTexts", "An introduction was offered on"),
    "directions": QT_TRANSLATE_NOOP("FieldTexts", "Directions"),
    "comfort": QT_TRANSLATE_NOOP("FieldTexts", "&Comfort"),
    "warm_line": QT_TRANSLATE_NOOP("FieldTexts", "One &warm line about them"),
    "time_zone": QT_TRANSLATE_NOOP("FieldTexts", "Time &zone"),
    "cares_about": QT_TRANSLATE_NOOP("FieldTexts", "What they care about"),
    "give_back": QT_TRANSLATE_NOOP("FieldTexts", "What you can give back"),
    "touch_group_id": QT_TRANSLATE_NOOP("FieldTexts", "Group to keep in touch with"),
    "tags": QT_TRANSLATE_NOOP("FieldTexts", "Tag&s"),
    "notes": QT_TRANSLATE_NOOP("FieldTexts", "Notes"),
}
_PLACEHOLDERS = {
    "pronounced": QT_TRANSLATE_NOOP("FieldTexts", "oh-KAH-for"),
    "pronouns": QT_TRANSLATE_NOOP("FieldTexts", "they/them"),
    "warm_line": QT_TRANSLATE_NOOP("FieldTexts", "Something they made or said that you liked"),
    "time_zone": QT_TRANSLATE_NOOP("FieldTexts", "As yours"),
    "cares_about": QT_TRANSLATE_NOOP("FieldTexts", "What they would like to hear of"),
    "give_back": QT_TRANSLATE_NOOP("FieldTexts", "An article, a thank-you in public, a name"),
    "tags": QT_TRANSLATE_NOOP("FieldTexts", "With commas between"),
}
_IN_LETTERS = {
    "name": QT_TRANSLATE_NOOP("FieldTexts", "Their name"),
    "pronouns": QT_TRANSLATE_NOOP("FieldTexts", "Their pronouns"),
    "role": QT_TRANSLATE_NOOP("FieldTexts", "Their role"),
    "organisation": QT_TRANSLATE_NOOP("FieldTexts", "Their organisation"),
}
_GROUPS = {
    ExportGroup.EMAILS: QT_TRANSLATE_NOOP("FieldTexts", "E-mail addresses"),
    ExportGroup.PHONES: QT_TRANSLATE_NOOP("FieldTexts", "Phone numbers"),
    ExportGroup.LINKS: QT_TRANSLATE_NOOP("FieldTexts", "Links"),
    ExportGroup.ADDRESSES: QT_TRANSLATE_NOOP("FieldTexts", "Addresses"),
    ExportGroup.WORK: QT_TRANSLATE_NOOP("FieldTexts", "Organisation and role"),
    ExportGroup.PERSON: QT_TRANSLATE_NOOP("FieldTexts", "How the name is said, pronouns and time zone"),
    ExportGroup.PHOTO: QT_TRANSLATE_NOOP("FieldTexts", "Photo"),
    ExportGroup.NOTES: QT_TRANSLATE_NOOP("FieldTexts", "Notes"),
    ExportGroup.TAGS: QT_TRANSLATE_NOOP("FieldTexts", "Tags"),
    ExportGroup.SEARCH: QT_TRANSLATE_NOOP("FieldTexts", "Where you found them and where they stand"),
    ExportGroup.CARD: QT_TRANSLATE_NOOP("FieldTexts", "What else was on their card"),
    ExportGroup.HISTORY: QT_TRANSLATE_NOOP("FieldTexts", "Messages, meetings, promises, research"),
}


def field_label(field: str) -> str:
    """The label of a field, `&` before the letter that leads to it."""
    return _translated(_LABELS[field])


def name(field: str) -> str:
    """What a field is called; empty for one that is never named."""
    return _translated(_LABELS.get(field, "")).replace("&", "")


def placeholder(field: str) -> str:
    """What an empty field shows."""
    return _translated(_PLACEHOLDERS.get(field, ""))


def in_letters(field: str) -> str:
    """What a field is called as part of a letter."""
    return _translated(_IN_LETTERS[field])


def groups() -> list[tuple[ExportGroup, str]]:
    """What may be exported, in the order in which it is asked."""
    return [(group, _translated(word)) for group, word in _GROUPS.items()]


def _translated(marked: object) -> str:
    return FieldTexts.tr(str(marked)) if marked else ""
