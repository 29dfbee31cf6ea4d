"""Files appear whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from desktop.core.errors import WriteError
from desktop.places import write_whole


def test_a_file_is_written_for_its_owner_only_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"one")
    assert (tmp_path / "a.pdf").read_bytes() == b"one"
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    write_whole(tmp_path / "a.pdf", b"new", 0o640)
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


def test_a_disk_that_is_full_leaves_the_older_file_and_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="no room left"):
        write_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="is not there"):
        write_whole(tmp_path / "gone" / "a.pdf", b"new")


def test_a_folder_in_the_file_s_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(WriteError, match="is a folder"):
        write_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").is_dir()
