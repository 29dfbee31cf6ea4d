"""Who is the same person, and what does not make two people one."""

from typing import Any

import pytest

from desktop.core.contact import Contact, Detail
from desktop.core.people.duplicates import KnownBy, Likeness, Shared, judge_pair, known_by
from desktop.store.match_keys import words


def person(name: str = "Ann Lee", organisation: str = "", **details: str) -> KnownBy:
    lists: dict[str, Any] = {kind: (Detail(value),) for kind, value in details.items() if kind != "role"}
    return known_by(Contact(name=name, organisation=organisation, role=details.get("role", ""), **lists), words())


def likeness(one: KnownBy, other: KnownBy) -> Likeness:
    there, back = judge_pair(one, other, words()), judge_pair(other, one, words())
    assert there == back
    return there.likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(emails="ann@x.org"), person("Lee, Annie", emails="ANN@x.org")),
        (person(emails="ann@x.org"), person("A. Lee", "Acme", emails="ann@x.org")),
        (person(emails="ann@x.org"), person("", emails="ann@x.org")),
        (person(phones="+1 212 555 1234"), person(phones="212-555-1234")),
        (person(links="linkedin.com/in/ann"), person(links="https://www.linkedin.com/in/ann/")),
        (person(), person()),
        (person("Ann Lee", "Acme", emails="info@acme.org"), person("Ann Lee", "Acme Inc.", emails="info@acme.org")),
    ],
)
def test_the_same_person(one: KnownBy, other: KnownBy) -> None:
    assert likeness(one, other) is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(emails="ann@x.org"), person("Ann Smith Ito", emails="ann@x.org")),
        (person("Bob Kim", emails="ann@x.org"), person(emails="ann@x.org")),
        (person("Ann Lee", "Acme GmbH", emails="a@x.org"), person("Anna Lee", "ACME", emails="b@y.org")),
        (person(emails="a@x.org"), person()),
        (person(role="Nurse"), person(role="Plumber")),
        (person("A. Lee", phones="212 555 1234"), person(phones="212 555 1234")),
        (person("Ann Lee", emails="info@acme.org"), person("Ann Lee", "Acme", emails="info@acme.org")),
    ],
)
def test_alike_enough_to_ask(one: KnownBy, other: KnownBy) -> None:
    assert likeness(one, other) is Likeness.LIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ann Lee", "Acme"), person("Ann Lee", "Globex")),
        (person(emails="a@x.org"), person(emails="b@y.org")),
        (person("Ann Lee", phones="212 555 0000"), person("Bob Kim", phones="212 555 0000")),
        (person("Ann Lee", emails="info@acme.org"), person("Bob Kim", emails="info@acme.org")),
        (person("Alexander Kim", "Acme"), person("Alexandra Kim", "Acme")),
        (person("Ann B. Lee", "Acme"), person("Ann C. Lee", "Acme")),
        (person("Lee", "Acme"), person("Ann Lee", "Acme")),
        (
            person("Ann Lee", "Acme", emails="a@x.org", links="linkedin.com/in/ann"),
            person("Ann Lee", "Acme", emails="b@x.org", links="linkedin.com/in/ann-lee-2"),
        ),
    ],
)
def test_two_people(one: KnownBy, other: KnownBy) -> None:
    assert likeness(one, other) is Likeness.NONE


def test_it_is_said_what_they_share() -> None:
    one = person("Ann Lee", "Acme", emails="ann@x.org", phones="+1 212 555 1234")
    assert judge_pair(one, one, words()).shared == (Shared.EMAIL, Shared.PHONE, Shared.NAME, Shared.ORGANISATION)
