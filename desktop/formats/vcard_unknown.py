"""The unknown properties of a card, which a contact carries so that they can be written back (`vcard_writing`).

These are all properties the program does not know, and of those it knows what its own fields do not hold: a name in its
parts, departments, the parts of an address, second titles. Quoted-printable is undone, binary values are `data:`
addresses, so that the same property is the same text from whichever version of vCard it came.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Mapping, Sequence

from desktop.core.contact import CardProperty, Photo
from desktop.core.contact_fields import CONTACT_FIELDS, FIELD_BY_NAME, ValueKind
from desktop.core.text import fold
from desktop.core.values import replace
from desktop.core.zones import is_known
from desktop.formats.person_parts import clean, name_in_parts
from desktop.formats.photos import photo_of
from desktop.formats.vcard_lines import Head, Property
from desktop.formats.vcard_values import first_line, line, text, vcard_escaped, without_guarded

# Written by Groundwork for what it cannot write otherwise; unknown properties like any other.
NAME_OF = "X-GROUNDWORK-N-OF"  # the full name that a name in parts belongs to, where they have not the same words
UNNAMED_LINE = "X-GROUNDWORK-LINE"  # a line whose name no vCard may have

# Read in full, or (addresses, pictures) looked at where they are read.
_HELD = frozenset(("EMAIL", "TEL", "URL", "NOTE", "CATEGORIES", "ADR", "LABEL", "PHOTO"))
_PHONETIC = FIELD_BY_NAME["pronounced"].card
# Of the fields that are one line from one of several properties: those looked at before each.
_LOOKED_AT_BEFORE = {
    key: field.card[:index]
    for field in CONTACT_FIELDS
    if field.kind is ValueKind.TEXT
    for index, key in enumerate(field.card)
}
# Nothing is left of these where there is one of them.
_HELD_ALONE = frozenset(("FN", *(key for key, before in _LOOKED_AT_BEFORE.items() if not before))) - {
    *("ORG", "TZ", _PHONETIC[0])
}
IN_VERSION_4 = {field.card_3: field.card[0] for field in CONTACT_FIELDS if field.card_3}
_IN_VERSION_3 = {name: name_3 for name_3, name in IN_VERSION_4.items()}
_PLAIN_NAME = re.compile(r"[A-Z0-9_/-]+")
_PLAIN_GROUP = re.compile(r"[a-z0-9_-]*")
_PRIMARY = {"LOGO": "image", "PHOTO": "image", "SOUND": "audio", "KEY": "application"}
_DATA = re.compile(r"data:([\w.+-]+/[\w.+-]+)?;base64,", re.IGNORECASE)
_TYPE = re.compile(r"TYPE=([^;]*)")
_PREFERENCE = re.compile(r"(?:^|;)(?:PREF=[^;]*|TYPE=\"?pref\"?(?=;|$))", re.IGNORECASE)


def remainder(found: Mapping[str, list[Property]], name: str) -> list[CardProperty]:
    """Of the properties the program knows, what its own fields do not hold."""
    rest: list[CardProperty] = []
    for key, props in found.items():
        if key not in _HELD and (len(props) > 1 or key not in _HELD_ALONE):
            rest += _remainder(key, props, found, name)
    # In whichever order the file has them, so that the same card is the same contact.
    return sorted(rest, key=lambda prop: prop.name) if len(rest) > 1 else rest


def _remainder(key: str, props: list[Property], found: Mapping[str, list[Property]], name: str) -> list[CardProperty]:
    if key == "FN":
        return _others(props, name)
    if key == "N":
        return _names(props, name)
    if key == "ORG":
        is_more = len(props) > 1 or props[0][0].written_parameters or ";" in without_guarded(props[0][1]).rstrip("; ")
        return as_properties(props) if is_more else []
    if key == "TZ":
        return as_properties(prop for prop in props if not is_known(text(prop[1])))
    if key == _PHONETIC[0]:
        is_more = len(props) > 1 or any(part in found for part in _PHONETIC[1:])
        return as_properties(props) if is_more else []
    if key in _LOOKED_AT_BEFORE and key not in _PHONETIC:
        is_held = not any(first_line(found.get(before)) for before in _LOOKED_AT_BEFORE[key])
        return _others(props, first_line(props) if is_held else "")
    return as_properties(props)


def _others(props: list[Property], held: str) -> list[CardProperty]:
    """The properties that say something else than the one the field holds."""
    return [as_property(head, value, ranked=False) for head, value in props if line(value) not in ("", held)]


def _names(props: Sequence[Property], name: str) -> list[CardProperty]:
    family, given = name_in_parts(name)
    plain = f"{vcard_escaped(family)};{vcard_escaped(given)}".rstrip(";")
    if len(props) == 1 and props[0][1].rstrip("; ") == plain and not props[0][0].written_parameters:
        return []
    names = as_properties(prop for prop in props if prop[1].rstrip("; ") != plain or prop[0].written_parameters)
    if names and not of_the_same_name(names[0].value, name):
        names.append(CardProperty(NAME_OF, vcard_escaped(name)))
    return names


def as_properties(props: Iterable[Property]) -> list[CardProperty]:
    """The properties as the contact has them; those without a value say nothing."""
    return [as_property(head, value) for head, value in props if value.strip()]


def as_property(head: Head, value: str, ranked: bool = True) -> CardProperty:
    """One property as the contact has it. Not `ranked`: its place behind another of its name is not said again."""
    parameters = head.written_parameters if ranked else _PREFERENCE.sub("", head.written_parameters).lstrip(";")
    if head.binary:
        parameters, value = _as_address(head.name, parameters, value)
    elif not value.isprintable():
        value = clean(value).replace("\n", "\\n")
    group = head.group if _PLAIN_GROUP.fullmatch(head.group) else ""
    if not _PLAIN_NAME.fullmatch(head.name):
        whole = clean(f"{head.name}{f';{parameters}' if parameters else ''}:{value}").replace("\n", " ")
        return CardProperty(UNNAMED_LINE, whole.replace("\\", "\\\\"))
    return CardProperty(IN_VERSION_4.get(head.name, head.name), value, parameters, group)


def photo_bytes(head: Head, value: str) -> bytes | None:
    """The bytes of a picture that is in the card itself; None for one elsewhere."""
    if match := _DATA.match(value):
        value = value[match.end() :]
    elif not head.binary:
        return None
    try:
        return base64.b64decode("".join(value.split()).replace("\\,", ","))
    except (binascii.Error, ValueError):
        return None


def in_version_3(prop: CardProperty) -> CardProperty:
    """The property as vCard 3.0 has it: its name, and a binary value where that can be read back as the same."""
    if prop.name in _IN_VERSION_3:
        prop = replace(prop, name=_IN_VERSION_3[prop.name])
    match = _DATA.match(prop.value)
    if match is None or "VALUE=" in prop.parameters or _TYPE.search(prop.parameters):
        return prop
    primary, _, subtype = (match.group(1) or "").partition("/")
    if primary and (_PRIMARY.get(prop.name) != primary or not subtype.islower()):
        return prop
    words = [prop.parameters, "ENCODING=b", *([f"TYPE={subtype.upper()}"] if subtype else [])]
    parameters = ";".join(word for word in words if word)
    return CardProperty(prop.name, prop.value[match.end() :], parameters, prop.group)


def photo_of_card(props: Sequence[Property]) -> tuple[Photo | None, list[CardProperty]]:
    """The first picture that can be used, and the others as properties."""
    for index, (head, value) in enumerate(props):
        if (data := photo_bytes(head, value)) and (photo := photo_of(data)):
            return photo, as_properties([*props[:index], *props[index + 1 :]])
    return None, as_properties(props)


def photo_property(photo: Photo) -> CardProperty:
    """The picture as the property of a card."""
    return CardProperty("PHOTO", f"data:{photo.media_type};base64,{base64.b64encode(photo.data).decode('ascii')}")


def of_the_same_name(parts: str, name: str) -> bool:
    """Whether family and given name of the value of an N are words of the full name."""
    words = fold(" ".join(re.split(r"(?<!\\)[;,]", parts)[:2]).replace("\\", "")).split()
    return bool(words) and set(words) <= set(fold(name).split())


def with_labels(found: Sequence[CardProperty], labels: Sequence[Property]) -> tuple[CardProperty, ...]:
    """The properties with the labels that people gave to their groups."""
    groups = {prop.group for prop in found if prop.group}
    own = [as_property(head, value) for head, value in labels if head.group in groups and value.strip()]
    return (*found, *own)


def _as_address(name: str, parameters: str, value: str) -> tuple[str, str]:
    """Parameters and value of base64 as a `data:` address; the type moves from the parameters into it."""
    media = ""
    types = _TYPE.findall(parameters)
    if name in _PRIMARY and len(types) == 1 and re.fullmatch(r"[\w.+-]+", types[0]):
        media = f"{_PRIMARY[name]}/{types[0].lower()}"
        parameters = re.sub(r";{2,}", ";", _TYPE.sub("", parameters)).strip(";")
    return parameters, f"data:{media};base64,{''.join(clean(value).split())}"
