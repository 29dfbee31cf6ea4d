"""The way onto a computer: the wheel holds the whole program, and the README's commands say what they lack."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import desktop

ROOT = Path(__file__).resolve().parent.parent
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="packaging/start and packaging/test are for Linux")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: a build must neither see nor leave anything in the checkout."""
    source = tmp_path_factory.mktemp("source") / "groundwork"
    source.mkdir()
    for folder in ("desktop", "resources"):
        shutil.copytree(ROOT / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, source)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=source, check=True, capture_output=True
    )
    return next((source / "dist").glob("*.whl"))


def test_the_wheel_holds_every_module_and_every_resource(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "desktop").rglob("*.py")}
    resources = {
        f"desktop/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    shipped = {name for name in names if ".dist-info/" not in name}
    assert shipped - {name for name in shipped if name.endswith(".pyc")} >= modules | resources
    assert not [name for name in names if name.startswith(("tests/", "packaging/"))]


def test_the_wheel_has_the_command_the_version_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = f"groundwork_desktop-{desktop.__version__}.dist-info"
        assert "groundwork = desktop.entry:main" in archive.read(f"{info}/entry_points.txt").decode()
        assert archive.read(f"{info}/licenses/LICENSE").decode().startswith("MIT License")


def test_the_changelog_speaks_of_this_version() -> None:
    assert desktop.__version__ in (ROOT / "CHANGELOG.md").read_text("utf-8")


def _checkout(folder: Path, program: str = "print('started', *sys.argv[1:])") -> Path:
    """A checkout whose environment is ready and whose program only says that it ran."""
    shutil.copytree(ROOT / "packaging", folder / "packaging")
    (folder / "main.py").write_text(f"import sys\n{program}\n", "utf-8")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    shutil.copy(folder / "packaging" / "requirements.txt", folder / ".venv" / "lock-of-requirements.txt")
    return folder


def _pretend(folder: Path, **programs: str) -> dict[str, str]:
    """An environment in which these programs answer with these shell lines."""
    folder.mkdir()
    for name, line in programs.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        program.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}:/usr/bin:/bin"}


@on_linux
def test_start_runs_the_program_from_any_folder_with_its_arguments(tmp_path: Path) -> None:
    start = _checkout(tmp_path / "a folder with spaces") / "packaging" / "start"
    done = subprocess.run([start, "contacts", "--search", "Ada L"], cwd="/", capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stdout) == (0, "started contacts --search Ada L\n"), done.stderr


@on_linux
def test_start_keeps_the_callers_folder_for_relative_paths(tmp_path: Path) -> None:
    start = _checkout(tmp_path / "checkout", "import os; print(os.getcwd())") / "packaging" / "start"
    done = subprocess.run([start], cwd=tmp_path, capture_output=True, text=True, timeout=30)
    assert done.stdout.strip() == str(tmp_path.resolve())


@on_linux
def test_start_says_what_is_lacking_and_the_command_where_it_may_not_install(tmp_path: Path) -> None:
    start = _checkout(tmp_path / "checkout") / "packaging" / "start"
    bare = _pretend(tmp_path / "bin", ldconfig="true", id="echo 1000", sudo="exit 1", apt_get="echo installed")
    done = subprocess.run([start, "--version"], env=bare, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stdout) == (1, "")
    assert "libxcb-cursor.so.0" in done.stderr
    command = next(line for line in done.stderr.splitlines() if "sudo apt-get install" in line)
    assert {"libegl1", "libxcb-cursor0", "libcups2"} <= set(command.split())


@on_linux
def test_start_installs_what_is_lacking_where_it_may(tmp_path: Path) -> None:
    start = _checkout(tmp_path / "checkout") / "packaging" / "start"
    log = tmp_path / "log"
    bare = _pretend(
        tmp_path / "bin", ldconfig="true", id="echo 0", env='shift; exec "$@"', apt_get=f'echo "$@" >> "{log}"'
    )
    done = subprocess.run([start, "x"], env=bare, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stdout) == (0, "started x\n"), done.stderr
    update, install = log.read_text("utf-8").splitlines()
    assert update.startswith("update")
    assert {"install", "-y", "libegl1", "libxcb-cursor0"} <= set(install.split())


@on_linux
def test_start_asks_for_the_packages_by_name_where_there_is_no_apt(tmp_path: Path) -> None:
    start = _checkout(tmp_path / "checkout") / "packaging" / "start"
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname", "basename", "readlink", "uname", "cmp", "grep"):
        (tools / name).symlink_to(Path(shutil.which(name) or name))
    only_these = {"PATH": str(_pretend(tmp_path / "bin", ldconfig="true")["PATH"].split(":")[0]) + f":{tools}"}
    done = subprocess.run([start], env=only_these, capture_output=True, text=True, timeout=30)
    assert done.returncode == 1
    assert "no apt-get" in done.stderr
    assert "libxcb-cursor0" in done.stderr


@on_linux
def test_a_changed_lock_is_noticed_at_the_next_start(tmp_path: Path) -> None:
    checkout = _checkout(tmp_path / "checkout")
    with (checkout / "packaging" / "requirements.txt").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    pip = checkout / ".venv" / "lib" / f"python3.{sys.version_info.minor}" / "site-packages" / "pip"
    pip.mkdir()
    (pip / "__main__.py").write_text("import sys; print('pip', *sys.argv[1:], file=sys.stderr)", "utf-8")
    done = subprocess.run([checkout / "packaging" / "start"], capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stdout) == (0, "started\n"), done.stderr
    assert "--require-hashes --requirement packaging/requirements.txt" in done.stderr
    again = subprocess.run([checkout / "packaging" / "start"], capture_output=True, text=True, timeout=30)
    assert again.stderr == ""
