"""People from vCard files (2.1, 3.0, 4.0): what the properties of a card mean for a contact."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from desktop.core.contact import CardProperty, Contact, Detail
from desktop.core.contact_fields import CONTACT_FIELDS, FIELD_BY_NAME, ContactChanges, changes_of
from desktop.core.people.incoming import Incoming, Reading, Skipped
from desktop.core.text import one_line
from desktop.core.zones import is_known
from desktop.formats.bounds import bounded, refuse_more
from desktop.formats.decoding import to_utf8
from desktop.formats.own_fields import OWN_FIELDS, own_fields, own_name
from desktop.formats.person_parts import label_of, unique
from desktop.formats.vcard_lines import CardFile, Property, VCard
from desktop.formats.vcard_unknown import (
    IN_VERSION_4,
    NAME_OF,
    as_properties,
    photo_of_card,
    remainder,
    with_labels,
)
from desktop.formats.vcard_values import (
    address,
    first_line,
    organisation_name,
    split,
    structured_name,
    text,
    without_guarded,
)
from desktop.texts.catalogue import CodedText, coded, sentence

_ByName = Mapping[str, list[Property]]  # the properties of a card by their names
Labels = Mapping[str, str]  # the labels of its groups
Reader = Callable[[_ByName, Labels], object]

_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_PROPERTY_NAME = re.compile(r"[A-Z][A-Z0-9-]+|[A-Z]")
_LIKE_NAME = re.compile(r"[^\W\d_][\w\s.,;:'’\\-]*|;[\w\s.,;:'’\\-]+")  # an N in random bytes is chance
_SYSTEM_GROUPS = {"mycontacts", "my contacts", "starred in android"}
_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
PHONETIC = FIELD_BY_NAME["pronounced"].card
LINKS = FIELD_BY_NAME["links"].card
# What is looked at when a card names nobody, in this order, after FN, N, NICKNAME, ORG, e-mail, phone and links.
_LAST_RESORTS = ("IMPP", "X-GOOGLE-TALK", "X-GTALK", "X-JABBER", "X-SKYPE", "X-SKYPE-USERNAME", "X-MESSAGING/XMPP-ALL")
# By the name of the property: X-GROUNDWORK-FOUND-ON holds `found_on`.
_OWN_PROPERTIES = {own_name(field): field for field in OWN_FIELDS}

_PASSED_OVER = frozenset(("", "VERSION", "BEGIN", "END", NAME_OF))

_STRAY = coded("import_report.stray_text")
_BROKEN_OFF = coded("import_report.card_broken_off")
_GROUP = coded("import_report.card_of_group")
_NO_CARD = coded("import_report.no_card")


def read_vcards(data: bytes, file: str, report: Callable[[int, int], None] | None = None) -> Reading:
    """All people in the bytes of a vCard file. `report(done, total)` counts bytes and may raise to stop."""
    data = to_utf8(data)
    people: list[Incoming] = []
    skipped: list[Skipped] = []
    cards = 0
    for reached, found in CardFile(data).cards():
        if not isinstance(found, VCard):
            skipped.append(Skipped(file, found.line, _STRAY))
            continue
        cards += 1
        refuse_more(cards, file)
        if not _says_something(found):
            skipped.append(Skipped(file, found.line, _BROKEN_OFF))
        elif (contact := contact_of(found, coded("import_report.card_in_file", file=file, number=cards))) is None:
            skipped.append(Skipped(file, found.line, _GROUP))
        else:
            person, shortened = bounded(Incoming(contact, file, found.line))
            people.append(person)
            skipped += shortened
        if report is not None and cards % 100 == 0:
            report(reached, len(data))
    if not cards:
        skipped = [Skipped(file, 1, _NO_CARD)]
    if report is not None:
        report(len(data), len(data))
    return Reading(tuple(people), tuple(skipped))


def _says_something(card: VCard) -> bool:
    """Whether a card is one: a property the program knows, or, where it has its end, whatever could be a property."""
    if not card.ended:
        known = [
            (head.name, value) for head, value in card.properties if head.name in _READ or head.name in _OWN_PROPERTIES
        ]
        return any(value.strip() and (name != "N" or _LIKE_NAME.fullmatch(value)) for name, value in known)
    return not card.properties or any(_PROPERTY_NAME.fullmatch(head.name) for head, _ in card.properties)


def contact_of(card: VCard, where: CodedText) -> Contact | None:
    """The contact a card describes, or None if it is a list of people.

    It always has a name; `where` is part of it when the card gives none at all.
    """
    found, others, labelling = _sorted_out(card.properties)
    if any(text(found[key][0][1]).lower() == "group" for key in _KINDS if key in found):
        return None
    labels = {head.group: group_label(text(value)) for head, value in labelling} if labelling else {}
    values: dict[str, object] = {}
    for key, props in found.items():
        if key in _ALONE:
            field, read = _ALONE[key]
            values[field] = read(props)
        elif key in _READERS:
            field, read_together = _READERS[key]
            if field not in values:
                values[field] = read_together(found, labels)
    known = changes_of(values)
    known["name"] = name = _name(found, known) or _last_resort(found, where)
    known["addresses"], unknown = _addresses(found.get("ADR", ()), found.get("LABEL", ()), labels)
    if others:
        unknown += as_properties(prop for prop in others if prop[0].name not in _OWN_PROPERTIES)
    if "PHOTO" in found:
        known["photo"], pictures = photo_of_card(found["PHOTO"])
        unknown += pictures
    unknown += remainder(found, name)
    if others:
        known.update(
            own_fields(
                (_OWN_PROPERTIES[head.name], text(value)) for head, value in others if head.name in _OWN_PROPERTIES
            )
        )
    if unknown:
        known["properties"] = with_labels(unknown, labelling)
    return Contact(**known)


def _sorted_out(
    properties: Iterable[Property],
) -> tuple[dict[str, list[Property]], list[Property], list[Property]]:
    """The properties the program knows by their names, those it does not know, and the labels of groups."""
    found: dict[str, list[Property]] = {}
    others: list[Property] = []
    labelling: list[Property] = []
    for prop in properties:
        name = prop[0].name
        if name in found:
            found[name].append(prop)
        elif known := _READ.get(name):
            if prop[1]:
                found.setdefault(known, []).append(prop)
        elif name == "X-ABLABEL":
            labelling.append(prop)
        elif name not in _PASSED_OVER:
            others.append(prop)
    return found, others, labelling


def _name(found: _ByName, known: ContactChanges) -> str:
    """The name a card gives, else what it gives instead; empty where it gives nothing."""
    name = first_line(found.get("FN")) or structured_name(found.get("N", ())) or _nickname(found.get("NICKNAME", ()))
    if name or known.get("organisation"):
        return name or known["organisation"]
    ways = (known.get("emails", ()), known.get("phones", ()), known.get("links", ()))
    return next((one_line(details[0].value) for details in ways if details), "")


def _nickname(props: Iterable[Property]) -> str:
    return next((name for _, value in props for part in split(value, ",") if (name := one_line(part))), "")


def _last_resort(found: _ByName, where: CodedText) -> str:
    """A name for a card that gives none: nobody in the file gets lost for it, and no two such cards look the same."""
    for key in _LAST_RESORTS:
        if name := first_line(found.get(key)):
            return name
    return sentence("import_report.nameless_card", where=where)


def group_label(written: str) -> str:
    """Our label for the text of an X-ABLabel; Apple writes its own in signs."""
    match = _APPLE_LABEL.fullmatch(written)
    if match is None:
        return one_line(written)
    return label_of([match.group(1)]) or ("" if match.group(1) == "Other" else match.group(1).lower())


def _details(props: Sequence[Property], labels: Labels, read: Callable[[str], str]) -> tuple[Detail, ...]:
    """Values with their labels, the preferred ones first."""
    first: list[Detail] = []
    others: list[Detail] = []
    for head, value in props:
        label = labels.get(head.group) if head.group else None
        (first if head.preferred else others).append(Detail(read(text(value)), label or head.label))
    return unique(first + others)


def links_of(props: Sequence[Property], labels: Labels) -> tuple[Detail, ...]:
    """The links of properties whose names are `LINKS`, in that order; `labels` by group."""
    return _details(props, labels, _link)


def _email(written: str) -> str:
    return one_line(written[7:] if written[:7].lower() == "mailto:" else written)


def _phone(written: str) -> str:
    if written[:4].lower() != "tel:":
        return one_line(written)
    number, *params = written[4:].split(";")
    extension = next((param[4:] for param in params if param[:4].lower() == "ext="), "")
    return one_line(f"{number} ext. {extension}" if extension else number)


def _link(written: str) -> str:
    return "".join(written.split())


def _addresses(
    adrs: Iterable[Property], printed: Iterable[Property], labels: Labels
) -> tuple[tuple[Detail, ...], list[CardProperty]]:
    """Addresses from ADR, and from a LABEL only where no ADR has the same types; and what else they say."""
    if not adrs and not printed:
        return (), []
    found: dict[str, Detail] = {}
    remaining: list[Property] = []
    for prop in adrs:
        head, value = prop
        detail = Detail(address(head, value), (head.group and labels.get(head.group)) or head.label)
        if detail.value and found.setdefault(detail.value.casefold(), detail) is detail and not _is_street(prop):
            remaining.append(prop)
    known = {detail.label for detail in found.values()}
    for prop in printed:
        detail = Detail(text(prop[1]), prop[0].label)
        if detail.label in known or not detail.value:
            remaining.append(prop)
        else:
            found.setdefault(detail.value.casefold(), detail)
    return tuple(found.values()), as_properties(remaining)


def _is_street(adr: Property) -> bool:
    """Whether an address is written as Groundwork writes one of which it does not know the parts."""
    head, value = adr
    return "LABEL" not in head.params and value[:2] == ";;" and ";" not in without_guarded(value)[2:].rstrip(";")


def _notes(props: Iterable[Property]) -> str:
    return "\n\n".join([note for _, value in props if (note := text(value))])


def _tags(props: Iterable[Property]) -> tuple[str, ...]:
    tags = [tag for _, value in props for part in split(value, ",") if (tag := one_line(part))]
    return tuple(dict.fromkeys(tag for tag in tags if tag.lower() not in _SYSTEM_GROUPS)) if tags else ()


def _time_zone(props: Iterable[Property]) -> str:
    return next((zone for _, value in props if "/" in (zone := text(value)) and is_known(zone)), "")


def _phonetic(found: _ByName, _: Labels) -> str:
    return " ".join([part for key in PHONETIC if key in found and (part := first_line(found[key]))])


def _links(found: _ByName, labels: Labels) -> tuple[Detail, ...]:
    return links_of([prop for key in LINKS if key in found for prop in found[key]], labels)


def _first_of(keys: Sequence[str], found: _ByName, _: Labels) -> str:
    """The first property in this order that says something."""
    return next((line for key in keys if (line := first_line(found.get(key)))), "")


# By the name of a property, the field it alone holds and how that is read.
_ALONE: dict[str, tuple[str, Callable[[Sequence[Property]], object]]] = {
    "ORG": ("organisation", organisation_name),
    "TZ": ("time_zone", _time_zone),
    "CATEGORIES": ("tags", _tags),
    "NOTE": ("notes", _notes),
}
# Names, addresses and photos are read by `contact_of`.
_READ_APART = {"name", "addresses", "photo", *(field for field, _ in _ALONE.values())}
# The other fields: those without a reader here are one line from the first of their properties that has one.
_TOGETHER: dict[str, Reader] = {
    "pronounced": _phonetic,
    "emails": lambda found, labels: _details(found["EMAIL"], labels, _email),
    "phones": lambda found, labels: _details(found["TEL"], labels, _phone),
    "links": _links,
}
_READERS: dict[str, tuple[str, Reader]] = {
    key: (field.name, _TOGETHER.get(field.name) or partial(_first_of, field.card))
    for field in CONTACT_FIELDS
    if field.name not in _READ_APART
    for key in field.card
}
# The names under which the program looks for properties, by the names cards have for them.
_READ = {
    key: key for key in (*(key for field in CONTACT_FIELDS for key in field.card), "NICKNAME", *_KINDS, *_LAST_RESORTS)
} | IN_VERSION_4
