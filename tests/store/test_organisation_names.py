"""Organisations found or made by their name, one at a time or many at once."""

from datetime import UTC, datetime

import apsw
import pytest

from desktop.store import organisation_names as names
from desktop.store.store import Store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def connection(store: Store) -> apsw.Connection:
    return store.database.connection()


def test_a_name_is_found_whatever_its_case_and_accents_and_made_once(store: Store, connection: apsw.Connection) -> None:
    with store.action("Add"):
        made = names.find_or_create(connection, " Brücken  AG ", NOW)
        assert names.find_or_create(connection, "BRUCKEN ag", NOW) == made
        assert made[1] == "Brücken AG"
        assert names.find_or_create(connection, " ", NOW) == (None, "")


def test_many_names_give_what_one_after_another_would(store: Store, connection: apsw.Connection) -> None:
    with store.action("Add"):
        there = names.find_or_create(connection, "Acme", NOW)
        found = names.find_or_create_all(connection, ["Works", "ACME", "", "WORKS", "Mill"], NOW)
        assert found[1] == there
        assert found[0] == found[3]
        assert [name for _, name in found] == ["Works", "Acme", "", "Works", "Mill"]
        assert found[2] == (None, "")
        assert [names.find_or_create(connection, name, NOW) for name in ("works", "mill")] == [found[0], found[4]]
    assert len(store.organisations.all()) == 3


def test_a_bare_organisation_is_removed_and_one_with_anything_to_it_stays(
    store: Store, connection: apsw.Connection
) -> None:
    with store.action("Add"):
        bare, told = (names.find_or_create(connection, name, NOW)[0] or 0 for name in ("Bare", "Told"))
        store.organisations.update(told, notes="something")
        for number in (bare, told):
            names.remove_if_bare(connection, number)
    assert [each.name for each in store.organisations.all()] == ["Told"]
    assert (names.name_of(connection, told), names.name_of(connection, None)) == ("Told", "")
