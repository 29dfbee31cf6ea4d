"""What every table has in common."""

from peewee import AutoField, Model

from desktop.store.file.peewee_database import open_database
from desktop.store.tables.fields import MomentField


class Table(Model):  # type: ignore[misc]
    """What every table with ids has."""

    id = AutoField()

    class Meta:
        database = open_database


class Living(Table):
    """A table whose rows are marked when deleted, so that they can be restored."""

    created_at = MomentField(null=True)
    deleted_at = MomentField(null=True)
