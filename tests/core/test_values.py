"""`replace` copies a value with some fields changed, and mypy still checks each field by name and type."""

from pathlib import Path

import pytest
from msgspec import Struct
from mypy import api

from desktop.core.values import replace

ROOT = Path(__file__).resolve().parents[2]


class Boat(Struct, frozen=True):
    """A value for these tests."""

    name: str
    masts: int = 1


def test_a_copy_differs_in_what_was_changed_only() -> None:
    boat = Boat("Tern", 2)
    assert (replace(boat, masts=3), boat) == (Boat("Tern", 3), Boat("Tern", 2))


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Boat("Tern").masts = 2  # type: ignore[misc]


def test_mypy_finds_a_wrong_name_and_a_wrong_type(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    source = (
        "from desktop.core.promise import Promise\n"
        "from desktop.core.values import replace\n"
        "replace(Promise(), text='x')\n"
        "replace(Promise(), texd='x')\n"
        "replace(Promise(), text=1)\n"
    )
    (tmp_path / "wrong.py").write_text(source)
    said, _, _ = api.run(["--follow-imports=silent", "--cache-dir", str(tmp_path), str(tmp_path / "wrong.py")])
    assert [line.split(":")[1] for line in said.splitlines() if ": error:" in line] == ["4", "5"]
