"""Contacts as a vCard file (4.0 or 3.0) that every address book reads and that reads back here as the same contacts.

What a card held that Groundwork has no place for (`Contact.properties`) is written as it was; a name, organisation,
address or link that was more than its text (a name in parts, departments) is written as it was for as long as it still
says what the contact says.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Literal

from desktop.core.contact import CardProperty, Contact, Detail
from desktop.core.text import one_line
from desktop.formats.own_fields import own_values
from desktop.formats.person_parts import name_in_parts
from desktop.formats.vcard import LINKS, PHONETIC, group_label, links_of
from desktop.formats.vcard_lines import Head, parse_head
from desktop.formats.vcard_unknown import NAME_OF, in_version_3, of_the_same_name, photo_property
from desktop.formats.vcard_values import address, escaped, escaped_plain, first_line, organisation_name, text
from desktop.formats.written_text import writable, writable_line

Version = Literal["3.0", "4.0"]

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
_LINE = 75  # bytes, without the line break (RFC 6350, 3.2)


def write_cards(contacts: Iterable[Contact], version: Version = "4.0", fields: Collection[str] | None = None) -> bytes:
    """All contacts as one file.

    Args:
        contacts: with their properties and photos (`store.contacts.with_cards`) where these are to be written.
        fields: names of the fields of `Contact` to be written, all if None; the name always is.
    """
    return b"".join(_card(contact, version, fields) for contact in contacts)


def folded(line: str) -> bytes:
    """The line as bytes, broken where it is longer than 75, never within a letter."""
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


def _card(contact: Contact, version: Version, fields: Collection[str] | None) -> bytes:
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
    """The properties of one card, one after the other; remembers which of those kept have been written."""

    def __init__(self, contact: Contact, fields: Collection[str] | None) -> None:
        self._contact = contact
        self._fields = fields
        self._kept = contact.properties if self._wanted("properties") else ()
        self._used: set[int] = set()  # places among those kept: written, or no longer true
        self._labels = {
            prop.group: group_label(text(prop.value)) for prop in self._kept if prop.name == "X-ABLABEL" and prop.group
        }
        self._groups = {prop.group for prop in self._kept}
        self._number = 0

    def properties(self) -> Iterator[CardProperty]:
        """All of them; labels of groups last."""
        groups = set()
        for prop in chain(self._known(), self._rest()):
            groups.add(prop.group)
            yield prop
        yield from (prop for _, prop in self._named("X-ABLABEL") if prop.group in groups)

    def _known(self) -> Iterator[CardProperty]:
        contact = self._contact
        name = writable_line(contact.name) or writable_line(contact.organisation) or "?"
        yield CardProperty("FN", escaped(name))
        yield from self._name(name)
        yield from self._organisation()
        for field, key, value in (
            ("role", "TITLE", one_line(contact.role)),
            ("notes", "NOTE", contact.notes),
            ("time_zone", "TZ", contact.time_zone),
        ):
            if value and self._wanted(field):
                yield CardProperty(key, escaped(writable(value)))
        if contact.tags and self._wanted("tags"):
            yield CardProperty("CATEGORIES", ",".join(escaped(writable_line(tag)) for tag in contact.tags))
        yield from self._pronounced()
        for field, key in (("emails", "EMAIL"), ("phones", "TEL")):
            if self._wanted(field):
                for detail in getattr(contact, field):
                    yield from self._detail(key, detail, escaped_plain(writable_line(detail.value)))
        if self._wanted("addresses"):
            yield from self._addresses()
        if self._wanted("links"):
            yield from self._links()
        if contact.photo and self._wanted("photo"):
            yield photo_property(contact.photo)
        for field, value in own_values(contact):
            if self._wanted(field):
                yield CardProperty(f"X-GROUNDWORK-{field.replace('_', '-').upper()}", escaped(writable(value)))

    def _wanted(self, field: str) -> bool:
        return self._fields is None or field in self._fields

    def _named(self, *names: str) -> list[tuple[int, CardProperty]]:
        """Those kept under these names and not used yet, with their places."""
        return [(at, prop) for at, prop in enumerate(self._kept) if prop.name in names and at not in self._used]

    def _use(self, kept: Sequence[tuple[int, CardProperty]]) -> list[CardProperty]:
        self._used.update(at for at, _ in kept)
        return [prop for _, prop in kept]

    def _name(self, name: str) -> Iterator[CardProperty]:
        names = self._use(self._named("N"))
        of = [prop.value for prop in self._use(self._named(NAME_OF))]
        if names and (escaped(name) in of or (not of and of_the_same_name(names[0].value, name))):
            yield from names
        else:
            family, given = name_in_parts(name)
            yield CardProperty("N", f"{escaped(family)};{escaped(given)};;;")

    def _organisation(self) -> Iterator[CardProperty]:
        kept = self._use(self._named("ORG"))
        if not self._wanted("organisation"):
            return
        if kept and organisation_name((_head(prop), prop.value) for prop in kept) == self._contact.organisation:
            yield from kept
        elif self._contact.organisation:
            yield CardProperty("ORG", escaped(writable_line(self._contact.organisation)))

    def _pronounced(self) -> Iterator[CardProperty]:
        kept = self._use(self._named(*PHONETIC))
        if not self._contact.pronounced or not self._wanted("pronounced"):
            return
        said = [first_line([(_head(prop), prop.value) for prop in kept if prop.name == key]) for key in PHONETIC]
        if kept and " ".join(part for part in said if part) == self._contact.pronounced:
            yield from kept
        else:
            yield CardProperty(PHONETIC[0], escaped(writable_line(self._contact.pronounced)))

    def _addresses(self) -> Iterator[CardProperty]:
        """The addresses; in parts where one kept says the same."""
        kept: dict[Detail, list[tuple[int, CardProperty]]] = {}
        for place in reversed(self._named("ADR")):
            head = _head(place[1])
            label = self._labels.get(place[1].group) or head.label
            kept.setdefault(Detail(address(head, place[1].value), label), []).append(place)
        for detail in self._contact.addresses:
            if same := kept.get(detail):
                yield from self._use([same.pop()])
            else:
                yield from self._detail("ADR", detail, f";;{escaped(writable(detail.value))};;;;")

    def _links(self) -> Iterator[CardProperty]:
        """The links; profiles as they were where they read back in the same order, else all of them as URL."""
        others: dict[Detail, list[tuple[int, CardProperty]]] = {}
        for at, prop in reversed(self._named(*LINKS[1:])):
            if link := next(iter(links_of([(_head(prop), prop.value)], self._labels)), None):
                others.setdefault(link, []).append((at, prop))
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
        yield CardProperty("X-ABLABEL", escaped(writable_line(detail.label)), "", group)

    def _rest(self) -> Iterator[CardProperty]:
        """What is kept and has no field here. Addresses and profiles that are no longer the contact's are gone."""
        self._use(self._named("ADR", *LINKS))
        for _, prop in self._named(*{prop.name for prop in self._kept} - {"X-ABLABEL"}):
            yield prop


def _head(prop: CardProperty) -> Head:
    return parse_head(f"{f'{prop.group}.' if prop.group else ''}{prop.name};{prop.parameters}")
