"""What the columns of a table hold is asked once for the same headings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data") as opened:
        yield opened


def test_a_mapping_is_found_by_its_headings_and_the_last_one_counts(store: Store) -> None:
    assert store.table_mappings.find("wer\two") == ""
    for mapping in ("first", "second"):
        with store.action("Import contacts"):
            store.table_mappings.remember("wer\two", mapping)
    assert store.table_mappings.find("wer\two") == "second"
    assert store.table_mappings.find("wer") == ""


def test_a_table_without_headings_is_not_remembered(store: Store) -> None:
    with store.action("Import contacts"):
        store.table_mappings.remember("", "anything")
    assert store.table_mappings.find("") == ""


def test_undo_takes_the_mapping_back_with_the_import(store: Store) -> None:
    with store.action("Import contacts"):
        store.table_mappings.remember("wer", "first")
    store.undo()
    assert store.table_mappings.find("wer") == ""
    assert store.check() == []
