"""A translator reaches every text of the window: what the program asks Qt for is what `pyside6-lupdate` extracts."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.ui.texts import Texts
from tests.ui.translation_files import ROOT, Message, extract, sources

MARK = "QT_TRANSLATE_NOOP"

# Literals that are the same in every language.
NAMES = {
    "Groundwork": "the name of the program",
    "English": "the name of a language, in that language",
    "groundwork": "the name of the desktop file",
    "https://": "how an address begins",
    "Ctrl+B": "a key",
    "Ctrl+PgUp": "a key",
    "Ctrl+PgDown": "a key",
}
# Literals that look like sentences and are read by the program alone.
NEVER_SHOWN = {
    "import sys; sys.path.insert(0, ": "a command of Python",
    "from desktop.entry import main; sys.exit(main())": "a command of Python",
    "left open": "a mark in a list's data",
}

# What shows its arguments to the user.
SHOWING = re.compile(
    r"set(Text|Title|ToolTip|StatusTip|WhatsThis|PlainText|Html|Prefix|Suffix|LabelText|ButtonText|HeaderLabels"
    r"|HorizontalHeaderLabels|NameFilters?|SpecialValueText|PlaceholderText|WindowTitle|InformativeText|DetailedText"
    r"|AccessibleName|AccessibleDescription|ItemText|TabText|TabToolTip|ApplicationDisplayName|Description|Name)"
    r"|add(Action|Menu|Tab|Items?|Row|Button|Section)|insert(Action|Menu|Tab|Items?)|showMessage|showText"
    r"|say_with_undo|Q(Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|Menu|MessageBox|LineEdit"
    r"|TreeWidgetItem|ListWidgetItem|StandardItem|FileDialog|ProgressDialog|DockWidget|AccessibleAnnouncementEvent)"
)
PATTERN_OF_A_DAY = re.compile("[dMy ]+")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,.:;…]? [^\W\d_]|[^\W\d_] [^\W\d_]{2,}")


class Reader(ast.NodeVisitor):
    """What a module asks Qt for, and what it does that a translator cannot follow."""

    def __init__(self, path: Path) -> None:
        self.asked: set[Message] = set()
        self.faults: list[str] = []
        self.counted_in: set[str] = set()
        self.bases: set[str] = set()
        self._where = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        self._classes: list[str] = []
        self._functions: list[ast.FunctionDef] = []
        self._looked_up: list[tuple[ast.Call, str]] = []
        self._lookups: set[str] = set()
        self._calls: list[ast.Call] = []
        self.visit(ast.parse(path.read_bytes()))
        marked = {message.context for message in self.asked}
        for call, context in self._looked_up:
            if context not in marked:
                self._fault(call, "looks a text up that is nowhere marked in this module")
        for call in self._calls:
            if _called(call)[1] in self._lookups and call.args and _literal(call.args[0]) is not None:
                self._fault(call, "hands a text to a function; lupdate finds it in the call of tr alone")

    def _fault(self, node: ast.expr, what: str) -> None:
        self.faults.append(f"{self._where}:{node.lineno} {what}: {ast.unparse(node)[:90]}")

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.bases |= {ast.unparse(base).split(".")[-1] for base in node.bases}
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._functions.append(node)
        self.generic_visit(node)
        self._functions.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self._calls.append(node)
        owner, name = _called(node)
        if name == MARK:
            self._marks(node)
        elif name == "tr":
            self._asks(node, owner)
        elif name == "translate" and (owner.endswith("Application") or not owner) and self._classes != ["Texts"]:
            self._fault(node, "asks by translate instead of tr")
        self.generic_visit(node)

    def _marks(self, node: ast.Call) -> None:
        words = [_literal(argument) for argument in node.args]
        if len(words) == 2 and words[0] and words[1]:
            self.asked.add(Message(words[0], words[1]))
        else:
            self._fault(node, "marks what is not a literal")
        if any(word and "%n" in word for word in words):
            self._fault(node, "marks a counted text, of which lupdate makes no plural")

    def _asks(self, node: ast.Call, owner: str) -> None:
        context = self._classes[-1] if owner == "self" and self._classes else owner
        if owner != "self" and not re.fullmatch(r"[A-Z]\w*Texts", owner):
            self._fault(node, "asks in a context that lupdate does not know")
        elif node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
            self._fault(node, "asks by keyword, which lupdate does not read")
        elif (text := _literal(node.args[0])) is None:
            self._looked_up.append((node, context))
            if self._functions:
                self._lookups.add(self._functions[-1].name)
        else:
            comment = _literal(node.args[1]) if len(node.args) > 1 else ""
            if comment is None:
                self._fault(node, "has a comment that is not a literal")
            else:
                self.asked.add(Message(context, text, comment, len(node.args) > 2))
                if "%n" in text and len(node.args) < 3:
                    self._fault(node, "counts without a number")
                if owner == "self" and "%n" in text:
                    self.counted_in.add(context)


def _called(call: ast.Call) -> tuple[str, str]:
    """What a call names: `a.b.tr(…)` → ("a.b", "tr")."""
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return owner, name
        case ast.Attribute(value=owner, attr="tr" | "translate" as name):
            return ast.unparse(owner), name
        case ast.Attribute(attr=name):
            return "…", name
        case ast.Name(id=name):
            return "", name
    return "", ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def lost(paths: list[Path], folder: Path) -> list[str]:
    """Everything in these modules that a translator would not get, or get in vain."""
    readers = [Reader(path) for path in paths]
    asked = {message for reader in readers for message in reader.asked}
    extracted = extract(paths, folder / "texts.ts")
    found = [fault for reader in readers for fault in reader.faults]
    bases = {base for reader in readers for base in reader.bases}
    # PySide6 looks for a text in the classes that a class is derived from, but not for one whose %n it has replaced.
    inherited = {name for reader in readers for name in reader.counted_in} & bases
    found += [f"{name} asks for a counted text, and others are derived from it" for name in sorted(inherited)]
    found += [f"not extracted: {message}" for message in sorted(asked - extracted)]
    found += [f"extracted, but the program does not ask for it: {message}" for message in sorted(extracted - asked)]
    return found


def shown_untranslated(path: Path) -> Iterator[str]:
    """Literals with letters that are given to what shows them, and sentences that are nowhere translated."""
    tree = ast.parse(path.read_bytes())
    translated = _inside(tree, ("tr", MARK))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and SHOWING.fullmatch(_called(node)[1]):
            for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
                for literal in _reaching(argument):
                    if id(literal) not in translated and _has_letters(literal.value) and literal.value not in NAMES:
                        yield f"{path.name}:{literal.lineno} shows {literal.value!r}"
    apart = translated | _documentation(tree) | _of_errors(tree)
    for node in ast.walk(tree):
        text = _literal(node) if isinstance(node, ast.Constant) else None
        if not text or id(node) in apart or text in NEVER_SHOWN or PATTERN_OF_A_DAY.fullmatch(text):
            continue
        if SENTENCE.search(text):
            yield f"{path.name}:{node.lineno} holds the sentence {text!r}"


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _inside(tree: ast.Module, functions: tuple[str, ...]) -> set[int]:
    """All that stands in a call of one of these functions."""
    return {
        id(node)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _called(call)[1] in functions
        for node in ast.walk(call)
    }


def _reaching(node: ast.expr) -> Iterator[ast.Constant]:
    """The literals whose letters come out of an expression."""
    match node:
        case ast.Constant(value=str()):
            yield node
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _reaching(part)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from _reaching(one)
            yield from _reaching(other)
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "join" | "replace")):
            yield from _reaching(value)


def _documentation(tree: ast.Module) -> set[int]:
    """Docstrings, and types in quotes."""
    found = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.arg | ast.AnnAssign):
            types = node.returns if isinstance(node, ast.FunctionDef) else node.annotation
            found |= {id(part) for part in ast.walk(types)} if types else set()
    return found


def _of_errors(tree: ast.Module) -> set[int]:
    """What is raised: a fault in the program is not translated, and what the user is told of has a catalogue."""
    return {id(part) for node in ast.walk(tree) if isinstance(node, ast.Raise) for part in ast.walk(node)}


def test_a_translator_gets_every_text_that_the_program_asks_for(tmp_path: Path) -> None:
    assert lost(sources(), tmp_path) == []


def test_the_window_shows_no_text_that_is_not_translated() -> None:
    shown = [fault for path in sources() if _is_of_the_window(path) for fault in shown_untranslated(path)]
    assert shown == []


def _is_of_the_window(path: Path) -> bool:
    return path.is_relative_to(ROOT / "desktop" / "ui") or path == ROOT / "desktop" / "app.py"


def test_a_class_of_texts_is_asked_by_its_own_name() -> None:
    """A class derived from one would ask in a context of its own, which lupdate does not write."""
    for path in sources():
        if "(Texts)" in path.read_text(encoding="utf-8"):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    assert Texts.__subclasses__()
    assert [each for each in Texts.__subclasses__() if each.__subclasses__()] == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("self.tr('plain')", ""),
        ("self.tr('%n people', '', len(x))", ""),
        ("SomeTexts.tr('%n people', '', x.count)", ""),
        ("SomeTexts.tr('one ' 'two', 'a comment')", ""),
        ("QT_TRANSLATE_NOOP('SomeTexts', 'in a table'), SomeTexts.tr(TABLE[x])", ""),
        ("f'{self.tr(\"in an f-string\")}'", "not extracted"),
        ("self.tr(text)", "nowhere marked"),
        ("self.tr('%n people', n=x)", "by keyword"),
        ("self.tr('%n people').replace('%n', x)", "without a number"),
        ("QT_TRANSLATE_NOOP('SomeTexts', '%n people'), SomeTexts.tr(TABLE[x], '', x)", "makes no plural"),
        ("self.tr('plain'), self.tr('plain', '', x)", "not extracted"),
        ("self.tr('%n people', '', x)", "others are derived"),
        ("field.tr('of another')", "does not know"),
        ("tr('of nobody')", "does not know"),
        ("super().tr('of a base')", "does not know"),
        ("QCoreApplication.translate('Some', 'text')", "instead of tr"),
        ("QT_TRANSLATE_NOOP('SomeTexts', text)", "not a literal"),
        ("QT_TRANSLATE_NOOP('SomeTexts', 'in a table'), said('not in a table')", "in the call of tr alone"),
    ],
)
def test_what_is_lost_is_found(tmp_path: Path, line: str, why: str) -> None:
    module = tmp_path / "module.py"
    said = "def said(text):\n    return SomeTexts.tr(text)\n" if "said(" in line else ""
    derived = "class Derived(Page):\n    pass\n" if "derived" in why else ""
    module.write_text(f"{said}class Page(QWidget):\n    def show(self, x):\n        return {line}\n{derived}")
    found = lost([module], tmp_path)
    assert not why or any(why in fault for fault in found), found
    assert why or not found


@pytest.mark.parametrize(
    ("line", "is_fault"),
    [
        ("label.setText(self.tr('Name'))", False),
        ("label.setText('')", False),
        ("label.setText('–')", False),
        ("label.setText(self.tr('{0} of {1}').format(one, two))", False),
        ("label.setText('Name')", True),
        ("label.setToolTip(f'{count} people')", True),
        ("menu.addAction('Undo' if x else '')", True),
        ("QLabel('Name')", True),
        ("box.addItems(['a', 'b'])", True),
        ("label.setText('Name: {0}'.format(name))", True),
        ("self._words = {'x': 'Nobody is called that'}", True),
        ("raise ValueError('no such thing')", False),
    ],
)
def test_what_is_shown_untranslated_is_found(tmp_path: Path, line: str, is_fault: bool) -> None:
    module = tmp_path / "module.py"
    module.write_text(f"class Page(QWidget):\n    def show(self, x):\n        {line}\n")
    assert bool(list(shown_untranslated(module))) == is_fault
