"""The fourth schema: pronouns of a contact. Those that came with a card, unknown until now, become the field."""

import re
from typing import Any

from desktop.core.text import fold, one_line

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ON_CARDS = (
    "select id, contact_id, value from contact_property where upper(name) in ('PRONOUNS', 'X-PRONOUNS') "
    "order by contact_id, position, id"
)
_KEEP = "update contact set pronouns = ?, search_words = search_words || ? where id = ?"


def _text(value: str) -> str:
    """The value of a property with its escapes undone, on one line."""
    return one_line(_ESCAPED.sub(lambda escape: " " if escape[1] in "nN" else escape[1], value))


def up(migrator: Any, db: Any) -> None:
    """Do everything in one transaction of the runner."""
    db.execute_sql("alter table contact add column pronouns text not null default ''")
    moved: set[int] = set()
    for property_id, contact_id, value in db.execute_sql(_ON_CARDS).fetchall():
        if contact_id not in moved and (pronouns := _text(value)):
            moved.add(contact_id)
            db.execute_sql(_KEEP, (pronouns, f" {fold(pronouns)}", contact_id))
            db.execute_sql("delete from contact_property where id = ?", (property_id,))
    db.execute_sql("pragma user_version = 4")
