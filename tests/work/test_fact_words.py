"""The words of the steps that come of a meeting."""

from datetime import date, timedelta

import pytest

from desktop.cli.wording import TodayInWords
from desktop.core.contact import Stage
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, OwedReport, PersonRef, ToTry
from desktop.core.today.values import AfterMeetingFact
from desktop.work.fact_words import about, shortened

WORDS = TodayInWords()

TODAY = date(2026, 11, 24)
ANN, BO = PersonRef(1, "Ann", Stage.THANKED), PersonRef(2, "Bo", Stage.MET)


@pytest.mark.parametrize(
    ("fact", "title", "reason"),
    [
        (
            OwedReport(ANN, TODAY - timedelta(days=3), BO, 1),
            "Tell Ann that you met Bo",
            "They gave you that name, and you talked 3 days ago.",
        ),
        (
            OwedReport(ANN, TODAY, BO, 2),
            "Tell Ann how it went on",
            "What they began led you to Bo, whom you met today.",
        ),
        (
            OwedReport(ANN, TODAY - timedelta(days=1), direction="Water"),
            "Tell Ann what you decided",
            "Water: decided yesterday.",
        ),
        (Owed(1, ANN, True, "a book"), "You promised Ann: a book", "You set no day for it."),
        (Owed(1, ANN, True, "a book", TODAY), "You promised Ann: a book", "You said: by today."),
        (Owed(1, ANN, True, "a book", TODAY + timedelta(days=1)), "You promised Ann: a book", "You said: by tomorrow."),
        (
            Owed(1, ANN, True, "a book", TODAY - timedelta(days=2)),
            "You promised Ann: a book",
            "The day you said was 2 days ago.",
        ),
        (
            Owed(1, ANN, False, "a book", TODAY),
            "Ask Ann kindly: a book",
            "They promised it, and it may have slipped their mind.",
        ),
        (
            Introduction(BO, ANN, TODAY - timedelta(days=10)),
            "Check in with Ann about Bo",
            "They offered to introduce you 10 days ago. One line is enough.",
        ),
        (
            InTouch(ANN, TODAY - timedelta(days=30)),
            "Keep in touch with Ann",
            "You were last in touch 30 days ago.",
        ),
        (
            InTouch(ANN, TODAY, cares_about="Rivers"),
            "Keep in touch with Ann",
            "They would like to hear of: Rivers",
        ),
        (ToTry(1, "ask twice", TODAY), "You wanted to try: ask twice", "What came of it? One line is enough."),
    ],
)
def test_each_says_what_and_why(fact: AfterMeetingFact, title: str, reason: str) -> None:
    said = about(fact, TODAY, WORDS)
    assert (said.title, said.reason) == (title, reason)
    assert said.button


def test_a_long_text_is_cut_to_one_line_that_is_not_too_long() -> None:
    assert shortened("the article\non wells") == "the article on wells"
    assert len(shortened("x" * 500).strip("\u2068\u2069")) == 120
    assert shortened("x" * 120) == "x" * 120
