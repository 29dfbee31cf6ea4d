"""The contact list's model: only what is looked at is read, and the store sorts and filters."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.core.contact import Contact, ContactFilter, ContactLine, ContactSort, Source, Stage
from desktop.core.meeting import Meeting
from desktop.core.message import Message
from desktop.core.people.search import FoundIn, SearchHit
from desktop.store.store import Store
from desktop.ui.contacts.people.table_model import COLUMNS, ContactTableModel
from desktop.ui.shared.contact_cells import FOUND, LINE_ROLE
from desktop.ui.widgets import paged_model

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data", clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def model(store: Store) -> Iterator[ContactTableModel]:
    made = ContactTableModel(store.contacts)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()
    made.deleteLater()


def fill(store: Store, count: int) -> list[int]:
    with store.action("Add"):
        return list(store.contacts.add_all([Contact(name=f"Person {n:05}") for n in range(count)]))


def shown(model: ContactTableModel, column: ContactSort = ContactSort.NAME) -> list[str]:
    return [str(model.index(row, COLUMNS.index(column)).data()) for row in range(model.rowCount())]


def test_an_empty_store_is_an_empty_list(model: ContactTableModel) -> None:
    assert model.rowCount() == 0
    assert model.columnCount() == len(COLUMNS)


def test_each_column_says_what_it_is_called_for(store: Store, model: ContactTableModel) -> None:
    ada = Contact(
        name="Ada Byron",
        role="Analyst",
        organisation="Engine Works",
        source=Source.ALUMNI,
        comfort=5,
        stage=Stage.REPLIED,
    )
    with store.action("Add"):
        store.contacts.add(ada)
    model.renew()
    told = {column: model.index(0, number).data() for number, column in enumerate(COLUMNS)}
    assert told == {
        ContactSort.NAME: "Ada Byron",
        ContactSort.ORGANISATION: "Engine Works",
        ContactSort.ROLE: "Analyst",
        ContactSort.STAGE: "Replied",
        ContactSort.NEXT_STEP: "Agree a time",
        ContactSort.SOURCE: "Alumni association",
        ContactSort.COMFORT: "Daunting",
    }
    assert model.index(0, 0).data(LINE_ROLE).role == "Analyst"
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ada Byron, Analyst, Engine Works, Replied"
    headings = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(len(COLUMNS))]
    assert headings == ["Name", "Organisation", "Role", "Stage", "Next step", "Source", "Comfort"]


def test_the_next_step_of_who_has_agreed_names_the_day(store: Store, model: ContactTableModel) -> None:
    with store.action("Add"):
        contact = store.contacts.add(Contact(name="Ada"))
        store.meetings.add(Meeting(contact_id=contact, starts_at=NOW + timedelta(days=4)))
    model.renew()
    assert shown(model, ContactSort.NEXT_STEP) == ["Prepare for Thu, 26 Nov"]


def test_only_pages_that_are_looked_at_are_read_and_few_are_kept(store: Store) -> None:
    fill(store, paged_model.PAGE * (paged_model.KEPT + 10))
    asked: list[int] = []

    class Watched(ContactTableModel):
        def fetch(self, offset: int, limit: int) -> Sequence[ContactLine]:
            asked.append(offset)
            return super().fetch(offset, limit)

    watched = Watched(store.contacts)
    rows = watched.rowCount()
    assert watched.index(7, 0).data() == "Person 00007"
    assert watched.index(8, 0).data() == "Person 00008"
    assert watched.index(rows - 1, 0).data() == f"Person {rows - 1:05}"
    assert asked == [0, rows - paged_model.PAGE]
    for row in range(0, rows, paged_model.PAGE):
        watched.index(row, 0).data()
    assert len(watched._pages) == paged_model.KEPT


def test_sorting_by_a_heading_is_done_by_the_store(store: Store, model: ContactTableModel) -> None:
    with store.action("Add"):
        store.contacts.add_all([Contact(name=name, comfort=level) for name, level in (("B", 1), ("A", 3), ("C", None))])
    model.renew()
    assert shown(model) == ["A", "B", "C"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["C", "B", "A"]
    model.sort(COLUMNS.index(ContactSort.COMFORT))
    assert shown(model) == ["B", "A", "C"]


def test_a_filter_narrows_and_a_contact_is_found_again(store: Store, model: ContactTableModel) -> None:
    ids = fill(store, 250)
    model.renew()
    model.narrow(ContactFilter(search="person 0012"))
    assert shown(model) == [f"Person {n:05}" for n in (12, *range(120, 130))]
    assert model.row_of(ids[125]) == 6
    assert model.row_of(ids[0]) is None
    assert model.ids(2, 4) == ids[121:124]
    model.narrow(ContactFilter())
    assert model.row_of(ids[200]) == 200


def test_renewing_tells_what_changed(store: Store, model: ContactTableModel) -> None:
    fill(store, 3)
    model.renew()
    resets: list[None] = []
    changes: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.dataChanged.connect(lambda top, bottom: changes.append((top.row(), bottom.row())))
    with store.action("Rename"):
        store.contacts.update(1, name="Zoe")
    model.renew()
    assert (resets, changes) == ([], [(0, 2)])
    assert shown(model)[-1] == "Zoe"
    with store.action("Delete"):
        store.contacts.delete([1])
    model.renew()
    assert len(resets) == 1
    assert model.rowCount() == 2


def test_a_row_that_has_just_gone_is_empty_and_not_a_fault(store: Store, model: ContactTableModel) -> None:
    ids = fill(store, paged_model.PAGE + 3)
    model.renew()
    with store.action("Delete"):
        store.contacts.delete(ids)
    assert model.index(paged_model.PAGE + 2, 0).data() is None


def test_a_row_found_by_a_message_says_so_to_eye_and_ear(store: Store) -> None:
    with store.action("Add"):
        carla = store.contacts.add(Contact(name="Carla"))
        store.messages.add(Message(contact_id=carla, text="Thank you for the tour"))
    model = ContactTableModel(store.contacts)
    assert model.index(0, 0).data(FOUND) is None
    model.narrow(ContactFilter(search="tour"))
    assert model.index(0, 0).data(FOUND) == SearchHit(FoundIn.MESSAGE, "…tour")
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Message: \u2068…tour\u2069")
    model.narrow(ContactFilter(search="carla"))
    assert model.index(0, 0).data(FOUND) is None
