"""While something long is being saved the window goes on: what is typed waits to be seen, and nothing is lost."""

import time
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Detail
from desktop.core.errors import UserError, WaitingError
from desktop.store.store import Store
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Progress
from desktop.ui.workspace import Workspace

PEOPLE = 3000


@pytest.fixture
def ada(store: Store) -> int:
    with store.action("Add"):
        return store.contacts.add(Contact(name="Ada"))


class LongWrite:
    """A write off the main thread that goes on until it is told to end."""

    def __init__(self, workspace: Workspace) -> None:
        self._begun, self._end = Event(), Event()
        self._workspace = workspace
        workspace.tasks.run(self._work, lambda _done: None, pytest.fail)
        assert self._begun.wait(5)

    def _work(self, _progress: Progress) -> None:
        store = self._workspace.store
        try:
            with store.action("Import contacts"):
                store.contacts.add(Contact(name="Ben"))
                self._begun.set()
                assert self._end.wait(20)
        finally:
            store.close_thread()

    def end(self) -> None:
        self._end.set()
        self._workspace.tasks.wait()


@pytest.fixture
def going_on(workspace: Workspace, ada: int) -> Iterator[LongWrite]:
    write = LongWrite(workspace)
    yield write
    write.end()


def edit(workspace: Workspace, contact_id: int, visit: str = "visit 1", **fields: str) -> None:
    workspace.act("Edit contact", lambda: workspace.store.contacts.update(contact_id, **fields), visit)


def test_what_is_typed_meanwhile_waits_to_be_seen_and_is_saved_after_it(
    workspace: Workspace, ada: int, going_on: LongWrite, qtbot: QtBot
) -> None:
    seen: list[tuple[str, int]] = []
    workspace.queued.connect(lambda text, count: seen.append((text, count)))
    began = time.monotonic()
    edit(workspace, ada, role="Engineer")
    edit(workspace, ada, "visit 2", notes="Met at the fair")
    assert time.monotonic() - began < 1  # the window does not stand still
    found = workspace.store.contacts.find(ada)
    assert found is not None
    assert found.role == ""
    assert seen[-1] == ("Something long is being saved.", 2)
    going_on.end()
    qtbot.waitUntil(lambda: not workspace.is_waiting)
    found = workspace.store.contacts.find(ada)
    assert found is not None
    assert (found.role, found.notes) == ("Engineer", "Met at the fair")
    assert seen[-1] == ("", 0)
    workspace.undo()
    workspace.undo()
    assert workspace.store.next_undo == "Import contacts"


def test_what_was_typed_is_done_before_anybody_shows_the_new_state(
    workspace: Workspace, ada: int, going_on: LongWrite
) -> None:
    shown: list[str] = []

    def show(_change: object) -> None:
        found = workspace.store.contacts.find(ada)
        shown.append(found.role if found else "")

    workspace.changed.connect(show)
    edit(workspace, ada, role="Engineer")
    going_on.end()
    assert set(shown) == {"Engineer"}


def test_what_wants_an_answer_is_refused_in_words(workspace: Workspace, ada: int, going_on: LongWrite) -> None:
    said: list[str] = []
    workspace.said.connect(lambda text, *_: said.append(text))
    with pytest.raises(WaitingError):
        workspace.act("Add contact", lambda: workspace.store.contacts.add(Contact(name="Cy")))
    assert said == ["Something long is being saved just now. Try again when it is done; nothing is lost."]
    workspace.undo()
    going_on.end()
    assert workspace.store.contacts.count() == 2


def test_what_cannot_be_done_afterwards_goes_on_waiting(workspace: Workspace, ada: int, going_on: LongWrite) -> None:
    room = False

    def work() -> None:
        if not room:
            raise UserError("store.no_room")
        workspace.store.contacts.update(ada, role="Engineer")

    workspace.act("Edit contact", work, "visit 1")
    going_on.end()
    assert workspace.is_waiting
    room = True
    edit(workspace, ada, "visit 2", notes="More")
    assert not workspace.is_waiting
    found = workspace.store.contacts.find(ada)
    assert found is not None
    assert (found.role, found.notes) == ("Engineer", "More")


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    settings = QSettings(str(workspace.store.folder / "window.ini"), QSettings.Format.IniFormat)
    shown = MainWindow(workspace, settings, ["false"], example=False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_the_window_says_how_much_waits_and_closes_when_it_is_saved(
    workspace: Workspace, ada: int, window: MainWindow, going_on: LongWrite, qtbot: QtBot
) -> None:
    edit(workspace, ada, role="Engineer")
    lines = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Something long is being saved. 1 change of yours waits and is saved then." in lines
    window.close()
    assert window.isVisible()
    going_on.end()
    qtbot.waitUntil(lambda: not window.isVisible())
    found = workspace.store.contacts.find(ada)
    assert found is not None
    assert found.role == "Engineer"


def test_an_edit_made_while_a_large_import_is_taken_back_comes_after_it(
    workspace: Workspace, ada: int, window: MainWindow, qtbot: QtBot
) -> None:
    window.tabs.go("contacts")
    QApplication.processEvents()
    store = workspace.store
    people = [
        Contact(
            name=f"Person {number}", organisation=f"Works {number % 70}", emails=(Detail(f"p{number}@example.org"),)
        )
        for number in range(PEOPLE)
    ]

    def work(_progress: Progress) -> None:
        try:
            with store.action("Import contacts"):
                store.contacts.add_all(people)
        finally:
            store.close_thread()

    done: list[object] = []
    workspace.tasks.run(work, lambda _done: done.append(1), pytest.fail)
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    assert store.is_long()
    workspace.undo()
    edit(workspace, ada, role="Engineer")  # made meanwhile
    qtbot.waitUntil(lambda: not workspace.is_waiting, timeout=30_000)
    found = store.contacts.find(ada)
    assert found is not None
    assert (store.contacts.count(), found.role) == (1, "Engineer")
    workspace.undo()  # the edit
    workspace.redo()
    workspace.undo()
    assert store.next_redo == "Edit contact"
    assert store.check() == []


def test_a_large_step_is_done_again_beside_the_window(workspace: Workspace, qtbot: QtBot) -> None:
    store = workspace.store
    with store.action("Import contacts"):
        store.contacts.add_all([Contact(name=f"Person {number}") for number in range(PEOPLE)])
    for replay, count in ((workspace.undo, 0), (workspace.redo, PEOPLE)):
        replay()
        assert workspace.is_waiting
        qtbot.waitUntil(lambda: not workspace.is_waiting)
        assert store.contacts.count() == count
