"""The calendar of everything that has a day, for `export --as ics`."""

from datetime import datetime

from desktop.core.errors import UserError
from desktop.store.store import Store


def calendar_of_everything(store: Store, now: datetime) -> tuple[bytes, int]:
    """The file, and how many entries it holds. `now` is in the user's zone.

    Raises:
        UserError: if nothing has a day yet.
    """
    from desktop.core.export.calendar_plan import entries
    from desktop.formats.calendar_file import calendar_bytes
    from desktop.store.calendar_facts import calendar_material

    found = entries(calendar_material(store, now.date()), now.date())
    if not found:
        raise UserError("write_errors.nothing_dated")
    return calendar_bytes(found, now), len(found)
