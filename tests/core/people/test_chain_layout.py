"""The drawing of a chain: parents in the middle of their people, nobody over another, no lines that cross."""

from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.people.chain_layout import SIBLINGS, STRANGERS, across

SHAPES = st.lists(st.integers(-1, 100), max_size=80).map(
    lambda wanted: [parent % number if parent >= 0 and number else -1 for number, parent in enumerate(wanted)]
)


def depths(parents: list[int]) -> list[int]:
    result: list[int] = []
    for parent in parents:
        result.append(result[parent] + 1 if parent >= 0 else 0)
    return result


@given(SHAPES)
def test_a_parent_stands_in_the_middle_of_its_people(parents: list[int]) -> None:
    place = across(parents)
    children = defaultdict(list)
    for number, parent in enumerate(parents):
        children[parent].append(place[number])
    for parent, places in children.items():
        if parent >= 0:
            assert abs((places[0] + places[-1]) / 2 - place[parent]) < 1e-6
        assert places == sorted(places)


@given(SHAPES)
def test_nobody_stands_over_another_and_no_lines_cross(parents: list[int]) -> None:
    place = across(parents)
    level = defaultdict(list)
    for number, depth in enumerate(depths(parents)):
        level[depth].append(number)
    for people in level.values():
        people.sort(key=lambda number: place[number])
        for left, right in pairwise(people):
            together = parents[left] == parents[right] != -1
            assert place[right] - place[left] >= (SIBLINGS if together else STRANGERS) - 1e-6
            if parents[left] >= 0 and parents[right] >= 0:
                assert place[parents[left]] <= place[parents[right]]


@given(SHAPES)
def test_the_first_place_is_nought(parents: list[int]) -> None:
    assert min(across(parents), default=0.0) == 0.0


@given(SHAPES)
def test_a_mirrored_tree_is_drawn_mirrored(parents: list[int]) -> None:
    """Children in the other order: the same drawing seen from behind."""
    children = defaultdict(list)
    for number, parent in enumerate(parents):
        children[parent].append(number)
    order: list[int] = []
    waiting = list(children[-1])
    while waiting:
        order.append(waiting.pop())
        waiting += children[order[-1]]
    new = {old: number for number, old in enumerate(order)}
    mirrored = across([new[parents[old]] if parents[old] >= 0 else -1 for old in order])
    place = across(parents)
    widest = max(place, default=0.0)
    for old, number in new.items():
        assert abs(widest - mirrored[number] - place[old]) < 1e-6


def test_a_line_of_three_thousand_is_a_straight_line() -> None:
    assert set(across([-1, *range(2999)])) == {0.0}
