"""Reads the shipped question bank: one TOML file for each topic."""

from pathlib import Path

from desktop.core.question import Question, QuestionBank, Topic
from desktop.formats.shipped_toml import TomlTable, read_toml

_TOPIC_FIELDS = {"topic", "name", "core", "order", "question"}
_QUESTION_FIELDS = {"key", "text", "minutes", "follow_up", "look_up"}


def read_question_bank(folder: Path) -> QuestionBank:
    """The bank in `folder`, topics by their `order`, questions as they are in their file.

    The files are shipped with the program, so a broken one is a bug and no UserError.

    Raises:
        ValueError: if there is no file, or one is not valid TOML, misses a field, or has one it should not have.
    """
    files = sorted((_load(path) for path in folder.glob("*.toml")), key=lambda data: int(data["order"]))
    if not files:
        raise ValueError(f"no question files in {folder}")
    topics = tuple(Topic(data["topic"], data["name"], data["core"]) for data in files)
    questions = tuple(_question(entry, data["topic"]) for data in files for entry in data["question"])
    if len({question.key for question in questions}) < len(questions):
        raise ValueError("two questions have the same key")
    return QuestionBank(topics, questions)


def _load(path: Path) -> TomlTable:
    data = read_toml(path)
    if set(data) != _TOPIC_FIELDS:
        raise ValueError(f"{path.name}: wrong fields {sorted(set(data) ^ _TOPIC_FIELDS)}")
    return data


def _question(entry: TomlTable, topic: str) -> Question:
    key = str(entry.get("key", ""))
    if not key.startswith(f"{topic}.") or not entry.get("text") or not set(entry) <= _QUESTION_FIELDS:
        raise ValueError(f"{topic}: question {key!r} has a wrong key, no text, or an unknown field")
    return Question(
        key=key,
        topic=topic,
        text=entry["text"],
        minutes=entry.get("minutes", 3),
        look_up=tuple(entry.get("look_up", ())),
        follow_up=entry.get("follow_up", ""),
    )
