"""Every code has a word of its own, and what people wrote stays as they wrote it."""

from collections.abc import Callable
from enum import StrEnum

import pytest

from desktop.core.contact import MayUseName, NextStep, Source, Stage
from desktop.core.direction import DirectionKind, Verdict
from desktop.core.learning import LearningKind
from desktop.core.meeting import Priority
from desktop.core.meeting_line import MeetingState, Way
from desktop.core.message import Answer, Channel, MessageKind, MessageState, RequestSituation
from desktop.core.organisation import Subject
from desktop.core.question import Topic
from desktop.core.settings import Paper, ThemeChoice
from desktop.ui import words


@pytest.mark.parametrize(
    ("codes", "word"),
    [
        (Stage, words.stage),
        (NextStep, words.next_step_label),
        (Source, words.source),
        (MayUseName, words.may_use_name),
        (DirectionKind, words.direction_kind),
        (Verdict, words.verdict),
        (Way, words.way),
        (MeetingState, words.meeting_state),
        (Priority, words.priority),
        (Subject, words.subject),
        (LearningKind, words.learning_kind),
        (Paper, words.paper),
        (ThemeChoice, words.theme),
        (MessageKind, words.message_kind),
        (RequestSituation, words.situation),
        (Channel, words.channel),
        (MessageState, words.message_state),
        (Answer, words.answer),
    ],
)
def test_every_code_has_a_word_of_its_own(codes: type[StrEnum], word: Callable[[StrEnum], str]) -> None:
    said = [word(code) for code in codes]
    assert all(said)
    assert len(set(said)) == len(said)
    assert not set(said) & set(codes)


def test_nothing_said_is_an_empty_word() -> None:
    assert (words.source(None), words.verdict(None), words.comfort(None)) == ("", "", "")


def test_comfort_has_five_words() -> None:
    assert len({words.comfort(level) for level in range(1, 6)}) == 5


def test_what_people_wrote_stays_as_written() -> None:
    assert words.detail_label("work") == "work"
    assert words.detail_label("summer house") == "summer house"
    assert words.topic(Topic("mine", "Typical Tuesdays", core=False, own=True)) == "Typical Tuesdays"
