"""Review and output: the preview is the real PDF, saving and printing say what came of it, errors are calm."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting, PlannedQuestion, PreparationPage
from desktop.core.settings import Paper
from desktop.store.store import Store
from desktop.ui.prepare.brief_output import BriefOutput
from desktop.ui.prepare.brief_preview import BriefPreview
from desktop.ui.prepare.missing_list import MissingList
from desktop.ui.prepare.review_page import ReviewPage
from desktop.ui.prepare.tab import PrepareTab
from desktop.ui.prepare.wizard import Wizard
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.workspace import Workspace
from tests.ui.prepare.conftest import NOW, Said
from tests.ui.prepare.parts import field, press


@pytest.fixture
def review(tab: PrepareTab, agreed: int, qtbot: QtBot) -> ReviewPage:
    tab.open_meeting(agreed, PreparationPage.REVIEW)
    page = tab.findChild(ReviewPage)
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.preview.pages > 0)
    return page


def choose(tab: PrepareTab, path: Path) -> None:
    """Answer the dialog that asks for a path."""
    dialog = next(each for each in tab.findChildren(QFileDialog) if each.isVisible())
    dialog.selectFile(str(path))
    dialog.fileSelected.emit(str(path))
    dialog.done(1)


def test_the_preview_shows_the_brief_as_it_will_print(review: ReviewPage) -> None:
    assert review.preview.pages == 2


def test_the_preview_follows_what_is_edited(
    review: ReviewPage, workspace: Workspace, store: Store, agreed: int, qtbot: QtBot
) -> None:
    shown = []
    review.preview.shown.connect(lambda: shown.append(review.preview._wanted))
    with qtbot.waitSignal(review.preview.shown):
        for number in range(5):
            workspace.act("Edit", lambda number=number: store.meetings.update(agreed, purpose=f"Purpose {number}"))
    assert shown[-1][0].purpose == "Purpose 4"


def test_large_print_and_paper_are_chosen_here_and_kept(review: ReviewPage, store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(review.preview.shown):
        field(review, CheckField, "Large print").editor.click()
    assert review.preview.pages > 2
    paper = field(review, ChoiceField, "Paper")
    with qtbot.waitSignal(review.preview.shown):
        paper.editor.setCurrentIndex(list(Paper).index(Paper.A5))
        paper.editor.activated.emit(list(Paper).index(Paper.A5))
    assert store.preferences.settings().paper is Paper.A5
    size = review.preview._document.pagePointSize(0)
    assert round(size.width()) == 420


def test_what_is_missing_leads_to_its_page(review: ReviewPage, tab: PrepareTab) -> None:
    missing = review.findChild(MissingList)
    assert isinstance(missing, MissingList)
    texts = [missing.item(row).text() for row in range(missing.count())]
    place = next(row for row, text in enumerate(texts) if text.startswith("Enter the place"))
    missing.itemActivated.emit(missing.item(place))
    wizard = tab.findChild(Wizard)
    assert isinstance(wizard, Wizard)
    assert wizard.page is PreparationPage.TIME


def test_without_a_question_there_is_a_sentence_and_no_button_to_press(
    review: ReviewPage, workspace: Workspace, store: Store, agreed: int
) -> None:
    def empty() -> None:
        for question in store.meetings.questions(agreed):
            store.meetings.remove_question(question.id)

    workspace.act("Remove all", empty)
    assert review.preview.pages == 0
    assert not review.save_button.isEnabled()
    assert not review.print_button.isEnabled()
    workspace.undo()
    assert review.save_button.isEnabled()


def test_a_brief_is_saved_where_asked_and_said(
    review: ReviewPage, tab: PrepareTab, tmp_path: Path, said: Said, workspace: Workspace, qtbot: QtBot
) -> None:
    press(tab, "Save as PDF…")
    dialog = next(each for each in tab.findChildren(QFileDialog) if each.isVisible())
    assert Path(dialog.selectedFiles()[0]).name == "amara-okafor-brief.pdf"
    output = tab.findChild(BriefOutput)
    assert isinstance(output, BriefOutput)
    with qtbot.waitSignal(output.ended):
        choose(tab, tmp_path / "brief.pdf")
        assert not review.save_button.isEnabled()
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert said.last == "Saved as brief.pdf"
    assert review.save_button.isEnabled()


def test_a_folder_that_is_gone_is_said_and_nothing_is_lost(
    review: ReviewPage, tab: PrepareTab, tmp_path: Path, said: Said, qtbot: QtBot
) -> None:
    output = tab.findChild(BriefOutput)
    assert isinstance(output, BriefOutput)
    tab.save_brief()
    with qtbot.waitSignal(output.ended):
        choose(tab, tmp_path / "gone" / "brief.pdf")
    assert "is not there" in said.last
    assert review.save_button.isEnabled()


def test_a_dialog_that_is_cancelled_changes_nothing(review: ReviewPage, tab: PrepareTab, said: Said) -> None:
    tab.save_brief()
    dialog = next(each for each in tab.findChildren(QFileDialog) if each.isVisible())
    dialog.reject()
    assert said.texts == []
    assert review.save_button.isEnabled()


def test_the_weeks_briefs_come_as_one_file(
    tab: PrepareTab, agreed: int, workspace: Workspace, store: Store, tmp_path: Path, said: Said, qtbot: QtBot
) -> None:
    def another(starts_at: datetime, question: bool) -> None:
        contact = store.contacts.add(Contact(name="Ben Ito"))
        meeting = store.meetings.add(Meeting(contact_id=contact, starts_at=starts_at, zone="UTC"))
        if question:
            store.meetings.add_question(PlannedQuestion(0, meeting, text="How?"))

    workspace.act("Add", lambda: another(NOW + timedelta(days=2), True))
    workspace.act("Add", lambda: another(NOW + timedelta(days=3), False))
    workspace.act("Add", lambda: another(NOW + timedelta(days=9), True))
    output = tab.findChild(BriefOutput)
    assert isinstance(output, BriefOutput)
    output.save_week()
    with qtbot.waitSignal(output.ended):
        choose(tab, tmp_path / "week.pdf")
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    document.load(str(tmp_path / "week.pdf"))
    assert document.pageCount() == 4
    assert document.metaData(QPdfDocument.MetaDataField.Title) == "Briefs for 2 meetings"


def test_a_week_without_meetings_is_said(tab: PrepareTab, said: Said) -> None:
    output = tab.findChild(BriefOutput)
    assert isinstance(output, BriefOutput)
    output.save_week()
    assert said.last.startswith("No meeting of the next seven days")


def test_print_shows_the_systems_dialog_and_can_be_left(
    review: ReviewPage, tab: PrepareTab, said: Said, workspace: Workspace
) -> None:
    tab.print_brief()
    dialog = next(each for each in tab.findChildren(QPrintDialog) if each.isVisible())
    layout = dialog.printer().pageLayout()
    assert layout.pageSize().name().startswith("A4")
    assert layout.margins() == QMarginsF(0, 0, 0, 0) or dialog.printer().fullPage()
    dialog.reject()
    assert said.texts == []


def test_print_to_a_file_is_said(review: ReviewPage, tab: PrepareTab, tmp_path: Path, said: Said, qtbot: QtBot) -> None:
    output = tab.findChild(BriefOutput)
    assert isinstance(output, BriefOutput)
    tab.print_brief()
    dialog = next(each for each in tab.findChildren(QPrintDialog) if each.isVisible())
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(output.ended):
        dialog.done(1)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert said.last == "It is on its way to the printer."


def test_a_preview_asked_for_twice_is_written_once(workspace: Workspace, review: ReviewPage, qtbot: QtBot) -> None:
    preview = review.preview
    assert isinstance(preview, BriefPreview)
    before = preview._document
    review.refresh()
    workspace.tasks.wait()
    assert preview._document is before
