"""The shape of the house: layers, what only one room may hold, the size of files, and a command line without Qt."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from importlinter.application import use_cases
from importlinter.configuration import configure

from desktop.cli import COMMANDS
from desktop.entry import main

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


def test_every_room_of_core_is_in_the_contract_that_keeps_rooms_apart() -> None:
    """That contract cannot be exhaustive: it would have to name every noun at the top level."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each.get("containers") == ["desktop.core"])
    named = {room for layer in layers for room in layer.split(" | ")}
    assert named == {path.parent.name for path in (ROOT / "desktop" / "core").glob("*/__init__.py")}


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


WATCHED = (
    "import runpy, sys\n"
    "sys.argv = sys.argv[1:]\n"
    "try:\n"
    "    runpy.run_path(sys.argv[0], run_name='__main__')\n"
    "finally:\n"
    "    qt = sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'desktop.ui')))\n"
    "    assert not qt, qt\n"
)
# What each command is given; `{folder}` is a folder to write into. The data is that of `demo`.
GIVEN = {
    "import": ["{folder}/card.vcf"],
    "contacts": ["--search", "a", "--json"],
    "export": ["{folder}/all.md"],
    "letter": ["1", "--out", "{folder}/letter.pdf"],
    "today": ["--json"],
    "brief": ["next", "--out", "{folder}/brief.pdf"],
    "chain": ["--json"],
    "check": ["--json"],
    "review": ["{folder}/request.txt"],
    "demo": [],
}


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    (folder / "card.vcf").write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Ito\r\nEND:VCARD\r\n")
    (folder / "request.txt").write_text("Dear Ben, may I ask you three questions?")
    assert main(["--data", str(folder / "data"), "demo"]) == 0
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_does_its_work_without_qt(command: str, demo_folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data" if command == "demo" else demo_folder / "data"
    given = [part.format(folder=demo_folder) for part in GIVEN[command]]
    program = [sys.executable, "-c", WATCHED, str(ROOT / "main.py"), "--data", str(data), command, *given]
    done = subprocess.run(program, capture_output=True, text=True, timeout=60)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def test_neither_version_nor_help_imports_a_command() -> None:
    for option in ("--version", "--help"):
        watched = (
            f"import sys; sys.argv = ['main.py', '{option}']; from desktop.entry import main\n"
            "try:\n"
            "    main()\n"
            "except SystemExit:\n"
            "    print(sorted(name for name in sys.modules if name.startswith('desktop')))\n"
        )
        done = subprocess.run([sys.executable, "-c", watched], cwd=ROOT, capture_output=True, text=True, timeout=60)
        texts = "'desktop.texts', 'desktop.texts.catalogue', 'desktop.texts.marking', 'desktop.texts.usage'"
        assert done.stdout.splitlines()[-1] == f"['desktop', 'desktop.cli', 'desktop.entry', {texts}]"


# -- tests ----------------------------------------------------------------------------------------------------------

MIRRORED = ("core", "store", "formats", "documents", "work")
_DECIDING = (
    ast.If, ast.IfExp, ast.BoolOp, ast.Compare, ast.For, ast.While, ast.comprehension, ast.Match, ast.Try,
)  # fmt: skip


def _holds_a_rule(path: Path) -> bool:
    """Whether a function of the module decides something: it is not only values, constants and calls in a row."""
    functions = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    return any(isinstance(inner, _DECIDING) for function in functions for inner in ast.walk(function))


def test_every_module_that_holds_a_rule_has_a_test_file_of_its_name_in_its_place() -> None:
    missing = [
        str(path.relative_to(ROOT))
        for part in MIRRORED
        for path in sorted((ROOT / "desktop" / part).rglob("*.py"))
        if path.name != "__init__.py" and "migrations" not in path.parts and _holds_a_rule(path)
        if not (ROOT / "tests" / path.relative_to(ROOT / "desktop")).with_name(f"test_{path.name}").exists()
    ]
    assert missing == []


# What could speak to the network by another name than the contract forbids; the local socket of one window is allowed.
NETWORK = {
    "urllib.request",
    "asyncio",
    "httpx",
    "socketserver",
    "xmlrpc",
    "QNetworkAccessManager",
    "QTcpSocket",
    "QUdpSocket",
}
NETWORK |= {"QSslSocket", "QTcpServer", "QWebSocket"}


def test_nothing_reaches_the_network_by_another_name() -> None:
    found = {
        str(path.relative_to(ROOT)): sorted(names & NETWORK)
        for path in (ROOT / "desktop").rglob("*.py")
        if (names := _imported(ast.parse(path.read_text("utf-8")))) & NETWORK
    }
    assert found == {}


def _imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names} | {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(alias.name for alias in node.names)}
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names
