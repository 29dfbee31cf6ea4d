"""Finding people: how many are missing for a fair picture, and what to do where."""

from desktop.core.contact import Source
from desktop.core.direction import DirectionKind
from desktop.core.finding import Finding, Place, gap, homework

PLACE = Place(Source.ALUMNI, "Former students", {kind: (f"{kind} one", f"{kind} two") for kind in DirectionKind})


def test_three_people_are_a_fair_picture_and_more_are_never_missing() -> None:
    assert [gap(people) for people in range(6)] == [3, 2, 1, 0, 0, 0]


def test_homework_is_one_small_step_a_line_for_the_kind_of_direction() -> None:
    assert homework(PLACE, DirectionKind.COMPANY) == "company one\ncompany two"


def test_a_source_finds_its_place() -> None:
    assert Finding((), (PLACE,)).place(Source.ALUMNI) is PLACE
