"""A change of one field whose name is known only when the program runs, because a table of fields gave it."""

from typing import Any


def named(name: str, value: object) -> dict[str, Any]:
    """The change as `update(id, **named(name, value))` takes it.

    The one place where mypy cannot compare it with the fields there are; the store refuses an unknown name.
    """
    return {name: value}
