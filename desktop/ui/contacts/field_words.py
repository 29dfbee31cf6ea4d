"""The words for the fields of a contact, on its page and wherever else they are named, and for what is exported."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.core.contact_fields import ExportGroup


def _(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("FieldWords", text))


# As labels, with the key that leads to the field on the page.
_LABELS = {
    "name": _("&Name"),
    "pronounced": _("How the name is said"),
    "pronouns": _("Pronouns"),
    "role": _("&Role"),
    "organisation": _("&Organisation"),
    "emails": _("E-ma&il"),
    "phones": _("&Phone"),
    "links": _("Web pages"),
    "addresses": _("Postal addresses"),
    "source": _("Found &through"),
    "source_detail": _("Which event, list or person"),
    "found_on": _("Found on"),
    "referrer_id": _("Named by"),
    "may_use_name": _("May you use their name?"),
    "referred_for": _("What they were named for"),
    "introducing_since": _("An introduction was offered on"),
    "directions": _("Directions"),
    "comfort": _("&Comfort"),
    "warm_line": _("One &warm line about them"),
    "time_zone": _("Time &zone"),
    "cares_about": _("What they care about"),
    "give_back": _("What you can give back"),
    "touch_group_id": _("Group to keep in touch with"),
    "tags": _("Tag&s"),
    "notes": _("Notes"),
}
_PLACEHOLDERS = {
    "pronounced": _("oh-KAH-for"),
    "pronouns": _("they/them"),
    "warm_line": _("Something they made or said that you liked"),
    "time_zone": _("As yours"),
    "cares_about": _("What they would like to hear of"),
    "give_back": _("An article, a thank-you in public, a name"),
    "tags": _("With commas between"),
}
_IN_LETTERS = {
    "name": _("Their name"),
    "pronouns": _("Their pronouns"),
    "role": _("Their role"),
    "organisation": _("Their organisation"),
}
_GROUPS = {
    ExportGroup.EMAILS: _("E-mail addresses"),
    ExportGroup.PHONES: _("Phone numbers"),
    ExportGroup.LINKS: _("Links"),
    ExportGroup.ADDRESSES: _("Addresses"),
    ExportGroup.WORK: _("Organisation and role"),
    ExportGroup.PERSON: _("How the name is said, pronouns and time zone"),
    ExportGroup.PHOTO: _("Photo"),
    ExportGroup.NOTES: _("Notes"),
    ExportGroup.TAGS: _("Tags"),
    ExportGroup.SEARCH: _("Where you found them and where they stand"),
    ExportGroup.CARD: _("What else was on their card"),
    ExportGroup.HISTORY: _("Messages, meetings, promises, research"),
}


def label(field: str) -> str:
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


def _translated(text: str) -> str:
    return QCoreApplication.translate("FieldWords", text) if text else ""
