"""Reasons to write again: what came of advice, what they care about, what can be given back; never what was said."""

from datetime import date

from desktop.core.contact import Contact
from desktop.core.learning import LearningEntry
from desktop.core.letters.letter_values import as_news
from desktop.core.letters.reason_to_write import Reason, ReasonKind, reasons
from desktop.core.promise import Promise
from desktop.formats.letters import read_wording
from desktop.places import resources


def test_advice_comes_first_then_what_they_care_about_then_what_i_can_give() -> None:
    contact = Contact(cares_about="Rivers", give_back="A translation")
    entries = [LearningEntry(came_of_it="It worked"), LearningEntry(applied="A log\nof readings", learned="secret")]
    assert reasons(contact, entries) == (
        Reason(ReasonKind.ADVICE, "It worked"),
        Reason(ReasonKind.ADVICE, "A log of readings"),
        Reason(ReasonKind.CARES_ABOUT, "Rivers"),
        Reason(ReasonKind.GIVE_BACK, "A translation"),
    )


def test_what_is_owed_comes_before_everything_and_what_is_done_is_no_reason() -> None:
    promises = [
        Promise(text="Later", due_on=date(2026, 12, 9)),
        Promise(text="First", mine=False, due_on=date(2026, 12, 1)),
        Promise(text="Done", done_on=date(2026, 11, 1)),
    ]
    found = reasons(Contact(cares_about="Rivers"), [], promises, ["Ben Ito"])
    assert found == (
        Reason(ReasonKind.THEY_PROMISED, "First"),
        Reason(ReasonKind.PROMISED, "Later"),
        Reason(ReasonKind.INTRODUCING, "Ben Ito"),
        Reason(ReasonKind.CARES_ABOUT, "Rivers"),
    )


def test_nothing_known_is_no_reason_and_what_was_said_is_none() -> None:
    assert reasons(Contact(cares_about=" "), [LearningEntry(learned="secret", believed="x", will_try="y")]) == ()


def test_the_same_advice_is_offered_once_and_three_at_most() -> None:
    entries = [LearningEntry(applied=text) for text in ("a", "a", "b", "c", "d")]
    assert [each.text for each in reasons(Contact(), entries)] == ["a", "b", "c"]


def test_each_reason_is_a_sentence_of_a_letter() -> None:
    wording = read_wording(resources() / "letters")
    for kind in ReasonKind:
        said = as_news(Reason(kind, "the {name} of it"), wording)
        assert "the {name} of it" in said
        assert said.endswith(".")
