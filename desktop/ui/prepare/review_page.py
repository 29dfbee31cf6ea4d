"""Page 7, review: what is still missing, the brief as it will print, and how it leaves the program."""

from typing import Unpack

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.meeting import PreparationPage
from desktop.core.preparing.readiness import can_be_printed
from desktop.core.settings import Paper, SettingsChanges
from desktop.ui import words
from desktop.ui.prepare.brief_layout import brief_layout
from desktop.ui.prepare.brief_preview import BriefPreview
from desktop.ui.prepare.missing_list import MissingList
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.two_sides import TwoSides
from desktop.ui.prepare.wizard_page import WizardPage, quiet, row_of
from desktop.ui.settings import effective_paper
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.widgets.plain_label import plain_label

_PAGE_WIDTH = 1400


class ReviewPage(WizardPage):
    """`save_wanted` and `print_wanted` tell that the buttons were pressed."""

    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(meeting, PreparationPage.REVIEW, _PAGE_WIDTH, parent)
        self._ready = plain_label()
        self.column.addWidget(self._ready)
        self.preview = BriefPreview(self._workspace.tasks)
        self.preview.setMinimumHeight(self.fontMetrics().lineSpacing() * 24)
        self.column.addWidget(TwoSides(self._left(), self.preview, (2, 3)), 1)

    def _left(self) -> QWidget:
        self._missing = MissingList(self._workspace.theme)
        self._missing.chosen.connect(self.page_requested)
        self._paper = ChoiceField(self.tr("Pa&per"), [(paper, words.paper(paper)) for paper in Paper])
        self._paper.saved_by(lambda paper: self._choose(self.tr("Choose paper"), paper=paper))
        self._large = CheckField(self.tr("&Large print"), hint=self.tr("18 points; it takes more pages."))
        self._large.saved_by(lambda large: self._choose(self.tr("Choose print size"), large_print=large))
        self.save_button = QPushButton(self.tr("Save as P&DF…"))
        self.save_button.setProperty("primary", True)
        self.save_button.clicked.connect(self.save_wanted)
        self.print_button = QPushButton(self.tr("P&rint…"))
        self.print_button.clicked.connect(self.print_wanted)
        for button in (self.save_button, self.print_button):
            button.setAutoDefault(False)
        left = QWidget()
        left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row_of(self.save_button, self.print_button))
        column.addWidget(self._missing)
        column.addWidget(self._paper)
        column.addWidget(self._large)
        column.addWidget(quiet(self.tr("At the door stays in your bag; on the table may be read by both of you.")))
        column.addStretch(1)
        return left

    def refresh(self) -> None:
        """Show what is missing and the brief."""
        found = self._meeting.missing()
        settings = self._workspace.store.preferences.settings()
        if not found:
            self._ready.setText(self.tr("Everything is there. You are well prepared."))
        elif can_be_printed(found):
            self._ready.setText(self.tr("Your brief is ready. It gets better with:"))
        else:
            self._ready.setText(self.tr("Your brief still needs:"))
        self._missing.setVisible(bool(found))
        self._missing.show_missing(found)
        self._paper.show_value(effective_paper(settings, self._workspace.locale))
        self._large.show_value(settings.large_print)
        for button in (self.save_button, self.print_button):
            button.setEnabled(can_be_printed(found))
        try:
            brief = self._meeting.brief()
        except UserError as error:
            self.preview.show_instead(str(error))
        else:
            self.preview.show_brief(brief, brief_layout(settings, self._workspace.locale))

    def wait(self, writing: bool) -> None:
        """Let the buttons wait while a brief is being written."""
        for button in (self.save_button, self.print_button):
            button.setEnabled(not writing and can_be_printed(self._meeting.missing()))

    def _choose(self, name: str, **changes: Unpack[SettingsChanges]) -> None:
        preferences = self._workspace.store.preferences
        self._workspace.act(name, lambda: preferences.update_settings(**changes))
