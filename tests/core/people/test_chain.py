"""The referral chain: everyone once, under who named them; circles are cut, never followed."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import MayUseName, Stage
from desktop.core.people.chain import BranchCounts, Chain, ChainPerson, forest, leads_back, text_tree
from desktop.texts.catalogue import ENGLISH


def person(key: int, referrer: int | None = None, stage: Stage = Stage.FOUND, **more: object) -> ChainPerson:
    return ChainPerson(key, f"Person {key}", referrer, stage, **more)  # type: ignore[arg-type]


# Any file, with circles, referrers who are not there, and people who name themselves.
PEOPLE = st.lists(st.tuples(st.none() | st.integers(0, 25), st.sampled_from(Stage)), max_size=25).map(
    lambda rows: [
        person(key, None if referrer is None else referrer % (len(rows) + 2), stage)
        for key, (referrer, stage) in enumerate(rows)
    ]
)
# What the program itself makes: everyone was named by somebody who was there before.
GROWN = st.lists(st.none() | st.integers(0, 100), max_size=40).map(
    lambda rows: [
        person(key, None if referrer is None or not key else referrer % key) for key, referrer in enumerate(rows)
    ]
)


@given(PEOPLE)
def test_everyone_stands_in_the_forest_exactly_once(people: list[ChainPerson]) -> None:
    assert sorted(line.person.id for line in forest(people).lines) == sorted(each.id for each in people)


@given(PEOPLE)
def test_everyone_stands_under_who_named_them_unless_that_closes_a_circle(people: list[ChainPerson]) -> None:
    chain = forest(people)
    known = {each.id for each in people}
    for number, line in enumerate(chain.lines):
        if line.parent >= 0:
            assert line.parent < number
            assert chain.lines[line.parent].person.id == line.person.referrer_id
            assert line.depth == chain.lines[line.parent].depth + 1
            assert line.circle is None
        elif line.circle is not None:
            assert line.circle.id == line.person.referrer_id
        else:
            assert line.person.referrer_id not in known


@given(GROWN)
def test_without_a_circle_nothing_is_cut(people: list[ChainPerson]) -> None:
    assert all(line.circle is None for line in forest(people).lines)


@given(PEOPLE)
def test_a_circle_is_cut_exactly_once(people: list[ChainPerson]) -> None:
    referrers = {each.id: each.referrer_id for each in people}
    on_circles = {
        key for key, named_by in referrers.items() if named_by is not None and leads_back(referrers.get, key, named_by)
    }
    cut = [line.person.id for line in forest(people).lines if line.circle is not None]
    assert set(cut) <= on_circles
    components = set()
    for key in on_circles:
        circle, at = {key}, referrers[key]
        while at is not None and at not in circle:
            circle.add(at)
            at = referrers[at]
        components.add(frozenset(circle))
    assert len(cut) == len(components)
    assert all(len(circle & set(cut)) == 1 for circle in components)


@given(PEOPLE)
def test_a_parent_and_all_below_it_stand_together(people: list[ChainPerson]) -> None:
    chain = forest(people)
    below = chain.children()
    assert sorted(number for each in below for number in each) == [
        number for number, line in enumerate(chain.lines) if line.parent >= 0
    ]
    for number, line in enumerate(chain.lines[1:], 1):
        assert line.depth <= chain.lines[number - 1].depth + 1
    for children in below:
        assert [chain.lines[child].last for child in children] == [False] * (len(children) - 1) + [True] * bool(
            children
        )


@given(PEOPLE)
def test_the_text_tree_has_a_line_for_everyone_indented_by_depth(people: list[ChainPerson]) -> None:
    chain = forest(people)
    rows = text_tree(chain, ENGLISH).splitlines()
    assert len(rows) == len(chain.lines)
    for row, line in zip(rows, chain.lines, strict=True):
        assert row[3 * line.depth :].startswith(f"{line.person.name} · ")
        assert len(row) - len(row.lstrip(" │├└─")) == 3 * line.depth


@given(GROWN.filter(bool), st.integers(0, 59), st.integers(0, 59))
def test_a_referrer_is_refused_exactly_when_the_link_would_close_a_circle(
    people: list[ChainPerson], contact: int, referrer: int
) -> None:
    referrers = {each.id: each.referrer_id for each in people}
    contact, referrer = contact % len(people), referrer % len(people)
    changed = [person(each.id, referrer if each.id == contact else each.referrer_id) for each in people]
    circles = any(line.circle is not None for line in forest(changed).lines)
    assert leads_back(referrers.get, contact, referrer) is circles


def test_a_circle_in_the_file_does_not_keep_the_check_from_ending() -> None:
    referrers = {1: 2, 2: 1}
    assert not leads_back(referrers.get, 3, 1)


def test_a_chain_longer_than_the_stack_is_deep_is_no_trouble() -> None:
    chain = forest([person(key, key - 1 or None) for key in range(1, 3001)])
    assert chain.lines[-1].depth == 2999
    assert chain.branch_counts()[0].people == 3000


@given(PEOPLE)
def test_a_branch_counts_everyone_in_it_once(people: list[ChainPerson]) -> None:
    chain = forest(people)
    standings = chain.branch_counts()
    roots = [standing for line, standing in zip(chain.lines, standings, strict=True) if line.depth == 0]
    assert sum(standing.people for standing in roots) == len(people)


def test_a_branch_says_how_far_its_people_are() -> None:
    chain = forest(
        [
            person(1, None, Stage.THANKED),
            person(2, 1, Stage.WRITTEN_TO),
            person(3, 1, Stage.MET),
            person(4, 3, Stage.NO_ANSWER),
            person(5, 3),
        ]
    )
    assert chain.branch_counts()[0] == BranchCounts(met=2, under_way=1, to_write=1, rests=1)
    assert chain.branch_counts()[2] == BranchCounts(met=1, to_write=1, rests=1)


def test_the_tree_says_who_led_to_whom_where_each_stands_and_what_is_agreed_about_the_name() -> None:
    chain = forest(
        [
            person(1, None, Stage.THANKED),
            person(2, 1, Stage.MET),
            person(3, 2, introducing=True),
            person(4, 1, Stage.WRITTEN_TO, may_use_name=MayUseName.YES),
        ]
    )
    assert text_tree(chain, ENGLISH) == (
        "Person 1 · thanked · a branch of 4, 2 met\n"
        "├─ Person 2 · met · a branch of 2, 1 met\n"
        "│  └─ Person 3 · found · Person 2 introduces you\n"
        "└─ Person 4 · written to · say who named them"
    )


def test_a_cut_circle_is_said_in_words() -> None:
    chain = forest([person(1, 2), person(2, 1)])
    assert text_tree(chain, ENGLISH) == (
        "Person 1 · found · named by Person 2, who stands further down: a circle, cut here · a branch of 2, 0 met\n"
        "└─ Person 2 · found · ask about the name first"
    )


def test_nobody_makes_no_tree() -> None:
    assert text_tree(Chain(), ENGLISH) == ""


def test_someone_without_a_name_still_has_a_line() -> None:
    assert text_tree(forest([ChainPerson(1, " \n")]), ENGLISH) == "no name yet · found"
