"""Every kind of field: saved in time however fast one types, and marked, kept and tried again when it is refused."""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import desktop.ui
from desktop.core.contact import Contact
from desktop.core.errors import StoreError, UserError, WaitingError
from desktop.store.store import Store
from desktop.ui.contacts.compose.text import LetterField
from desktop.ui.contacts.page.fields import _Details
from desktop.ui.prepare.live_question import LargeText
from desktop.ui.shared.list_card import NewLine
from desktop.ui.shared.person_field import PersonField
from desktop.ui.theme import Theme
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.date_fields import DateField, DateTimeField
from desktop.ui.widgets.fields import AddField, CheckField, ChoiceField, Field, LinesField, NumberField, TextField
from desktop.ui.widgets.labelled_list import LabelledListField
from desktop.ui.widgets.saved_as_typed import unsaved
from desktop.ui.widgets.suggesting import SuggestField, TagsField
from desktop.ui.widgets.zone_field import ZoneField

TODAY = date(2026, 11, 22)


_looks: list[Theme] = []


def _theme() -> Theme:
    return _looks[-1]


def chips() -> Chips:
    made = Chips("Kinds")
    made.set_choices([(1, "one"), (2, "two")])
    return made


# What is typed into each kind, key by key, and a value to give it.
TYPED: dict[str, tuple[Callable[[], Field], str, object]] = {
    "TextField": (lambda: TextField("Text"), "words", "words"),
    "TextField, several lines": (lambda: TextField("Text", multiline=True), "words", "words"),
    "LetterField": (lambda: LetterField("Text", _theme()), "words", "words"),
    "LargeText": (lambda: LargeText("Text"), "words", "words"),
    "LinesField": (lambda: LinesField("Lines"), "words", ("words",)),
    "SuggestField": (lambda: SuggestField("Where", lambda _typed: []), "words", "words"),
    "TagsField": (lambda: TagsField("Tags", lambda _typed: []), "words", ("words",)),
    "LabelledListField": (lambda: LabelledListField("E-mail", [("work", "Work")]), "words", (("words", ""),)),
    "_Details": (lambda: _Details("Phones", [("work", "Work")]), "12345", None),
    "NumberField": (lambda: NumberField("Number", 0, 10_000_000), "12345", 12345),
    "DateField": (lambda: DateField("Day", lambda: TODAY), "26.11.2026", date(2026, 11, 26)),
    "DateTimeField": (lambda: DateTimeField("When", lambda: TODAY), "26.11.2026", datetime(2026, 11, 26, 10)),
    "ZoneField": (lambda: ZoneField("Zone"), " UTC", "Europe/Berlin"),  # no zone has a space: no list drops
}
# Saved when they are chosen, or on Enter: there is nothing to wait for.
AT_ONCE: dict[str, tuple[Callable[[], Field], object]] = {
    "ChoiceField": (lambda: ChoiceField("Choice", [("a", "A"), ("b", "B")]), "b"),
    "CheckField": (lambda: CheckField("Yes"), True),
    "Chips": (chips, (2,)),
    "AddField": (lambda: AddField("Add", "Add one"), "words"),
    "NewLine": (lambda: NewLine("Add"), "words"),
}
BASES = {"WrittenField", "_SuggestingField", "LabelledRows"}
NEEDS_A_STORE = {"PersonField"}


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    _looks.append(theme)
    page = QWidget()
    QVBoxLayout(page)
    qtbot.addWidget(page)
    page.show()
    return page


def put(page: QWidget, field: Field) -> Field:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(field)
    field.show()
    return field


def editor(field: Field) -> QWidget:
    if isinstance(field, NumberField):
        return field.editor
    lines = [each for kind in (QPlainTextEdit, QLineEdit) for each in field.findChildren(kind)]
    return lines[0]


def timers(field: Field) -> dict[int, QTimer]:
    own = field.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {timer.interval(): timer for timer in own}


def test_every_kind_of_field_of_the_program_is_tried_here() -> None:
    for module in pkgutil.walk_packages(desktop.ui.__path__, "desktop.ui."):
        importlib.import_module(module.name)

    def below(kind: type) -> set[str]:
        kinds = {each.__name__ for each in kind.__subclasses__() if each.__module__.startswith("desktop.")}
        return kinds.union(*(below(each) for each in kind.__subclasses__()))

    assert below(Field) - BASES - NEEDS_A_STORE == {name.partition(",")[0] for name in {*TYPED, *AT_ONCE}}


def test_no_other_line_is_typed_in_that_saves_by_itself() -> None:
    """A line of its own is a search, or asks for something on Enter; one that saves is a field."""
    own = {
        path.relative_to(root).as_posix()
        for root in [Path(desktop.ui.__path__[0])]
        for path in root.rglob("*.py")
        if any(f"{line}()" in path.read_text("utf-8") for line in ("QLineEdit", "QPlainTextEdit", "BoundedLine"))
    }
    assert own == {
        "contacts/people/selection_bar.py",
        "palette.py",
        "prepare/questions_page.py",
        "shared/person_field.py",
        "widgets/fields.py",
        "widgets/labelled_list.py",
        "widgets/zone_field.py",
    }


@pytest.mark.parametrize("kind", TYPED)
def test_whoever_never_stops_typing_is_saved_after_the_longest_wait(page: QWidget, qtbot: QtBot, kind: str) -> None:
    make, keys, _value = TYPED[kind]
    field = put(page, make())
    saved: list[object] = []
    field.saved_by(saved.append)
    waits = timers(field)
    pause, longest = waits[min(waits)], waits[max(waits)]
    assert pause.interval() == 400
    assert longest.interval() <= 3000
    if isinstance(field, DateTimeField):
        field.clock.setText("10:00")
    typed = editor(field)
    began = None
    for key in keys:
        qtbot.keyClick(typed, key)
        assert pause.isActive()
        assert longest.isActive()
        began = began or longest.id()
        assert longest.id() == began, "the next key began the wait anew"
    longest.timeout.emit()
    assert len(saved) == 1
    assert not pause.isActive()
    qtbot.keyClick(typed, "1")
    assert longest.isActive(), "the next key begins another wait"
    field.show_anew(field.value)
    assert not longest.isActive()


def test_one_visit_stays_one_name_for_undo_through_all_waits(page: QWidget, qtbot: QtBot) -> None:
    field = put(page, TextField("Text"))
    visits: list[str] = []
    field.saved_by(lambda _value: visits.append(field.visit))
    page.activateWindow()
    field.setFocus()
    for _ in range(3):
        qtbot.keyClicks(editor(field), "ab")
        max(timers(field).items())[1].timeout.emit()
    assert len(visits) == 3
    assert len(set(visits)) == 1


class Disk:
    """Something to save into that may be full."""

    def __init__(self, error: Callable[[], Exception]) -> None:
        self.error: Callable[[], Exception] | None = error
        self.saved: list[object] = []

    def save(self, value: object) -> None:
        if self.error is not None:
            raise self.error()
        self.saved.append(value)


ERRORS: dict[str, Callable[[], Exception]] = {
    "full": lambda: StoreError("store.no_room"),
    "busy": lambda: StoreError("store.busy"),
    "waiting": lambda: WaitingError("store.waiting"),
}
KINDS = {**{kind: (make, value) for kind, (make, _keys, value) in TYPED.items() if value is not None}, **AT_ONCE}


def marks(field: Field) -> list[str]:
    return [each.text() for each in field.findChildren(QLabel) if each.property("tone") == "wrong" and each.isVisible()]


def description(field: Field) -> str:
    return (field.focusProxy() or field).accessibleDescription()


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_refused_stays_marked_until_it_is_saved(page: QWidget, kind: str, error: str) -> None:
    make, value = KINDS[kind]
    field = put(page, make())
    before = description(field)
    disk = Disk(ERRORS[error])
    field.saved_by(disk.save)
    with pytest.raises(UserError):
        field.enter(value)
    assert field.value == value
    assert marks(field) == ["Not saved yet"]
    assert description(field).startswith("Not saved yet.")
    assert unsaved().below(page) == [field]
    unsaved().try_again(page, by_itself=True)
    assert unsaved().below(page) == [field]
    if not isinstance(field, AddField):
        field.show_value(None if isinstance(value, date) else type(value)())  # another change of the same thing
    assert field.value == value, "what was typed was replaced"
    disk.error = None
    unsaved().try_again(page, by_itself=True)
    assert disk.saved == [value]
    assert marks(field) == []
    assert description(field) == before
    assert unsaved().below(page) == []


def test_a_person_that_is_chosen_is_kept_as_well(page: QWidget, store: Store) -> None:
    with store.action("Add"):
        ada = store.contacts.add(Contact(name="Ada"))
    field = put(page, PersonField("Who", store.contacts))
    disk = Disk(ERRORS["full"])
    field.saved_by(disk.save)
    with pytest.raises(StoreError):
        field.enter(ada)
    assert marks(field) == ["Not saved yet"]
    disk.error = None
    unsaved().try_again(page, by_itself=True)
    assert disk.saved == [ada]


def test_a_mistake_of_the_program_is_marked_and_not_repeated_by_itself(page: QWidget) -> None:
    field = put(page, TextField("Text"))
    disk = Disk(lambda: KeyError("gone"))
    field.saved_by(disk.save)
    with pytest.raises(KeyError):
        field.enter("words")
    assert marks(field) == ["Not saved yet"]
    unsaved().try_again(page, by_itself=True)  # would raise again
    disk.error = None
    unsaved().try_again(page, by_itself=False)
    assert disk.saved == ["words"]


def test_a_field_that_is_gone_is_not_among_them(page: QWidget) -> None:
    field = put(page, TextField("Text"))
    field.saved_by(Disk(ERRORS["full"]).save)
    with pytest.raises(StoreError):
        field.enter("words")
    field.setParent(None)
    field.deleteLater()
    QApplication.sendPostedEvents(field, 52)
    assert unsaved().below(page) == []


@pytest.mark.parametrize("kind", ["AddField", "NewLine"])
def test_a_line_that_adds_waits_for_enter_again_when_it_is_written_anew(page: QWidget, qtbot: QtBot, kind: str) -> None:
    field = put(page, AT_ONCE[kind][0]())
    disk = Disk(ERRORS["full"])
    field.saved_by(disk.save)
    with pytest.raises(StoreError):
        field.enter("Bertha")
    disk.error = None
    qtbot.keyClick(editor(field), Qt.Key.Key_End)
    qtbot.keyClicks(editor(field), " M")
    unsaved().try_again(page, by_itself=True)
    assert disk.saved == []
    qtbot.keyClick(editor(field), Qt.Key.Key_Return)
    assert disk.saved[0] == "Bertha M"


def test_the_words_for_a_copy_are_what_is_written(page: QWidget) -> None:
    field = put(page, LabelledListField("E-mail", [("work", "Work")]))
    field.show_value((("a@example.org", "work"),))
    assert "a@example.org" in field.words
    assert put(page, CheckField("Yes")).words == "False"
