"""The shipped letters: complete in kinds and tones, short, without gaps where all is known, good by our own checker."""

import re
from pathlib import Path

import pytest

from desktop.core.contact import Contact, MayUseName, Source
from desktop.core.direction import Direction
from desktop.core.letters.letter import LetterMaterial, Template
from desktop.core.letters.letter_values import draft, values
from desktop.core.letters.review import RemarkCode, review
from desktop.core.meeting import Meeting
from desktop.core.meeting_line import Way
from desktop.core.message import MessageKind, RequestSituation
from desktop.core.profile import Profile
from desktop.core.values import replace
from desktop.formats.letters import read_letters, read_wording
from desktop.formats.review_words import read_review_words
from desktop.places import resources

FOLDER = resources() / "letters"
LETTERS = read_letters(FOLDER)
WORDING = read_wording(FOLDER)
WORDS = read_review_words(resources() / "review")
TONES = ("plain", "warm", "formal")
NOTES = [letter for letter in LETTERS if letter.situation is RequestSituation.LINKEDIN_NOTE]
REQUESTS = [letter for letter in LETTERS if letter.kind is MessageKind.FIRST_REQUEST and letter not in NOTES]

KNOWN = LetterMaterial(
    profile=Profile(
        name="Mara Lind",
        headline="bookseller learning statistics",
        background="I have run a bookshop in Ghent for nine years and take an evening course in statistics.",
        email="mara.lind@example.org",
        phone="+32 470 55 01 02",
    ),
    contact=Contact(
        name="Amaka Okafor",
        source=Source.CONFERENCE,
        source_detail="the Ghent water conference",
        may_use_name=MayUseName.YES,
    ),
    referrer="Ana Ruiz",
    direction=Direction(name="hydrology"),
    purpose="How flood maps are checked against memory",
    specific="your talk on old maps",
    windows=("Tuesday 3 June, 10:00 to 12:00", "Thursday 5 June after 14:00"),
    meeting=Meeting(way=Way.VIDEO, dial_in="https://example.org/room"),
    when="Tuesday 3 June at 10:00",
    introduce_to="someone who draws flood maps",
    learned="walking the river before opening the map",
    will_do="walk the Leie this Saturday",
    met="Piet Haan",
    news="I have finished my course.",
    earlier="on 20 May",
)
# As little as a letter can be finished with, and as much as it can hold.
SPARSE = replace(
    KNOWN,
    specific="",
    windows=(),
    direction=None,
    referrer="",
    contact=replace(KNOWN.contact, may_use_name=MayUseName.NO),
)
MATERIALS = {
    "all known": KNOWN,
    "private": replace(KNOWN, private_search=True),
    "sparse": SPARSE,
    "no background": replace(SPARSE, profile=replace(KNOWN.profile, background="")),
    "no headline": replace(KNOWN, profile=replace(KNOWN.profile, headline="")),
    "purpose as a question": replace(KNOWN, purpose="How do you check flood maps?"),
    "purpose as a topic": replace(KNOWN, purpose="Flood maps and memory"),
}


def by_key(letters: list[Template]) -> list[object]:
    return [pytest.param(letter, id=letter.key) for letter in letters]


def test_every_kind_and_every_situation_has_three_tones() -> None:
    found = [(letter.kind, letter.situation, letter.tone) for letter in LETTERS]
    wanted: list[tuple[MessageKind, RequestSituation | None, str]] = [
        (MessageKind.FIRST_REQUEST, situation, tone) for situation in RequestSituation for tone in TONES
    ]
    wanted += [(kind, None, tone) for kind in MessageKind if kind is not MessageKind.FIRST_REQUEST for tone in TONES]
    assert sorted(map(str, found)) == sorted(map(str, wanted))


@pytest.mark.parametrize("material", MATERIALS.values(), ids=MATERIALS)
@pytest.mark.parametrize("letter", by_key(REQUESTS))
def test_a_finished_first_request_pleases_our_own_checker(letter: Template, material: LetterMaterial) -> None:
    made = draft(letter, material, WORDING)
    assert made.finished
    assert review(made.text, WORDS, letter.kind, letter.situation) == ()
    assert 55 <= len(made.text.split()) <= 150


@pytest.mark.parametrize("letter", by_key(NOTES))
def test_a_note_fits_into_two_hundred_characters_on_one_line(letter: Template) -> None:
    for material in (KNOWN, replace(KNOWN, specific=""), replace(KNOWN, specific="", private_search=True)):
        made = draft(letter, material, WORDING)
        assert review(made.text, WORDS, letter.kind, letter.situation) == ()
        assert len(made.text) <= 200
        assert "\n" not in made.text


@pytest.mark.parametrize("letter", by_key(list(LETTERS)))
def test_with_everything_known_no_letter_has_a_gap_or_a_scar(letter: Template) -> None:
    for material in (KNOWN, MATERIALS["private"]):
        made = draft(letter, material, WORDING)
        assert made.finished
        for text in (made.subject, made.text, made.forward):
            assert not re.search(r"[{}\[\]|]|  |\n\n\n| [,.;:?]|[.,;:?]{2}|\?\.|^\s|\s$", text), text


@pytest.mark.parametrize("letter", by_key(list(LETTERS)))
def test_with_nothing_known_gaps_say_what_belongs_there_and_the_checker_finds_each(letter: Template) -> None:
    made = draft(letter, LetterMaterial(), WORDING)
    assert not made.finished
    assert not re.search(r"[{}|]|\[[a-z]+_", made.text + made.subject + made.forward)
    assert "[" not in made.subject
    assert {gap.field for gap in (*made.gaps, *made.forward_gaps)} <= WORDING.prompts.keys()
    remarks = review(made.text, WORDS, letter.kind, letter.situation)
    found = [(remark.start, remark.end) for remark in remarks if remark.code is RemarkCode.GAP]
    assert found == [(gap.start, gap.end) for gap in made.gaps]


@pytest.mark.parametrize("letter", by_key(list(LETTERS)))
def test_the_wording_keeps_to_the_domain(letter: Template) -> None:
    said = f"{letter.subject} {letter.body} {letter.forward}"
    assert not re.search(r"!|informational interview|r[ée]sum[ée]|\bCV\b|\bjobs?\b|\bhir(e|ing)\b", said, re.IGNORECASE)
    slots = set(re.findall(r"\{([a-z_]+)\}", said))
    assert slots <= values(LetterMaterial(), WORDING).keys()
    assert len(draft(letter, KNOWN, WORDING).subject) <= 60


def test_only_a_request_for_an_introduction_carries_a_text_to_forward_and_it_stands_alone() -> None:
    for letter in LETTERS:
        made = draft(letter, KNOWN, WORDING)
        assert bool(made.forward) is (letter.kind is MessageKind.INTRODUCTION_REQUEST)
        if made.forward:
            missing = {remark.code for remark in review(made.forward, WORDS)}
            assert missing <= {RemarkCode.MISSING_SOURCE}  # the friend who forwards it is the source
            assert "Mara Lind" in made.forward


@pytest.mark.parametrize("may", [MayUseName.ASK, MayUseName.NO])
def test_no_letter_gives_a_name_away_that_is_not_free(may: MayUseName) -> None:
    material = replace(KNOWN, contact=replace(KNOWN.contact, may_use_name=may))
    for letter in LETTERS:
        made = draft(letter, material, WORDING)
        assert "Ruiz" not in made.subject + made.text + made.forward


def test_a_private_search_is_mentioned_in_every_request_and_only_then() -> None:
    for letter in LETTERS:
        said = "etween us" in draft(letter, MATERIALS["private"], WORDING).text
        asks = letter.kind in (MessageKind.FIRST_REQUEST, MessageKind.INTRODUCTION_REQUEST)
        assert said is asks, letter.key
        assert "etween us" not in draft(letter, KNOWN, WORDING).text


def test_broken_files_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "wording.toml").write_bytes((FOLDER / "wording.toml").read_bytes())
    head = 'kind = "nudge"\nlanguage = "en"\n'
    entry = '[[letter]]\nkey = "a"\ntone = "plain"\nsubject = ""\nbody = "b"\n'
    path = tmp_path / "nudge.toml"
    path.write_text(head + entry)
    assert [letter.key for letter in read_letters(tmp_path)] == ["a"]
    for broken, error in [
        (head + entry + entry, ValueError),
        (head + entry + 'colour = "red"\n', ValueError),
        (head + entry.replace('"b"', '"{>nothing}"'), KeyError),
        (entry, KeyError),
        ("[[", ValueError),
    ]:
        path.write_text(broken)
        with pytest.raises(error):
            read_letters(tmp_path)


def test_an_unknown_language_is_checked_by_the_english_words() -> None:
    assert read_review_words(resources() / "review", "../en").language == "en"
    assert read_review_words(resources() / "review", "tlh").language == "en"
