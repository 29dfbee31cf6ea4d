"""The referral chain: who led to whom, and the status of each branch, as a forest that is drawn, read and printed.

One `Chain` is behind the drawing, the tree on the screen, the text tree and the paper: they hold the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from desktop.core.contact import MayUseName, Stage
from desktop.core.text import isolated, one_line
from desktop.texts.catalogue import Language


class ChainPerson(Struct, frozen=True):
    """Somebody who named another person or was named. `introducing`: the referrer said they would introduce them."""

    id: int
    name: str
    referrer_id: int | None = None
    stage: Stage = Stage.FOUND
    may_use_name: MayUseName = MayUseName.ASK
    introducing: bool = False


class ChainLine(Struct, frozen=True):
    """One line of the forest; lines are in the order in which one reads a tree, each parent before its people.

    `parent` is the index of the line of the referrer, -1 at a root; `last` whether no other follows of the same
    referrer. `circle` is who named them where the file held a circle, which is cut there.
    """

    person: ChainPerson
    parent: int = -1
    depth: int = 0
    last: bool = True
    circle: ChainPerson | None = None


class Chain(Struct, frozen=True):
    """The forest, every person once."""

    lines: tuple[ChainLine, ...] = ()

    def children(self) -> list[list[int]]:
        """For each line the indices of the lines of those they named."""
        below: list[list[int]] = [[] for _ in self.lines]
        for number, line in enumerate(self.lines):
            if line.parent >= 0:
                below[line.parent].append(number)
        return below

    def branch_counts(self) -> "list[BranchCounts]":
        """For each line the counts of all who came through that person, themselves included."""
        counts = [Counter({_BRANCH_OF_STAGE[line.person.stage]: 1}) for line in self.lines]
        for number in range(len(self.lines) - 1, -1, -1):
            if self.lines[number].parent >= 0:
                counts[self.lines[number].parent] += counts[number]
        return [BranchCounts(count["met"], count["under_way"], count["to_write"], count["rests"]) for count in counts]


class BranchCounts(Struct, frozen=True):
    """How many of a branch were met, are being written with, are yet to be written to, and rest or said no."""

    met: int = 0
    under_way: int = 0
    to_write: int = 0
    rests: int = 0

    @property
    def people(self) -> int:
        """All of them."""
        return self.met + self.under_way + self.to_write + self.rests


_BRANCH_OF_STAGE = {
    Stage.FOUND: "to_write",
    Stage.WRITTEN_TO: "under_way",
    Stage.REPLIED: "under_way",
    Stage.AGREED: "under_way",
    Stage.MET: "met",
    Stage.THANKED: "met",
    Stage.IN_TOUCH: "met",
    Stage.DECLINED: "rests",
    Stage.NO_ANSWER: "rests",
    Stage.RESTING: "rests",
}


def forest(people: Iterable[ChainPerson]) -> Chain:
    """The chain of these people, in the order given among those of one referrer.

    A referrer who is not among them makes a root. A circle, which `leads_back` refuses but a file may hold, is cut
    before the first of its people.
    """
    given = {person.id: person for person in people}
    order = {key: number for number, key in enumerate(given)}
    named: dict[int | None, list[ChainPerson]] = {}
    for person in given.values():
        named.setdefault(person.referrer_id if person.referrer_id in given else None, []).append(person)
    lines: list[ChainLine] = []
    reached: set[int] = set()
    for root in named.get(None, []):
        _grow(ChainLine(root), named, lines, reached)
    for person in given.values():
        if person.id not in reached:  # on a circle, or below one
            first = min(_circle_above(person, given), key=lambda each: order[each.id])
            _grow(ChainLine(first, circle=given[first.referrer_id or 0]), named, lines, reached)
    return Chain(tuple(lines))


def _grow(
    root: ChainLine, named: Mapping[int | None, list[ChainPerson]], lines: list[ChainLine], reached: set[int]
) -> None:
    """Add a root and all below it; without recursion, since a chain may be longer than Python's stack is deep."""
    reached.add(root.person.id)
    waiting = [root]
    while waiting:
        line = waiting.pop()
        lines.append(line)
        below = [person for person in named.get(line.person.id, []) if person.id not in reached]
        reached.update(person.id for person in below)
        parent, depth = len(lines) - 1, line.depth + 1
        waiting += [ChainLine(person, parent, depth, last=number == 0) for number, person in enumerate(reversed(below))]


def _circle_above(person: ChainPerson, given: Mapping[int, ChainPerson]) -> list[ChainPerson]:
    """The people of the circle in which the way up from a person ends."""
    way: dict[int, int] = {}
    while person.id not in way:
        way[person.id] = len(way)
        person = given[person.referrer_id or 0]
    return [given[key] for key in list(way)[way[person.id] :]]


def leads_back(referrer_of: Callable[[int], int | None], contact_id: int, referrer_id: int) -> bool:
    """Whether naming this referrer would close a circle: the contact is above them, or is that person."""
    seen: set[int] = set()
    above: int | None = referrer_id
    while above is not None and above not in seen:
        if above == contact_id:
            return True
        seen.add(above)
        above = referrer_of(above)
    return False


_STAGE_CODES = {
    Stage.FOUND: "chain.found",
    Stage.WRITTEN_TO: "chain.written_to",
    Stage.REPLIED: "chain.replied",
    Stage.AGREED: "chain.agreed",
    Stage.MET: "chain.met",
    Stage.THANKED: "chain.thanked",
    Stage.IN_TOUCH: "chain.in_touch",
    Stage.DECLINED: "chain.declined",
    Stage.NO_ANSWER: "chain.no_answer",
    Stage.RESTING: "chain.resting",
}
_USE_NAME_CODES = {
    MayUseName.YES: "chain.use_name",
    MayUseName.NO: "chain.leave_name_out",
    MayUseName.ASK: "chain.ask_about_name",
}


class ChainLineText(NamedTuple):
    """A line of the chain in words: what every way of showing it shows, empty where there is nothing to say.

    `branch` sums up all who came through this person.
    """

    name: str
    stage: str
    note: str
    branch: str


def chain_line_texts(chain: Chain, language: Language) -> list[ChainLineText]:
    """Every line in words."""
    result = []
    for number, (line, counts) in enumerate(zip(chain.lines, chain.branch_counts(), strict=True)):
        referrer = chain.lines[line.parent].person if line.parent >= 0 else None
        leads = number + 1 < len(chain.lines) and chain.lines[number + 1].parent == number
        branch = language.text("chain.branch", people=counts.people, met=counts.met) if leads else ""
        stage = language.text(_STAGE_CODES[line.person.stage])
        result.append(ChainLineText(_name(line.person, language), stage, _note(line, referrer, language), branch))
    return result


def _name(person: ChainPerson, language: Language) -> str:
    """The name as one line, or the words for none."""
    return one_line(person.name) or language.text("chain.no_name")


def _note(line: ChainLine, referrer: ChainPerson | None, language: Language) -> str:
    """What matters between a person and their referrer; empty at a root, and once they have been met."""
    if line.circle is not None:
        return language.text("chain.circle", name=_name(line.circle, language))
    if referrer is None or line.person.stage in _MET:
        return ""
    if line.person.introducing:
        return language.text("chain.introducing", name=_name(referrer, language))
    return language.text(_USE_NAME_CODES[line.person.may_use_name])


_MET = frozenset(stage for stage, part in _BRANCH_OF_STAGE.items() if part == "met")


def text_tree(chain: Chain, language: Language) -> str:
    """The chain as lines of text, each person under their referrer; empty for an empty chain."""
    rows = []
    guides: list[str] = []  # of the lines from the second level of the tree down to the last one written
    for line, parts in zip(chain.lines, chain_line_texts(chain, language), strict=True):
        del guides[max(0, line.depth - 1) :]
        branch = ("└─ " if line.last else "├─ ") if line.depth else ""
        rows.append("".join(guides) + branch + " · ".join(isolated(part) for part in parts if part))
        if line.depth:
            guides.append("   " if line.last else "│  ")
    return "\n".join(rows)
