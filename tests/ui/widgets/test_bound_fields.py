"""Fields that are bound to a value: each shows its part, saves with its visit, and is flushed before another value."""

import pytest
from msgspec import Struct
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.errors import UserError
from desktop.ui.theme import Theme
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.fields import ChoiceField, TextField
from tests.ui import hands


class Boat(Struct, frozen=True):
    """Something with two fields."""

    name: str = ""
    masts: int = 1


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(TextField("Name"))
    column.addWidget(ChoiceField("Masts", [(1, "one"), (2, "two")]))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def saved() -> list[tuple[str, object, bool]]:
    """What was saved: the field, the value, and whether it was typed in a visit."""
    return []


@pytest.fixture
def bound(page: QWidget, saved: list[tuple[str, object, bool]]) -> BoundFields[Boat]:
    def save_name(text: str, visit: str) -> None:
        if text == "bad":
            raise UserError("store.busy")
        saved.append(("name", text, bool(visit)))

    fields = BoundFields[Boat]()
    fields.bind(page.findChild(TextField), lambda boat: boat.name, save_name)
    fields.bind_choice(
        page.findChild(ChoiceField), lambda boat: boat.masts, lambda code, visit: saved.append(("masts", code, False))
    )
    return fields


def test_each_field_shows_its_part_and_saves_nothing_by_that(
    page: QWidget, bound: BoundFields[Boat], saved: list[tuple[str, object, bool]]
) -> None:
    bound.show(Boat("Ida", 2), anew=True)
    assert (hands.field(page, "Name").value, hands.field(page, "Masts").value) == ("Ida", 2)
    assert saved == []


def test_what_is_typed_and_chosen_is_saved_with_its_visit(
    page: QWidget, bound: BoundFields[Boat], saved: list[tuple[str, object, bool]], qtbot: QtBot
) -> None:
    bound.show(Boat(), anew=True)
    hands.type_in(page, "Name", "Ida", qtbot)
    bound.flush()
    hands.choose(page, "Masts", "two")
    assert saved == [("name", "Ida", True), ("masts", 2, False)]


def test_the_same_value_shown_again_leaves_what_is_being_typed(
    page: QWidget, bound: BoundFields[Boat], qtbot: QtBot
) -> None:
    bound.show(Boat("Ida"), anew=True)
    hands.type_in(page, "Name", "Ida the", qtbot)
    bound.show(Boat("Ida", 2), anew=False)
    assert (hands.field(page, "Name").value, hands.field(page, "Masts").value) == ("Ida the", 2)
    bound.show(Boat("Bo"), anew=True)
    assert hands.field(page, "Name").value == "Bo"


def test_what_cannot_be_saved_stays_as_typed(page: QWidget, bound: BoundFields[Boat], qtbot: QtBot) -> None:
    bound.show(Boat("Ida"), anew=True)
    hands.type_in(page, "Name", "bad", qtbot)
    with pytest.raises(UserError):
        bound.flush()
    assert hands.field(page, "Name").value == "bad"
    bound.show(Boat(), anew=True)  # else it would be offered again when the page goes


def test_a_choice_of_which_nothing_is_chosen_has_no_code(page: QWidget, bound: BoundFields[Boat]) -> None:
    bound.show(Boat(masts=7), anew=True)
    choice = hands.field(page, "Masts")
    assert choice.value is None
    with pytest.raises(LookupError):
        _ = choice.code
