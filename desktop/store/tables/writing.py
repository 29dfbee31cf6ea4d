"""What is written to contacts."""

from peewee import ForeignKeyField, TextField

from desktop.core.message import Answer, Channel, MessageKind, MessageState, RequestSituation
from desktop.store.tables.fields import CodeField, DayField, MomentField
from desktop.store.tables.meetings import MeetingRow
from desktop.store.tables.people import ContactRow
from desktop.store.tables.rows import RestorableRow, TableRow


class MessageRow(RestorableRow):
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
    search_text = TextField(default="")

    class Meta:
        table_name = "message"


MessageRow.add_index(MessageRow.index(MessageRow.state, MessageRow.sent_on, name="message_sent"))


class FreeTimeRow(TableRow):
    starts_at = MomentField()
    ends_at = MomentField()

    class Meta:
        table_name = "free_time"


class OwnLetterRow(RestorableRow):
    name = TextField(default="")
    kind = CodeField(MessageKind)
    situation = CodeField(RequestSituation, null=True)
    tone = TextField(default="")
    language = TextField(default="en")
    subject = TextField(default="")
    body = TextField(default="")
    forward = TextField(default="")

    class Meta:
        table_name = "own_letter"
