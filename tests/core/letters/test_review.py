"""The checker of written requests: the drafts of `fixtures/requests` with their remarks, places, limits, any text."""

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.contact import Contact, Detail, MayUseName
from desktop.core.letters.letter import LetterMaterial
from desktop.core.letters.review import Limits, Remark, RemarkCode, demanded, limits_for, review
from desktop.core.message import MessageKind, RequestSituation
from desktop.core.profile import Profile
from desktop.formats.review_words import read_review_words
from desktop.places import resources

FOLDER = Path(__file__).parents[2] / "fixtures" / "requests"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
WORDS = read_review_words(resources() / "review")
GOOD = (FOLDER / "good-01-plain.txt").read_text(encoding="utf-8")


def judged(text: str, **more: Any) -> set[str]:
    return {remark.code.value for remark in review(text, WORDS, **more)}


def only(text: str, code: RemarkCode) -> Remark:
    (remark,) = [remark for remark in review(text, WORDS) if remark.code is code]
    return remark


def kind_of(name: str) -> tuple[MessageKind, RequestSituation | None]:
    written_as = EXPECTED[name].get("as", "first_request")
    if written_as == RequestSituation.LINKEDIN_NOTE:
        return MessageKind.FIRST_REQUEST, RequestSituation.LINKEDIN_NOTE
    return MessageKind(written_as), None


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_draft_gets_exactly_the_remarks_expected_of_it(name: str) -> None:
    kind, situation = kind_of(name)
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert judged(text, kind=kind, situation=situation) == set(EXPECTED[name]["codes"])


def test_there_are_enough_drafts_good_and_faulty_and_every_code_of_the_design_is_among_them() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(EXPECTED)
    assert len(EXPECTED) >= 60
    assert len([name for name in EXPECTED if not EXPECTED[name]["codes"]]) >= 25
    met = {code for entry in EXPECTED.values() for code in entry["codes"]}
    assert met == {code.value for code in RemarkCode} - {RemarkCode.REFERRER_NAME.value}


@pytest.mark.parametrize(
    "denial",
    [
        "I am not asking for a job.",
        "I’m not looking for a position.",
        "This is not a job application.",
        "There is no need for a résumé to be attached.",
        "I have not attached my CV.",
        "My CV is on request.",
        "I can attach a résumé if you like.",
        "I'm attaching nothing.",
        "I am asking for your experience rather than a job in your company.",
        "I lost my job in May.",
        "I would never call you a genius.",
    ],
)
def test_what_is_denied_or_only_mentioned_is_no_fault(denial: str) -> None:
    assert judged(GOOD.replace("I am not asking for a job.", denial)) == set()


@pytest.mark.parametrize(
    ("added", "code"),
    [
        ("I am not asking for a job, but are you hiring?", "asks-for-job"),
        ("I'm not sure whether you have any openings.", "asks-for-job"),
        ("Please find my re\u0301sume\u0301 attached.", "resume-attached"),
        ("PLEASE FIND MY RÉSUMÉ ATTACHED.", "resume-attached"),
        ("You are an inspiration.", "flattery"),
        ("I hope {purpose} suits you.", "gap"),
        ("I hope [day] suits you.", "gap"),
    ],
)
def test_a_fault_is_found_however_it_is_dressed(added: str, code: str) -> None:
    assert judged(GOOD.replace("I am not asking for a job.", added)) == {code}


def test_a_fault_is_shown_where_it_stands() -> None:
    text = GOOD.replace("I am not asking for a job.", "My CV is attached.")
    remark = only(text, RemarkCode.RESUME_ATTACHED)
    assert text[remark.start : remark.end] == "CV is attached"
    assert remark.line == text[: remark.start].count("\n") + 1 == 9


def test_places_are_right_after_letters_that_grow_or_shrink_in_lower_case() -> None:
    text = "İİİ ß é e\u0301 𝔸 🙂\n" + GOOD.replace("I am not asking for a job.", "My CV is attached.")
    remark = only(text, RemarkCode.RESUME_ATTACHED)
    assert text[remark.start : remark.end] == "CV is attached"


def test_a_missing_thing_is_shown_where_it_would_fit() -> None:
    text = "Dear Ann,\n\nCould we talk?\n\nBest,\nBo Vik\n"
    lines = {remark.code: (remark.line, remark.start) for remark in review(text, WORDS)}
    assert lines[RemarkCode.MISSING_BACKGROUND] == (3, text.index("Could"))
    assert lines[RemarkCode.MISSING_LENGTH] == (3, text.index("?") + 1)
    assert lines[RemarkCode.MISSING_CONTACT_DETAILS] == (6, len(text) - 1)


def test_an_empty_text_misses_everything_and_points_at_the_first_line() -> None:
    remarks = review("", WORDS)
    assert tuple(remark.code for remark in remarks) == demanded(MessageKind.FIRST_REQUEST)
    assert {(remark.line, remark.start, remark.end) for remark in remarks} == {(1, 0, 0)}


def test_every_remark_says_why_in_a_sentence_without_shouting() -> None:
    whys = [
        remark.why
        for name in EXPECTED
        for remark in review((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), WORDS)
    ]
    assert whys
    assert all(why.endswith(".") and "!" not in why and "{" not in why and len(why) < 120 for why in whys)
    assert set(WORDS.why) >= {code.value for code in RemarkCode}


def test_the_target_of_words_counts_the_letter_and_not_its_header_lines() -> None:
    letter = " ".join(["word"] * 150)
    assert "too-long" not in judged(letter)
    assert "too-long" not in judged(f"To: ann@example.org\nSubject: one two three\n\n{letter}")
    text = f"{letter} beyond"
    remark = only(text, RemarkCode.TOO_LONG)
    assert text[remark.start : remark.end] == "beyond"
    assert "150" in remark.why
    assert "151" in remark.why


def test_a_note_counts_characters_and_the_limit_is_a_setting() -> None:
    note = RequestSituation.LINKEDIN_NOTE
    assert limits_for(note) == Limits(words=None, characters=200)
    assert "too-long" in judged("x" * 201, situation=note)
    assert "too-long" not in judged("x" * 200 + "\n", situation=note)
    assert "too-long" not in judged("x" * 201, situation=note, limits=limits_for(note, 300))


def test_what_only_the_material_knows_is_used() -> None:
    text = GOOD.replace("mara.lind@example.org · +32 470 55 01 02", "")
    theirs = Contact(emails=(Detail("amaka@example.org"),), phones=(Detail("+32 470 11 22 33"),))
    mine = LetterMaterial(profile=Profile(name="Mara Lind"), contact=theirs)
    asked = text.replace("whichever is", "at amaka@example.org or 0032 470 11 22 33, whichever is")
    assert "missing-contact-details" not in judged(asked)
    assert "missing-contact-details" in judged(asked.replace("0032", "+32"), material=mine)
    assert "missing-who" in judged("i like mara lind", material=LetterMaterial(profile=Profile(name="Ann Lee")))
    assert "missing-who" not in judged("i like mara lind", material=mine)


@pytest.mark.parametrize(("may", "found"), [(MayUseName.YES, 0), (MayUseName.ASK, 1), (MayUseName.NO, 1)])
def test_a_referrer_who_has_not_agreed_is_noticed_wherever_the_name_stands(may: MayUseName, found: int) -> None:
    material = LetterMaterial(referrer="Ana Ruiz", contact=Contact(may_use_name=may))
    remarks = review(GOOD + "\nana\nruiz told me.", WORDS, material=material)
    named = [remark for remark in remarks if remark.code is RemarkCode.REFERRER_NAME]
    assert len(named) == found
    assert all(("Ask first" in remark.why) is (may is MayUseName.ASK) for remark in named)


def test_later_messages_may_praise_and_are_only_looked_at_for_gaps_and_length() -> None:
    text = "You are an inspiration. Thank you for the job opening. [name]"
    assert judged(text, kind=MessageKind.THANK_YOU) == {"gap"}


def test_it_keeps_up_with_typing() -> None:
    text = (FOLDER / "bad-18-too-long.txt").read_text(encoding="utf-8")
    assert len(text.split()) > 200
    best = min(_seconds(text) for _ in range(20))
    assert best < 0.02  # 1.3 ms where nothing else runs; a slow machine at work gets more


@pytest.mark.parametrize(
    "unit", ["a", "1", " ", "\n", "[", "{", "_", ".", "@", "a.", "i am a, ", "not ", "your amazing ", "\u0301"]
)
def test_ten_thousand_hostile_letters_take_no_longer_than_a_blink(unit: str) -> None:
    assert _seconds((unit * 10_000)[:10_000]) < 1.5  # quadratic patterns took 2 to 12 s


def _seconds(text: str) -> float:
    begin = process_time()
    review(text, WORDS)
    return process_time() - begin


SNIPPETS = [
    "Dear ",
    "I am ",
    "my name is ",
    "\n\n",
    "?",
    "[",
    "]",
    "{",
    "}",
    "<",
    "20 minutes",
    "not ",
    " but ",
    "CV attached",
    "@",
    "İ",
    "\u0301",
    "\ud800",
]


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from(SNIPPETS)).map("".join)),
    st.sampled_from(MessageKind),
    st.sampled_from([None, *RequestSituation]),
)
def test_no_text_stops_it_and_every_place_lies_in_the_text(
    text: str, kind: MessageKind, situation: RequestSituation | None
) -> None:
    remarks = review(text, WORDS, kind, situation, Limits(words=3, characters=10))
    for remark in remarks:
        assert 0 <= remark.start <= remark.end <= len(text)
        assert remark.line == text.count("\n", 0, remark.start) + 1
    assert [remark.start for remark in remarks] == sorted(remark.start for remark in remarks)
