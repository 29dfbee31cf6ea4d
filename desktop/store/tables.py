"""The tables as peewee sees them; no row leaves the store, each subject turns its rows into values of `core`."""

from peewee import AutoField, BooleanField, ForeignKeyField, IntegerField, Model, TextField

from desktop.core.contact import MayUseName, Source, Stage
from desktop.core.contact_event import What
from desktop.core.direction import DirectionKind, Verdict
from desktop.core.homework import HomeworkState
from desktop.core.learning import LearningKind
from desktop.core.meeting import MeetingState, OwnAnswer, Priority, Rescue, Way
from desktop.core.message import Answer, Channel, MessageKind, MessageState, RequestSituation
from desktop.core.organisation import Subject
from desktop.store.fields import CodeField, DayField, ListField, MomentField
from desktop.store.peewee_database import open_database


class Table(Model):  # type: ignore[misc]
    """What every table with ids has."""

    id = AutoField()

    class Meta:
        database = open_database


class Living(Table):
    """A table whose rows are marked when deleted, so that they can be restored."""

    created_at = MomentField(null=True)
    deleted_at = MomentField(null=True)


class OrganisationRow(Living):
    name = TextField()
    folded = TextField(index=True)
    industry = TextField(default="")
    website = TextField(default="")
    notes = TextField(default="")

    class Meta:
        table_name = "organisation"


OrganisationRow.add_index(
    OrganisationRow.index(
        OrganisationRow.deleted_at, name="organisation_deleted_at", where=OrganisationRow.deleted_at.is_null(False)
    )
)


class DirectionRow(Living):
    kind = CodeField(DirectionKind)
    name = TextField()
    verdict = CodeField(Verdict, null=True)
    reason = TextField(default="")
    decided_on = DayField(null=True)
    notes = TextField(default="")

    class Meta:
        table_name = "direction"


class ContactRow(Living):
    name = TextField()
    sort_key = TextField()
    search_name = TextField()
    search_words = TextField(default="")
    pronounced = TextField(default="")
    role = TextField(default="")
    organisation = ForeignKeyField(OrganisationRow, null=True, on_delete="SET NULL")
    source = CodeField(Source, null=True)
    source_detail = TextField(default="")
    found_on = DayField(null=True)
    referrer = ForeignKeyField("self", null=True, on_delete="SET NULL")
    may_use_name = CodeField(MayUseName, default=MayUseName.ASK)
    time_zone = TextField(default="")
    comfort = IntegerField(null=True)
    warm_line = TextField(default="")
    notes = TextField(default="")
    stage = CodeField(Stage, default=Stage.FOUND)
    stage_reason = TextField(default="")
    corrected_on = DayField(null=True)
    corrected_to = CodeField(Stage, null=True)
    corrected_from = CodeField(Stage, null=True)
    corrected_because = TextField(default="")
    follow_up = TextField(null=True)
    follow_up_due = DayField(null=True)

    class Meta:
        table_name = "contact"


# Holds all that the list searches, filters and sorts by: a scan of it is eight times quicker than one of the rows.
ContactRow.add_index(
    ContactRow.index(
        ContactRow.sort_key,
        ContactRow.id,
        ContactRow.search_name,
        ContactRow.stage,
        ContactRow.source,
        ContactRow.comfort,
        ContactRow.organisation,
        ContactRow.role,
        ContactRow.follow_up,
        ContactRow.follow_up_due,
        ContactRow.deleted_at,
        name="contact_by_name",
        where=ContactRow.deleted_at.is_null(),
    )
)
# Finds whom to begin with, at every start.
ContactRow.add_index(
    ContactRow.index(
        ContactRow.stage,
        ContactRow.comfort,
        ContactRow.sort_key,
        name="contact_by_comfort",
        where=ContactRow.deleted_at.is_null(),
    )
)
ContactRow.add_index(
    ContactRow.index(ContactRow.deleted_at, name="contact_deleted_at", where=ContactRow.deleted_at.is_null(False))
)


class ContactDetailRow(Table):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    kind = TextField()
    label = TextField(default="")
    value = TextField()
    position = IntegerField(default=0)

    class Meta:
        table_name = "contact_detail"


class ContactTagRow(Table):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    tag = TextField(index=True)

    class Meta:
        table_name = "contact_tag"


class ContactDirectionRow(Table):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    direction = ForeignKeyField(DirectionRow, on_delete="CASCADE")

    class Meta:
        table_name = "contact_direction"


class ResearchNoteRow(Living):
    subject = CodeField(Subject)
    text = TextField()
    address = TextField(default="")
    read_on = DayField(null=True)
    organisation = ForeignKeyField(OrganisationRow, null=True, on_delete="CASCADE")
    contact = ForeignKeyField(ContactRow, null=True, on_delete="CASCADE")

    class Meta:
        table_name = "research_note"


class MeetingRow(Living):
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

    class Meta:
        table_name = "meeting"


class PlannedQuestionRow(Table):
    meeting = ForeignKeyField(MeetingRow, on_delete="CASCADE")
    question_key = TextField(default="")
    topic = TextField(default="")
    text = TextField()
    priority = CodeField(Priority, default=Priority.SHOULD)
    minutes = IntegerField(default=3)
    follow_up = TextField(default="")
    position = IntegerField(default=0)
    answer = TextField(default="")

    class Meta:
        table_name = "planned_question"


class MeetingFactRow(Table):
    meeting = ForeignKeyField(MeetingRow, on_delete="CASCADE")
    note = ForeignKeyField(ResearchNoteRow, on_delete="CASCADE")
    position = IntegerField(default=0)

    class Meta:
        table_name = "meeting_fact"


class OwnTopicRow(Living):
    key = TextField()
    name = TextField()

    class Meta:
        table_name = "own_topic"


class OwnQuestionRow(Living):
    key = TextField(index=True)
    topic = TextField()
    text = TextField()
    minutes = IntegerField(default=3)
    follow_up = TextField(default="")

    class Meta:
        table_name = "own_question"


class LearningEntryRow(Living):
    on = DayField(null=True, index=True, column_name="happened_on")
    kind = CodeField(LearningKind)
    title = TextField(default="")
    with_whom = TextField(default="")
    meeting = ForeignKeyField(MeetingRow, null=True, on_delete="SET NULL")
    minutes_preparing = IntegerField(default=0)
    minutes_meeting = IntegerField(default=0)
    minutes_writing = IntegerField(default=0)
    objective = TextField(default="")
    learned = TextField(default="")
    applied = TextField(default="")
    search_text = TextField(default="")

    class Meta:
        table_name = "learning_entry"


class LearningEvidenceRow(Table):
    entry = ForeignKeyField(LearningEntryRow, on_delete="CASCADE")
    label = TextField(default="")
    address = TextField()
    position = IntegerField(default=0)

    class Meta:
        table_name = "learning_evidence"


class LearningDirectionRow(Table):
    entry = ForeignKeyField(LearningEntryRow, on_delete="CASCADE")
    direction = ForeignKeyField(DirectionRow, on_delete="CASCADE")

    class Meta:
        table_name = "learning_direction"


class MessageRow(Living):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    kind = CodeField(MessageKind)
    situation = CodeField(RequestSituation, null=True)
    template_key = TextField(default="")
    subject = TextField(default="")
    text = TextField(default="")
    forward_text = TextField(default="")
    channel = CodeField(Channel, default=Channel.EMAIL)
    state = CodeField(MessageState, default=MessageState.DRAFT)
    sent_on = DayField(null=True)
    answer = CodeField(Answer, null=True)
    answered_on = DayField(null=True)
    meeting = ForeignKeyField(MeetingRow, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "message"


MessageRow.add_index(MessageRow.index(MessageRow.state, MessageRow.sent_on, name="message_sent"))


class ContactStepRow(Table):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    what = CodeField(What)
    on = DayField(column_name="happened_on")
    until = DayField(null=True)

    class Meta:
        table_name = "contact_step"


class HomeworkRow(Table):
    direction = ForeignKeyField(DirectionRow, on_delete="CASCADE", index=False)
    source = CodeField(Source)
    text = TextField(default="")
    state = CodeField(HomeworkState, default=HomeworkState.OPEN)

    class Meta:
        table_name = "homework"


HomeworkRow.add_index(HomeworkRow.index(HomeworkRow.direction, HomeworkRow.source, unique=True, name="homework_place"))


class FreeTimeRow(Table):
    starts_at = MomentField()
    ends_at = MomentField()

    class Meta:
        table_name = "free_time"


class OwnLetterRow(Living):
    kind = CodeField(MessageKind)
    situation = CodeField(RequestSituation, null=True)
    tone = TextField(default="")
    language = TextField(default="en")
    subject = TextField(default="")
    body = TextField(default="")
    forward = TextField(default="")

    class Meta:
        table_name = "own_letter"


class SettingRow(Model):  # type: ignore[misc]
    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        database = open_database
        table_name = "setting"


TABLES = (
    OrganisationRow,
    DirectionRow,
    ContactRow,
    ContactDetailRow,
    ContactTagRow,
    ContactDirectionRow,
    ResearchNoteRow,
    MeetingRow,
    PlannedQuestionRow,
    MeetingFactRow,
    OwnTopicRow,
    OwnQuestionRow,
    LearningEntryRow,
    LearningEvidenceRow,
    LearningDirectionRow,
    MessageRow,
    ContactStepRow,
    HomeworkRow,
    FreeTimeRow,
    OwnLetterRow,
    SettingRow,
)
