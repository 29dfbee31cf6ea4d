"""The steps that come of meetings, each rank in its order."""

from datetime import date, timedelta

from desktop.core.contact import Stage
from desktop.core.keep_in_touch_group import KeepInTouchRule
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, OwedReport, PersonRef, ToTry
from desktop.core.today.after_meeting_steps import checked_in, kept_in_touch, promised, report_steps, tried
from desktop.core.today.keep_in_touch import KeepInTouchTiming
from desktop.core.today.values import Step, StepKind

TODAY = date(2026, 11, 22)
ANN, BO, CY, DI = (PersonRef(number, name, Stage.MET) for number, name in enumerate(("Ann", "Bo", "Cy", "Di"), 1))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def ids(steps: list[Step]) -> list[int]:
    return [step.contact_id for step in steps]


def test_the_nearest_are_told_first_and_of_these_the_latest_meeting() -> None:
    reports = [OwedReport(ANN, ago(9), CY, 2), OwedReport(BO, ago(9), CY, 1), OwedReport(DI, ago(2), CY, 1)]
    assert ids(report_steps(reports, TODAY, 1, 2)) == [4, 2, 1]
    assert ids(report_steps(reports, TODAY, 2, 9)) == [1]
    assert ids(report_steps(reports, TODAY, 0, 0)) == []


def test_nobody_is_told_of_themselves_and_a_decision_is_told_to_anyone() -> None:
    assert report_steps([OwedReport(ANN, TODAY, ANN, 1)], TODAY, 1, 1) == []
    (step,) = report_steps([OwedReport(ANN, TODAY, direction_id=1, direction="Water")], TODAY, 0, 0)
    assert step.kind is StepKind.TELL_DECISION


def test_promises_stand_by_their_day_those_without_one_last() -> None:
    owed = [Owed(1, ANN, True, "x"), Owed(2, BO, False, "y", ago(1)), Owed(3, CY, True, "z", ago(2))]
    assert [(step.kind, step.contact_id) for step in promised(owed)] == [
        (StepKind.KEEP_PROMISE, 3),
        (StepKind.ASK_FOR_PROMISED, 2),
        (StepKind.KEEP_PROMISE, 1),
    ]


def test_an_introduction_presses_from_the_tenth_day_on() -> None:
    given = [Introduction(PersonRef(10 + days, "New"), PersonRef(days, "By"), ago(days)) for days in (6, 7, 9, 10, 11)]
    assert ids(checked_in(given, TODAY, pressing=True)) == [11, 10]
    assert ids(checked_in(given, TODAY, pressing=False)) == [9, 7]


def test_keeping_in_touch_begins_with_whose_ideal_day_came_first_and_leaves_out_who_was_not_met() -> None:
    rule = KeepInTouchRule(10, 20)
    found = PersonRef(9, "Flo", Stage.FOUND)
    people = [
        InTouch(ANN, ago(21), rule),
        InTouch(BO, ago(25), rule),
        InTouch(CY, ago(15), rule),
        InTouch(found, ago(25)),
    ]
    assert ids(kept_in_touch(people, TODAY, KeepInTouchTiming.DUE)) == [2, 1]
    assert ids(kept_in_touch(people, TODAY, KeepInTouchTiming.POSSIBLE)) == [3]


def test_what_was_to_be_tried_comes_on_its_day_the_earliest_first() -> None:
    entries = [ToTry(1, "a", TODAY), ToTry(2, "b", ago(3)), ToTry(3, "c", ago(-1))]
    assert [step.key for step in tried(entries, TODAY)] == [f"see_what_came:2:{ago(3)}", f"see_what_came:1:{TODAY}"]
