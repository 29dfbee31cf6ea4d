"""The chain as a graph and as a tree: the same people in the same words, by keyboard and by mouse."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Stage
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.contacts.chain.page import ChainPage
from desktop.ui.contacts.tab import ContactsTab
from desktop.ui.contacts.whole_pages import WholePages
from desktop.ui.theme import Theme
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.workspace import Workspace
from tests.ui import hands


@pytest.fixture
def people(store: Store) -> dict[str, int]:
    """Ann named Bo and Di, Bo named Cy; Ed named Flo."""
    ids: dict[str, int] = {}
    with store.action("Add"):
        for name, referrer, stage in (
            ("Ann", "", Stage.THANKED),
            ("Bo", "Ann", Stage.WRITTEN_TO),
            ("Cy", "Bo", Stage.FOUND),
            ("Di", "Ann", Stage.MET),
            ("Ed", "", Stage.MET),
            ("Flo", "Ed", Stage.FOUND),
        ):
            ids[name] = store.contacts.add(Contact(name=name, referrer_id=ids.get(referrer), stage=stage))
    return ids


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> ChainPage:
    made = ChainPage(workspace, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    return made


def rows(page: ChainPage) -> list[tuple[int, list[Any]]]:
    """The tree as it is read: the depth and the words of each row, from top to bottom."""
    showed = page.tree.isVisible()
    hands.press(page, "Tree")
    model = page.tree.model()
    found: list[tuple[int, list[Any]]] = []
    index = model.index(0, 0, QModelIndex())
    while index.isValid():
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        found.append((depth, [index.siblingAtColumn(column).data() for column in range(4)]))
        index = page.tree.indexBelow(index)
    hands.press(page, "Tree" if showed else "Graph")
    return found


def current(page: ChainPage) -> str:
    return page._chain.lines[page._current].person.name


def test_the_tree_and_the_graph_hold_the_same(page: ChainPage, people: dict[str, int], qapp: QApplication) -> None:
    page.show_chain()
    QAbstractItemModelTester(page.tree.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    drawn = [(line.depth, list(said)) for line, said in zip(page.view._chain.lines, page.view._told, strict=True)]
    assert rows(page) == drawn
    assert [(depth, words[:2]) for depth, words in drawn] == [
        (0, ["Ann", "Thanked"]),
        (1, ["Bo", "Written to"]),
        (2, ["Cy", "Found"]),
        (1, ["Di", "Met"]),
        (0, ["Ed", "Met"]),
        (1, ["Flo", "Found"]),
    ]


def test_everyone_has_a_box_of_their_own_to_click(page: ChainPage, people: dict[str, int]) -> None:
    page.show_chain()
    drawing = page.view.drawing
    assert [drawing.at(drawing.box(number).center()) for number in range(6)] == list(range(6))
    assert drawing.at(QPointF(-50, -50)) == -1


def test_arrows_go_to_parent_person_and_sibling_and_enter_opens(
    page: ChainPage, people: dict[str, int], qtbot: QtBot
) -> None:
    page.show_chain()
    opened: list[int] = []
    page.contact_requested.connect(opened.append)
    way = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        qtbot.keyClick(page.view, key)
        way.append(current(page))
    assert way == ["Bo", "Di", "Bo", "Cy", "Bo", "Flo"]
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert opened == [people["Flo"]]
    assert page.view.accessibleDescription() == "Flo, named by Ed, Found, ask about the name first"


def test_control_zooms_and_nought_shows_all(page: ChainPage, people: dict[str, int], qtbot: QtBot) -> None:
    page.show_chain()
    before = page.view.transform().m11()
    qtbot.keyClick(page.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.view.transform().m11() > before
    qtbot.keyClick(page.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert page.view.transform().m11() < before
    qtbot.keyClick(page.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.view.mapToScene(page.view.viewport().rect()).boundingRect().contains(page.view.drawing.boundingRect())


def test_the_wheel_zooms_only_with_control(page: ChainPage, people: dict[str, int]) -> None:
    page.show_chain()
    before = page.view.transform().m11()
    for modifiers, more in ((Qt.KeyboardModifier.NoModifier, False), (Qt.KeyboardModifier.ControlModifier, True)):
        at = QPointF(50, 50)
        wheel = QWheelEvent(
            at, page.view.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(page.view.viewport(), wheel)
        assert (page.view.transform().m11() > before) is more


def test_a_click_chooses_and_a_double_click_opens(page: ChainPage, people: dict[str, int], qtbot: QtBot) -> None:
    page.show_chain()
    opened: list[int] = []
    page.contact_requested.connect(opened.append)
    at = page.view.mapFromScene(page.view.drawing.box(3).center())
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert current(page) == "Di"
    qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [people["Di"]]


def test_the_current_person_stays_when_the_side_is_changed_and_the_side_is_kept(
    page: ChainPage, people: dict[str, int], qtbot: QtBot
) -> None:
    page.show_chain()
    page.view.select(2)
    qtbot.mouseClick(hands.button(page, "Tree"), Qt.MouseButton.LeftButton)
    assert page.tree.isVisible()
    assert page.tree.currentIndex().data() == "Cy"
    qtbot.keyClick(page.tree, Qt.Key.Key_Down)
    hands.press(page, "Graph")
    assert page.view.drawing.current == 3
    hands.press(page, "Tree")
    page.show_chain()
    assert page.tree.isVisible()
    assert page.tree.hasFocus()


def test_enter_in_the_tree_opens_the_contact(page: ChainPage, people: dict[str, int], qtbot: QtBot) -> None:
    page.show_chain(people["Bo"])
    hands.press(page, "Tree")
    with qtbot.waitSignal(page.contact_requested) as asked:
        qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    assert asked.args == [people["Bo"]]


def test_one_contacts_chain_goes_up_and_down_and_whole_shows_everyone(
    page: ChainPage, people: dict[str, int], qtbot: QtBot
) -> None:
    page.show_chain(people["Bo"])
    assert [words[0] for _depth, words in rows(page)] == ["Ann", "Bo", "Cy"]
    assert current(page) == "Bo"
    assert hands.title(page) == "Who led to whom: Bo"
    qtbot.mouseClick(hands.button(page, "Whole chain"), Qt.MouseButton.LeftButton)
    assert len(rows(page)) == 6
    assert hands.title(page) == "Who led to whom"


def test_nobody_is_told_what_to_do_first(page: ChainPage, store: Store) -> None:
    page.show_chain()
    nobody = page.findChild(EmptyState)
    assert nobody.isVisible()
    assert "Save as PDF…" not in hands.names(page, QPushButton)
    assert nobody.button.hasFocus()


def test_someone_newly_named_appears_at_once_and_the_current_person_stays(
    page: ChainPage, people: dict[str, int], workspace: Workspace, store: Store
) -> None:
    page.show_chain()
    page.view.select(3)
    workspace.act("Add", lambda: store.contacts.add(Contact(name="Gus", referrer_id=people["Bo"])))
    assert [words[0] for _depth, words in rows(page)] == ["Ann", "Bo", "Cy", "Gus", "Di", "Ed", "Flo"]
    assert current(page) == "Di"


def test_markup_in_a_name_is_letters(page: ChainPage, store: Store) -> None:
    with store.action("Add"):
        first = store.contacts.add(Contact(name="<b>Bold</b>"))
        store.contacts.add(Contact(name="<img src=x>", referrer_id=first))
    page.show_chain(first)
    (titled,) = [each for each in page.findChildren(QLabel) if "Bold" in each.text()]
    assert titled.textFormat() is Qt.TextFormat.PlainText
    assert page.view._told[1].name == "<img src=x>"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_drawing_takes_its_colours_from_the_theme(
    page: ChainPage, people: dict[str, int], theme: Theme, mode: str
) -> None:
    try:
        theme.apply(mode)
        page.show_chain()
        image = page.view.viewport().grab().toImage()
        box = page.view.drawing.box(1)
        inside = page.view.mapFromScene(QPointF(box.right() - 12, box.bottom() - 6))
        assert image.pixelColor(inside) == QColor(theme.tokens.surface)
        assert image.pixelColor(image.width() - 3, image.height() - 3) == QColor(theme.tokens.window)
    finally:
        theme.apply("light")


def saving(page: ChainPage) -> QFileDialog:
    """The dialog that asks where to save the chain that is shown."""
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "&Save as PDF…")
    button.click()
    return next(each for each in page.window().findChildren(QFileDialog) if each.isVisible())


def test_the_chain_is_saved_as_pdf_and_said(
    page: ChainPage, people: dict[str, int], workspace: Workspace, said: list[str], tmp_path: Path
) -> None:
    page.show_chain()
    dialog = saving(page)
    dialog.fileSelected.emit(str(tmp_path / "chain.pdf"))
    dialog.reject()
    workspace.tasks.wait()
    with pikepdf.open(tmp_path / "chain.pdf") as opened:
        assert str(opened.docinfo.Title) == "Who led to whom"
    assert said == ["Saved as chain.pdf"]


def test_a_private_search_keeps_the_name_out_of_the_file_name(
    page: ChainPage, people: dict[str, int], workspace: Workspace
) -> None:
    def offered() -> str:
        dialog = saving(page)
        name = Path(dialog.selectedFiles()[0]).name
        dialog.reject()
        return name

    page.show_chain(people["Ann"])
    assert offered() == "chain-ann.pdf"
    workspace.act("Private", lambda: workspace.store.preferences.update_settings(private_search=True))
    assert offered() == "chain.pdf"


def test_the_tab_shows_the_chain_and_goes_from_it_to_a_contact(
    workspace: Workspace, actions: Actions, people: dict[str, int], qtbot: QtBot
) -> None:
    tab = ContactsTab(workspace, actions)
    qtbot.addWidget(tab)
    tab.resize(1100, 700)
    tab.show()
    tab.open_contact(people["Cy"])
    hands.choose_from_menu(tab.page, "More to do with this contact", "Who led to whom")
    chain = tab.findChild(ChainPage)
    assert current(chain) == "Cy"
    assert chain.isVisible()
    chain.view.setFocus()
    qtbot.keyClick(chain.view, Qt.Key.Key_Left)
    qtbot.keyClick(chain.view, Qt.Key.Key_Return)
    assert tab.page.contact_id == people["Bo"]
    assert tab.findChild(WholePages).shows_usual
