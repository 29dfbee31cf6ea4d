"""Own templates: a letter that was written gives its fields back, and no unknown field passes unseen."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import Contact, Source
from desktop.core.letters.letter import LetterMaterial, Template, fill_template
from desktop.core.letters.letter_values import values
from desktop.core.letters.own_letter import FIELDS, made_own, unknown_fields, unmatched_braces, with_fields
from desktop.core.message import MessageKind
from desktop.core.profile import Profile
from desktop.core.values import replace
from desktop.formats.letters import read_letters, read_wording
from desktop.places import resources

WORDING = read_wording(resources() / "letters")
MATERIAL = LetterMaterial(
    profile=Profile(
        name="Leonie Fischer", background="I teach chemistry.", email="leonie@example.org", phone="+49 30 1"
    ),
    contact=Contact(name="Amara Okafor", organisation="City Waterworks", source=Source.CONFERENCE),
    purpose="how a week in a laboratory goes",
)
KNOWN = values(MATERIAL, WORDING)


def test_every_field_is_one_that_letters_fill() -> None:
    assert set(FIELDS) <= set(KNOWN)
    assert len(set(FIELDS)) == len(FIELDS)


def test_a_letter_filled_and_kept_fills_the_same_way_again() -> None:
    for template in read_letters(resources() / "letters"):
        made = fill_template(template, KNOWN, WORDING.prompts)
        letter = made_own(
            type(template)("", template.kind, template.tone, made.subject, made.text, forward=made.forward),
            KNOWN,
            WORDING,
        )
        again = fill_template(letter, KNOWN, WORDING.prompts)
        assert (again.subject, again.text, again.forward) == (made.subject, made.text, made.forward)
        assert unknown_fields(letter.subject, letter.body, letter.forward) == ()
        assert letter.own


def test_values_become_fields_and_other_words_stay() -> None:
    text = "Dear Amara Okafor,\n\nI am Leonie Fischer. 20 minutes at City Waterworks?\n\nleonie@example.org\n+49 30 1"
    assert with_fields(text, KNOWN, WORDING) == (
        "Dear {name},\n\nI am {my_name}. 20 minutes at {organisation}?\n\n{reach}"
    )


def test_an_open_gap_becomes_its_field_again() -> None:
    assert with_fields("At [place, number or link].", {}, WORDING) == "At {where}."


def test_a_value_within_a_longer_word_is_no_field() -> None:
    assert with_fields("Annabel and Anna", {"name": "Anna"}, WORDING) == "Annabel and {name}"


def test_a_field_that_is_none_is_found_once_as_it_was_written() -> None:
    assert unknown_fields("{name} {nmae}", "{?{foo}, {nmae}|{name}?} {First name}") == ("nmae", "foo", "First name")
    assert unknown_fields("{?Thank you, {name}. ?}") == ()


def test_a_brace_that_stands_alone_is_found() -> None:
    assert unmatched_braces("Dear {name")
    assert unmatched_braces("", "name}")
    assert not unmatched_braces("{?{name}?} and {my_name}")


@given(st.text(alphabet="ab {}?|[]\n\u05d0", max_size=60), st.text(min_size=1, max_size=8))
def test_whatever_was_written_nothing_but_values_changes(text: str, value: str) -> None:
    known = {"name": value.strip()}
    back = with_fields(text, known, WORDING)
    assert back.replace("{name}", known["name"]) == text.replace("{name}", known["name"])
    unknown_fields(text)
    unmatched_braces(text)


def test_an_own_template_keeps_kind_and_name() -> None:
    template = read_letters(resources() / "letters")[0]
    own = made_own(template, KNOWN, WORDING)
    assert (own.kind, own.tone) == (MessageKind.FIRST_REQUEST, template.tone)


def test_pronouns_fill_their_field_and_stay_words_in_a_letter_made_a_template() -> None:
    known = values(replace(MATERIAL, contact=Contact(name="Amara Okafor", pronouns="she")), WORDING)
    template = Template("", MessageKind.NUDGE, "", "", "{name}{? ({pronouns})?} and she")
    letter = fill_template(template, known, WORDING.prompts).text
    assert letter == "Amara Okafor (she) and she"
    assert with_fields(letter, known, WORDING) == "{name} (she) and she"
