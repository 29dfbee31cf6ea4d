"""People from vCard files (2.1, 3.0, 4.0): what the properties of a card mean for a contact."""

import re
from collections.abc import Callable, Iterable, Sequence

from desktop.core.contact import Contact, Detail
from desktop.core.incoming import Incoming, Reading, Skipped
from desktop.core.text import one_line
from desktop.core.zones import is_known
from desktop.formats.decoding import to_utf8
from desktop.formats.person_parts import address_text, clean, full_name, label_of, unique
from desktop.formats.vcard_lines import Card, CardFile, Property

_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_SYSTEM_GROUPS = {"mycontacts", "my contacts", "starred in android"}
_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
_PHONETIC = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")
_LINKS = ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN", "X-LINKEDIN-URL")
# What is looked at when a card names nobody, in this order, after FN, N, NICKNAME, ORG, e-mail, phone and links.
_LAST_RESORTS = ("IMPP", "X-GOOGLE-TALK", "X-GTALK", "X-JABBER", "X-SKYPE", "X-SKYPE-USERNAME", "X-MESSAGING/XMPP-ALL")

_READ = frozenset(
    (
        *("FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "ADR", "LABEL", "NOTE", "CATEGORIES", "TZ"),
        *(*_PHONETIC, *_LINKS, *_KINDS, *_LAST_RESORTS),
    )
)

_STRAY = "There is text here that belongs to no card (BEGIN:VCARD is missing), so it was left out."
_BROKEN_OFF = "The card breaks off before it says anything about a person."
_GROUP = "This card is a list of people, not a person."
_NO_CARD = "There is no vCard in this file: no line says BEGIN:VCARD."


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
        elif (contact := contact_of(found, f"{file}, card {cards}")) is None:
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


def contact_of(card: Card, where: str) -> Contact | None:
    """The contact a card describes, or None if it is a list of people.

    It always has a name; `where` is part of it when the card gives none at all.
    """
    found: dict[str, list[Property]] = {}
    labels: dict[str, str] = {}  # by group
    for prop in card.properties:
        head, value = prop
        name = head.name
        if name in found:
            found[name].append(prop)
        elif name == "X-ABLABEL":
            labels[head.group] = _apple_label(_text(value))
        elif name in _READ and value:
            found[name] = [prop]
    if any(found[key][0][1].strip().lower() == "group" for key in _KINDS if key in found):
        return None
    get = found.get
    organisation = _organisation(found["ORG"]) if "ORG" in found else ""
    emails = _details(get("EMAIL"), labels, _email)
    phones = _details(get("TEL"), labels, _phone)
    links = _details([prop for key in _LINKS if key in found for prop in found[key]], labels, _link)
    name = _first_line(get("FN")) or _structured_name(get("N", ())) or _nickname(get("NICKNAME", ()))
    if not name:
        details = (*emails, *phones, *links)
        name = organisation or (one_line(details[0].value) if details else _last_resort(found, where))
    return Contact(
        name=name,
        pronounced=" ".join([said for key in _PHONETIC if key in found and (said := _first_line(found[key]))]),
        role=_first_line(get("TITLE")) or _first_line(get("ROLE")),
        organisation=organisation,
        emails=emails,
        phones=phones,
        links=links,
        addresses=_addresses(get("ADR", ()), get("LABEL", ()), labels),
        notes=_notes(found["NOTE"]) if "NOTE" in found else "",
        tags=_tags(found["CATEGORIES"]) if "CATEGORIES" in found else (),
        time_zone=_time_zone(found["TZ"]) if "TZ" in found else "",
    )


def _text(value: str) -> str:
    """The value with its backslash escapes undone."""
    if "\\" in value:
        value = _unescaped(value)
    return value.strip() if value.isprintable() else clean(value)


def _unescaped(value: str) -> str:
    # A backslash stands for itself when doubled; any other only guards the letter after it.
    hidden = value.replace("\\\\", "\0").replace("\\n", "\n").replace("\\N", "\n")
    return hidden.replace("\\", "").replace("\0", "\\")


def _split(value: str, separator: str = ";") -> list[str]:
    """The components of a structured value, escapes undone in each; white space around them may be left."""
    if "\\" not in value:
        parts = value.split(separator)
        return parts if value.isprintable() else [clean(part) for part in parts]
    # The two escapes that matter here are taken out of the way by control characters, which clean() would drop anyhow.
    hidden = value.replace("\0", "").replace("\1", "").replace("\\\\", "\0").replace("\\" + separator, "\1")
    return [_text(part.replace("\1", separator).replace("\0", "\\\\")) for part in hidden.split(separator)]


def _line(value: str) -> str:
    """The value in one line, escapes undone."""
    return " ".join(_text(value).split())


def _first_line(props: Sequence[Property] | None) -> str:
    """The preferred of several values, else the first that says something, in one line."""
    if props is None:
        return ""
    if len(props) > 1:
        props = sorted(props, key=lambda prop: not prop[0].preferred)
    return next((text for _, value in props if (text := _line(value))), "")


def _organisation(props: Iterable[Property]) -> str:
    """The first component of the first ORG that has one; what follows are departments."""
    for _, value in props:
        first = _split(value)[0] if "\\" in value else value.partition(";")[0]
        if name := one_line(clean(first)):
            return name
    return ""


def _structured_name(props: Iterable[Property]) -> str:
    for _, value in props:
        family, given, middle, prefix, suffix = (_split(value) + [""] * 5)[:5]
        if name := full_name(prefix, given, middle.replace(",", " "), family, suffix.replace(",", " ")):
            return name
    return ""


def _nickname(props: Iterable[Property]) -> str:
    return next((name for _, value in props for part in _split(value, ",") if (name := one_line(part))), "")


def _last_resort(found: dict[str, list[Property]], where: str) -> str:
    """A name for a card that gives none: nobody in the file gets lost for it, and no two such cards look the same."""
    for key in _LAST_RESORTS:
        if name := _first_line(found.get(key)):
            return name
    return f"No name ({where})"


def _apple_label(text: str) -> str:
    match = _APPLE_LABEL.fullmatch(text)
    if match is None:
        return one_line(text)
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
        (first if head.preferred else others).append(Detail(read(_text(value)), label or head.label))
    return unique(first + others)


def _email(text: str) -> str:
    return one_line(text[7:] if text[:7].lower() == "mailto:" else text)


def _phone(text: str) -> str:
    if text[:4].lower() != "tel:":
        return one_line(text)
    number, *params = text[4:].split(";")
    extension = next((param[4:] for param in params if param[:4].lower() == "ext="), "")
    return one_line(f"{number} ext. {extension}" if extension else number)


def _link(text: str) -> str:
    return "".join(text.split())


def _addresses(adrs: Iterable[Property], printed: Iterable[Property], labels: dict[str, str]) -> tuple[Detail, ...]:
    """Addresses from ADR, and from a LABEL only where no ADR has the same types."""
    if not adrs and not printed:
        return ()
    found: list[Detail] = []
    for head, value in adrs:
        label = (head.group and labels.get(head.group)) or head.label
        written = clean(head.params.get("LABEL", "").replace("\\n", "\n"))
        found.append(Detail(written or address_text(*(_split(value) + [""] * 7)[:7]), label))
    known = {detail.label for detail in found if detail.value}
    found += [Detail(_text(value), head.label) for head, value in printed if head.label not in known]
    return unique(found)


def _notes(props: Iterable[Property]) -> str:
    return "\n\n".join([note for _, value in props if (note := _text(value))])


def _tags(props: Iterable[Property]) -> tuple[str, ...]:
    tags = [tag for _, value in props for part in _split(value, ",") if (tag := one_line(part))]
    return tuple(dict.fromkeys(tag for tag in tags if tag.lower() not in _SYSTEM_GROUPS)) if tags else ()


def _time_zone(props: Iterable[Property]) -> str:
    return next((zone for _, value in props if "/" in (zone := _text(value)) and is_known(zone)), "")
