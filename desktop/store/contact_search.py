"""What narrows the contact list, as a condition of SQL; whatever is typed is looked for literally."""

from collections.abc import Iterable
from typing import Any

from desktop.core.contact import ContactFilter
from desktop.core.text import fold

WORDS = 32  # of one search; what stands after them narrows nothing more


def condition(wanted: ContactFilter) -> tuple[str, dict[str, Any]]:
    """The condition on `contact c`, and the values it binds; every name in it is ours."""
    clauses: list[str] = ["c.deleted_at is null"]
    values: dict[str, Any] = {}
    for number, word in enumerate(_words(wanted.search)):
        clauses.append(_holds(word, number, values))
    for column, codes in (("stage", wanted.stages), ("source", wanted.sources)):
        if codes:
            clauses.append(f"c.{column} in ({_bound(column, codes, values)})")
    for table, column, chosen in (
        ("contact_tag", "tag", wanted.tags),
        ("contact_direction", "direction_id", wanted.directions),
    ):
        if chosen:
            listed = _bound(column, chosen, values)
            clauses.append(f"c.id in (select contact_id from {table} where {column} in ({listed}))")
    if wanted.organisation_id is not None:
        values["organisation"] = wanted.organisation_id
        clauses.append("c.organisation_id = :organisation")
    return " and ".join(clauses), values


def _words(search: str) -> list[str]:
    """The folded words of a search. What SQLite cannot be given (NUL, half a surrogate pair) is no part of them."""
    typed = search.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    return list(dict.fromkeys(fold(typed).split()))[:WORDS]


def _holds(word: str, number: int, values: dict[str, Any]) -> str:
    """Anywhere in name, organisation and role; at the beginning of a word in everything else."""
    values[f"word{number}"] = word
    named = f"instr(c.search_name, :word{number})"
    if not any(letter.isalnum() for letter in word):
        return f"({named} or instr(' ' || c.search_words, ' ' || :word{number}))"
    # The index knows letters and digits only; quoted, it takes the word apart as it did what it holds.
    escaped = word.replace('"', '""')
    values[f"match{number}"] = f'"{escaped}"*'
    found = f"select rowid from contact_search where contact_search match :match{number}"
    if not word.isalnum():
        found += f" and instr(search_words, :word{number})"
    return f"({named} or c.id in ({found}))"


def _bound(name: str, chosen: Iterable[Any], values: dict[str, Any]) -> str:
    names = {f"{name}{number}": value for number, value in enumerate(sorted(chosen))}
    values |= names
    return ", ".join(f":{key}" for key in names)
