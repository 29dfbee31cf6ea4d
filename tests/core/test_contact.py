"""Where a contact stands, and what comes next."""

from datetime import UTC, datetime

import pytest

from desktop.core.contact import STAGES_IN_ORDER, NextStep, Source, Stage, at_least, next_step

SOON = datetime(2026, 11, 26, 9, tzinfo=UTC)
OFF_THE_WAY = set(Stage) - set(STAGES_IN_ORDER)


def test_the_codes_are_those_that_are_promised_to_scripts() -> None:
    assert " ".join(Stage) == "found written_to replied agreed met thanked in_touch declined no_answer resting"


def test_there_is_a_source_for_everything_the_guides_name() -> None:
    assert len(Source) == 12


@pytest.mark.parametrize("stage", STAGES_IN_ORDER)
@pytest.mark.parametrize("reached", STAGES_IN_ORDER)
def test_the_later_of_two_stages_counts(stage: Stage, reached: Stage) -> None:
    later = at_least(stage, reached)
    assert later in (stage, reached)
    assert STAGES_IN_ORDER.index(later) == max(STAGES_IN_ORDER.index(stage), STAGES_IN_ORDER.index(reached))


@pytest.mark.parametrize("stage", sorted(OFF_THE_WAY))
def test_who_had_left_the_way_comes_back_to_what_was_reached(stage: Stage) -> None:
    assert at_least(stage, Stage.REPLIED) is Stage.REPLIED


@pytest.mark.parametrize("stage", Stage)
def test_a_write_up_that_waits_comes_first_then_the_meeting_ahead(stage: Stage) -> None:
    assert next_step(stage, SOON, True) is NextStep.WRITE_UP
    assert next_step(stage, None, True) is NextStep.WRITE_UP
    assert next_step(stage, SOON, False) is NextStep.PREPARE


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        (Stage.FOUND, NextStep.WRITE_REQUEST),
        (Stage.WRITTEN_TO, NextStep.AWAIT_ANSWER),
        (Stage.REPLIED, NextStep.AGREE_TIME),
        (Stage.AGREED, NextStep.AGREE_TIME),
        (Stage.MET, NextStep.THANK),
        (Stage.THANKED, NextStep.KEEP_IN_TOUCH),
        (Stage.IN_TOUCH, NextStep.KEEP_IN_TOUCH),
        *((stage, NextStep.NONE) for stage in sorted(OFF_THE_WAY)),
    ],
)
def test_otherwise_the_stage_says_what_comes_next(stage: Stage, step: NextStep) -> None:
    assert next_step(stage, None, False) is step
