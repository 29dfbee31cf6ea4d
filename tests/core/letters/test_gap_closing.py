"""A gap is closed letter by letter as it is typed, wherever it stands; the user's own words stay."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.letters.gap_closing import Closing, close_gaps

PROMPTS = {"purpose": "what you would like to learn", "my_name": "your name"}
TEXT = "Hi. I want to learn [what you would like to learn]. It matters to me. [your name]"
words = st.text(alphabet="ab hi.\u05d0\U0001f600", min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


def typed(text: str, slot: str, value: str, closing: Closing) -> Closing:
    """Type a value with a pause after every letter."""
    for length in range(1, len(value) + 1):
        closing = close_gaps(closing, closing.text if closing.text else text, PROMPTS, {slot: value[:length]})
    return closing


def test_the_first_letter_does_not_shut_out_the_next() -> None:
    assert typed(TEXT, "purpose", "how you plan", Closing()).text == TEXT.replace(
        "[what you would like to learn]", "how you plan"
    )


@given(words, words)
def test_letter_by_letter_is_the_same_as_at_once(purpose: str, name: str) -> None:
    step = Closing(TEXT)
    values: dict[str, str] = {}
    for slot, value in (("purpose", purpose), ("my_name", name), ("purpose", name), ("my_name", purpose)):
        for length in range(1, len(value) + 1):
            values[slot] = value[:length]
            step = close_gaps(step, step.text, PROMPTS, values)
    assert step.text == close_gaps(Closing(), TEXT, PROMPTS, {"purpose": name, "my_name": purpose}).text


def test_a_value_taken_away_leaves_its_gap_again() -> None:
    closing = close_gaps(Closing(), TEXT, PROMPTS, {"my_name": "Leonie"})
    assert close_gaps(closing, closing.text, PROMPTS, {"my_name": ""}).text == TEXT


def test_what_the_user_has_changed_since_is_their_own() -> None:
    closing = close_gaps(Closing(), TEXT, PROMPTS, {"my_name": "Leonie"})
    changed = closing.text.replace("Leonie", "Leo")
    assert close_gaps(closing, changed, PROMPTS, {"my_name": "Leonie F"}).text == changed


def test_a_gap_that_stands_twice_is_closed_twice() -> None:
    assert close_gaps(Closing(), "[your name] [your name]", PROMPTS, {"my_name": "Leo"}).text == "Leo Leo"
