"""Which columns are fields of a value of core, and which names can be changed."""

import pytest

from desktop.core.promise import Promise
from desktop.store.tables import PromiseRow
from desktop.store.tables.rows import check_names, columns_of, field_names


def test_columns_stand_in_the_order_of_the_fields() -> None:
    names = field_names(Promise)
    assert names[:3] == ("id", "contact_id", "meeting_id")
    assert [
        column.object_id_name if hasattr(column, "object_id_name") else column.name
        for column in columns_of(PromiseRow, Promise)
    ] == list(names)
    assert "id" not in field_names(Promise, without=("id",))


def test_a_name_that_cannot_be_changed_is_refused_by_its_name() -> None:
    check_names({"text": "x"}, ("text", "mine"), "a promise")
    check_names({}, (), "a promise")
    with pytest.raises(TypeError, match="a promise has no colour, id to change"):
        check_names({"id": 1, "text": "x", "colour": "red"}, ("text",), "a promise")
