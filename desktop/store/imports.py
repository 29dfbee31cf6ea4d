"""People read from files become contacts: all of them in one step of undo, or none.

Whoever is there already gets what is new about them, and nothing of theirs is overwritten; nobody is lost in silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from desktop.core.contact import Contact, Source
from desktop.core.contact_fields import ContactChanges, changes_to
from desktop.core.people.duplicates import Match
from desktop.core.people.incoming import Choice, ImportReport, Incoming, JudgedPerson, MatchKind, Reading, Skipped
from desktop.core.people.merging import merged_contact
from desktop.core.progress import ProgressReport
from desktop.core.text import joined
from desktop.core.values import replace
from desktop.store.contact_reading import whole
from desktop.store.store import Store
from desktop.texts.catalogue import CodedText, coded, sentence

_CHUNK = 500  # people read or written at once
_DERIVED = frozenset({"id", "organisation_id", "created_at", "last_contact_on", "found_on"})


def judge_incoming(store: Store, people: Sequence[Incoming]) -> list[JudgedPerson]:
    """For each person read whether they are new, or whom they are or are like."""
    matches = store.duplicates.matches([person.contact for person in people])
    there = _read(store, {number for match in matches for number in (match.same, *match.like[:1]) if number})
    return [_judged(person, match, people, there) for person, match in zip(people, matches, strict=True)]


def _judged(person: Incoming, match: Match, people: Sequence[Incoming], there: Mapping[int, Contact]) -> JudgedPerson:
    for kind, number, place in (
        (MatchKind.SAME, match.same, match.same_before),
        (MatchKind.LIKE, next(iter(match.like), None), next(iter(match.like_before), None)),
    ):
        if number is None and place is None:
            continue
        other = there[number] if number is not None else people[place or 0].contact
        if kind is MatchKind.SAME and not _adds(other, person.contact):
            kind = MatchKind.KNOWN
        called = joined(other.name, other.organisation)
        return JudgedPerson(person, kind, called, number, place if number is None else None)
    return JudgedPerson(person)


def _adds(there: Contact, coming: Contact) -> bool:
    """Whether something about who comes is not known yet."""
    return bool(changes_to(there, merged_contact(there, coming)))


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
    report: ProgressReport | None = None,
    name: str = "",
    choices: Mapping[int, Choice] | None = None,
) -> ImportReport:
    """Store everyone read as chosen, as one action called `name`, or as an import is called.

    `choices` are by the index of a person in `reading`; who is not among them becomes what is `usual`.
    `report(done, total)` counts people and may raise to stop: then nothing has changed.

    Raises:
        StoreError: if it could not be written; nothing was.
    """
    with store.action(name or sentence("store.import")):
        plan = _Plan(judge_incoming(store, reading.people), choices or {}, store.clock().astimezone().date())
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
    """What becomes of everyone: new contacts by their index, changes to those there, and a sentence for the rest."""

    def __init__(self, judged: Sequence[JudgedPerson], choices: Mapping[int, Choice], today: date) -> None:
        self.fresh: dict[int, Contact] = {}
        self.changes: dict[int, ContactChanges] = {}
        self.merged: list[Skipped] = []
        self.skipped: list[Skipped] = []
        self.alike: list[Skipped] = []
        self._judged = judged
        self._choices = choices
        self._today = today
        self._is: dict[int, int] = {}  # by index, the contact there whom somebody read turned out to be

    @property
    def wanted(self) -> set[int]:
        """The contacts who may get something."""
        found = set()
        for place, each in enumerate(self._judged):
            if self._choice(place) is not Choice.MERGE:
                continue
            while each.other_id is None and each.other_index is not None:  # as somebody further up, who is there
                each = self._judged[each.other_index]
            if each.other_id is not None:
                found.add(each.other_id)
        return found

    def _choice(self, place: int) -> Choice:
        return self._choices.get(place, self._judged[place].usual)

    def merge(self, there: Mapping[int, Contact]) -> None:
        """Decide, one after another as they are in the files."""
        becomes = dict(there)
        for place, each in enumerate(self._judged):
            choice = self._choice(place)
            target = each.other_id if each.other_id is not None else self._is.get(_or_none(each.other_index))
            if choice is Choice.MERGE and target in becomes:
                becomes[target] = merged_contact(becomes[target], _marked(each.person, self._today))
                self._is[place] = target
                self.merged.append(
                    _report_line(each, coded("import_report.merged", name=_name(each), other=each.other))
                )
            elif choice is Choice.MERGE and each.other_index in self.fresh:
                self.fresh[each.other_index] = merged_contact(
                    self.fresh[each.other_index], _as_contact(each.person, self._today)
                )
                self.merged.append(
                    _report_line(each, coded("import_report.merged_further_up", name=_name(each), other=each.other))
                )
            elif choice is Choice.SKIP or (each.kind is MatchKind.KNOWN and choice is not Choice.ADD):
                if target is not None:
                    self._is[place] = target
                self.skipped.append(_report_line(each, _why_skipped(each)))
            else:
                self.fresh[place] = _as_contact(each.person, self._today)
                if each.kind is not MatchKind.NEW:
                    self.alike.append(
                        _report_line(each, coded("import_report.alike", name=_name(each), other=each.other))
                    )
        for number, contact in becomes.items():
            if changes := changes_to(there[number], contact):
                self.changes[number] = changes


def _or_none(place: int | None) -> int:
    return -1 if place is None else place


def _report_line(each: JudgedPerson, what: CodedText) -> Skipped:
    return Skipped(each.person.file, each.person.line, what)


def _name(each: JudgedPerson) -> str | CodedText:
    return each.person.contact.name or coded("import_report.no_name")


def _why_skipped(each: JudgedPerson) -> CodedText:
    if each.kind is not MatchKind.KNOWN:
        return coded("import_report.left_out", name=_name(each))
    if each.other_id is None:
        return coded("import_report.stands_before", name=_name(each))
    return coded("import_report.known", name=_name(each), other=each.other)


def _marked(person: Incoming, today: date) -> Contact:
    """The person with when and from where they were imported."""
    return replace(person.contact, imported_on=today, imported_from=person.file)


def _as_contact(person: Incoming, today: date) -> Contact:
    """The same with where and when they were found; who is in the user's own address book is someone known."""
    contact = person.contact
    return replace(
        contact,
        source=contact.source or Source.KNOWN,
        source_detail=contact.source_detail or person.file,
        found_on=contact.found_on or today,
        imported_on=today,
        imported_from=person.file,
    )
