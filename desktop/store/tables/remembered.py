"""What was chosen and put off."""

from peewee import Model, TextField

from desktop.store.tables.fields import DayField


class PutOffRow(Model):  # type: ignore[misc]
    key = TextField(primary_key=True)
    until = DayField(null=True)

    class Meta:
        table_name = "put_off"


class TableMappingRow(Model):  # type: ignore[misc]
    headings = TextField(primary_key=True)
    mapping = TextField()

    class Meta:
        table_name = "table_mapping"


class SettingRow(Model):  # type: ignore[misc]
    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"
