"""Letters from templates: slots, sentences that vanish, gaps, whose name may stand there, how a purpose is worded."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.letters.letter import Draft, Template, fill_template
from desktop.core.message import MessageKind
from desktop.formats.letters import read_wording
from desktop.places import resources

WORDING = read_wording(resources() / "letters")
PROMPTS = {"name": "their name", "purpose": "what you would like to learn"}


def filled(body: str, **known: str) -> Draft:
    return fill_template(Template("t", MessageKind.FIRST_REQUEST, "plain", body, body, forward=body), known, PROMPTS)


def test_a_slot_takes_its_value() -> None:
    assert filled("Dear {name}, hello.", name="Ann").text == "Dear Ann, hello."


def test_an_empty_slot_shows_as_a_gap_whose_place_is_known() -> None:
    made = filled("Dear {name}, tell me {purpose}.", name=" ")
    assert made.text == "Dear [their name], tell me [what you would like to learn]."
    assert [made.text[gap.start : gap.end] for gap in made.gaps] == ["[their name]", "[what you would like to learn]"]
    assert [(gap.field, gap.prompt) for gap in made.gaps] == list(PROMPTS.items())
    assert not made.finished


def test_a_subject_never_has_a_gap() -> None:
    assert filled("A question for {name}").subject == "A question for"


def test_a_sentence_without_its_value_disappears_and_leaves_no_hole() -> None:
    body = "One. {?I saw {talk}. ?}Two.\n\n{?{private}?}\n\nThree {?by {way} ?}."
    assert filled(body).text == "One. Two.\n\nThree ."
    assert filled(body, talk="it").text == "One. I saw it. Two.\n\nThree ."


def test_the_first_wording_that_is_known_is_taken_and_the_last_shows_its_gap() -> None:
    body = "{?{name} of {place}|{name}?}"
    assert filled(body, name="Ann", place="Ghent").text == "Ann of Ghent"
    assert filled(body, name="Ann").text == "Ann"
    assert filled(body, place="Ghent").text == "[their name]"
    assert filled("{?{name}|?}").text == ""


def test_what_was_typed_is_never_read_as_a_template() -> None:
    made = filled("Dear {name}.", name="{purpose} {?x|y?} [z]")
    assert made.text == "Dear {purpose} {?x|y?} [z]."
    assert made.gaps == ()


def test_an_unknown_slot_of_an_own_template_is_a_gap_under_its_own_name() -> None:
    assert filled("In {favourite_town}").text == "In [favourite town]"


@given(st.text(alphabet="{}?|[] \nab_é\ue0f0\ue0f1\x00"))
def test_no_template_however_broken_leaves_a_slot_or_stops(body: str) -> None:
    made = filled(body)
    assert "{?" not in made.text
    assert "{a}" not in made.text
    assert all(made.text[gap.start : gap.end] == f"[{gap.prompt}]" for gap in made.gaps)
