"""Contacts as a vCard file (4.0 or 3.0) that every address book reads and that reads back here as the same contacts.

Unknown properties (`Contact.properties`) are written as they were; a name, organisation,
address or link that was more than its text (a name in parts, departments) is written as it was for as long as it still
says what the contact says.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter

from desktop.core.contact import CardProperty, Contact, Detail
from desktop.core.contact_fields import CONTACT_FIELDS, ContactField, ValueKind
from desktop.core.export.contact_export import VCardVersion
from desktop.core.text import one_line
from desktop.formats.own_fields import own_name, own_values
from desktop.formats.person_parts import name_in_parts
from desktop.formats.vcard import LINKS, PHONETIC, group_label, links_of
from desktop.formats.vcard_lines import Head, parse_head
from desktop.formats.vcard_unknown import NAME_OF, in_version_3, of_the_same_name, photo_property
from desktop.formats.vcard_values import address, escaped_plain, first_line, organisation_name, text, vcard_escaped
from desktop.formats.written_text import writable, writable_line

_TYPES = {
    "home": "TYPE=home",
    "work": "TYPE=work",
    "mobile": "TYPE=cell",
    "fax": "TYPE=fax",
    "home fax": "TYPE=home;TYPE=fax",
    "work fax": "TYPE=work;TYPE=fax",
    "pager": "TYPE=pager",
    "car": "TYPE=car",
}
# The fields that have a property, and by the name of a property the field that holds such.
_WRITTEN = [field for field in CONTACT_FIELDS if field.card]
_FIELD_OF = {key: field.name for field in _WRITTEN for key in field.card}
_LINE = 75  # bytes, without the line break (RFC 6350, 3.2)


def write_cards(
    contacts: Iterable[Contact], version: VCardVersion = "4.0", fields: Collection[str] | None = None
) -> bytes:
    """All contacts as one file.

    Args:
        contacts: with their properties and photos (`store.contacts.with_cards`) where these are to be written.
        fields: names of the fields of `Contact` to be written, all if None; the name always is.
    """
    return b"".join(_card(contact, version, fields) for contact in contacts)


def folded(line: str) -> bytes:
    """The line as bytes, broken where it is longer than 75, never within a character."""
    data = line.encode("utf-8", errors="replace")
    if len(data) <= _LINE:
        return data
    parts: list[bytes] = []
    start, length = 0, _LINE
    while len(data) - start > length:
        end = start + length
        while data[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(data[start:end])
        start, length = end, _LINE - 1
    return b"\r\n ".join([*parts, data[start:]])


def _card(contact: Contact, version: VCardVersion, fields: Collection[str] | None) -> bytes:
    lines = ["BEGIN:VCARD", f"VERSION:{version}"]
    for prop in _CardWriter(contact, fields).properties():
        written = in_version_3(prop) if version == "3.0" else prop
        group = f"{written.group}." if written.group else ""
        parameters = f";{written.parameters}" if written.parameters else ""
        lines.append(_one_line(f"{group}{written.name}{parameters}:{written.value}"))
    lines.append("END:VCARD")
    return b"".join(folded(line) + b"\r\n" for line in lines)


def _one_line(line: str) -> str:
    return line if line.isprintable() else writable(line).replace("\n", " ")


class _CardWriter:
    """The properties of one card, one after the other; remembers which of the unknown ones have been written."""

    def __init__(self, contact: Contact, fields: Collection[str] | None) -> None:
        self._contact = contact
        self._fields = fields
        self._unknown = [
            prop
            for prop in (contact.properties if self._wanted("properties") else ())
            if self._wanted(_FIELD_OF.get(prop.name, "properties"))
        ]
        self._used: set[int] = set()  # indexes among the unknown ones: written, or no longer true
        self._labels = {
            prop.group: group_label(text(prop.value))
            for prop in self._unknown
            if prop.name == "X-ABLABEL" and prop.group
        }
        self._groups = {prop.group for prop in self._unknown}
        self._number = 0

    def properties(self) -> Iterator[CardProperty]:
        """All of them; labels of groups last."""
        groups = set()
        for prop in chain(self._known(), self._rest()):
            groups.add(prop.group)
            yield prop
        yield from (prop for _, prop in self._named("X-ABLABEL") if prop.group in groups)

    def _known(self) -> Iterator[CardProperty]:
        for field in _WRITTEN:
            if self._wanted(field.name):
                if special := _SPECIAL.get(field.name):
                    yield from special(self)
                else:
                    yield from self._plain(field)
        for name, value in own_values(self._contact):
            if self._wanted(name):
                yield CardProperty(own_name(name), vcard_escaped(writable(value)))

    def _plain(self, field: ContactField) -> Iterator[CardProperty]:
        """The property of a field as its kind is written, if it holds something."""
        value = getattr(self._contact, field.name)
        if not value:
            return
        if field.kind is ValueKind.DETAILS:
            for detail in value:
                yield from self._detail(field.card[0], detail, escaped_plain(writable_line(detail.value)))
        elif field.kind is ValueKind.TAGS:
            yield CardProperty(field.card[0], ",".join(vcard_escaped(writable_line(tag)) for tag in value))
        elif field.kind is ValueKind.PHOTO:
            yield photo_property(value)
        else:
            yield CardProperty(field.card[0], vcard_escaped(writable(one_line(value) if field.one_line else value)))

    def _wanted(self, field: str) -> bool:
        return self._fields is None or field in self._fields or field == "name"

    def _named(self, *names: str) -> list[tuple[int, CardProperty]]:
        """The unknown properties of these names that are not used yet, with their indexes."""
        return [
            (index, prop) for index, prop in enumerate(self._unknown) if prop.name in names and index not in self._used
        ]

    def _use(self, unknown: Sequence[tuple[int, CardProperty]]) -> list[CardProperty]:
        self._used.update(index for index, _ in unknown)
        return [prop for _, prop in unknown]

    def _name(self) -> Iterator[CardProperty]:
        name = writable_line(self._contact.name)
        if not name and self._wanted("organisation"):
            name = writable_line(self._contact.organisation)
        name = name or "?"
        yield CardProperty("FN", vcard_escaped(name))
        names = self._use(self._named("N"))
        of = [prop.value for prop in self._use(self._named(NAME_OF))]
        if names and (vcard_escaped(name) in of or (not of and of_the_same_name(names[0].value, name))):
            yield from names
        else:
            family, given = name_in_parts(name)
            yield CardProperty("N", f"{vcard_escaped(family)};{vcard_escaped(given)};;;")

    def _organisation(self) -> Iterator[CardProperty]:
        unknown = self._use(self._named("ORG"))
        if unknown and organisation_name((_head(prop), prop.value) for prop in unknown) == self._contact.organisation:
            yield from unknown
        elif self._contact.organisation:
            yield CardProperty("ORG", vcard_escaped(writable_line(self._contact.organisation)))

    def _pronounced(self) -> Iterator[CardProperty]:
        unknown = self._use(self._named(*PHONETIC))
        if not self._contact.pronounced:
            return
        parts = [first_line([(_head(prop), prop.value) for prop in unknown if prop.name == key]) for key in PHONETIC]
        if unknown and " ".join(part for part in parts if part) == self._contact.pronounced:
            yield from unknown
        else:
            yield CardProperty(PHONETIC[0], vcard_escaped(writable_line(self._contact.pronounced)))

    def _addresses(self) -> Iterator[CardProperty]:
        """The addresses; in parts where an unknown property says the same."""
        in_parts: dict[Detail, list[tuple[int, CardProperty]]] = {}
        for index, prop in reversed(self._named("ADR")):
            head = _head(prop)
            label = self._labels.get(prop.group) or head.label
            in_parts.setdefault(Detail(address(head, prop.value), label), []).append((index, prop))
        for detail in self._contact.addresses:
            if same := in_parts.get(detail):
                yield from self._use([same.pop()])
            else:
                yield from self._detail("ADR", detail, f";;{vcard_escaped(writable(detail.value))};;;;")

    def _links(self) -> Iterator[CardProperty]:
        """The links; profiles as they were where they read back in the same order, else all of them as URL."""
        others: dict[Detail, list[tuple[int, CardProperty]]] = {}
        for index, prop in reversed(self._named(*LINKS[1:])):
            if link := next(iter(links_of([(_head(prop), prop.value)], self._labels)), None):
                others.setdefault(link, []).append((index, prop))
        written: list[CardProperty] = []
        for detail in self._contact.links:
            if same := others.get(detail):
                written.append(same.pop()[1])
            else:
                written += self._detail("URL", detail, escaped_plain(writable_line(detail.value)))
        known = {detail.value.casefold() for detail in self._contact.links}
        left = [pair for link, pairs in others.items() if link.value.casefold() in known for pair in pairs]
        written += [prop for _, prop in sorted(left, key=itemgetter(0))]
        labels = self._labels | {
            prop.group: group_label(text(prop.value)) for prop in written if prop.name == "X-ABLABEL"
        }
        in_order = [(_head(prop), prop.value) for key in LINKS for prop in written if prop.name == key]
        if links_of(in_order, labels) == self._contact.links:
            yield from written
        else:
            for detail in self._contact.links:
                yield from self._detail("URL", detail, escaped_plain(writable_line(detail.value)))

    def _detail(self, name: str, detail: Detail, value: str) -> Iterator[CardProperty]:
        """One value with its label: a type where vCard has one, else the user's word in the way Apple began."""
        if not detail.label or detail.label in _TYPES:
            yield CardProperty(name, value, _TYPES.get(detail.label, ""))
            return
        self._number += 1
        while (group := f"item{self._number}") in self._groups:
            self._number += 1
        yield CardProperty(name, value, "", group)
        yield CardProperty("X-ABLABEL", vcard_escaped(writable_line(detail.label)), "", group)

    def _rest(self) -> Iterator[CardProperty]:
        """The unknown properties not written yet. Addresses and profiles that are no longer the contact's are gone."""
        self._use(self._named("ADR", *LINKS))
        for _, prop in self._named(*{prop.name for prop in self._unknown} - {"X-ABLABEL"}):
            yield prop


# Fields of which an unknown property may say more; the others are written as their kind is.
_SPECIAL: dict[str, Callable[[_CardWriter], Iterator[CardProperty]]] = {
    "name": _CardWriter._name,
    "pronounced": _CardWriter._pronounced,
    "organisation": _CardWriter._organisation,
    "links": _CardWriter._links,
    "addresses": _CardWriter._addresses,
}


def _head(prop: CardProperty) -> Head:
    return parse_head(f"{f'{prop.group}.' if prop.group else ''}{prop.name};{prop.parameters}")
