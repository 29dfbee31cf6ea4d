"""Who may be one person: looked for among all contacts, for one of them, and for people about to be stored."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations

from desktop.core.contact import Contact
from desktop.core.contact_fields import changes_to
from desktop.core.people.duplicates import (
    NOBODY,
    Judgement,
    KnownBy,
    Likeness,
    Match,
    Pair,
    judge_pair,
    known_by,
)
from desktop.core.people.merging import MergeSide, merged_contact
from desktop.core.values import replace
from desktop.store import contact_merging as merging
from desktop.store import match_candidates as looking
from desktop.store import match_keys
from desktop.store import match_reading as reading
from desktop.store.chain import ChainReading
from desktop.store.contacts import Contacts
from desktop.store.file.database import StoreDatabase

_CHUNK = 5000  # people read at once


class Duplicates:
    """Contacts who may be one person, and people who may be among the contacts."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime], contacts: Contacts) -> None:
        self._database = database
        self._clock = clock
        self._contacts = contacts

    # -- looking ----------------------------------------------------------------------------------------------------

    def matches(self, people: Sequence[Contact]) -> list[Match]:
        """For each of the people about to be stored whom they are or may be, among the contacts and those before them.

        A few queries for all of them together, whatever their number.
        """
        words, connection = match_keys.words(), self._database.connection()
        keys = [looking.keys_of(person) for person in people]

        def organisation_key(index: int) -> str:
            return match_keys.of_organisation(people[index].organisation)

        candidates = looking.stored(connection, keys, organisation_key)
        there = reading.known(connection, frozenset().union(*candidates))
        earlier = looking.Earlier(keys, organisation_key)
        coming: dict[int, KnownBy] = {}  # made for those who are like somebody: the others need only their keys

        def at(index: int) -> KnownBy:
            if index not in coming:
                coming[index] = known_by(people[index], words)
            return coming[index]

        found = []
        for index, of_store in enumerate(candidates):
            before = earlier.candidates(index)
            if of_store or before:
                stored = _judged(at(index), ((number, there[number]) for number in of_store if number in there))
                among = _judged(at(index), ((number, at(number)) for number in before))
                found.append(_match(stored, among))
            else:
                found.append(NOBODY)
        return found

    def like(self, contact_id: int) -> list[Pair]:
        """The contacts that one of them may be, the likeliest first; without those the user said it is not."""
        connection = self._database.connection()
        person = reading.known(connection, (contact_id,)).get(contact_id)
        if person is None:
            return []
        (candidates,) = looking.stored(connection, [looking.keys_known(person)], lambda _: person.organisation_key)
        others = reading.known(connection, candidates - reading.different_from(connection, contact_id) - {contact_id})
        return [Pair(person, others[number], judgement) for number, judgement in _judged(person, others.items())]

    def find(self, report: Callable[[int, int], None] | None = None) -> list[Pair]:
        """All pairs of contacts who may be one person, the likeliest first, then by name.

        `report(done, total)` counts the people looked at and may raise to stop. It may run on a worker's thread.
        """
        connection, words = self._database.connection(), match_keys.words()
        groups = [
            *reading.sharing_details(connection, looking.SHARED_BY),
            *reading.sharing_names(connection, looking.OF_ONE_NAME),
        ]
        numbers = sorted({number for group in groups for number in group})
        people: dict[int, KnownBy] = {}
        for start in range(0, len(numbers), _CHUNK):
            if report is not None:
                report(start, len(numbers))
            people |= reading.known(connection, numbers[start : start + _CHUNK])
        if report is not None:
            report(len(numbers), len(numbers))
        different = reading.all_different(connection)
        pairs = {pair for group in groups for pair in combinations(sorted(set(group) & people.keys()), 2)}
        found = [
            Pair(people[one], people[other], judgement)
            for one, other in pairs - different
            if (judgement := judge_pair(people[one], people[other], words)).likeness
        ]
        return sorted(found, key=_likeliest_first)

    # -- changing (inside `store.action`) ---------------------------------------------------------------------------

    def merge(self, keep_id: int, other_id: int, choices: Mapping[str, MergeSide] | None = None) -> None:
        """Make two contacts one: the first keeps its id and gets all that the other has; the other is deleted.

        `choices` are as `core.merging.merged` takes them. Messages, meetings, promises, research and whom they named
        move; the stage of the contact follows anew. Should the referrer chosen have come through the contact itself,
        the contact is left without one.

        Raises:
            KeyError: if one of them is gone.
            ValueError: for a contact and itself.
        """
        if keep_id == other_id:
            raise ValueError("a contact cannot be merged with itself")
        keep, other = self._contacts.find(keep_id), self._contacts.find(other_id)
        if keep is None or other is None:
            raise KeyError(keep_id if keep is None else other_id)
        database = self._database.peewee
        keep, other = self._contacts.with_cards((keep, other))
        becomes = merged_contact(keep, other, choices)
        # Before the fields: an organisation nobody is in any more would go, were the other not in it still.
        merging.move(database, keep_id, other_id)
        merging.take_correction(database, keep_id, other_id)
        referrer = becomes.referrer_id
        if referrer is not None and ChainReading(self._database).leads_back(keep_id, referrer):
            becomes = replace(becomes, referrer_id=None)
        self._contacts.update(keep_id, **changes_to(keep, becomes))
        self._contacts.delete((other_id,))
        self._contacts.stages.refresh((keep_id,))

    def different(self, first_id: int, second_id: int) -> None:
        """Remember that two contacts are not one person: they are not named together again."""
        merging.set_apart(self._database.peewee, first_id, second_id)


def _likeliest_first(pair: Pair) -> tuple[int, int, str, int, int]:
    likeness = pair.judgement
    return (-likeness.likeness, -len(likeness.shared), pair.first.name_key, pair.first.id, pair.second.id)


_JudgedIds = list[tuple[int, Judgement]]


def _judged(person: KnownBy, others: Iterable[tuple[int, KnownBy]]) -> _JudgedIds:
    """The numbers of those who are like this person, the likeliest first."""
    words = match_keys.words()
    found = [(number, judge_pair(person, other, words)) for number, other in others]
    return sorted(
        ((number, judgement) for number, judgement in found if judgement.likeness),
        key=lambda each: (-each[1].likeness, -len(each[1].shared), each[0]),
    )


def _match(stored: _JudgedIds, among: _JudgedIds) -> Match:
    if not stored and not among:
        return NOBODY
    best = max((*stored[:1], *among[:1]), key=lambda each: each[1].likeness)
    same, like = _parted(stored)
    same_before, like_before = _parted(among)
    return Match(same, like, same_before, like_before, best[1].shared)


def _parted(judged: _JudgedIds) -> tuple[int | None, tuple[int, ...]]:
    """The one who is the same, and the others."""
    numbers = tuple(number for number, _ in judged)
    if judged and judged[0][1].likeness is Likeness.SAME:
        return numbers[0], numbers[1:]
    return None, numbers
