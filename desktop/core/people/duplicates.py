"""Whether two people are one: the same, alike enough to ask the user, or two. Nobody is ever merged by these rules.

The same are those who share an e-mail address, number or LinkedIn profile of their own and whose names agree; and
those of whom all that is known is equal. Alike are those who share one of these under another name, and those of one
name with the same organisation, or with nothing that tells them apart. An address like info@ and the number of a
switchboard are an office's own: they make nobody the same.
"""

from collections.abc import Iterable
from enum import IntEnum, StrEnum

from msgspec import Struct

from desktop.core.contact import Contact
from desktop.core.people import matching
from desktop.core.people.matching import MatchWords
from desktop.core.text import fold


class Likeness(IntEnum):
    """How sure it is that two people are one."""

    NONE = 0
    LIKE = 1
    SAME = 2


class Shared(StrEnum):
    """What two people have in common, the strongest first."""

    EMAIL = "email"
    PROFILE = "profile"
    PHONE = "phone"
    NAME = "name"
    ORGANISATION = "organisation"


class KnownBy(Struct, frozen=True):
    """What a person is known by: texts for the eye, and what is compared (`core.people.matching`)."""

    id: int = 0
    name: str = ""
    organisation: str = ""
    role: str = ""
    parts: tuple[str, ...] = ()  # of the name
    name_key: str = ""
    organisation_key: str = ""
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()


class Judgement(Struct, frozen=True):
    """How alike two people are, and by what."""

    likeness: Likeness
    shared: tuple[Shared, ...] = ()


class Pair(Struct, frozen=True):
    """Two contacts who may be one person."""

    first: KnownBy
    second: KnownBy
    judgement: Judgement


class Match(Struct, frozen=True):
    """What an incoming person is to those there already. Contacts by id, incoming ones by their index.

    `same` and `like` are of the store, `same_before` and `like_before` of those further up in what comes in; the
    likeliest first. `shared` says by what the likeliest of all matches.
    """

    same: int | None = None
    like: tuple[int, ...] = ()
    same_before: int | None = None
    like_before: tuple[int, ...] = ()
    shared: tuple[Shared, ...] = ()


NOBODY = Match()


def known_by(contact: Contact, words: MatchWords) -> KnownBy:
    """What a whole contact is known by."""
    return compared(
        contact.id,
        contact.name,
        contact.organisation,
        contact.role,
        matching.organisation_key(contact.organisation, words),
        [
            *(("email", detail.value) for detail in contact.emails),
            *(("phone", detail.value) for detail in contact.phones),
            *(("link", detail.value) for detail in contact.links),
        ],
        words,
    )


def compared(
    contact_id: int,
    name: str,
    organisation: str,
    role: str,
    organisation_key: str,
    details: Iterable[tuple[str, str]],
    words: MatchWords,
) -> KnownBy:
    """The same from its pieces; `details` are pairs of kind and value."""
    emails: set[str] = set()
    phones: set[str] = set()
    profiles: set[str] = set()
    for kind, value in details:
        if kind == "phone":
            if matching.phone_key(value):
                phones.add(matching.number_digits(value))
        elif key := matching.detail_key(kind, value):
            (emails if kind == "email" else profiles).add(key)
    parts = matching.name_parts(name, words)
    return KnownBy(
        contact_id,
        name,
        organisation,
        role,
        parts,
        matching.name_key(parts, words),
        organisation_key,
        frozenset(emails),
        frozenset(phones),
        frozenset(profiles),
    )


def reach_keys(person: KnownBy) -> frozenset[str]:
    """The keys of all their addresses, numbers and profiles, as `matching.detail_key` gives them."""
    return person.emails | person.profiles | {matching.number_key(digits) for digits in person.phones}


class NameLikeness(IntEnum):
    """How two names compare."""

    UNLIKE = 0
    AGREE = 1  # one says less: an initial, a missing middle name, one name alone, or none
    EQUAL = 2  # in any order, nicknames included


def compare_names(one: tuple[str, ...], other: tuple[str, ...], words: MatchWords) -> NameLikeness:
    """How two names compare, as `matching.name_parts` gives them."""
    if one == other:
        return NameLikeness.EQUAL
    short, long = sorted((one, other), key=len)
    if not short:
        return NameLikeness.AGREE
    if not all(map(str.isascii, (*short, *long))) and any(map(matching.unspaced, (*short, *long))):
        joined = sorted(("".join(short), "".join(long)), key=len)
        return NameLikeness.EQUAL if joined[0] == joined[1] else NameLikeness(joined[1].startswith(joined[0]))
    left, open_parts, full = list(long), [], 0
    for part in short:
        if part in left:
            left.remove(part)
            full += len(part) > 1
        else:
            open_parts.append(part)
    initials = False
    for part in sorted(open_parts, key=len, reverse=True):
        found = next((word for word in left if matching.same_given(part, word, words)), None)
        if found is None:
            return NameLikeness.UNLIKE
        left.remove(found)
        whole = len(part) > 1 and len(found) > 1
        initials, full = initials or not whole, full + whole
    if not full:
        return NameLikeness.UNLIKE
    return NameLikeness.AGREE if left or initials else NameLikeness.EQUAL


def judge_pair(one: KnownBy, other: KnownBy, words: MatchWords) -> Judgement:
    """Whether two people are one."""
    called = compare_names(one.parts, other.parts, words)
    emails = one.emails & other.emails
    own_email = any(not matching.is_shared_mailbox(email, words) for email in emails)
    profile = bool(one.profiles & other.profiles)
    phone = any(matching.same_number(number, another) for number in one.phones for another in other.phones)
    place = bool(one.organisation_key) and one.organisation_key == other.organisation_key
    shared = tuple(
        what
        for what, there in (
            (Shared.EMAIL, bool(emails)),
            (Shared.PROFILE, profile),
            (Shared.PHONE, phone),
            (Shared.NAME, called is NameLikeness.EQUAL and bool(one.parts)),
            (Shared.ORGANISATION, place),
        )
        if there
    )
    return Judgement(_likeness(one, other, called, own_email, profile, phone, place), shared)


def _likeness(
    one: KnownBy, other: KnownBy, called: NameLikeness, own_email: bool, profile: bool, phone: bool, place: bool
) -> Likeness:
    other_profile = _differ(one.profiles, other.profiles)
    if called is NameLikeness.UNLIKE:
        return Likeness.LIKE if own_email or profile else Likeness.NONE
    if profile or (own_email and not other_profile) or (phone and called is NameLikeness.EQUAL and not other_profile):
        return Likeness.SAME
    if own_email or phone or one.emails & other.emails:
        return Likeness.SAME if _nothing_differs(one, other, called) else Likeness.LIKE
    if called is not NameLikeness.EQUAL or (other_profile and _differ(one.emails, other.emails)):
        return Likeness.NONE
    if place:
        return Likeness.SAME if _nothing_differs(one, other, called) else Likeness.LIKE
    apart = (
        _differ(one.emails, other.emails)
        or other_profile
        or bool(one.organisation_key and other.organisation_key)
        or not one.parts
    )
    if apart:
        return Likeness.NONE
    return Likeness.SAME if _nothing_differs(one, other, called) else Likeness.LIKE


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both are known, and have nothing in common."""
    return bool(some and others) and some.isdisjoint(others)


def _nothing_differs(one: KnownBy, other: KnownBy, called: NameLikeness) -> bool:
    """Whether all that is known of the one is known of the other: the same card, read a second time."""
    return (
        called is NameLikeness.EQUAL
        and one.parts == other.parts
        and (one.emails, one.phones, one.profiles) == (other.emails, other.phones, other.profiles)
        and one.organisation_key == other.organisation_key
        and fold(one.role) == fold(other.role)
    )
