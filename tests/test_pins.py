"""The pinned versions: the reason for each pin, and lock files that can be trusted and used anywhere."""

import re
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-test.txt")


def _project() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {
        "requirements.txt": project["dependencies"],
        "requirements-test.txt": project["optional-dependencies"]["test"],
    }


def _locked(name: str) -> dict[str, str]:
    """Package name → its whole entry, the continued lines joined."""
    text = (ROOT / "packaging" / name).read_text("utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return {entry.split("==")[0].strip(): entry for entry in entries}


def test_the_pinned_pyside_is_the_one_that_runs() -> None:
    assert "pyside6==6.11.3" in _project()["requirements.txt"]
    assert version("pyside6") == "6.11.3"


def test_setting_a_text_a_thousand_times_drops_no_reference_to_none(qapp: object) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 100  # PySide6 6.12.0 on Python 3.11: before - 1000


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_one_version_and_hashes(name: str) -> None:
    entries = _locked(name)
    assert len(entries) > 10
    for package, entry in entries.items():
        assert re.match(r"^[a-z0-9-]+==[0-9][^ ]* ", entry), package
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), package


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_no_place_of_one_machine(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text("utf-8")
    for trace in (
        "://",
        "--index",
        "--extra-index",
        "--find-links",
        "--trusted",
        " @ ",
        "/home/",
        "/root/",
        "/tmp/",
        "/opt/",
    ):
        assert trace not in text


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(name: str) -> None:
    entries = _locked(name)
    for line in _project()[name]:
        wanted = Requirement(line)
        locked = entries[wanted.name].split("==")[1].split()[0]
        assert wanted.specifier.contains(locked), line


def test_the_test_lock_holds_the_very_entries_of_the_other() -> None:
    both = _locked("requirements-test.txt")
    for package, entry in _locked("requirements.txt").items():
        assert both[package].split("--hash")[0].split("==")[1].split()[0] == entry.split("==")[1].split()[0], package


def test_reportlab_is_never_asked_for_its_bidi_extra() -> None:
    assert not any("reportlab" in line and "bidi" in line for line in _project()["requirements.txt"])
