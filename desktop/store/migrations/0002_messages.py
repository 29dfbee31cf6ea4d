"""The second schema: messages, steps between them, homework, free times, own letters, stages that follow from these.

A stage chosen by hand is kept beside the stage that holds now. What an earlier version had as the stage, and does not
follow from the meetings, counts as chosen by hand: on the latest day that is known of the contact, or, for who waits
for an answer, today, because nobody knows since when.
"""

from typing import Any

ID = "id integer primary key autoincrement not null"
LIFE = "created_at text, deleted_at text"

TABLES = f"""
create table message ({ID}, contact_id integer not null references contact (id) on delete cascade,
    kind text not null, situation text, template_key text not null default '', subject text not null default '',
    text text not null default '', forward_text text not null default '', channel text not null default 'email',
    state text not null default 'draft', sent_on text, answer text, answered_on text,
    meeting_id integer references meeting (id) on delete set null, {LIFE});
create index message_contact_id on message (contact_id);
create index message_meeting_id on message (meeting_id);
create index message_sent on message (state, sent_on);

create table contact_step ({ID}, contact_id integer not null references contact (id) on delete cascade,
    what text not null, happened_on text not null, until text);
create index contact_step_contact_id on contact_step (contact_id);

create table homework ({ID}, direction_id integer not null references direction (id) on delete cascade,
    source text not null, text text not null default '', state text not null default 'open');
create unique index homework_place on homework (direction_id, source);

create table free_time ({ID}, starts_at text not null, ends_at text not null);

create table own_letter ({ID}, kind text not null, situation text, tone text not null default '',
    language text not null default 'en', subject text not null default '', body text not null default '',
    forward text not null default '', {LIFE});

create table identity (id integer primary key not null check (id = 1), store_id text not null);
insert into identity values (1, lower(hex(randomblob(16))));

alter table meeting add column calendar_sequence integer not null default 0;

alter table contact add column corrected_on text;
alter table contact add column corrected_to text;
alter table contact add column corrected_from text;
alter table contact add column corrected_because text not null default '';
alter table contact add column follow_up text;
alter table contact add column follow_up_due text;
drop index contact_by_name;
create index contact_by_name on contact (sort_key, id, search_name, stage, source, comfort, organisation_id, role,
    follow_up, follow_up_due, deleted_at) where deleted_at is null
"""

_OF_CONTACT = "from meeting m where m.contact_id = contact.id and m.deleted_at is null"
_FROM_MEETINGS = (
    f"case when exists (select 1 {_OF_CONTACT} and m.state = 'met') then 'met' "
    f"when exists (select 1 {_OF_CONTACT} and m.state = 'planned') then 'agreed' "
    f"when exists (select 1 {_OF_CONTACT}) then 'replied' else 'found' end"
)
_LATEST_DAY = (
    "max(coalesce(substr(created_at, 1, 10), found_on, date('now')), "
    f"coalesce((select max(substr(m.created_at, 1, 10)) {_OF_CONTACT}), ''), "
    f"coalesce((select max(substr(m.starts_at, 1, 10)) {_OF_CONTACT} and m.state = 'met'), ''))"
)
KEEP_STAGES = (
    f"update contact set corrected_to = stage, corrected_because = stage_reason, corrected_from = {_FROM_MEETINGS}, "
    f"corrected_on = case stage when 'written_to' then date('now') else {_LATEST_DAY} end "
    f"where stage_reason <> '' or stage <> {_FROM_MEETINGS}"
)


def up(migrator: Any, db: Any) -> None:
    """Do everything in one transaction of the runner."""
    for statement in TABLES.split(";"):
        db.execute_sql(statement)
    db.execute_sql(KEEP_STAGES)
    db.execute_sql("pragma user_version = 2")
