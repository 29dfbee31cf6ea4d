"""The calendar of everything that has a day: written once, or kept up to date in a folder."""

from hashlib import sha256
from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.export.calendar_plan import CalendarEntries, entries
from desktop.places import write_whole
from desktop.store.calendar_facts import calendar_material
from desktop.store.store import Store
from desktop.work.clock import user_now


def write_calendar(store: Store, path: Path, force: bool = False) -> int:
    """Write the calendar, titled in the language in use, and return how many entries it has.

    `force`: also over a file that is no calendar.

    Raises:
        UserError: if nothing has a day yet; nothing was written.
        WriteError: if the file cannot be written.
    """
    from desktop.formats.calendar_file import calendar_bytes

    found = _entries(store)
    if not found:
        raise UserError("write_errors.nothing_dated")
    write_whole(path, calendar_bytes(found, user_now(store)), force=force)
    return len(found)


def keep_calendar(store: Store, path: Path, kept: tuple[Path, str] | None) -> tuple[Path, str]:
    """Write the calendar, possibly an empty one, if it is not there or has changed; return what is in the file now.

    That is the path, and a hash of everything but the moment of writing; the next call is given it as `kept`.
    """
    from desktop.formats.calendar_file import calendar_bytes

    found = _entries(store)
    now_kept = (path, sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest())
    if now_kept != kept or not path.exists():
        write_whole(path, calendar_bytes(found, user_now(store)))
    return now_kept


def _entries(store: Store) -> CalendarEntries:
    today = user_now(store).date()
    return entries(calendar_material(store, today), today)
