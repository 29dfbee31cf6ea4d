"""What becomes of two contacts who are one person: field by field the user's choice, nothing lost without it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from desktop.core.contact import CardProperty, Contact, Detail
from desktop.core.contact_fields import CONTACT_FIELDS, MergeRule, ValueKind, changes_of
from desktop.core.people.matching import detail_key, number_digits, same_number
from desktop.core.text import fold, one_line
from desktop.core.values import replace


class MergeSide(StrEnum):
    """Whose value of a field is kept."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"  # of lists and texts only


class MergeField(Struct, frozen=True):
    """One choice: the fields of `Contact` that go together, the one that names it first."""

    name: str
    fields: tuple[str, ...]
    kind: ValueKind
    takes_both: bool = False
    detail: str = ""  # of details, what one of them is


def _merge_fields(*rules: MergeRule) -> tuple[MergeField, ...]:
    return tuple(
        MergeField(
            field.name,
            (field.name, *(other.name for other in CONTACT_FIELDS if other.merged_with == field.name)),
            field.kind,
            field.merge is MergeRule.BOTH,
            field.detail,
        )
        for field in CONTACT_FIELDS
        if field.merge in rules
    )


MERGE_FIELDS = _merge_fields(MergeRule.CHOICE, MergeRule.BOTH)
_FILLED = _merge_fields(MergeRule.FILLED)
_EARLIER = _merge_fields(MergeRule.EARLIER)
# The photo is chosen apart: the store reads it by itself, and it is asked for only where both have one.
PHOTO = next(field for field in _FILLED if field.name == "photo")
# These stand on a card once at most (RFC 6350, 6.1 to 6.7): the first contact's stay.
_ONCE = frozenset(("uid", "rev", "prodid", "kind", "bday", "anniversary", "gender", "n", "fn", "version"))


def differing(first: Contact, second: Contact) -> tuple[MergeField, ...]:
    """The fields both fill in differently: these ask for a choice, all others follow by themselves."""
    first, second = _apart(first, second)
    return tuple(
        field
        for field in MERGE_FIELDS
        if _filled(first, field) and _filled(second, field) and _compared(first, field) != _compared(second, field)
    )


def usual(field: MergeField) -> MergeSide:
    """What is chosen until the user chooses: of lists and texts both, else the first."""
    return MergeSide.BOTH if field.takes_both else MergeSide.FIRST


def merged_contact(first: Contact, second: Contact, choices: Mapping[str, MergeSide] | None = None) -> Contact:
    """The one contact of two: the first, with what was chosen of the second and what only that one has.

    `choices` are by the name of the field; what is not chosen is as `usual`. Who was found earlier, and imported, stays
    written down. The unknown properties of both cards are kept where they are given, and of two photos the first's
    unless `PHOTO.name` is chosen otherwise. Neither is ever the other's referrer.
    """
    first, second = _apart(first, second)
    values: dict[str, object] = {}
    asked = differing(first, second)
    for field in MERGE_FIELDS:
        if field not in asked:
            take = MergeSide.SECOND if _filled(second, field) and not _filled(first, field) else MergeSide.FIRST
        else:
            take = (choices or {}).get(field.name, usual(field))
        if take is MergeSide.BOTH and field.takes_both:
            values[field.name] = _both(first, second, field)
        elif take is MergeSide.SECOND:
            values |= {name: getattr(second, name) for name in field.fields}
    for field in _FILLED:
        chosen = (choices or {}).get(field.name) is MergeSide.SECOND
        if _filled(second, field) and (chosen or not _filled(first, field)):
            values |= {name: getattr(second, name) for name in field.fields}
    for field in _EARLIER:
        days = (getattr(first, field.name), getattr(second, field.name))
        values[field.name] = min(filter(None, days), default=None)
    values["properties"] = _properties(first.properties, second.properties)
    return replace(first, **changes_of(values))


def _apart(first: Contact, second: Contact) -> tuple[Contact, Contact]:
    """Both, without the other as referrer."""
    return _unnamed(first, second.id), _unnamed(second, first.id)


def _unnamed(contact: Contact, other: int) -> Contact:
    if contact.referrer_id is None or contact.referrer_id != other:
        return contact
    blank = Contact()
    return replace(contact, **changes_of({name: getattr(blank, name) for name in _REFERRER.fields}))


_REFERRER = next(field for field in MERGE_FIELDS if field.name == "referrer_id")


def _filled(contact: Contact, field: MergeField) -> bool:
    return bool(getattr(contact, field.name))


def _compared(contact: Contact, field: MergeField) -> object:
    """What makes two values of a field different: not the case of an address or the order of tags."""
    value = getattr(contact, field.name)
    if field.detail:
        return frozenset(_detail(field.detail, detail) for detail in value)
    if field.kind in (ValueKind.TAGS, ValueKind.DIRECTIONS):
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


def _both(first: Contact, second: Contact, field: MergeField) -> object:
    one, other = getattr(first, field.name), getattr(second, field.name)
    if isinstance(one, str):
        return one if fold(other) in fold(one) else f"{one}\n{other}"
    if not field.detail:
        return tuple(dict.fromkeys((*one, *other)))
    return (*one, *(detail for detail in other if not _there(field.detail, detail, one)))


def _properties(own: tuple[CardProperty, ...], others: tuple[CardProperty, ...]) -> tuple[CardProperty, ...]:
    """The unknown properties of both, nothing twice. A group keeps its lines together, under a name of its own."""
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
