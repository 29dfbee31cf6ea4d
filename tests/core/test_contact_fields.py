"""The table of the fields of a contact is complete, and merging and export follow it."""

from typing import get_type_hints

import pytest

from desktop.core.contact import Contact
from desktop.core.contact_fields import (
    ALWAYS,
    CONTACT_FIELDS,
    FIELD_BY_NAME,
    NEVER,
    ContactChanges,
    ContactField,
    ExportGroup,
    MergeRule,
    PagePart,
    ValueKind,
    changes_of,
    changes_to,
)
from desktop.core.export.contact_export import exported_fields, only
from desktop.core.people.merging import MergeSide, merged_contact
from desktop.core.values import replace
from tests.contact_values import CHANGEABLE, value

by_name = pytest.mark.parametrize("field", CONTACT_FIELDS, ids=lambda field: field.name)
WHOLE = Contact(**{field.name: value(field) for field in CONTACT_FIELDS})
SECOND = Contact(**{field.name: value(field, 1) for field in CONTACT_FIELDS})


def test_the_table_has_the_fields_of_a_contact_each_once() -> None:
    assert sorted(field.name for field in CONTACT_FIELDS) == sorted(Contact.__struct_fields__)


def test_what_may_be_changed_is_typed_as_the_contact_is() -> None:
    hints = get_type_hints(Contact)
    assert get_type_hints(ContactChanges) == {field.name: hints[field.name] for field in CHANGEABLE}
    for name in ("nmae", "id", "created_at", "last_contact_on"):
        with pytest.raises(TypeError):
            changes_of({name: None})


@by_name
def test_what_a_row_says_fits_its_kind(field: ContactField) -> None:
    assert (field.codes is not None) == (field.kind is ValueKind.CODE)
    assert bool(field.detail) == (field.kind is ValueKind.DETAILS)
    assert (field.merge is MergeRule.WITH) == bool(field.merged_with)
    assert ("{0}" in field.heading) == (field.kind is ValueKind.DETAILS)
    assert not (field.own and field.card)
    assert not field.card_3 or field.card
    if field.group == NEVER:
        assert not any((field.own, field.card, field.heading, field.told, field.in_letters))


def test_what_is_typed_may_be_exported_and_what_may_be_exported_is_carried() -> None:
    """A reason has to be given here for a field that is in no file of contacts though somebody typed it."""
    points_to_other_rows = {"organisation_id", "referrer_id", "referred_at_id", "directions", "touch_group_id"}
    kept_by_the_store = {field.name for field in CONTACT_FIELDS if field.derived}
    whole_properties = {"properties"}
    carried = {field.name for field in CONTACT_FIELDS if field.card or field.own}
    assert set(Contact.__struct_fields__) - carried == points_to_other_rows | kept_by_the_store | whole_properties
    in_a_table = {field.name for field in CONTACT_FIELDS if field.heading or field.own}
    assert carried - in_a_table == {"photo"}


def test_who_belongs_to_no_part_of_a_page_is_told_elsewhere_or_points_to_rows() -> None:
    nowhere = {field.name for field in CONTACT_FIELDS if field.page is PagePart.NOWHERE}
    assert nowhere == {"id", "organisation_id", "referred_at_id", "created_at"}


# -- export -----------------------------------------------------------------------------------------------------------


@by_name
def test_a_field_leaves_with_its_group_and_with_no_other(field: ContactField) -> None:
    leaves = {
        group for group in ExportGroup if getattr(only(WHOLE, exported_fields({group})), field.name) == value(field)
    }
    assert leaves == {ALWAYS: set(ExportGroup), NEVER: set()}.get(field.group, {field.group})


def test_nothing_chosen_is_the_name() -> None:
    assert only(WHOLE, exported_fields(())) == Contact(name=WHOLE.name)


# -- changes and merging ----------------------------------------------------------------------------------------------


@by_name
def test_what_differs_is_a_change(field: ContactField) -> None:
    before = Contact(name="Ann")
    changes = changes_to(before, replace(before, **{field.name: value(field)}))
    assert changes == ({} if field.derived else {field.name: value(field)})


@by_name
def test_at_a_merge_what_only_the_second_has_is_taken(field: ContactField) -> None:
    second = Contact(**{name: value(FIELD_BY_NAME[name]) for name in (field.merged_with, field.name) if name})
    kept = getattr(merged_contact(Contact(), second), field.name)
    assert kept == (getattr(Contact(), field.name) if field.merge is MergeRule.FIRST else value(field))


@by_name
def test_at_a_merge_what_both_have_follows_the_rule(field: ContactField) -> None:
    mine, theirs = value(field), value(field, 1)
    usual = getattr(merged_contact(WHOLE, SECOND), field.name)
    if field.merge in (MergeRule.FIRST, MergeRule.CHOICE, MergeRule.WITH, MergeRule.FILLED):
        assert usual == mine
    elif field.merge is MergeRule.EARLIER:
        assert usual == min(mine, theirs)
    else:
        assert usual == (f"{mine}\n{theirs}" if isinstance(mine, str) else tuple(dict.fromkeys((*mine, *theirs))))


@by_name
def test_at_a_merge_the_user_chooses_what_the_rule_lets_them_choose(field: ContactField) -> None:
    leader = FIELD_BY_NAME[field.merged_with or field.name]
    chosen = getattr(merged_contact(WHOLE, SECOND, {leader.name: MergeSide.SECOND}), field.name)
    if leader.merge in (MergeRule.CHOICE, MergeRule.BOTH) or field.name == "photo":
        assert chosen == value(field, 1)
