"""The question bank: search, the user's own questions and wordings, what a short brief starts with."""

import pytest

from desktop.core.direction import DirectionKind
from desktop.core.question import DEFAULT_MUSTS, SPARES, Question, QuestionBank, Topic, merged_bank, preselected, spares

DAY = Topic("day", "A typical day", core=True)
PAY = Topic("pay", "Earnings", core=True)
MORNING = Question("day.morning", "day", "How does your morning begin?")
CAFE = Question("day.cafe", "day", "Where do you go for a café after lunch?", follow_up="With whom?")
RAISE = Question("pay.raise", "pay", "How does pay develop?", minutes=2, look_up=("wages",))
BANK = QuestionBank((DAY, PAY), (MORNING, CAFE, RAISE))


def test_a_topic_is_found_by_its_key() -> None:
    assert BANK.topic("pay") is PAY


def test_asking_for_a_topic_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError):
        BANK.topic("weather")


def test_questions_are_found_by_key() -> None:
    assert BANK.question("day.cafe") is CAFE
    assert BANK.question("day.gone") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CAFE", (CAFE,)),
        ("lunch café", (CAFE,)),
        ("earn", (RAISE,)),  # only the topic's name says it
        ("typical morn", (MORNING,)),  # one word in the name, one in the text
        ("lunch morning", ()),
        ("  ", (MORNING, CAFE, RAISE)),
    ],
)
def test_search_wants_every_word_in_the_question_or_its_topic(text: str, found: tuple[Question, ...]) -> None:
    assert BANK.search(text) == found


def test_search_copes_with_a_question_whose_topic_is_gone() -> None:
    stray = Question("own.1", "gone", "What about Mondays?", own=True)
    assert QuestionBank((DAY,), (stray,)).search("mondays") == (stray,)


def test_own_topics_come_last_and_own_questions_at_the_end_of_their_topic() -> None:
    sea = Topic("own.sea", "Life at sea", core=False, own=True)
    ship = Question("own.1", "own.sea", "How do you sleep on board?", own=True)
    evening = Question("own.2", "day", "How does your evening end?", own=True)
    bank = merged_bank(BANK, [sea], [ship, evening], {})
    assert bank.topics == (DAY, PAY, sea)
    assert bank.questions == (MORNING, CAFE, evening, RAISE, ship)


def test_an_edited_question_keeps_the_wording_of_the_bank_and_all_else() -> None:
    edited = merged_bank(BANK, [], [], {"day.cafe": " Where do you have lunch? "}).question("day.cafe")
    assert edited == Question("day.cafe", "day", "Where do you have lunch?", original=CAFE.text, follow_up="With whom?")


@pytest.mark.parametrize("edits", [{"day.cafe": "  "}, {"day.cafe": CAFE.text}, {"day.gone": "What was here?"}])
def test_an_edit_that_says_nothing_new_leaves_the_bank_as_it_is(edits: dict[str, str]) -> None:
    assert merged_bank(BANK, [], [], edits) == BANK


def test_without_a_direction_the_short_brief_starts_with_the_default_questions() -> None:
    assert preselected() == preselected("weather") == DEFAULT_MUSTS
    assert spares() == spares("weather") == SPARES


def test_the_kind_of_direction_decides_what_a_short_brief_starts_with() -> None:
    assert len({preselected(kind) for kind in DirectionKind}) == len(DirectionKind)
    assert preselected("company") == preselected(DirectionKind.COMPANY) != DEFAULT_MUSTS


@pytest.mark.parametrize("kind", list(DirectionKind))
def test_every_kind_starts_with_five_musts_and_three_other_spares(kind: DirectionKind) -> None:
    assert (len(preselected(kind)), len(spares(kind))) == (5, 3)
    assert len({*preselected(kind), *spares(kind)}) == 8
