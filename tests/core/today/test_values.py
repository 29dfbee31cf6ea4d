"""The lasting name of a step, and whom it concerns."""

from datetime import date

import pytest

from desktop.core.contact import ContactLine, Stage
from desktop.core.meeting_line import MeetingLine, MeetingState, Way
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, OwedReport, PersonRef, ToTry
from desktop.core.today.follow_up import FollowUp, FollowUpKind, FollowUpReason
from desktop.core.today.values import Step, StepKind

DAY = date(2026, 11, 22)
ANN, BO = PersonRef(1, "Ann"), PersonRef(2, "Bo")
CY = ContactLine(3, "Cy", "", "", Stage.FOUND, None, None, None, False)
MEETING = MeetingLine(12, 4, "Di", "", MeetingState.PLANNED, None, "", Way.PHONE, 20, "", 0, 0)
DUE = FollowUp(FollowUpKind.NUDGE, DAY, FollowUpReason.INTERVAL, FollowUpKind.NUDGE, DAY)


@pytest.mark.parametrize(
    ("step", "key", "contact_id"),
    [
        (Step(StepKind.WRITE_UP, MEETING), "write_up:12", 4),
        (Step(StepKind.BEGIN_WITH, contact=CY), "begin_with:3", 3),
        (Step(StepKind.NUDGE, contact=CY, follow_up=DUE), "nudge:3:2026-11-22", 3),
        (Step(StepKind.AGREE_TIME, contact=CY, since=DAY), "agree_time:3:2026-11-22", 3),
        (Step(StepKind.KEEP_PROMISE, fact=Owed(7, ANN, True, "x", DAY)), "keep_promise:7:2026-11-22", 1),
        (Step(StepKind.CHECK_IN, fact=Introduction(ANN, BO, DAY)), "check_in:1:2026-11-22", 2),
        (Step(StepKind.KEEP_IN_TOUCH, fact=InTouch(ANN, DAY)), "keep_in_touch:1:2026-11-22", 1),
        (Step(StepKind.SEE_WHAT_CAME, fact=ToTry(5, "x", DAY)), "see_what_came:5:2026-11-22", 0),
    ],
)
def test_a_step_is_named_by_what_it_concerns_and_its_occasion(step: Step, key: str, contact_id: int) -> None:
    assert (step.key, step.contact_id) == (key, contact_id)


def test_a_report_goes_to_whom_it_is_told() -> None:
    assert Step(StepKind.TELL_REFERRER, fact=OwedReport(BO, DAY, ANN, 1)).contact_id == 2
