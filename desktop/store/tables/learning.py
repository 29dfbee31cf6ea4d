"""The learning log."""

from peewee import ForeignKeyField, IntegerField, TextField

from desktop.core.learning import LearningKind
from desktop.store.tables.fields import CodeField, DayField
from desktop.store.tables.meetings import MeetingRow, ReadingItemRow
from desktop.store.tables.people import DirectionRow
from desktop.store.tables.rows import RestorableRow, TableRow


class LearningEntryRow(RestorableRow):
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
    believed = TextField(default="")
    will_try = TextField(default="")
    come_back_on = DayField(null=True)
    came_of_it = TextField(default="")
    energised = TextField(default="")
    reading = ForeignKeyField(ReadingItemRow, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "learning_entry"


LearningEntryRow.add_index(
    LearningEntryRow.index(
        LearningEntryRow.come_back_on,
        name="learning_entry_come_back_on",
        where=LearningEntryRow.come_back_on.is_null(False) & LearningEntryRow.deleted_at.is_null(),
    )
)


class LearningEvidenceRow(TableRow):
    entry = ForeignKeyField(LearningEntryRow, on_delete="CASCADE")
    label = TextField(default="")
    address = TextField()
    position = IntegerField(default=0)

    class Meta:
        table_name = "learning_evidence"


class LearningDirectionRow(TableRow):
    entry = ForeignKeyField(LearningEntryRow, on_delete="CASCADE")
    direction = ForeignKeyField(DirectionRow, on_delete="CASCADE")

    class Meta:
        table_name = "learning_direction"
