"""What every test relies on: windows off the screen, a home of its own, and no warning that passes unseen."""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

# Read when Qt, keyring or the C library first look, so they stand before any import that could look.
_home = Path(tempfile.mkdtemp(prefix="groundwork-"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for _variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
    _folder = _home / _variable.lower()
    _folder.mkdir(mode=0o700)
    os.environ[_variable] = str(_folder)

import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402
from msgspec import Struct  # noqa: E402

from desktop.texts.catalogue import ENGLISH, Language, use  # noqa: E402

# Shared machines are slow at times; what is slow is measured in tests/bench, not by a deadline here.
settings.register_profile("groundwork", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("groundwork")

_data_folders = (_home / f"data-{number}" for number in count())


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(_home, ignore_errors=True)


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Name the fields in which two value classes differ, as pytest does by itself for dataclasses."""
    if op != "==" or not isinstance(left, Struct) or type(left) is not type(right):
        return None
    values = ((name, getattr(left, name), getattr(right, name)) for name in left.__struct_fields__)
    differing = [f"  {name}: {one!r} != {other!r}" for name, one, other in values if one != other]
    return [f"two {type(left).__name__} that differ in", *differing]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """As `theme.application` starts the program, whatever the style of the system."""
    return ["groundwork", "-style", "fusion"]


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test can touch the user's data, nor what another test left."""
    monkeypatch.setenv("XDG_DATA_HOME", str(next(_data_folders)))


@pytest.fixture(autouse=True)
def _no_log_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test; one that provokes it looks at it and then calls `caplog.clear()`."""
    yield
    said = [
        f"{record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    assert not said, "logged a warning: " + "; ".join(said)


@pytest.fixture
def speak() -> Iterator[Callable[[Language], None]]:
    """Lets everything outside the window be said in a language, until the test ends."""
    yield use
    use(ENGLISH)
