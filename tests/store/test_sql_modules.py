"""The rule of the store: peewee everywhere but in the modules that `desktop/store/__init__.py` names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop.store

STORE = Path(desktop.store.__file__).parent
NAMED = set(re.findall(r"`(\w+)`", desktop.store.__doc__ or "")) - {"core", "file", "migrations"}
SUBJECTS = sorted(STORE.glob("[!_]*.py")) + sorted((STORE / "tables").glob("*.py"))
FIGURE = re.compile(r"\d+ ms\b|takes? \d[\d.]* ")
STATEMENT = re.compile(r"\bselect\b.+\bfrom\b|\binsert into\b|\bdelete from\b|\bupdate \S+ set\b")


def own_sql(tree: ast.Module) -> Iterator[str]:
    """Where a module speaks to SQLite itself: a statement as text, or a call of its own on a connection."""
    docstrings = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if STATEMENT.search(text) and id(node) not in docstrings:
                yield f"line {node.lineno}: {text}"
            case ast.Call(func=ast.Attribute(attr="executemany" | "pragma")):
                yield f"line {node.lineno}: {ast.unparse(node)}"
            case ast.Call(func=ast.Attribute(attr="execute")) if not on_a_database_of_peewee(node):
                yield f"line {node.lineno}: {ast.unparse(node)}"
            case ast.ImportFrom(module="desktop.store.file.rows", names=names) if "read" in {
                each.name for each in names
            }:
                yield f"line {node.lineno}: reads rows"


def on_a_database_of_peewee(call: ast.Call) -> bool:
    """Whether a query of peewee is executed on the database of its store, and not on one it may be bound to."""
    given = [ast.unparse(each) for each in call.args]
    return given in (["self._peewee"], ["database"]) and not call.keywords


@pytest.mark.parametrize("path", SUBJECTS, ids=lambda path: str(path.relative_to(STORE)))
def test_sql_is_written_by_hand_only_where_a_figure_says_why(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    sql = list(own_sql(tree))
    if path.parent == STORE and path.stem in NAMED:
        assert sql, "it needs no name in desktop/store/__init__.py any more"
        assert FIGURE.search(ast.get_docstring(tree) or ""), "its docstring gives no figure"
    else:
        assert sql == []


def test_every_module_named_is_there() -> None:
    assert {path.stem for path in SUBJECTS} >= NAMED
    assert len(NAMED) > 10


def test_only_the_store_takes_hold_of_its_file() -> None:
    """`store.database` is for the modules of the store and for tests; everybody else asks a subject."""
    others = [path for path in STORE.parent.rglob("*.py") if STORE not in path.parents]
    assert [str(path) for path in others if re.search(r"store\.database\b(?! )", path.read_text("utf-8"))] == []
