"""The words of a language for the checker: what must be there, and how a pattern is read."""

import re

import pytest

from desktop.core.letters.review_words import GROUPS, WORD_SETS, PatternGroup, build_words


def pattern(*any_of: str, whole: bool = True, **lists: str | tuple[str, ...]) -> re.Pattern[str]:
    groups = dict.fromkeys(GROUPS, PatternGroup(("a",))) | {"job": PatternGroup(any_of, whole)}
    return build_words("xx", {}, lists, groups, dict.fromkeys(WORD_SETS, ())).patterns["job"]


def test_words_that_lack_a_group_or_name_an_unknown_list_are_refused() -> None:
    groups = dict.fromkeys(GROUPS, PatternGroup(("a",)))
    sets = dict.fromkeys(WORD_SETS, ("a",))
    assert build_words("xx", {}, {}, groups, sets).language == "xx"
    with pytest.raises(ValueError, match="missing: who"):
        build_words("xx", {}, {}, {name: group for name, group in groups.items() if name != "who"}, sets)
    with pytest.raises(ValueError, match="missing: empty"):
        build_words("xx", {}, {}, groups, {name: words for name, words in sets.items() if name != "empty"})
    with pytest.raises(ValueError, match="no list"):
        build_words("xx", {}, {}, groups | {"who": PatternGroup(("@nobody",))}, sets)
    with pytest.raises(ValueError, match="unterminated"):
        build_words("xx", {}, {}, groups | {"who": PatternGroup(("(",))}, sets)


def test_whole_words_only_unless_said_otherwise() -> None:
    assert pattern("job").search("a job.")
    assert not pattern("job").search("jobs")
    assert pattern("job", whole=False).search("jobs")


def test_a_list_stands_for_any_of_its_words_also_within_another_list() -> None:
    found = pattern("my @work", work=("@paid", "task"), paid=("job", "post"))
    assert [word for word in ("my job", "my post", "my task", "my hat") if found.search(word)] == [
        "my job",
        "my post",
        "my task",
    ]


def test_a_space_is_any_white_space_but_not_in_a_class_and_just_one_behind() -> None:
    assert pattern("new job").search("new \n job")
    assert pattern("new ?job").search("newjob")
    assert not pattern("x[ ]y").search("x\ty")
    assert pattern("(?<=new )job").search("new\njob")
    assert not pattern("(?<=new )job").search("news job")
