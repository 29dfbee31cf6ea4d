"""People read from files become contacts: all of them in one step of undo, or none.

Whoever is there already gets what is new about them, and nothing of theirs is overwritten; nobody is lost in silence.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from desktop.core.contact import Contact, Source
from desktop.core.contact_fields import ContactChanges, changes_to
from desktop.core.people.duplicates import Match
from desktop.core.people.incoming import Choice, ImportReport, Incoming, Judged, Kind, Reading, Skipped
from desktop.core.people.merging import merged
from desktop.core.text import joined
from desktop.core.values import replace
from desktop.store.contact_reading import whole
from desktop.store.store import Store
from desktop.texts.catalogue import CodedText, coded, sentence

_CHUNK = 500  # people read or written at once
_DERIVED = frozenset({"id", "organisation_id", "created_at", "last_contact_on", "found_on"})
Report = Callable[[int, int], None]


def judge(store: Store, people: Sequence[Incoming]) -> list[Judged]:
    """For each person read whether they are new, or whom they are or are like."""
    matches = store.duplicates.matches([person.contact for person in people])
    there = _read(store, {number for match in matches for number in (match.same, *match.like[:1]) if number})
    return [_judged(person, match, people, there) for person, match in zip(people, matches, strict=True)]


def _judged(person: Incoming, match: Match, people: Sequence[Incoming], there: Mapping[int, Contact]) -> Judged:
    for kind, number, place in (
        (Kind.SAME, match.same, match.same_before),
        (Kind.LIKE, next(iter(match.like), None), next(iter(match.like_before), None)),
    ):
        if number is None and place is None:
            continue
        other = there[number] if number is not None else people[place or 0].contact
        if kind is Kind.SAME and not _adds(other, person.contact):
            kind = Kind.KNOWN
        called = joined(other.name, other.organisation)
        return Judged(person, kind, called, number, place if number is None else None)
    return Judged(person)


def _adds(there: Contact, coming: Contact) -> bool:
    """Whether something about who comes is not known yet."""
    return bool(changes_to(there, merged(there, coming)))


def _read(store: Store, ids: Iterable[int]) -> dict[int, Contact]:
    wanted = sorted(ids)
    found: dict[int, Contact] = {}
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        there = whole(store.database.connection(), chunk)
        found |= {contact.id: contact for contact in store.contacts.with_cards(there)}
    return found


def add_people(
    store: Store,
    reading: Reading,
    report: Report | None = None,
    name: str = "",
    choices: Mapping[int, Choice] | None = None,
) -> ImportReport:
    """Store everyone read as chosen, as one action called `name`, or as an import is called.

    `choices` are by the place of a person in `reading`, from 0; who is not among them becomes what is `usual`.
    `report(done, total)` counts people and may raise to stop: then nothing has changed.

    Raises:
        StoreError: if it could not be written; nothing was.
    """
    with store.action(name or sentence("store.import")):
        plan = _Plan(judge(store, reading.people), choices or {}, store.clock().astimezone().date())
        plan.merge(_read(store, plan.wanted))
        fresh = list(plan.fresh.values())
        for start in range(0, len(fresh), _CHUNK):
            if report is not None:
                report(start, len(fresh))
            store.contacts.add_all(fresh[start : start + _CHUNK])
        if report is not None:
            report(len(fresh), len(fresh))
        for number, changes in plan.changes.items():
            store.contacts.update(number, **changes)
    return ImportReport(len(fresh), tuple(plan.merged), tuple(plan.skipped), reading.skipped, tuple(plan.alike))


class _Plan:
    """What becomes of everyone: new contacts by their place, changes to those there, and a sentence for the rest."""

    def __init__(self, judged: Sequence[Judged], choices: Mapping[int, Choice], today: date) -> None:
        self.fresh: dict[int, Contact] = {}
        self.changes: dict[int, ContactChanges] = {}
        self.merged: list[Skipped] = []
        self.skipped: list[Skipped] = []
        self.alike: list[Skipped] = []
        self._judged = judged
        self._choices = choices
        self._today = today
        self._is: dict[int, int] = {}  # by place, the contact there whom somebody read turned out to be

    @property
    def wanted(self) -> set[int]:
        """The contacts who may get something."""
        found = set()
        for place, each in enumerate(self._judged):
            if self._choice(place) is not Choice.MERGE:
                continue
            while each.other_id is None and each.other_place is not None:  # as somebody further up, who is there
                each = self._judged[each.other_place]
            if each.other_id is not None:
                found.add(each.other_id)
        return found

    def _choice(self, place: int) -> Choice:
        return self._choices.get(place, self._judged[place].usual)

    def merge(self, there: Mapping[int, Contact]) -> None:
        """Decide, one after another as they stand in the files."""
        becomes = dict(there)
        for place, each in enumerate(self._judged):
            choice = self._choice(place)
            target = each.other_id if each.other_id is not None else self._is.get(_or_none(each.other_place))
            if choice is Choice.MERGE and target in becomes:
                becomes[target] = merged(becomes[target], _marked(each.person, self._today))
                self._is[place] = target
                self.merged.append(_told(each, coded("import_report.merged", name=_name(each), other=each.other)))
            elif choice is Choice.MERGE and each.other_place in self.fresh:
                self.fresh[each.other_place] = merged(
                    self.fresh[each.other_place], _as_contact(each.person, self._today)
                )
                self.merged.append(
                    _told(each, coded("import_report.merged_further_up", name=_name(each), other=each.other))
                )
            elif choice is Choice.SKIP or (each.kind is Kind.KNOWN and choice is not Choice.ADD):
                if target is not None:
                    self._is[place] = target
                self.skipped.append(_told(each, _why_skipped(each)))
            else:
                self.fresh[place] = _as_contact(each.person, self._today)
                if each.kind is not Kind.NEW:
                    self.alike.append(_told(each, coded("import_report.alike", name=_name(each), other=each.other)))
        for number, contact in becomes.items():
            if changes := changes_to(there[number], contact):
                self.changes[number] = changes


def _or_none(place: int | None) -> int:
    return -1 if place is None else place


def _told(each: Judged, what: CodedText) -> Skipped:
    return Skipped(each.person.file, each.person.line, what)


def _name(each: Judged) -> str | CodedText:
    return each.person.contact.name or coded("import_report.no_name")


def _why_skipped(each: Judged) -> CodedText:
    if each.kind is not Kind.KNOWN:
        return coded("import_report.left_out", name=_name(each))
    if each.other_id is None:
        return coded("import_report.stands_before", name=_name(each))
    return coded("import_report.known", name=_name(each), other=each.other)


def _marked(person: Incoming, today: date) -> Contact:
    """The person with when and from where they were imported."""
    return replace(person.contact, imported_on=today, imported_from=person.file)


def _as_contact(person: Incoming, today: date) -> Contact:
    """The same with where and when they were found; who stands in the user's own address book is someone known."""
    contact = person.contact
    return replace(
        contact,
        source=contact.source or Source.KNOWN,
        source_detail=contact.source_detail or person.file,
        found_on=contact.found_on or today,
        imported_on=today,
        imported_from=person.file,
    )
