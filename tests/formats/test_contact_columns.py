"""What the heading of a column means."""

import pytest

from desktop.formats.contact_columns import Field, column_of, is_linkedin


@pytest.mark.parametrize(
    ("heading", "field", "label", "sure"),
    [
        ("First Name", Field.GIVEN, "", True),
        ("Nachname", Field.FAMILY, "", True),
        ("E-mail", Field.EMAIL, "", True),
        ("Work e-mail", Field.EMAIL, "work", False),
        ("Mobile Phone", Field.PHONE, "mobile", True),
        ("Téléphone (bureau)", Field.PHONE, "work", False),
        ("Twitter", Field.LINK, "X", True),
        ("Participant first name", Field.GIVEN, "", False),
        ("Phonetic First Name", Field.PHONETIC, "", False),
        ("Spouse's e-mail", Field.UNKNOWN, "", False),
        ("Manager's Name", Field.UNKNOWN, "", False),
        ("Sensitivity", Field.LEFT_OUT, "", True),
        ("Favourite tea", Field.UNKNOWN, "", False),
        ("", Field.UNKNOWN, "", False),
        ("E-mail " * 15, Field.UNKNOWN, "", False),  # too long for a heading
    ],
)
def test_a_heading_names_a_field_and_often_a_label(heading: str, field: Field, label: str, sure: bool) -> None:
    column = column_of(heading)
    assert (column.field, column.label, column.sure) == (field, label, sure)


@pytest.mark.parametrize(
    ("heading", "field", "group"),
    [
        ("E-mail 2 - Value", Field.EMAIL, "e mail 2"),
        ("E-mail 2 - Type", Field.LABEL, "e mail 2"),
        ("Phone 1 - Label", Field.LABEL, "phone 1"),
        ("Address 3 - PO Box", Field.BOX, "address 3"),
        ("Organization 1 - Title", Field.ROLE, "organization 1"),
        ("Event 1 - Value", Field.UNKNOWN, "event 1"),
    ],
)
def test_googles_columns_of_one_number_belong_together(heading: str, field: Field, group: str) -> None:
    assert (column_of(heading).field, column_of(heading).group) == (field, group)


def test_the_parts_of_one_address_belong_together() -> None:
    home, city, work = (column_of(heading) for heading in ("Home Street 2", "Home City", "Business Street"))
    assert (home.field, city.field, work.field) == (Field.STREET, Field.CITY, Field.STREET)
    assert home.group == city.group == "home"
    assert work.group == "work"
    assert column_of("Postleitzahl").group == column_of("Ort").group == "address"


@pytest.mark.parametrize(
    ("heading", "field", "label"),
    [
        ("Groundwork 1", Field.OWN, ""),
        ("Groundwork Warm line", Field.OWN, "warm_line"),
        ("Groundwork Nonsense", Field.UNKNOWN, ""),
    ],
)
def test_the_own_table_is_known_again(heading: str, field: Field, label: str) -> None:
    assert (column_of(heading).field, column_of(heading).label) == (field, label)


def test_linkedins_list_is_known_by_its_columns() -> None:
    columns = [column_of(heading) for heading in ("First Name", "Last Name", "URL", "Connected On")]
    assert is_linkedin(columns)
    assert not is_linkedin(columns[:3])
