"""Every field of the table of contact fields goes out with its group and never without, and comes back from files."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from desktop.core.contact import CardProperty, Contact
from desktop.core.contact_fields import ALWAYS, CONTACT_FIELDS, ContactField, ExportGroup, ValueKind
from desktop.core.export.contact_export import ContactRecord, ExportKind, VCardVersion
from desktop.core.values import replace
from desktop.formats.contact_csv import read_contact_table
from desktop.formats.contact_csv_writing import write_table
from desktop.formats.contact_files import write_contacts
from desktop.formats.vcard import read_vcards
from desktop.formats.vcard_writing import write_cards
from tests.contact_values import value, word

WHOLE = Contact(**{field.name: value(field) for field in CONTACT_FIELDS})
VERSIONS: tuple[VCardVersion, ...] = ("3.0", "4.0")
FORMATS: tuple[tuple[ExportKind, VCardVersion], ...] = (
    (ExportKind.VCARD, "3.0"),
    (ExportKind.VCARD, "4.0"),
    (ExportKind.CSV, "4.0"),
    (ExportKind.MARKDOWN, "4.0"),
)
# In Markdown these are told without a word of their own before them, or among what the contact is reached by.
TOLD_OTHERWISE = ("name", "role", "organisation", "source_detail", "notes")
by_name = pytest.mark.parametrize("field", CONTACT_FIELDS, ids=lambda field: field.name)
by_format = pytest.mark.parametrize(("kind", "version"), FORMATS)


def written(
    folder: Path, contact: Contact, kind: ExportKind, version: VCardVersion, groups: Iterable[ExportGroup]
) -> str:
    path = folder / "file"
    record = ContactRecord(contact, "Referrer" if contact.referrer_id else "")
    write_contacts(path, kind, [record], frozenset(groups), confidential=True, vcard=version)
    return path.read_text("utf-8")


def is_carried(field: ContactField, kind: ExportKind) -> bool:
    if kind is ExportKind.VCARD:
        return bool(field.card or field.own) or field.kind is ValueKind.PROPERTIES
    if kind is ExportKind.CSV:
        return bool(field.heading or field.own)
    return bool(field.told) or field.kind is ValueKind.DETAILS or field.name in TOLD_OTHERWISE


@by_format
@by_name
def test_a_field_is_in_a_file_exactly_if_its_group_was_chosen(
    tmp_path: Path, field: ContactField, kind: ExportKind, version: VCardVersion
) -> None:
    without = Contact(name="Ann")
    having = replace(without, **{field.name: value(field)})
    for chosen in (*({group} for group in ExportGroup), set(ExportGroup) - {field.group}, set(ExportGroup)):
        with_it, without_it = (written(tmp_path, each, kind, version, chosen) for each in (having, without))
        leaves = is_carried(field, kind) and (field.group == ALWAYS or field.group in chosen)
        assert (with_it != without_it) is leaves, chosen


@by_format
@by_name
def test_no_word_of_a_field_is_in_a_file_without_its_group(
    tmp_path: Path, field: ContactField, kind: ExportKind, version: VCardVersion
) -> None:
    if field.kind in (ValueKind.TEXT, ValueKind.TAGS, ValueKind.DETAILS) and field.group != ALWAYS:
        text = written(tmp_path, WHOLE, kind, version, set(ExportGroup) - {field.group})
        assert word(field) not in text.replace("\r\n ", "")


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@by_name
def test_an_unknown_property_that_belongs_to_a_field_leaves_with_the_group_of_that_field(
    tmp_path: Path, field: ContactField, version: VCardVersion
) -> None:
    for name in field.card:
        contact = Contact(name="Ann", properties=(CardProperty(name, "further"),))
        left = written(tmp_path, contact, ExportKind.VCARD, version, {ExportGroup.CARD})
        assert ("further" in left) is (field.group == ALWAYS and name != "N"), name


@by_name
def test_a_field_comes_back_from_a_card_and_from_a_table(field: ContactField) -> None:
    contact = replace(Contact(name="Ann"), **{field.name: value(field)})
    for version in VERSIONS:
        (person,) = read_vcards(write_cards([contact], version), "a.vcf").people
        assert (getattr(person.contact, field.name) == value(field)) is is_carried(field, ExportKind.VCARD)
    (person,) = read_contact_table(write_table([contact]), "a.csv").people
    assert (getattr(person.contact, field.name) == value(field)) is is_carried(field, ExportKind.CSV)
