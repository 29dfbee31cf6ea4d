"""Every field that is shown, merged, exported or put into letters has a word."""

import pytest

from desktop.core.contact_fields import IN_LETTERS, ExportGroup
from desktop.core.people.merging import MERGE_FIELDS
from desktop.ui.contacts import field_words
from tests.contact_values import TYPED

pytestmark = pytest.mark.usefixtures("qapp")


def test_whatever_is_typed_or_merged_has_a_name() -> None:
    for name in {field.name for field in (*TYPED, *MERGE_FIELDS)}:
        assert field_words.field_label(name)
        assert "&" not in field_words.name(name)


def test_whatever_letters_hold_and_whatever_leaves_has_a_name() -> None:
    assert all(field_words.in_letters(field.name) for field in IN_LETTERS)
    assert {group for group, word in field_words.groups() if word} == set(ExportGroup)
