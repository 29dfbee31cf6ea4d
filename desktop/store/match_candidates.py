"""Whom to compare with whom: people who share a key, found by a few queries however many are asked for."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import apsw

from desktop.core.contact import Contact
from desktop.core.people.duplicates import KnownBy, reach_keys
from desktop.store import match_keys
from desktop.store import match_reading as reading

# A number or address that more people have is an office's, and tells nobody apart.
SHARED_BY = 20
# Of one name there may be more; they are compared only where they share something else too.
OF_ONE_NAME = 50


class Keys(NamedTuple):
    """What one person is looked for by: the key of the name, and those of addresses, numbers and profiles."""

    name: str
    reach: frozenset[str]


def keys_of(person: Contact) -> Keys:
    """The keys of somebody who comes in."""
    found = {match_keys.of_detail("email", detail.value) for detail in person.emails}
    found.update([match_keys.of_detail("phone", detail.value) for detail in person.phones])
    found.update([match_keys.of_detail("link", detail.value) for detail in person.links])
    found.discard("")
    return Keys(match_keys.of_name(person.name), frozenset(found))


def keys_known(person: KnownBy) -> Keys:
    """The keys of somebody already read."""
    return Keys(person.name_key, reach_keys(person))


def stored(
    connection: apsw.Connection, people: Sequence[Keys], organisation_key: Callable[[int], str]
) -> list[set[int]]:
    """For each of the people the contacts that share a key with them, be they alike or not.

    `organisation_key` gives the key of an index's organisation; it is asked for very common names alone.
    """
    by_reach = reading.by_details(connection, frozenset().union(*(keys.reach for keys in people)))
    by_name = reading.by_names(connection, {keys.name for keys in people})
    crowded = {name for name, numbers in by_name.items() if len(numbers) > OF_ONE_NAME}
    by_both = reading.by_names_and_organisations(connection, crowded) if crowded else {}
    found = []
    for index, (name, reach) in enumerate(people):
        numbers = _few(by_name.get(name, ()), OF_ONE_NAME)
        if name in crowded:
            numbers.update(by_both.get((name, organisation_key(index)), ())[:OF_ONE_NAME])
        for key in reach:
            if key in by_reach:
                numbers |= _few(by_reach[key], SHARED_BY)
        found.append(numbers)
    return found


class Earlier:
    """Those further up in what comes in, found by the keys they share with somebody after them."""

    def __init__(self, people: Sequence[Keys], organisation_key: Callable[[int], str]) -> None:
        self._people = people
        self._organisation_key = organisation_key
        self._by_reach = _shared((index, key) for index, keys in enumerate(people) for key in keys.reach)
        self._by_name = _shared((index, keys.name) for index, keys in enumerate(people) if keys.name)
        crowded = (indexes for indexes in self._by_name.values() if len(indexes) > OF_ONE_NAME)
        self._by_both = _shared(
            (index, f"{people[index].name}\n{organisation_key(index)}") for indexes in crowded for index in indexes
        )

    def candidates(self, index: int) -> set[int]:
        """The indexes before this one of people who share a key."""
        name, reach = self._people[index]
        indexes: Sequence[int] = self._by_name.get(name, ())
        if len(indexes) > OF_ONE_NAME:
            indexes = self._by_both.get(f"{name}\n{self._organisation_key(index)}", ())[:OF_ONE_NAME]
        found = {other for other in indexes if other < index}
        for key in reach:
            if key in self._by_reach:
                found.update(other for other in _few(self._by_reach[key], SHARED_BY) if other < index)
        return found


def _shared(keys: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    """The indexes of each key that is at more than one."""
    found: dict[str, list[int]] = {}
    for index, key in keys:
        found.setdefault(key, []).append(index)
    return {key: indexes for key, indexes in found.items() if len(indexes) > 1}


def _few(numbers: Sequence[int], most: int) -> set[int]:
    """The numbers, unless they are so many that what they share tells nobody apart."""
    return set(numbers) if len(numbers) <= most else set()
