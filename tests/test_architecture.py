"""The shape of the house: layers, what only one room may hold, the size of files, and a command line without Qt."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from importlinter.application import use_cases
from importlinter.configuration import configure

ROOT = Path(__file__).resolve().parent.parent
CORE_FILES = sorted((ROOT / "desktop" / "core").rglob("*.py"))


def test_every_layer_contract_is_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    configure()
    kept = use_cases.lint_imports(config_filename="pyproject.toml", cache_dir=None)
    assert kept, capsys.readouterr().out


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports made late, or only for types, count too."""
    graph = grimp.build_graph("desktop", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()  # raises CycleError, which names the circle


def _own_files() -> Iterator[Path]:
    yield ROOT / "main.py"
    for folder in ("desktop", "tests", "packaging"):
        yield from (ROOT / folder).rglob("*.py")


def test_a_file_fits_in_one_reading() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in _own_files()}
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path.relative_to(ROOT)) for path in _own_files() if not _docstring(path)]
    assert silent == []


def _docstring(path: Path) -> str:
    text = path.read_text("utf-8")
    # An empty file only marks a folder as a package.
    return ast.get_docstring(ast.parse(text)) or "" if text.strip() else "an empty marker"


@pytest.mark.parametrize("path", CORE_FILES, ids=lambda path: path.stem)
def test_core_has_no_clock_and_opens_nothing(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}
    assert names.isdisjoint({"now", "today", "utcnow", "open", "print", "read_text", "write_text"})


def test_the_command_line_does_its_work_without_qt(tmp_path: Path) -> None:
    watched = (
        "import runpy, sys\n"
        "sys.argv = sys.argv[1:]\n"
        "try:\n"
        "    runpy.run_path(sys.argv[0], run_name='__main__')\n"
        "finally:\n"
        "    qt = sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'desktop.ui')))\n"
        "    assert not qt, qt\n"
    )
    main = [sys.executable, "-c", watched, str(ROOT / "main.py"), "--data", str(tmp_path / "data")]
    for command in (
        ["demo"],
        ["contacts", "--search", "a", "--json"],
        ["brief", "next", "--out", str(tmp_path / "brief.pdf")],
        ["check", "--json"],
    ):
        done = subprocess.run([*main, *command], capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, ""), command
