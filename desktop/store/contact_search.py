"""What narrows the contact list, as a condition of SQL; whatever is typed is looked for literally.

Hand-written SQL, as part of the statements of `contact_list`, which run at each keystroke: 0.8 ms, by peewee 1.8.
"""

from collections.abc import Iterable

from desktop.core.contact import ContactFilter
from desktop.core.people.search import search_words

# What else is written about a contact, with its index: messages to them, and what was found on them or on where
# they work. A column of the row says whose it is, and one of `contact c` is compared with it.
_WRITTEN = (
    ("message", "contact_id", "c.id"),
    ("research_note", "contact_id", "c.id"),
    ("research_note", "organisation_id", "c.organisation_id"),
)


def condition(wanted: ContactFilter) -> tuple[str, dict[str, str | int | None]]:
    """The condition on `contact c`, and the values it binds; every name in it is ours."""
    clauses: list[str] = ["c.deleted_at is null"]
    values: dict[str, str | int | None] = {}
    for number, word in enumerate(search_words(wanted.search)):
        clauses.append(_holds(word, number, values))
    for column, codes in (("stage", wanted.stages), ("source", wanted.sources)):
        if codes:
            clauses.append(f"c.{column} in ({_bound(column, codes, values)})")
    linked: tuple[tuple[str, str, Iterable[str | int]], ...] = (
        ("contact_tag", "tag", wanted.tags),
        ("contact_direction", "direction_id", wanted.directions),
    )
    for table, column, chosen in linked:
        if chosen:
            listed = _bound(column, chosen, values)
            clauses.append(f"c.id in (select contact_id from {table} where {column} in ({listed}))")
    if wanted.organisation_id is not None:
        values["organisation"] = wanted.organisation_id
        clauses.append("c.organisation_id = :organisation")
    return " and ".join(clauses), values


def _holds(word: str, number: int, values: dict[str, str | int | None]) -> str:
    """Anywhere in name, organisation and role; at the beginning of a word in everything else."""
    values[f"word{number}"] = word
    named = f"instr(c.search_name, :word{number})"
    if not any(letter.isalnum() for letter in word):
        begins = f"instr(' ' || search_text, ' ' || :word{number})"
        written = [_written(begins, *place) for place in _WRITTEN]
        return f"({named} or instr(' ' || c.search_words, ' ' || :word{number}) or {' or '.join(written)})"
    # The index knows letters and digits only; quoted, it takes the word apart as it did what it holds.
    escaped = word.replace('"', '""')
    values[f"match{number}"] = f'"{escaped}"*'
    literal = "" if word.isalnum() else f" and instr({{}}, :word{number})"
    found = f"select rowid from contact_search where contact_search match :match{number}{literal}"
    written = [
        _written(
            f"t.id in (select rowid from {place[0]}_search where {place[0]}_search match :match{number}"
            f"{literal.format('search_text')})",
            *place,
        )
        for place in _WRITTEN
    ]
    return f"({named} or c.id in ({found.format('search_words')}) or {' or '.join(written)})"


def _written(holds: str, table: str, owner: str, compared: str) -> str:
    """That the contact is among those whose rows of a table hold something."""
    living = f"t.deleted_at is null and t.{owner} is not null"
    return f"{compared} in (select t.{owner} from {table} t where {living} and {holds})"


def _bound(name: str, chosen: Iterable[str | int], values: dict[str, str | int | None]) -> str:
    names = {f"{name}{number}": value for number, value in enumerate(sorted(chosen, key=str))}
    values |= names
    return ", ".join(f":{key}" for key in names)
