"""The first schema: contacts, organisations, directions, meetings with their plan, learning log, profile, settings.

Written as plain SQL so that it stays as it was whatever the tables of a later version look like. Every recorded table
has a NOT NULL primary key (SQLite's session extension needs one); ids are never reused (AUTOINCREMENT).
"""

from typing import Any

ID = "id integer primary key autoincrement not null"
LIFE = "created_at text, deleted_at text"

TABLES = f"""
create table organisation ({ID}, name text not null, folded text not null, industry text not null default '',
    website text not null default '', notes text not null default '', {LIFE});
create index organisation_folded on organisation (folded);
create index organisation_deleted_at on organisation (deleted_at) where deleted_at is not null;

create table direction ({ID}, kind text not null, name text not null, verdict text, reason text not null default '',
    decided_on text, notes text not null default '', {LIFE});

create table contact ({ID}, name text not null, sort_key text not null, search_name text not null,
    search_words text not null default '', pronounced text not null default '', role text not null default '',
    organisation_id integer references organisation (id) on delete set null, source text,
    source_detail text not null default '', found_on text,
    referrer_id integer references contact (id) on delete set null, may_use_name text not null default 'ask',
    time_zone text not null default '', comfort integer, warm_line text not null default '',
    notes text not null default '', stage text not null default 'found', stage_reason text not null default '', {LIFE});
create index contact_by_name on contact (sort_key, id, search_name, stage, source, comfort, organisation_id, role,
    deleted_at) where deleted_at is null;
create index contact_by_comfort on contact (stage, comfort, sort_key) where deleted_at is null;
create index contact_organisation_id on contact (organisation_id);
create index contact_referrer_id on contact (referrer_id);
create index contact_deleted_at on contact (deleted_at) where deleted_at is not null;

create table contact_count (id integer primary key not null check (id = 1), living integer not null);
insert into contact_count values (1, 0);

create table contact_detail ({ID}, contact_id integer not null references contact (id) on delete cascade,
    kind text not null, label text not null default '', value text not null, position integer not null default 0);
create index contact_detail_contact_id on contact_detail (contact_id);

create table contact_tag ({ID}, contact_id integer not null references contact (id) on delete cascade,
    tag text not null);
create index contact_tag_contact_id on contact_tag (contact_id);
create index contact_tag_tag on contact_tag (tag);

create table contact_direction ({ID}, contact_id integer not null references contact (id) on delete cascade,
    direction_id integer not null references direction (id) on delete cascade);
create index contact_direction_contact_id on contact_direction (contact_id);
create index contact_direction_direction_id on contact_direction (direction_id);

create virtual table contact_search using fts5 (search_words, content='contact', content_rowid='id',
    tokenize='unicode61', columnsize=0);

create table research_note ({ID}, subject text not null, text text not null, address text not null default '',
    read_on text, organisation_id integer references organisation (id) on delete cascade,
    contact_id integer references contact (id) on delete cascade, {LIFE});
create index research_note_organisation_id on research_note (organisation_id);
create index research_note_contact_id on research_note (contact_id);

create table meeting ({ID}, contact_id integer not null references contact (id) on delete cascade,
    direction_id integer references direction (id) on delete set null, state text not null default 'planned',
    purpose text not null default '', starts_at text, zone text not null default '',
    minutes integer not null default 20, way text not null default 'face_to_face', place text not null default '',
    dial_in text not null default '', remind_to_confirm integer not null default 1, opening text not null default '',
    ask_for_notes text not null default '', asked_back text not null default '[]',
    rescues text not null default '[]', who_else text not null default '', use_name text not null default '',
    thanks text not null default '', bring text not null default '[]', arrive_early integer not null default 10,
    route text not null default '', phone_for_day text not null default '', looked_up text not null default '[]',
    page text not null default '', notes text not null default '', {LIFE});
create index meeting_contact_id on meeting (contact_id);
create index meeting_starts_at on meeting (starts_at);

create table planned_question ({ID}, meeting_id integer not null references meeting (id) on delete cascade,
    question_key text not null default '', topic text not null default '', text text not null,
    priority text not null default 'should', minutes integer not null default 3, follow_up text not null default '',
    position integer not null default 0, answer text not null default '');
create index planned_question_meeting_id on planned_question (meeting_id);

create table meeting_fact ({ID}, meeting_id integer not null references meeting (id) on delete cascade,
    note_id integer not null references research_note (id) on delete cascade, position integer not null default 0);
create index meeting_fact_meeting_id on meeting_fact (meeting_id);
create index meeting_fact_note_id on meeting_fact (note_id);

create table own_topic ({ID}, key text not null, name text not null, {LIFE});
create table own_question ({ID}, key text not null, topic text not null, text text not null,
    minutes integer not null default 3, follow_up text not null default '', {LIFE});
create index own_question_key on own_question (key);

create table learning_entry ({ID}, happened_on text, kind text not null, title text not null default '',
    with_whom text not null default '', meeting_id integer references meeting (id) on delete set null,
    minutes_preparing integer not null default 0, minutes_meeting integer not null default 0,
    minutes_writing integer not null default 0, objective text not null default '', learned text not null default '',
    applied text not null default '', search_text text not null default '', {LIFE});
create index learning_entry_happened_on on learning_entry (happened_on);
create index learning_entry_meeting_id on learning_entry (meeting_id);

create table learning_evidence ({ID}, entry_id integer not null references learning_entry (id) on delete cascade,
    label text not null default '', address text not null, position integer not null default 0);
create index learning_evidence_entry_id on learning_evidence (entry_id);

create table learning_direction ({ID}, entry_id integer not null references learning_entry (id) on delete cascade,
    direction_id integer not null references direction (id) on delete cascade);
create index learning_direction_entry_id on learning_direction (entry_id);
create index learning_direction_direction_id on learning_direction (direction_id);

create table setting (key text primary key not null, value text not null)
"""

TRIGGERS = (
    """create trigger contact_search_insert after insert on contact begin
        insert into contact_search (rowid, search_words) values (new.id, new.search_words); end""",
    """create trigger contact_search_delete after delete on contact begin
        insert into contact_search (contact_search, rowid, search_words)
        values ('delete', old.id, old.search_words); end""",
    """create trigger contact_search_update after update of search_words on contact begin
        insert into contact_search (contact_search, rowid, search_words)
        values ('delete', old.id, old.search_words);
        insert into contact_search (rowid, search_words) values (new.id, new.search_words); end""",
    # Counting a million rows takes as long as showing them.
    """create trigger contact_count_insert after insert on contact when new.deleted_at is null begin
        update contact_count set living = living + 1; end""",
    """create trigger contact_count_delete after delete on contact when old.deleted_at is null begin
        update contact_count set living = living - 1; end""",
    """create trigger contact_count_update after update of deleted_at on contact begin
        update contact_count set living = living + (new.deleted_at is null) - (old.deleted_at is null); end""",
)


def up(migrator: Any, db: Any) -> None:
    """Create everything in one transaction of the runner."""
    for statement in TABLES.split(";"):
        db.execute_sql(statement)
    for statement in TRIGGERS:
        db.execute_sql(statement)
    db.execute_sql("pragma application_id = 1198682231")  # "Grdw"
    db.execute_sql("pragma user_version = 1")
