"""Meetings, their questions, and what came of them."""

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from desktop.core.meeting import AnswerKind, OwnAnswer, Priority, Rescue
from desktop.core.meeting_line import MeetingState, Way
from desktop.store.tables.fields import CodeField, DayField, ListField, MomentField
from desktop.store.tables.people import ContactRow, DirectionRow, ResearchNoteRow
from desktop.store.tables.rows import RestorableRow, TableRow


class MeetingRow(RestorableRow):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    direction = ForeignKeyField(DirectionRow, null=True, on_delete="SET NULL", index=False)
    state = CodeField(MeetingState, default=MeetingState.PLANNED)
    purpose = TextField(default="")
    starts_at = MomentField(null=True, index=True)
    zone = TextField(default="")
    minutes = IntegerField(default=20)
    way = CodeField(Way, default=Way.FACE_TO_FACE)
    place = TextField(default="")
    dial_in = TextField(default="")
    remind_to_confirm = BooleanField(default=True)
    opening = TextField(default="")
    ask_for_notes = TextField(default="")
    asked_back = ListField(OwnAnswer)
    rescues = ListField(Rescue)
    who_else = TextField(default="")
    use_name = TextField(default="")
    thanks = TextField(default="")
    bring = ListField()
    arrive_early = IntegerField(default=10)
    route = TextField(default="")
    phone_for_day = TextField(default="")
    looked_up = ListField()
    page = TextField(default="")
    notes = TextField(default="")
    calendar_sequence = IntegerField(default=0)
    surprised = TextField(default="")
    will_use = TextField(default="")
    named = TextField(default="")
    promised = TextField(default="")
    their_words = TextField(default="")
    feared = TextField(default="")
    happened = TextField(default="")
    new_questions = ListField()
    began_at = MomentField(null=True)
    ended_at = MomentField(null=True)
    written_up_at = MomentField(null=True)

    class Meta:
        table_name = "meeting"


# Only now is it known what this column refers to.
ContactRow.add_index(
    ContactRow.index(ContactRow.referred_at, name="contact_referred_at_id", where=ContactRow.referred_at.is_null(False))
)


class PlannedQuestionRow(TableRow):
    meeting = ForeignKeyField(MeetingRow, on_delete="CASCADE")
    question_key = TextField(default="")
    topic = TextField(default="")
    text = TextField()
    priority = CodeField(Priority, default=Priority.SHOULD)
    minutes = IntegerField(default=3)
    follow_up = TextField(default="")
    position = IntegerField(default=0)
    answer = TextField(default="")
    answer_kind = CodeField(AnswerKind, null=True)
    in_confidence = BooleanField(default=False)
    unplanned = BooleanField(default=False)

    class Meta:
        table_name = "planned_question"


class MeetingFactRow(TableRow):
    meeting = ForeignKeyField(MeetingRow, on_delete="CASCADE")
    note = ForeignKeyField(ResearchNoteRow, on_delete="CASCADE")
    position = IntegerField(default=0)

    class Meta:
        table_name = "meeting_fact"


class OwnTopicRow(RestorableRow):
    key = TextField()
    name = TextField()

    class Meta:
        table_name = "own_topic"


class OwnQuestionRow(RestorableRow):
    key = TextField(index=True)
    topic = TextField()
    text = TextField()
    minutes = IntegerField(default=3)
    follow_up = TextField(default="")

    class Meta:
        table_name = "own_question"


class PromiseRow(RestorableRow):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    meeting = ForeignKeyField(MeetingRow, null=True, on_delete="SET NULL")
    mine = BooleanField(default=True)
    text = TextField(default="")
    due_on = DayField(null=True)
    done_on = DayField(null=True)

    class Meta:
        table_name = "promise"


PromiseRow.add_index(
    PromiseRow.index(
        PromiseRow.due_on, name="promise_open", where=PromiseRow.done_on.is_null() & PromiseRow.deleted_at.is_null()
    )
)


class OpportunityRow(RestorableRow):
    contact = ForeignKeyField(ContactRow, null=True, on_delete="SET NULL")
    meeting = ForeignKeyField(MeetingRow, null=True, on_delete="SET NULL")
    text = TextField(default="")
    address = TextField(default="")
    heard_on = DayField(null=True)

    class Meta:
        table_name = "opportunity"


class ReadingItemRow(RestorableRow):
    title = TextField(default="")
    author = TextField(default="")
    address = TextField(default="")
    recommended_by = ForeignKeyField(ContactRow, null=True, on_delete="SET NULL")
    meeting = ForeignKeyField(MeetingRow, null=True, on_delete="SET NULL")
    read_on = DayField(null=True)
    notes = TextField(default="")

    class Meta:
        table_name = "reading_item"
