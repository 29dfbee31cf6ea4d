"""Text that would be markup, a link or a file to load if anything read it so, in every text field of the store."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, connect

# Columns that hold words of the user, by their last name; all other text of the store is a code, a day or a key.
_WORDS = re.compile(
    r"name|industry|notes|reason|pronounced|pronouns|role|source_detail|warm_line|stage_reason|corrected_because|"
    r"referred_for|cares_about|give_back|imported_from|tag|label|text|title|author|purpose|place|dial_in|opening|"
    r"ask_for_notes|who_else|use_name|thanks|route|phone_for_day|surprised|will_use|named|promised|their_words|feared|"
    r"happened|follow_up|answer|with_whom|objective|learned|applied|believed|will_try|came_of_it|energised|subject|"
    r"forward_text|body|forward|asked_back|rescues|bring|new_questions"
)
_LISTS = {"asked_back", "rescues", "bring", "new_questions"}  # kept as JSON
_CODES = {("contact", "follow_up"), ("message", "answer"), ("research_note", "subject"), ("schema_migration", "name")}


def hostile(text: str, image: Path) -> str:
    """The text, and before it what Qt would read as HTML, with an image to load."""
    return f'<b>x</b> <img src="{image.as_uri()}"> &amp; <a href="https://evil.example/">here</a> {text}'


def fill(data: Path, image: Path) -> int:
    """Put it into every text field of a data file that holds something; returns how many values it is in."""
    changed = 0
    with closing(connect(data)) as connection, connection:
        for table, column in _columns(connection):
            rows = connection.execute(f'SELECT rowid, "{column}" FROM "{table}" WHERE "{column}" <> \'\'').fetchall()
            for row, value in rows:
                new = _inside(value, image) if column in _LISTS else hostile(value, image)
                changed += new != value
                connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (new, row))
        for part in ("name", "headline", "background"):
            mine = ("SELECT value FROM setting WHERE key = ?", (f"profile.{part}",))
            new = hostile(connection.execute(*mine).fetchone()[0], image)
            connection.execute("UPDATE setting SET value = ? WHERE key = ?", (new, f"profile.{part}"))
    return changed


def _inside(value: str, image: Path) -> str:
    """The same in every text of a list kept as JSON."""

    def changed(part: object) -> object:
        match part:
            case str():
                return hostile(part, image) if part else part
            case list():
                return [changed(each) for each in part]
            case dict():
                return {key: changed(each) for key, each in part.items()}
        return part

    return json.dumps(changed(json.loads(value)), ensure_ascii=False)


def _columns(connection: Connection) -> Iterator[tuple[str, str]]:
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        for _number, column, kind, *_rest in connection.execute(f'PRAGMA table_info("{table}")'):
            if kind.upper() == "TEXT" and _WORDS.fullmatch(column) and (table, column) not in _CODES:
                yield table, column
