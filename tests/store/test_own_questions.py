"""Own questions: the user's topics, questions and wordings join the bank as shipped, which stays as it is."""

import pytest

from desktop.core.question import Question, QuestionBank, Topic
from desktop.store.store import Store

BANK = QuestionBank(
    (Topic("day", "Typical day", core=True), Topic("paths", "Career paths", core=True)),
    (Question("day.walk", "day", "What does a day look like?"), Question("paths.first", "paths", "How did it begin?")),
)


@pytest.fixture
def topic(store: Store) -> str:
    with store.action("Add topic"):
        return store.own_questions.add_topic("  Night   work ")


def add(store: Store, topic: str, text: str) -> str:
    with store.action("Add question"):
        return store.own_questions.add(topic, text, 2)


def merged(store: Store) -> QuestionBank:
    return store.own_questions.merged_into(BANK)


def texts(store: Store) -> list[str]:
    return [question.text for question in merged(store).questions]


def test_own_topics_and_questions_join_the_bank(store: Store, topic: str) -> None:
    key = add(store, topic, " Who sleeps\nwhen? ")
    add(store, "day", "Is there cake?")
    assert texts(store) == ["What does a day look like?", "Is there cake?", "How did it begin?", "Who sleeps when?"]
    question = merged(store).question(key)
    assert question is not None
    assert (question.topic, question.minutes, question.own) == (topic, 2, True)
    assert merged(store).topic(topic) == Topic(topic, "Night work", core=False, own=True)


def test_a_question_of_the_bank_is_reworded_and_goes_back_to_its_original(store: Store) -> None:
    for wording in ("How do you begin?", "And how did you begin?"):
        with store.action("Reword"):
            store.own_questions.reword(BANK.questions[1], wording)
    changed = merged(store).question("paths.first")
    assert changed is not None
    assert (changed.text, changed.original) == ("And how did you begin?", "How did it begin?")
    with store.action("Back"):
        store.own_questions.delete("paths.first")
    assert merged(store).question("paths.first") == BANK.questions[1]
    with store.action("Reword"):
        store.own_questions.reword(BANK.questions[1], "Once more?")
    assert texts(store) == ["What does a day look like?", "Once more?"]


def test_an_own_question_is_reworded_in_place(store: Store, topic: str) -> None:
    key = add(store, topic, "Who sleeps?")
    question = merged(store).question(key)
    assert question is not None
    with store.action("Reword"):
        store.own_questions.reword(question, "Who is awake?")
    assert texts(store)[-1] == "Who is awake?"
    assert len(texts(store)) == 3


def test_a_deleted_topic_takes_its_questions_along(store: Store, topic: str) -> None:
    add(store, topic, "Who sleeps?")
    kept = add(store, "day", "Is there cake?")
    with store.action("Delete"):
        store.own_questions.delete_topic(topic)
    assert merged(store).topics == BANK.topics
    assert "Who sleeps?" not in texts(store)
    with store.action("Delete"):
        store.own_questions.delete(kept)
    assert merged(store) == BANK
    store.undo()
    store.undo()
    assert texts(store)[-1] == "Who sleeps?"
