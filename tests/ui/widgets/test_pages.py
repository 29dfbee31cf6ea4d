"""Pages, cards, empty states and long work: nothing is hidden, nothing is interpreted."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.places import resources
from desktop.ui.theme import Theme, scaled
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.long_task import LongTask
from desktop.ui.widgets.scroll_page import ScrollPage


def test_an_empty_state_has_one_sentence_and_its_action(qtbot: QtBot, theme: Theme) -> None:
    state = EmptyState("contacts", "Nobody <i>yet</i>.", "Add a person")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.acted, timeout=1000):
        state.button.click()
    assert state.findChild(QLabel).textFormat() is Qt.TextFormat.PlainText


def test_every_drawing_is_there() -> None:
    drawn = {path.stem for path in (resources() / "drawings").glob("*.svg")}
    assert drawn >= {"today", "contacts", "prepare", "learning", "person", "brief", "list"}


def test_a_page_scrolls_to_the_field_that_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    page = ScrollPage()
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        page.column.addWidget(field)
    qtbot.addWidget(page)
    page.resize(500, 300)
    with qtbot.waitExposed(page):
        page.show()
        page.activateWindow()
    fields[-1].setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    top = fields[-1].mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= page.viewport().height() - fields[-1].height()


def test_a_page_is_never_wider_than_is_good_to_read_and_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    page = ScrollPage()
    line = QLineEdit()
    page.column.addWidget(line)
    qtbot.addWidget(page)
    page.resize(3000, 300)
    page.show()
    QApplication.processEvents()
    normal = line.width()
    assert normal == theme.px(640)
    font = page.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    page.setFont(font)
    QApplication.processEvents()
    assert line.width() > 1.5 * normal


def test_a_card_shows_its_title_as_it_is_written(qtbot: QtBot, theme: Theme) -> None:
    card = Card("<b>Ada</b>")
    qtbot.addWidget(card)
    assert card.title.textFormat() is Qt.TextFormat.PlainText
    assert not Card().title.isVisibleTo(None)


def test_a_row_breaks_where_the_width_ends_and_runs_right_to_left_where_the_language_does(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place, gap=10)
    buttons = [QWidget() for _ in range(3)]
    for button in buttons:
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    place.resize(220, 100)
    place.show()
    QApplication.processEvents()
    assert [(button.x(), button.y()) for button in buttons] == [(0, 0), (110, 0), (0, 40)]
    assert (flow.heightForWidth(220), flow.heightForWidth(400), flow.heightForWidth(100)) == (70, 30, 110)
    buttons[0].hide()
    place.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert [button.x() for button in buttons[1:]] == [120, 10]


def test_long_work_shows_how_far_it_is_and_can_be_cancelled_once(qtbot: QtBot, theme: Theme) -> None:
    task = LongTask()
    qtbot.addWidget(task)
    assert task.isHidden()
    task.begin("Reading people.vcf")
    task.progress(3, 10)
    bar, cancel = task.findChild(QProgressBar), task.findChild(QPushButton)
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (3, 10, "Reading people.vcf")
    told: list[bool] = []
    task.cancelled.connect(lambda: told.append(True))
    cancel.click()
    cancel.click()
    assert told == [True]
    task.end()
    assert task.isHidden()


def test_what_wraps_at_the_reading_width_has_its_height_on_a_wide_page(qtbot: QtBot) -> None:
    page = ScrollPage(300)
    qtbot.addWidget(page)
    long = QLabel("word " * 60)
    long.setWordWrap(True)
    below = QPlainTextEdit()
    below.setFixedHeight(60)
    for widget in (long, below):
        page.column.addWidget(widget)
    page.resize(1200, 120)
    page.show()
    for _ in range(5):  # a layout may ask for another one
        QApplication.processEvents()
    assert long.height() >= long.heightForWidth(long.width())
    assert long.width() <= scaled(page.font(), 300)


def test_a_button_stands_level_with_the_field_beside_it_whose_label_is_above(qtbot: QtBot, theme: Theme) -> None:
    place, field, button = QWidget(), QWidget(), QWidget()
    flow = FlowLayout(place, at_foot=True)
    field.setFixedSize(100, 60)
    button.setFixedSize(100, 30)
    for each in (field, button):
        flow.addWidget(each)
    qtbot.addWidget(place)
    place.resize(400, 100)
    place.show()
    assert field.geometry().bottom() == button.geometry().bottom()
    assert field.geometry().top() != button.geometry().top()
