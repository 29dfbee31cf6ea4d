"""Reads the program's own source: which texts it says by code, and which stand in it as plain English."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from desktop.texts.marking import Wording

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "desktop"
TEXTS = DESKTOP / "texts"
MECHANISM = {"__init__", "catalogue", "marking"}
SUBJECTS = sorted(path.stem for path in TEXTS.glob("*.py") if path.stem not in MECHANISM)
CODE = re.compile(rf"({'|'.join(SUBJECTS)})\.([a-z_]+)")
PLACE = re.compile(r"\{(\w+)\}")


class Use(Struct, frozen=True):
    """A code as it stands in the source. `values` are the names given with it, `None` where it is only named."""

    where: str
    code: str
    values: frozenset[str] | None


@cache
def catalogue() -> dict[str, Wording]:
    """Every entry by its code."""
    tables = {subject: import_module(f"desktop.texts.{subject}").TEXTS for subject in SUBJECTS}
    return {f"{subject}.{name}": wording for subject, table in tables.items() for name, wording in table.items()}


def places_in(wording: Wording) -> frozenset[str]:
    """The names of the values in an entry."""
    count = {"count"} if wording.plural else set()
    return frozenset(count.union(PLACE.findall(wording.english), PLACE.findall(wording.plural)))


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """Every module that may say something, parsed."""
    for path in sorted(DESKTOP.rglob("*.py")):
        if path.parent != TEXTS:
            yield path, parsed(path)


@cache
def parsed(path: Path) -> ast.Module:
    """One module."""
    return ast.parse(path.read_text("utf-8"), str(path))


@cache
def error_names() -> frozenset[str]:
    """`UserError` and every class derived from it, wherever it is defined."""
    names = {"UserError"}
    classes = [node for _, tree in sources() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    while more := {each.name for each in classes if names & {_name(base) for base in each.bases}} - names:
        names |= more
    return frozenset(names)


def errors_made(path: Path, tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call that makes a `UserError` or a subclass of it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in error_names():
            yield _place(path, node), node


def uses(path: Path, tree: ast.Module) -> Iterator[Use]:
    """Every code in a module: those said at once, with their values, and those only named, as in a table."""
    said: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and (code := _code(node.args[0])):
            said.add(id(node.args[0]))
            given = frozenset(keyword.arg or "**" for keyword in node.keywords)
            yield Use(_place(path, node), code, given)
    for node in ast.walk(tree):
        if id(node) not in said and (code := _code(node)):
            yield Use(_place(path, node), code, None)


def _code(node: ast.AST) -> str:
    text = node.value if isinstance(node, ast.Constant) else None
    return text if isinstance(text, str) and CODE.fullmatch(text) else ""


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


# -- English outside the catalogue ------------------------------------------------------------------------------------

# What is raised for a bug is read by those who mend it.
_BUGS = frozenset({"ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError", "LookupError"})
_WORDS = re.compile(r"[A-Za-z’']{2,}[,;:]? [A-Za-z’']{2,}")
_SENTENCE = re.compile(r"^\W*[A-Z][a-z]+\W* [a-z]|[a-z]{3}\.$")  # what SQL, which has words too, does not look like
_PDF = re.compile(r"^[/<]|begincmap|endcmap")  # operators and metadata of PDF
_LETTERS = re.compile(r"[A-Za-z]{2,}")


def english(path: Path, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Texts of two words or more that are neither docstrings, SQL, patterns, PDF, nor the message of a bug."""
    passed_over = set(_not_for_people(tree))
    in_store = path.is_relative_to(DESKTOP / "store")
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in passed_over else None
        if (
            isinstance(text, str)
            and _WORDS.search(text)
            and not _PDF.search(text)
            and (not in_store or _SENTENCE.search(text))
        ):
            yield _place(path, node), text


def printed(path: Path, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Words of any number that are printed, or said by `--help`, as they stand."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        shown = [keyword.value for keyword in node.keywords if keyword.arg in ("help", "description", "epilog")]
        shown += node.args if _name(node.func) == "print" else []
        for argument in shown:
            for text in _said_directly(argument):
                if _LETTERS.search(text):
                    yield _place(path, node), text


def _said_directly(node: ast.expr) -> Iterator[str]:
    """The texts that come out as they stand: not those given to a function, nor keys of a mapping."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not isinstance(node, ast.Call | ast.Subscript):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _said_directly(child)


def _not_for_people(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif isinstance(node, ast.Call) and (_name(node.func) in _BUGS or _is_pattern(node.func)):
            yield from map(id, ast.walk(node))
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            yield from map(id, ast.walk(node.annotation))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is not None:
            yield from map(id, ast.walk(node.returns))


def _is_pattern(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and _name(function.value) == "re"
