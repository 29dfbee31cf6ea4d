"""What comes up after a meeting, and for how long: reports, promises, introductions."""

from datetime import date, timedelta

import pytest

from desktop.core.contact import Stage
from desktop.core.today.after_meeting import (
    Introduction,
    Owed,
    OwedReport,
    PersonRef,
    days_introducing,
    is_to_be_asked_for,
    is_to_be_kept,
    is_to_be_told,
)
from desktop.core.values import replace

TODAY = date(2026, 11, 22)
ANN, BO = PersonRef(1, "Ann", Stage.MET), PersonRef(2, "Bo")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(("since", "told"), [(-1, False), (0, True), (60, True), (61, False)])
def test_a_report_is_due_from_the_day_itself_for_sixty_days(since: int, told: bool) -> None:
    assert is_to_be_told(OwedReport(ANN, ago(since), BO, 1), TODAY) is told


@pytest.mark.parametrize(("told_on", "due"), [(11, True), (10, False), (9, False)])
def test_a_report_sent_since_the_meeting_is_the_only_one(told_on: int, due: bool) -> None:
    assert is_to_be_told(OwedReport(ANN, ago(10), BO, 1, told_on=ago(told_on)), TODAY) is due


@pytest.mark.parametrize("stage", [Stage.RESTING, Stage.DECLINED])
def test_nothing_is_asked_of_who_is_left_alone(stage: Stage) -> None:
    alone = PersonRef(1, "Ann", stage)
    assert not is_to_be_told(OwedReport(alone, ago(1), BO, 1), TODAY)
    assert not is_to_be_asked_for(Owed(1, alone, False, "a link", ago(1)), TODAY)
    assert days_introducing(Introduction(BO, alone, ago(8)), TODAY) is None


@pytest.mark.parametrize(("due", "kept"), [(-2, False), (-1, True), (0, True), (30, True)])
def test_a_promise_of_mine_comes_up_the_day_before_it_is_due_and_stays(due: int, kept: bool) -> None:
    owed = Owed(1, ANN, True, "a link", ago(due))
    assert is_to_be_kept(owed, TODAY) is kept
    assert not is_to_be_kept(replace(owed, mine=False), TODAY)
    assert not is_to_be_kept(replace(owed, due_on=None), TODAY)


@pytest.mark.parametrize(
    ("due", "asked", "wanted"), [(0, None, False), (1, None, True), (5, 5, True), (5, 4, False), (5, 9, True)]
)
def test_what_they_promised_is_asked_for_once_after_its_day(due: int, asked: int | None, wanted: bool) -> None:
    owed = Owed(1, ANN, False, "a link", ago(due), None if asked is None else ago(asked))
    assert is_to_be_asked_for(owed, TODAY) is wanted
    assert not is_to_be_asked_for(replace(owed, mine=True), TODAY)


@pytest.mark.parametrize(("since", "days"), [(6, None), (7, 7), (60, 60), (61, None)])
def test_an_introduction_is_on_its_way_from_the_seventh_day_to_the_sixtieth(since: int, days: int | None) -> None:
    assert days_introducing(Introduction(BO, ANN, ago(since)), TODAY) == days


@pytest.mark.parametrize(("checked", "days"), [(8, 8), (7, None)])
def test_who_was_asked_since_the_offer_is_not_asked_again(checked: int, days: int | None) -> None:
    assert days_introducing(Introduction(BO, ANN, ago(8), ago(checked)), TODAY) == days


def test_who_is_written_to_needs_no_introduction() -> None:
    assert days_introducing(Introduction(replace(BO, stage=Stage.WRITTEN_TO), ANN, ago(8)), TODAY) is None


def test_a_promise_with_another_day_is_another_occasion() -> None:
    owed = Owed(7, ANN, True, "a link", TODAY)
    assert owed.occasion == "7:2026-11-22"
    assert replace(owed, due_on=None).occasion == "7:"
