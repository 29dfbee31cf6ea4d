"""What becomes of two contacts who are one person: field by field the user's choice, nothing lost without it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from desktop.core.contact import CardProperty, Contact, Detail
from desktop.core.people.matching import detail_key, number_digits, same_number
from desktop.core.text import fold, one_line


class Take(StrEnum):
    """Whose value of a field is kept."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"  # of lists and texts only


@dataclass(frozen=True, slots=True)
class Field:
    """One choice: the fields of `Contact` that go together, the one that names it first."""

    name: str
    fields: tuple[str, ...]
    takes_both: bool = False
    kind: str = ""  # of details


FIELDS = (
    Field("name", ("name",)),
    Field("pronounced", ("pronounced",)),
    Field("role", ("role",)),
    Field("organisation", ("organisation", "organisation_id")),
    Field("emails", ("emails",), True, "email"),
    Field("phones", ("phones",), True, "phone"),
    Field("links", ("links",), True, "link"),
    Field("addresses", ("addresses",), True, "address"),
    Field("source", ("source", "source_detail")),
    Field("referrer_id", ("referrer_id", "may_use_name", "referred_for", "referred_at_id", "introducing_since")),
    Field("time_zone", ("time_zone",)),
    Field("comfort", ("comfort",)),
    Field("warm_line", ("warm_line",), True),
    Field("cares_about", ("cares_about",), True),
    Field("give_back", ("give_back",), True),
    Field("touch_group_id", ("touch_group_id",)),
    Field("directions", ("directions",), True),
    Field("tags", ("tags",), True),
    Field("notes", ("notes",), True),
)

# The photo is chosen apart: it is kept beside the contact, and asked for only where both have one.
PHOTO = Field("photo", ("photo",))
# These stand on a card once at most (RFC 6350, 6.1 to 6.7): the first contact's stay.
_ONCE = frozenset(("uid", "rev", "prodid", "kind", "bday", "anniversary", "gender", "n", "fn", "version"))


def differing(first: Contact, second: Contact) -> tuple[Field, ...]:
    """The fields both fill in differently: these ask for a choice, all others follow by themselves."""
    first, second = _apart(first, second)
    return tuple(
        field
        for field in FIELDS
        if _filled(first, field) and _filled(second, field) and _compared(first, field) != _compared(second, field)
    )


def usual(field: Field) -> Take:
    """What is chosen until the user chooses: of lists and texts both, else the first."""
    return Take.BOTH if field.takes_both else Take.FIRST


def merged(first: Contact, second: Contact, choices: Mapping[str, Take] | None = None) -> Contact:
    """The one contact of two: the first, with what was chosen of the second and what only that one has.

    `choices` are by the name of the field; what is not chosen is as `usual`. Who was found earlier, and imported, stays
    written down. What their cards held besides is kept of both where it is given, and of two photos the first's unless
    `PHOTO.name` is chosen otherwise. Neither is ever the other's referrer.
    """
    first, second = _apart(first, second)
    values: dict[str, Any] = {}
    asked = differing(first, second)
    for field in FIELDS:
        if field not in asked:
            take = Take.FIRST if _filled(first, field) else Take.SECOND
        else:
            take = (choices or {}).get(field.name, usual(field))
        if take is Take.BOTH and field.takes_both:
            values[field.name] = _both(getattr(first, field.name), getattr(second, field.name), field)
        elif take is Take.SECOND:
            values |= {name: getattr(second, name) for name in field.fields}
    values["properties"] = _properties(first.properties, second.properties)
    chosen = second.photo if (choices or {}).get(PHOTO.name) is Take.SECOND else None
    values["photo"] = chosen or first.photo or second.photo
    values["found_on"] = min(filter(None, (first.found_on, second.found_on)), default=None)
    if first.imported_on is None:
        values |= {"imported_on": second.imported_on, "imported_from": second.imported_from}
    return replace(first, **values)


def _apart(first: Contact, second: Contact) -> tuple[Contact, Contact]:
    """Both, without the other as referrer."""
    return _unnamed(first, second.id), _unnamed(second, first.id)


def _unnamed(contact: Contact, other: int) -> Contact:
    if contact.referrer_id is None or contact.referrer_id != other:
        return contact
    blank = Contact()
    return replace(contact, **{name: getattr(blank, name) for name in _REFERRER.fields})


_REFERRER = next(field for field in FIELDS if field.name == "referrer_id")


def _filled(contact: Contact, field: Field) -> bool:
    return bool(getattr(contact, field.name))


def _compared(contact: Contact, field: Field) -> Any:
    """What makes two values of a field different: not the case of an address or the order of tags."""
    value = getattr(contact, field.name)
    if field.kind:
        return frozenset(_detail(field.kind, detail) for detail in value)
    if field.name in ("tags", "directions"):
        return frozenset(value)
    if field.name == "organisation":
        return fold(value)
    if field.name == "source":
        return (value, fold(contact.source_detail))
    return one_line(value) if isinstance(value, str) else value


def _detail(kind: str, detail: Detail) -> str:
    if kind == "phone":
        return number_digits(detail.value) or detail.value
    return detail_key(kind, detail.value) or fold(detail.value)


def _both(one: Any, other: Any, field: Field) -> Any:
    if isinstance(one, str):
        return one if fold(other) in fold(one) else f"{one}\n{other}"
    if not field.kind:
        return tuple(dict.fromkeys((*one, *other)))
    return (*one, *(detail for detail in other if not _there(field.kind, detail, one)))


def _properties(own: tuple[CardProperty, ...], others: tuple[CardProperty, ...]) -> tuple[CardProperty, ...]:
    """What both cards held besides, nothing twice. A group keeps its lines together, under a name of its own."""
    there = {(each.name.lower(), each.parameters, each.value) for each in own}
    once = {each.name.lower() for each in own} & _ONCE
    taken = {each.group.lower() for each in own if each.group}
    renamed: dict[str, str] = {"": ""}
    kept = list(own)
    for each in others:
        name = each.name.lower()
        if (name, each.parameters, each.value) in there or name in once:
            continue
        if each.group not in renamed:
            renamed[each.group] = _free(each.group, taken)
            taken.add(renamed[each.group].lower())
        kept.append(replace(each, group=renamed[each.group]))
    return tuple(kept)


def _free(group: str, taken: set[str]) -> str:
    name, number = group, 2
    while name.lower() in taken:
        name, number = f"{group}-{number}", number + 1
    return name


def _there(kind: str, detail: Detail, details: Iterable[Detail]) -> bool:
    written = _detail(kind, detail)
    if kind == "phone":
        return any(same_number(written, _detail(kind, each)) or written == _detail(kind, each) for each in details)
    return any(written == _detail(kind, each) for each in details)
