"""As much of a person is taken as one may have, and the rest is told."""

import pytest

from desktop.core.contact import Contact
from desktop.core.people.incoming import Incoming
from desktop.formats.bounds import CELL, bounded
from desktop.formats.reading import read_bytes


def vcard_with(*lines: bytes) -> bytes:
    return b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\n" + b"".join(lines) + b"END:VCARD\r\n"


@pytest.mark.parametrize(
    ("data", "field"),
    [
        (vcard_with(*(b"EMAIL:a%d@b.example\r\n" % at for at in range(1000))), "emails"),
        (vcard_with(*(b"TEL:+49 %d\r\n" % (10**9 + at) for at in range(1000))), "phones"),
        (vcard_with(*(b"URL:https://b.example/%d\r\n" % at for at in range(1000))), "links"),
        (vcard_with(*(b"X-ODD-%d:some\r\n" % at for at in range(1000))), "properties"),
    ],
    ids=["emails", "phones", "links", "properties"],
)
def test_more_details_than_one_person_has_are_left_out_and_told(data: bytes, field: str) -> None:
    found = read_bytes(data, "a.vcf")
    assert len(getattr(found.people[0].contact, field)) == 200
    assert "800" in found.skipped[0].reason
    assert "first 200" in found.skipped[0].reason


def test_a_note_beyond_the_limit_is_cut_and_told() -> None:
    person, said = bounded(Incoming(Contact(name="Ada", notes="x" * (CELL + 1)), "a.vcf", 3))
    assert len(person.contact.notes) == CELL
    assert [(each.line, each.reason) for each in said] == [(3, "Ada: The note was cut after 200000 characters.")]


def test_a_person_within_the_limits_stays_as_they_are() -> None:
    person = Incoming(Contact(name="Ada", notes="x" * CELL), "a.vcf", 1)
    assert bounded(person) == (person, [])
