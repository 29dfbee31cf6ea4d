"""Organisations, directions and contacts, with what belongs to them."""

from peewee import BlobField, DeferredForeignKey, ForeignKeyField, IntegerField, TextField

from desktop.core.contact import MayUseName, Source, Stage
from desktop.core.direction import DirectionKind, Verdict
from desktop.core.homework import HomeworkState
from desktop.core.organisation import Subject
from desktop.core.today.contact_event import EventKind
from desktop.store.tables.fields import CodeField, DayField
from desktop.store.tables.rows import RestorableRow, TableRow


class OrganisationRow(RestorableRow):
    name = TextField()
    folded = TextField(index=True)
    industry = TextField(default="")
    website = TextField(default="")
    notes = TextField(default="")
    match_key = TextField(default="")

    class Meta:
        table_name = "organisation"


OrganisationRow.add_index(
    OrganisationRow.index(
        OrganisationRow.match_key, name="organisation_match_key", where=OrganisationRow.match_key != ""
    )
)
OrganisationRow.add_index(
    OrganisationRow.index(
        OrganisationRow.deleted_at, name="organisation_deleted_at", where=OrganisationRow.deleted_at.is_null(False)
    )
)


class DirectionRow(RestorableRow):
    kind = CodeField(DirectionKind)
    name = TextField()
    verdict = CodeField(Verdict, null=True)
    reason = TextField(default="")
    decided_on = DayField(null=True)
    notes = TextField(default="")

    class Meta:
        table_name = "direction"


class KeepInTouchGroupRow(RestorableRow):
    name = TextField(default="")
    ideal_days = IntegerField(default=90)
    latest_days = IntegerField(default=180)

    class Meta:
        table_name = "touch_group"


class ContactRow(RestorableRow):
    name = TextField()
    sort_key = TextField()
    search_name = TextField()
    search_words = TextField(default="")
    pronounced = TextField(default="")
    pronouns = TextField(default="")
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
    referred_for = TextField(default="")
    referred_at = DeferredForeignKey("MeetingRow", null=True, on_delete="SET NULL", index=False)
    introducing_since = DayField(null=True)
    cares_about = TextField(default="")
    give_back = TextField(default="")
    touch_group = ForeignKeyField(KeepInTouchGroupRow, null=True, on_delete="SET NULL", index=False)
    last_contact_on = DayField(null=True)
    name_key = TextField(default="")
    imported_on = DayField(null=True)
    imported_from = TextField(default="")

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
ContactRow.add_index(
    ContactRow.index(ContactRow.touch_group, name="contact_touch_group_id", where=ContactRow.touch_group.is_null(False))
)
for _day in (ContactRow.introducing_since, ContactRow.last_contact_on):
    _living = _day.is_null(False) & ContactRow.deleted_at.is_null()
    ContactRow.add_index(ContactRow.index(_day, name=f"contact_{_day.name}", where=_living))
ContactRow.add_index(ContactRow.index(ContactRow.name_key, name="contact_name_key", where=ContactRow.name_key != ""))


class ContactDetailRow(TableRow):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    kind = TextField()
    label = TextField(default="")
    value = TextField()
    position = IntegerField(default=0)
    match_key = TextField(default="")

    class Meta:
        table_name = "contact_detail"


ContactDetailRow.add_index(
    ContactDetailRow.index(
        ContactDetailRow.match_key, name="contact_detail_match_key", where=ContactDetailRow.match_key != ""
    )
)


class ContactTagRow(TableRow):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    tag = TextField(index=True)

    class Meta:
        table_name = "contact_tag"


class ContactDirectionRow(TableRow):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    direction = ForeignKeyField(DirectionRow, on_delete="CASCADE")

    class Meta:
        table_name = "contact_direction"


class ContactPropertyRow(TableRow):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    position = IntegerField(default=0)
    grouped = TextField(default="")
    name = TextField()
    parameters = TextField(default="")
    value = TextField(default="")

    class Meta:
        table_name = "contact_property"


class ContactPhotoRow(TableRow):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE", unique=True)
    media_type = TextField()
    data = BlobField()

    class Meta:
        table_name = "contact_photo"


class DifferentPeopleRow(TableRow):
    first = ForeignKeyField(ContactRow, on_delete="CASCADE", index=False)
    second = ForeignKeyField(ContactRow, on_delete="CASCADE")

    class Meta:
        table_name = "different_people"


DifferentPeopleRow.add_index(
    DifferentPeopleRow.index(
        DifferentPeopleRow.first, DifferentPeopleRow.second, unique=True, name="different_people_pair"
    )
)


class ContactStepRow(TableRow):
    contact = ForeignKeyField(ContactRow, on_delete="CASCADE")
    what = CodeField(EventKind)
    on = DayField(column_name="happened_on")
    until = DayField(null=True)

    class Meta:
        table_name = "contact_step"


class HomeworkRow(TableRow):
    direction = ForeignKeyField(DirectionRow, on_delete="CASCADE", index=False)
    source = CodeField(Source)
    text = TextField(default="")
    state = CodeField(HomeworkState, default=HomeworkState.OPEN)

    class Meta:
        table_name = "homework"


HomeworkRow.add_index(HomeworkRow.index(HomeworkRow.direction, HomeworkRow.source, unique=True, name="homework_place"))


class ResearchNoteRow(RestorableRow):
    subject = CodeField(Subject)
    text = TextField()
    address = TextField(default="")
    read_on = DayField(null=True)
    organisation = ForeignKeyField(OrganisationRow, null=True, on_delete="CASCADE")
    contact = ForeignKeyField(ContactRow, null=True, on_delete="CASCADE")
    search_text = TextField(default="")

    class Meta:
        table_name = "research_note"
