"""One contact's page: who they are, the stage of the contact, what comes next, and everything known."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QTabWidget, QToolButton, QVBoxLayout, QWidget

from desktop.core.contact import CLOSED, Contact, Stage
from desktop.core.contact_fields import changes_of
from desktop.core.errors import UserError
from desktop.core.message import Answer, MessageKind, MessageState
from desktop.core.organisation import Subject
from desktop.core.people.search import FoundIn, SearchHit
from desktop.core.text import isolated
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.contacts.page.fields import ContactFields
from desktop.ui.contacts.page.in_touch_part import InTouchPart
from desktop.ui.contacts.page.meetings_part import MeetingsPart
from desktop.ui.contacts.page.message_list import MessageList
from desktop.ui.contacts.page.next_step_card import NextStepCard, meeting_at_hand
from desktop.ui.contacts.page.photo import ContactPhoto
from desktop.ui.contacts.page.possible_duplicate import PossibleDuplicatePerson
from desktop.ui.contacts.page.referrals_part import ReferralsPart
from desktop.ui.icons import icon
from desktop.ui.shared.contact_cells import stage_icon
from desktop.ui.shared.meeting_list import when_and_how
from desktop.ui.shared.research_notes import ResearchNotes
from desktop.ui.theme import muted, page_title
from desktop.ui.widgets.fields import TextField, flush_all
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from desktop.ui.contacts.page.history_output import HistoryOutput

_CONCERNED = frozenset(
    {
        "contact",
        "contact_detail",
        "contact_photo",
        "contact_tag",
        "contact_direction",
        "different_people",
        "direction",
        "organisation",
        "meeting",
        "message",
        "contact_step",
        "planned_question",
        "research_note",
        "promise",
        "opportunity",
        "reading_item",
        "touch_group",
    }
)


class ContactPage(QWidget):
    """Its signals ask for other pages, each with the id of what is to be shown; `agreed` with the contact's own."""

    agreed = Signal(int)
    meeting_requested = Signal(int)
    person_requested = Signal(int)
    organisation_requested = Signal(int)
    delete_requested = Signal(int)
    write_requested = Signal(int, object)  # with the kind of message, or none
    draft_requested = Signal(int)
    named_another = Signal(int)
    chain_requested = Signal(int)
    merge_requested = Signal(int, int)  # another contact, and the one whose page it is

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._store = workspace.store
        self._contact = Contact()
        self._build_header()
        self._duplicate = PossibleDuplicatePerson(workspace, self)
        self._card = NextStepCard(self)
        self._tabs = QTabWidget(self)  # parents first: a tree that changes hands is styled anew each time
        self._fields = ContactFields(workspace, self._save, self._tabs)
        self._messages = MessageList(workspace, self._tabs)
        self._meetings = MeetingsPart(workspace, self._tabs)
        self._notes_page = ScrollPage(parent=self._tabs)
        self._notes = TextField(self.tr("Notes"), multiline=True, lines=16)
        self._notes_page.column.addWidget(self._notes, 1)
        self._research = ResearchNotes(
            workspace,
            tuple(Subject),
            self.tr(
                "What you find on their organisation, its industry and themselves goes here, with where you read it."
            ),
            lambda note: self._store.research.add(self._contact.id, note),
            self._tabs,
        )
        self._referrals = ReferralsPart(workspace, self._tabs)
        self._in_touch = InTouchPart(workspace, self._tabs)
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(self.tr("Parts of this page"))
        for page, name in (
            (self._fields, self.tr("About")),
            (self._messages, self.tr("Messages")),
            (self._meetings, self.tr("Meetings")),
            (self._notes_page, self.tr("Notes")),
            (self._research, self.tr("Research")),
            (self._referrals, self.tr("Referrals")),
            (self._in_touch, self.tr("In touch")),
        ):
            self._tabs.addTab(page, name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(8)
        head.addLayout(self._header)
        head.addWidget(self._reason)
        head.addWidget(self._duplicate)
        head.addWidget(self._card)
        layout.addLayout(head)
        layout.addWidget(self._tabs, 1)
        self._connect()

    def _build_header(self) -> None:
        self._name = page_title(QLabel())
        self._work = QLabel()
        self._when = muted(QLabel())
        for label in (self._name, self._work, self._when):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._organisation = QPushButton()
        self._organisation.setProperty("link", True)
        self._organisation.setToolTip(self.tr("Open the organisation's page"))
        self._stage = QToolButton()
        self._stage.setProperty("chip", True)
        self._stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stage.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._stage.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        menu = QMenu(self._stage)
        group = QActionGroup(menu)
        for stage in Stage:
            action = QAction(words.stage(stage), menu, checkable=True)
            action.setData(stage)
            action.triggered.connect(lambda _on=False, stage=stage: self._set_stage(stage))
            group.addAction(action)
            menu.addAction(action)
        self._stage.setMenu(menu)
        self._reason = TextField(
            self.tr("Why it stands there"), placeholder=self.tr("If you like: what happened, in your words")
        )
        self._more = QToolButton()
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setProperty("plain", True)
        self._more.setToolTip(self.tr("More"))
        self._more.setAccessibleName(self.tr("More to do with this contact"))
        more = QMenu(self._more)
        more.addAction(self.tr("Write to them")).triggered.connect(
            lambda: self.write_requested.emit(self._contact.id, None)
        )
        more.addAction(self.tr("New meeting")).triggered.connect(lambda: self.agreed.emit(self._contact.id))
        more.addAction(self.tr("Who led to whom")).triggered.connect(
            lambda: self.chain_requested.emit(self._contact.id)
        )
        more.addAction(self.tr("Print history…")).triggered.connect(lambda: self.history.print_out(self._contact.id))
        more.addAction(self.tr("Save history as PDF…")).triggered.connect(lambda: self.history.save(self._contact.id))
        more.addAction(self.tr("Delete contact")).triggered.connect(
            lambda: self.delete_requested.emit(self._contact.id)
        )
        self._more.setMenu(more)
        work_row, stage_row = FlowLayout(gap=4), FlowLayout()
        work_row.addWidget(self._work)
        work_row.addWidget(self._organisation)
        stage_row.addWidget(self._stage)
        stage_row.addWidget(self._when)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(self._name)
        lines.addLayout(work_row)
        lines.addLayout(stage_row)
        self._photo = ContactPhoto(self._store, self._workspace.theme, self)
        self._header = QHBoxLayout()
        self._header.setSpacing(16)
        self._header.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        self._header.addLayout(lines, 1)
        self._header.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self._fields.person_requested.connect(self.person_requested)
        self._duplicate.person_requested.connect(self.person_requested)
        self._duplicate.merge_requested.connect(self.merge_requested)
        self._notes.saved_by(lambda value: self._save("notes", value, self._notes.visit))
        self._reason.saved_by(lambda value: self._save("stage_reason", value, self._reason.visit))
        self._organisation.clicked.connect(lambda: self.organisation_requested.emit(self._contact.organisation_id or 0))
        self._card.agreed.connect(self._ask_time)
        self._card.meeting_requested.connect(self.meeting_requested)
        self._card.stage_reached.connect(self._set_stage)
        self._card.write.connect(lambda: self.write_requested.emit(self._contact.id, None))
        self._card.answered.connect(self._ask_answer)
        self._card.reopened.connect(self._reopen)
        self._messages.write.connect(lambda kind: self.write_requested.emit(self._contact.id, kind))
        self._messages.draft.connect(self.draft_requested)
        self._messages.made.connect(self._confirm)
        self._messages.named.connect(lambda: self.named_another.emit(self._contact.id))
        self._meetings.meeting_requested.connect(self.meeting_requested)
        self._meetings.agreed.connect(lambda: self.agreed.emit(self._contact.id))
        self._referrals.person_requested.connect(self.person_requested)
        self._referrals.write_requested.connect(lambda contact_id: self.write_requested.emit(contact_id, None))
        self._in_touch.write_requested.connect(
            lambda: self.write_requested.emit(self._contact.id, MessageKind.KEEP_IN_TOUCH)
        )
        self._workspace.changed.connect(self._refresh)
        self._workspace.theme.changed.connect(self._paint)
        self._paint()

    # -- showing ----------------------------------------------------------------------------------------------------

    @cached_property
    def history(self) -> "HistoryOutput":
        """Prints and saves the history; printing is expensive to import, and most starts do without."""
        from desktop.ui.contacts.page.history_output import HistoryOutput

        return HistoryOutput(self._workspace, self)

    @property
    def contact_id(self) -> int:
        """Whose page it is, 0 for nobody's."""
        return self._contact.id

    def show_contact(self, contact_id: int) -> bool:
        """Show a contact; `False` if there is none of that id.

        Raises:
            UserError: if what is being typed could not be saved; the page stays.
        """
        if contact_id == self._contact.id:
            return True
        flush_all(self)
        contact = self._store.contacts.find(contact_id)
        if contact is None:
            return False
        self._research.clear()
        self._show(contact)
        return True

    def forget(self) -> None:
        """Nobody's page any more: the contact was deleted."""
        self._contact = Contact()

    def focus(self, field: str = "name") -> None:
        """Put the cursor into a field of the first page."""
        self._tabs.setCurrentWidget(self._fields)
        self._fields.focus(field)

    def show_messages(self, asking: bool = True) -> None:
        """Show what was written; `asking` asks for the answer to what was sent last."""
        self._tabs.setCurrentWidget(self._messages)
        self._messages.show_latest(asking)

    def show_where(self, found: SearchHit) -> None:
        """Show the part in which a search found this contact."""
        parts: dict[FoundIn, QWidget] = {FoundIn.MESSAGE: self._messages, FoundIn.RESEARCH: self._research}
        self._tabs.setCurrentWidget(parts.get(found.where, self._fields))

    def _ask_time(self) -> None:
        """The time that was agreed: asked where the yes is; without one, the short path asks."""
        if any(each.answer is Answer.YES for each in self._store.messages.of_contact(self._contact.id)):
            self._tabs.setCurrentWidget(self._messages)
            self._messages.ask_time()
        else:
            self.agreed.emit(self._contact.id)

    def _ask_answer(self) -> None:
        """What they answered, to the message that was sent; where none is known, only that they did."""
        sent = [each for each in self._store.messages.of_contact(self._contact.id) if each.state is MessageState.SENT]
        if sent:
            self.show_messages()
        else:
            self._set_stage(Stage.REPLIED)

    def _refresh(self, change: Change) -> None:
        if not self._contact.id or not change.tables & _CONCERNED:
            return
        contact = self._store.contacts.find(self._contact.id)
        if contact is not None:
            self._show(contact)

    def _show(self, contact: Contact) -> None:
        if contact.id != self._contact.id:
            self._notes.show_anew(contact.notes)
            self._reason.show_anew(contact.stage_reason)
        self._contact = contact
        line = self._store.contacts.line(contact.id)
        meetings = self._store.meetings.of_contact(contact.id)
        notes = self._store.research.for_contact(contact.id)
        about, over = meeting_at_hand(meetings, self._workspace.now())
        self._name.setText(isolated(contact.name) or self.tr("No name yet"))
        both = contact.role and contact.organisation
        self._work.setText(self.tr("{0} ·").format(contact.role) if both else contact.role)
        self._work.setVisible(bool(contact.role))
        self._organisation.setText(contact.organisation.replace("&", "&&"))
        self._organisation.setVisible(bool(contact.organisation))
        self._say_stage(contact)
        self._when.setText(when_and_how(about, self._workspace.today()) if about is not None and not over else "")
        if line is not None:
            self._card.show_step(line, about, over)
        self._photo.show_contact(contact)
        self._duplicate.show_contact(contact.id)
        self._fields.show_contact(contact)
        self._notes.show_value(contact.notes)
        messages = self._store.messages.of_contact(contact.id)
        self._messages.show_messages(messages)
        self._meetings.show_meetings(meetings)
        self._research.show_notes(notes)
        self._referrals.show_contact(contact)
        self._in_touch.show_contact(contact)
        named = len(self._store.referrals.of_referrer(contact.id))
        self._name_tabs(len(messages), len(meetings), len(notes), named)

    def _say_stage(self, contact: Contact) -> None:
        self._stage.setText(words.stage(contact.stage))
        self._stage.setAccessibleName(self.tr("Stage: {0}").format(words.stage(contact.stage)))
        self._stage.setIcon(stage_icon(contact.stage, self._workspace.theme.tokens, self._workspace.theme.px(16)))
        for action in self._stage.menu().actions():
            action.setChecked(action.data() == contact.stage)
        self._reason.show_value(contact.stage_reason)
        corrected = self._store.contacts.stages.correction(contact.id)
        by_hand = corrected is not None and corrected.stage is contact.stage is not Stage.FOUND
        asked = contact.stage_reason or by_hand or contact.stage in CLOSED
        self._reason.setVisible(bool(asked))

    def _name_tabs(self, messages: int, meetings: int, notes: int, named: int) -> None:
        locale = self._workspace.locale
        for page, name, count in (
            (self._messages, self.tr("Messages"), messages),
            (self._meetings, self.tr("Meetings"), meetings),
            (self._research, self.tr("Research"), notes),
            (self._referrals, self.tr("Referrals"), named),
        ):
            text = self.tr("{0} {1}").format(name, locale.toString(count)) if count else name
            self._tabs.setTabText(self._tabs.indexOf(page), text)

    def _paint(self) -> None:
        side = self._workspace.theme.px(16)
        for button in (self._more, self._stage):
            button.setIconSize(QSize(side, side))
        self._more.setIcon(icon("ellipsis", self._workspace.theme.tokens))
        self._say_stage(self._contact)

    # -- changing ---------------------------------------------------------------------------------------------------

    def _save(self, field: str, value: object, visit: str) -> None:
        if not self._contact.id:
            return
        contact_id, changes = self._contact.id, changes_of({field: value})
        self._workspace.act(self.tr("Edit contact"), lambda: self._store.contacts.update(contact_id, **changes), visit)

    def _confirm(self, meeting_id: int) -> None:
        """A meeting was made: next comes a note that confirms it, where it can also go into the calendar."""
        self._workspace.say(
            self.tr("The meeting is kept."),
            [
                (self.tr("Prepare"), lambda: self.meeting_requested.emit(meeting_id)),
                (self.tr("Undo"), self._workspace.undo),
            ],
        )
        self.write_requested.emit(self._contact.id, MessageKind.CONFIRMATION)

    def _reopen(self) -> None:
        contact_id, today = self._contact.id, self._workspace.today()
        try:
            self._workspace.act(self.tr("Open again"), lambda: self._store.steps.reopen(contact_id, today))
        except UserError:
            return
        self._workspace.say_with_undo(self.tr("Open again."))

    def _set_stage(self, stage: Stage) -> None:
        contact_id = self._contact.id
        try:
            self._workspace.act(
                self.tr("Set stage"),
                lambda: self._store.contacts.update(contact_id, stage=stage, stage_reason=""),
            )
        except UserError:
            return
        if self._reason.isVisible():
            self._reason.setFocus()
