"""The user's own topics and questions, and their wording of questions of the bank."""

from collections.abc import Callable
from datetime import datetime

from desktop.core.question import Question, QuestionBank, Topic, merged_bank
from desktop.core.text import one_line
from desktop.store.file.database import StoreDatabase
from desktop.store.tables import OwnQuestionRow, OwnTopicRow

# Keys of the user's own topics and questions begin so; an edit has the key of the question it changes.
_OWN_PREFIX = "own."


class OwnQuestions:
    """What the user added to the question bank, and changed in it; the bank as shipped is never touched."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._peewee = database.peewee
        self._clock = clock

    def merged_into(self, shipped: QuestionBank) -> QuestionBank:
        """The shipped bank with the user's topics, questions and wordings."""
        topics = OwnTopicRow.select().where(OwnTopicRow.deleted_at.is_null()).order_by(OwnTopicRow.id)
        query = OwnQuestionRow.select().where(OwnQuestionRow.deleted_at.is_null()).order_by(OwnQuestionRow.id)
        rows = list(query.execute(self._peewee))
        own = [row for row in rows if row.key.startswith(_OWN_PREFIX)]
        return merged_bank(
            shipped,
            [Topic(row.key, row.name, core=False, own=True) for row in topics.execute(self._peewee)],
            [Question(row.key, row.topic, row.text, row.minutes, own=True, follow_up=row.follow_up) for row in own],
            {row.key: row.text for row in rows if not row.key.startswith(_OWN_PREFIX)},
        )

    def add_topic(self, name: str) -> str:
        """Store a topic of the user's and return its key."""
        row_id = OwnTopicRow.insert(key="", name=one_line(name), created_at=self._clock()).execute(self._peewee)
        key = f"{_OWN_PREFIX}{row_id}"
        OwnTopicRow.update(key=key).where(OwnTopicRow.id == row_id).execute(self._peewee)
        return key

    def add(self, topic: str, text: str, minutes: int = 3) -> str:
        """Store a question of the user's and return its key."""
        values = {"key": "", "topic": topic, "text": one_line(text), "minutes": minutes, "created_at": self._clock()}
        row_id = OwnQuestionRow.insert(values).execute(self._peewee)
        key = f"{_OWN_PREFIX}{row_id}"
        OwnQuestionRow.update(key=key).where(OwnQuestionRow.id == row_id).execute(self._peewee)
        return key

    def reword(self, question: Question, text: str) -> None:
        """Change the wording of any question; one of the bank keeps its original."""
        there = (OwnQuestionRow.key == question.key) & OwnQuestionRow.deleted_at.is_null()
        if OwnQuestionRow.select().where(there).exists(self._peewee):
            OwnQuestionRow.update(text=one_line(text)).where(there).execute(self._peewee)
        else:
            OwnQuestionRow.insert(
                key=question.key,
                topic=question.topic,
                text=one_line(text),
                minutes=question.minutes,
                follow_up=question.follow_up,
                created_at=self._clock(),
            ).execute(self._peewee)

    def delete(self, key: str) -> None:
        """Remove a question of the user's; for one of the bank: go back to the original wording."""
        OwnQuestionRow.update(deleted_at=self._clock()).where(
            OwnQuestionRow.key == key, OwnQuestionRow.deleted_at.is_null()
        ).execute(self._peewee)

    def delete_topic(self, key: str) -> None:
        """Remove a topic of the user's with its questions."""
        now = self._clock()
        OwnTopicRow.update(deleted_at=now).where(OwnTopicRow.key == key).execute(self._peewee)
        OwnQuestionRow.update(deleted_at=now).where(
            OwnQuestionRow.topic == key, OwnQuestionRow.deleted_at.is_null()
        ).execute(self._peewee)
