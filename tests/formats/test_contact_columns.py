"""What the heading of a column means."""

import pytest

from desktop.formats.contact_columns import ColumnField, column_of, is_linkedin


@pytest.mark.parametrize(
    ("heading", "field", "label", "sure"),
    [
        ("First Name", ColumnField.GIVEN, "", True),
        ("Nachname", ColumnField.FAMILY, "", True),
        ("E-mail", ColumnField.EMAIL, "", True),
        ("Work e-mail", ColumnField.EMAIL, "work", False),
        ("Mobile Phone", ColumnField.PHONE, "mobile", True),
        ("Téléphone (bureau)", ColumnField.PHONE, "work", False),
        ("Twitter", ColumnField.LINK, "X", True),
        ("Participant first name", ColumnField.GIVEN, "", False),
        ("Phonetic First Name", ColumnField.PHONETIC, "", False),
        ("Spouse's e-mail", ColumnField.UNKNOWN, "", False),
        ("Manager's Name", ColumnField.UNKNOWN, "", False),
        ("Sensitivity", ColumnField.LEFT_OUT, "", True),
        ("Favourite tea", ColumnField.UNKNOWN, "", False),
        ("", ColumnField.UNKNOWN, "", False),
        ("E-mail " * 15, ColumnField.UNKNOWN, "", False),  # too long for a heading
    ],
)
def test_a_heading_names_a_field_and_often_a_label(heading: str, field: ColumnField, label: str, sure: bool) -> None:
    column = column_of(heading)
    assert (column.field, column.label, column.sure) == (field, label, sure)


@pytest.mark.parametrize(
    ("heading", "field", "group"),
    [
        ("E-mail 2 - Value", ColumnField.EMAIL, "e mail 2"),
        ("E-mail 2 - Type", ColumnField.LABEL, "e mail 2"),
        ("Phone 1 - Label", ColumnField.LABEL, "phone 1"),
        ("Address 3 - PO Box", ColumnField.BOX, "address 3"),
        ("Organization 1 - Title", ColumnField.ROLE, "organization 1"),
        ("Event 1 - Value", ColumnField.UNKNOWN, "event 1"),
    ],
)
def test_googles_columns_of_one_number_belong_together(heading: str, field: ColumnField, group: str) -> None:
    assert (column_of(heading).field, column_of(heading).group) == (field, group)


def test_the_parts_of_one_address_belong_together() -> None:
    home, city, work = (column_of(heading) for heading in ("Home Street 2", "Home City", "Business Street"))
    assert (home.field, city.field, work.field) == (ColumnField.STREET, ColumnField.CITY, ColumnField.STREET)
    assert home.group == city.group == "home"
    assert work.group == "work"
    assert column_of("Postleitzahl").group == column_of("Ort").group == "address"


@pytest.mark.parametrize(
    ("heading", "field", "label"),
    [
        ("Groundwork 1", ColumnField.OWN, ""),
        ("Groundwork Warm line", ColumnField.OWN, "warm_line"),
        ("Groundwork Nonsense", ColumnField.UNKNOWN, ""),
    ],
)
def test_the_own_table_is_known_again(heading: str, field: ColumnField, label: str) -> None:
    assert (column_of(heading).field, column_of(heading).label) == (field, label)


def test_linkedins_list_is_known_by_its_columns() -> None:
    columns = [column_of(heading) for heading in ("First Name", "Last Name", "URL", "Connected On")]
    assert is_linkedin(columns)
    assert not is_linkedin(columns[:3])
