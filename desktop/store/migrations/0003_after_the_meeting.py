"""The third schema: what follows a meeting, and what keeps people apart or together.

Write-ups, promises, opportunities, reading, groups to keep in touch with, steps put off; and for contacts of the
outside world what their cards held besides, keys by which the same person is known again, and remembered choices.
"""

from typing import Any

from desktop.core.text import fold

ID = "id integer primary key autoincrement not null"
LIFE = "created_at text, deleted_at text"
OF_CONTACT = "references contact (id) on delete cascade"
AT_MEETING = "meeting_id integer references meeting (id) on delete set null"

TABLES = f"""
alter table planned_question add column answer_kind text;
alter table planned_question add column in_confidence integer not null default 0;
alter table planned_question add column unplanned integer not null default 0;

alter table meeting add column surprised text not null default '';
alter table meeting add column will_use text not null default '';
alter table meeting add column named text not null default '';
alter table meeting add column promised text not null default '';
alter table meeting add column their_words text not null default '';
alter table meeting add column feared text not null default '';
alter table meeting add column happened text not null default '';
alter table meeting add column new_questions text not null default '[]';
alter table meeting add column began_at text;
alter table meeting add column ended_at text;
alter table meeting add column written_up_at text;

create table promise ({ID}, contact_id integer not null {OF_CONTACT}, {AT_MEETING},
    mine integer not null default 1, text text not null default '', due_on text, done_on text, {LIFE});
create index promise_contact_id on promise (contact_id);
create index promise_meeting_id on promise (meeting_id);
create index promise_open on promise (due_on) where done_on is null and deleted_at is null;

create table opportunity ({ID}, contact_id integer references contact (id) on delete set null, {AT_MEETING},
    text text not null default '', address text not null default '', heard_on text, {LIFE});
create index opportunity_contact_id on opportunity (contact_id);
create index opportunity_meeting_id on opportunity (meeting_id);

create table reading_item ({ID}, title text not null default '', author text not null default '',
    address text not null default '', recommended_by_id integer references contact (id) on delete set null,
    {AT_MEETING}, read_on text, notes text not null default '', {LIFE});
create index reading_item_recommended_by_id on reading_item (recommended_by_id);
create index reading_item_meeting_id on reading_item (meeting_id);

alter table learning_entry add column believed text not null default '';
alter table learning_entry add column will_try text not null default '';
alter table learning_entry add column come_back_on text;
alter table learning_entry add column came_of_it text not null default '';
alter table learning_entry add column energised text not null default '';
alter table learning_entry add column reading_id integer references reading_item (id) on delete set null;
create index learning_entry_reading_id on learning_entry (reading_id);
create index learning_entry_come_back_on on learning_entry (come_back_on)
    where come_back_on is not null and deleted_at is null;

create table touch_group ({ID}, name text not null default '', ideal_days integer not null default 90,
    latest_days integer not null default 180, {LIFE});

alter table contact add column referred_for text not null default '';
alter table contact add column referred_at_id integer references meeting (id) on delete set null;
alter table contact add column introducing_since text;
alter table contact add column cares_about text not null default '';
alter table contact add column give_back text not null default '';
alter table contact add column touch_group_id integer references touch_group (id) on delete set null;
alter table contact add column last_contact_on text;
alter table contact add column name_key text not null default '';
alter table contact add column imported_on text;
alter table contact add column imported_from text not null default '';
create index contact_referred_at_id on contact (referred_at_id) where referred_at_id is not null;
create index contact_touch_group_id on contact (touch_group_id) where touch_group_id is not null;
create index contact_introducing_since on contact (introducing_since)
    where introducing_since is not null and deleted_at is null;
create index contact_last_contact_on on contact (last_contact_on)
    where last_contact_on is not null and deleted_at is null;
create index contact_name_key on contact (name_key) where name_key <> '';

alter table contact_detail add column match_key text not null default '';
create index contact_detail_match_key on contact_detail (match_key) where match_key <> '';
alter table organisation add column match_key text not null default '';
create index organisation_match_key on organisation (match_key) where match_key <> '';
alter table identity add column match_rules integer not null default 0;

create table put_off (key text primary key not null, until text);

create table contact_property ({ID}, contact_id integer not null {OF_CONTACT}, position integer not null default 0,
    grouped text not null default '', name text not null, parameters text not null default '',
    value text not null default '');
create index contact_property_contact_id on contact_property (contact_id);

create table contact_photo ({ID}, contact_id integer not null {OF_CONTACT}, media_type text not null,
    data blob not null);
create unique index contact_photo_contact_id on contact_photo (contact_id);

create table different_people ({ID}, first_id integer not null {OF_CONTACT}, second_id integer not null {OF_CONTACT});
create unique index different_people_pair on different_people (first_id, second_id);
create index different_people_second_id on different_people (second_id);

create table table_mapping (headings text primary key not null, mapping text not null);

alter table own_letter add column name text not null default '';

alter table message add column search_text text not null default '';
alter table research_note add column search_text text not null default '';
create virtual table message_search using fts5 (search_text, content='message', content_rowid='id',
    tokenize='unicode61', columnsize=0);
create virtual table research_note_search using fts5 (search_text, content='research_note', content_rowid='id',
    tokenize='unicode61', columnsize=0)
"""


def triggers(table: str) -> tuple[str, ...]:
    """What keeps the search of a table in step with it."""
    index = f"{table}_search"
    gone = f"insert into {index} ({index}, rowid, search_text) values ('delete', old.id, old.search_text)"
    there = f"insert into {index} (rowid, search_text) values (new.id, new.search_text)"
    return (
        f"create trigger {index}_insert after insert on {table} begin {there}; end",
        f"create trigger {index}_delete after delete on {table} begin {gone}; end",
        f"create trigger {index}_update after update of search_text on {table} begin {gone}; {there}; end",
    )


# The last real contact, as `store.contact_events` derives it from now on: a message sent or answered, a meeting that
# took place. Days of meetings are those of this computer's zone.
LAST_CONTACT = """
update contact set last_contact_on = (
    select max(happened) from (
        select max(sent_on, coalesce(answered_on, sent_on)) as happened from message
        where contact_id = contact.id and state = 'sent' and sent_on is not null and deleted_at is null
        union all
        select date(coalesce(starts_at, created_at), 'localtime') from meeting
        where contact_id = contact.id and state = 'met' and deleted_at is null))
where id in (select contact_id from message union select contact_id from meeting)
"""
SEARCHED = {"message": "subject, text, forward_text", "research_note": "text, address"}


def up(migrator: Any, db: Any) -> None:
    """Do everything in one transaction of the runner."""
    for statement in TABLES.split(";"):
        db.execute_sql(statement)
    for table, columns in SEARCHED.items():
        rows = db.execute_sql(f"select id, {columns} from {table}").fetchall()
        db.execute_sql(f"insert into {table}_search ({table}_search) values ('rebuild')")  # the rows that are there
        for statement in triggers(table):
            db.execute_sql(statement)
        for number, *texts in rows:
            db.execute_sql(f"update {table} set search_text = ? where id = ?", (fold(" ".join(texts)), number))
    db.execute_sql(LAST_CONTACT)
    db.execute_sql("pragma user_version = 3")
