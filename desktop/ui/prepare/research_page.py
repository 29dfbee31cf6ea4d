"""Page 3, research: what to look up, and what was found on the organisation, its industry and the person."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.meeting import PreparationPage
from desktop.core.organisation import ResearchNote, Subject
from desktop.core.preparing.brief import FACTS
from desktop.core.text import one_line
from desktop.ui import words
from desktop.ui.prepare.check_list import CheckList
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import WizardPage, quiet, quiet_button, row_of, titled
from desktop.ui.shared.research_notes import NoteCards
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.links import open_address


class ResearchPage(WizardPage):
    """Notes on the organisation and the industry are shared by its contacts, so earlier ones are there already."""

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(meeting, PreparationPage.RESEARCH, parent=parent)
        self._on_brief = quiet()
        self.column.addWidget(self._on_brief)
        self._sections = {subject: _Section(subject, meeting, self) for subject in Subject}
        organisation = self._sections[Subject.ORGANISATION].above
        self._organisation = TextField(
            self.tr("&Organisation"), hint=self.tr("Its notes serve everybody you meet there.")
        )
        self._organisation.saved_by(self._save_organisation)
        self._website = TextField(self.tr("&Web site"), placeholder="https://")
        self._website.saved_by(self._save_website)
        self._visit = quiet_button(self.tr("Open web &site"))
        self._visit.clicked.connect(lambda: open_address(self._website.value))
        organisation.addWidget(self._organisation)
        organisation.addWidget(self._website)
        organisation.addLayout(row_of(self._visit))
        for section in self._sections.values():
            self.column.addWidget(section)

    def refresh(self) -> None:
        """Show what was found and what is ticked."""
        prepared, contact = self._meeting.prepared, self._meeting.contact
        chosen = {fact.note_id for fact in prepared.facts}
        self._on_brief.setText(
            self.tr("Facts on the brief: {0} of {1}.").format(len(chosen), FACTS)
            if chosen
            else self.tr("Tick up to five facts for the brief. Questions they answer need not be asked.")
        )
        self._organisation.show_value(contact.organisation)
        where = self._workspace.store.organisations.find(contact.organisation_id) if contact.organisation_id else None
        self._website.setVisible(where is not None)
        self._website.show_value(where.website if where else "")
        self._visit.setVisible(bool(where and where.website.strip()))
        for subject, section in self._sections.items():
            notes = [note for note in prepared.notes if note.subject is subject]
            section.show_notes(notes, chosen, prepared.meeting.looked_up)

    def leave(self) -> None:
        """A note that was begun and left empty goes as it came."""
        for section in self._sections.values():
            section.cards.drop_drafts()

    def _save_organisation(self, name: str) -> None:
        contacts, contact = self._workspace.store.contacts, self._meeting.contact
        if one_line(name) != contact.organisation:
            self._workspace.act(
                self.tr("Edit organisation"),
                lambda: contacts.update(contact.id, organisation=name),
                self._organisation.visit,
            )

    def _save_website(self, website: str) -> None:
        organisation_id = self._meeting.contact.organisation_id
        if organisation_id:
            organisations = self._workspace.store.organisations
            self._workspace.act(
                self.tr("Edit web site"),
                lambda: organisations.update(organisation_id, website=website.strip()),
                self._website.visit,
            )


class _Section(QWidget):
    """One subject: what to look up, the notes, and a button for another one."""

    def __init__(self, subject: Subject, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self._meeting = meeting
        items = [(item.key, item.text) for item in meeting.preparation.to_look_up(subject)]
        self._list = CheckList(
            self.tr("To look up: {0}").format(words.subject(subject)), items, meeting.workspace.theme
        )
        self._list.ticked.connect(self._tick)
        self.above = QVBoxLayout()
        self.above.setSpacing(8)
        self.cards = NoteCards(meeting.workspace, self._add, self._choose, self)
        add = quiet_button(self.tr("Add a note: {0}").format(words.subject(subject)))
        add.clicked.connect(lambda: self.cards.begin(subject))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(titled(words.subject(subject)))
        layout.addLayout(self.above)
        layout.addWidget(self._list)
        layout.addWidget(self.cards)
        layout.addLayout(row_of(add))

    def show_notes(self, notes: list[ResearchNote], chosen: set[int], looked_up: tuple[str, ...]) -> None:
        """Show what was found on the subject, and what is ticked."""
        self._list.show_ticked(looked_up)
        self.cards.show_notes(notes, chosen)

    # -- saving -----------------------------------------------------------------------------------------------------

    def _add(self, note: ResearchNote) -> int:
        return self._meeting.workspace.store.research.add(self._meeting.contact.id, note)

    def _choose(self, note_id: int, chosen: bool) -> None:
        workspace, facts = self._meeting.workspace, self._meeting.prepared.facts
        if chosen and len(facts) >= FACTS:
            workspace.say(self.tr("Five facts fit on the page. Untick one to make room for this one."))
            return
        name = self.tr("Put a fact on the brief") if chosen else self.tr("Take a fact off the brief")
        meetings, meeting_id = workspace.store.meetings, self._meeting.id
        workspace.act(name, lambda: meetings.choose_fact(meeting_id, note_id, chosen))

    def _tick(self, key: str, ticked: bool) -> None:
        before = self._meeting.meeting.looked_up
        after = (*before, key) if ticked else tuple(item for item in before if item != key)
        self._meeting.update(self.tr("Tick what was looked up"), looked_up=after)
