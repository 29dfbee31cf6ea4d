"""People from vCard files (2.1, 3.0, 4.0): what the properties of a card mean for a contact."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from desktop.core.contact import CardProperty, Contact, Detail
from desktop.core.people.incoming import Incoming, Reading, Skipped
from desktop.core.text import one_line
from desktop.core.zones import is_known
from desktop.formats.decoding import to_utf8
from desktop.formats.own_fields import OWN_FIELDS, own_fields
from desktop.formats.person_parts import label_of, unique
from desktop.formats.vcard_lines import Card, CardFile, Property
from desktop.formats.vcard_unknown import NAME_OF, beside, kept, photo_of_card, with_labels
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

_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_SYSTEM_GROUPS = {"mycontacts", "my contacts", "starred in android"}
_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
PHONETIC = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")
LINKS = ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN", "X-LINKEDIN-URL")
# What is looked at when a card names nobody, in this order, after FN, N, NICKNAME, ORG, e-mail, phone and links.
_LAST_RESORTS = ("IMPP", "X-GOOGLE-TALK", "X-GTALK", "X-JABBER", "X-SKYPE", "X-SKYPE-USERNAME", "X-MESSAGING/XMPP-ALL")
# By the name of the property: X-GROUNDWORK-FOUND-ON holds `found_on`.
OWN = {f"X-GROUNDWORK-{field.replace('_', '-').upper()}": field for field in OWN_FIELDS}

_READ = frozenset(
    (
        *("FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "ADR", "LABEL", "NOTE", "CATEGORIES", "TZ"),
        *(*PHONETIC, *LINKS, *_KINDS, *_LAST_RESORTS, "PHOTO"),
    )
)
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
        if not isinstance(found, Card):
            skipped.append(Skipped(file, found.line, _STRAY))
            continue
        cards += 1
        if not found.ended and not any(value.strip() for _, value in found.properties):
            skipped.append(Skipped(file, found.line, _BROKEN_OFF))
        elif (contact := contact_of(found, coded("import_report.card_in_file", file=file, number=cards))) is None:
            skipped.append(Skipped(file, found.line, _GROUP))
        else:
            people.append(Incoming(contact, file, found.line))
        if report is not None and cards % 100 == 0:
            report(reached, len(data))
    if not cards:
        skipped = [Skipped(file, 1, _NO_CARD)]
    if report is not None:
        report(len(data), len(data))
    return Reading(tuple(people), tuple(skipped))


def contact_of(card: Card, where: CodedText) -> Contact | None:
    """The contact a card describes, or None if it is a list of people.

    It always has a name; `where` is part of it when the card gives none at all.
    """
    found: dict[str, list[Property]] = {}
    others: list[Property] = []  # what the program has no place for
    labelling: list[Property] = []
    for prop in card.properties:
        name = prop[0].name
        if name in found:
            found[name].append(prop)
        elif name in _READ:
            if prop[1]:
                found[name] = [prop]
        elif name == "X-ABLABEL":
            labelling.append(prop)
        elif name not in _PASSED_OVER:
            others.append(prop)
    if any(text(found[key][0][1]).lower() == "group" for key in _KINDS if key in found):
        return None
    labels = {head.group: group_label(text(value)) for head, value in labelling} if labelling else {}
    get = found.get
    organisation = organisation_name(found["ORG"]) if "ORG" in found else ""
    emails = _details(get("EMAIL"), labels, _email)
    phones = _details(get("TEL"), labels, _phone)
    links = links_of([prop for key in LINKS if key in found for prop in found[key]], labels)
    name = first_line(get("FN")) or structured_name(get("N", ())) or _nickname(get("NICKNAME", ()))
    if not name:
        details = (*emails, *phones, *links)
        name = organisation or (one_line(details[0].value) if details else _last_resort(found, where))
    addresses, remaining = _addresses(get("ADR", ()), get("LABEL", ()), labels)
    photo, pictures = photo_of_card(found["PHOTO"]) if "PHOTO" in found else (None, [])
    remaining += [*kept(prop for prop in others if prop[0].name not in OWN), *pictures, *beside(found, name)]
    contact = Contact(
        name=name,
        pronounced=" ".join([said for key in PHONETIC if key in found and (said := first_line(found[key]))]),
        role=first_line(get("TITLE")) or first_line(get("ROLE")),
        organisation=organisation,
        emails=emails,
        phones=phones,
        links=links,
        addresses=addresses,
        notes=_notes(found["NOTE"]) if "NOTE" in found else "",
        tags=_tags(found["CATEGORIES"]) if "CATEGORIES" in found else (),
        time_zone=_time_zone(found["TZ"]) if "TZ" in found else "",
        properties=with_labels(remaining, labelling) if remaining else (),
        photo=photo,
    )
    own = own_fields((OWN[head.name], text(value)) for head, value in others if head.name in OWN) if others else {}
    return replace(contact, **own) if own else contact


def _nickname(props: Iterable[Property]) -> str:
    return next((name for _, value in props for part in split(value, ",") if (name := one_line(part))), "")


def _last_resort(found: dict[str, list[Property]], where: CodedText) -> str:
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


def _details(
    props: Sequence[Property] | None, labels: dict[str, str], read: Callable[[str], str]
) -> tuple[Detail, ...]:
    """Values with their labels, the preferred ones first."""
    if not props:
        return ()
    first: list[Detail] = []
    others: list[Detail] = []
    for head, value in props:
        label = labels.get(head.group) if head.group else None
        (first if head.preferred else others).append(Detail(read(text(value)), label or head.label))
    return unique(first + others)


def links_of(props: Sequence[Property], labels: dict[str, str]) -> tuple[Detail, ...]:
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
    adrs: Iterable[Property], printed: Iterable[Property], labels: dict[str, str]
) -> tuple[tuple[Detail, ...], list[CardProperty]]:
    """Addresses from ADR, and from a LABEL only where no ADR has the same types; and what is kept of them."""
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
    return tuple(found.values()), kept(remaining)


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
