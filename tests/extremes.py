"""Every column with bounds, and the values at its ends and beyond them."""

from peewee import Field

from desktop.core.bounds import FIRST_DAY, FIRST_MOMENT, LAST_DAY, LAST_MOMENT
from desktop.store.file.rows import moment_text
from desktop.store.store import Store
from desktop.store.tables import TABLES
from desktop.store.tables.fields import DayField, MomentField, NumberField

Value = str | int | float

# What the bounds allow; fields, imports and the archive take it.
INSIDE = ("first", "last")
# What only an older version or another program can have put into the file.
OUTSIDE = ("far before", "far behind", "nonsense")


def bounded_columns() -> list[tuple[str, Field]]:
    """The name of the table and the column of everything that holds a day, a moment or a number."""
    bounded = (DayField, MomentField, NumberField)
    return [
        (table._meta.table_name, field)
        for table in TABLES
        for field in table._meta.sorted_fields
        if isinstance(field, bounded) and field.column_name != "deleted_at"
    ]


def extreme(field: Field, which: str) -> Value:
    """The value of a column at one of `INSIDE` and `OUTSIDE`."""
    if isinstance(field, NumberField):
        numbers = (field.bounds.least, field.bounds.most, -(2**63), 2**63 - 1, "many")
    elif isinstance(field, DayField):
        numbers = (FIRST_DAY.isoformat(), LAST_DAY.isoformat(), "0001-01-01", "9999-12-31", "some day")
    else:
        first, last = moment_text(FIRST_MOMENT), moment_text(LAST_MOMENT)
        numbers = (first, last, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "at noon")
    return numbers[(*INSIDE, *OUTSIDE).index(which)]


def put(store: Store, table: str, field: Field, which: str) -> None:
    """Write an extreme into a column of all rows, straight into the file; what is not there stays so."""
    name = field.column_name
    only = f"where {name} is not null" if name in ("done_on", "read_on") else ""
    store.database.connection().execute(f"update {table} set {name} = ? {only}", (extreme(field, which),))
