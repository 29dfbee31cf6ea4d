"""The kind of a file is told by what is in it."""

import pytest

from desktop.core.content_kind import SAMPLE, ContentKind, content_kind


@pytest.mark.parametrize(
    "text", ["Dear Ann, thanks for your time.\n", "# Ann\n\n- one, two\n", "Imported: 3 new, 2 merged\na.vcf, line 3\n"]
)
def test_prose_is_no_table(text: str) -> None:
    assert content_kind(text.encode()) is ContentKind.TEXT
    assert content_kind(text.encode("utf-16")) is ContentKind.TEXT


def test_a_table_is_told_by_its_headings_though_the_sample_ends_within_a_record() -> None:
    table = b"Name,Notes\n" + b'Ann,"one, two\nthree"\n' * SAMPLE
    assert content_kind(table) is ContentKind.TABLE
    assert content_kind(table[:SAMPLE]) in (ContentKind.TABLE, ContentKind.TEXT)
    assert content_kind("Name;Notes\nÄnn;x\n".encode("utf-8-sig")) is ContentKind.TABLE


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n\0\0", b"SQLite format 3\0", b"{}", b"<html>", b"#!/bin/sh\n"])
def test_what_is_never_written_is_another_kind(start: bytes) -> None:
    assert content_kind(start) is ContentKind.OTHER


def test_nothing_is_empty() -> None:
    assert content_kind(b"") is ContentKind.EMPTY
