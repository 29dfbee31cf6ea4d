"""The composer: kind, tone, what is still missing, the text, the checker beside it, and the ways to hand it over."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import Contact
from desktop.core.errors import UserError
from desktop.core.letters.review import Remark, RemarkCode, limits_for, review
from desktop.core.letters.review_text import take_apart
from desktop.core.message import Channel, Message, MessageChanges, MessageKind, MessageState
from desktop.core.values import replace
from desktop.store.file.history import Change
from desktop.ui.contacts.compose.choices import LetterChoices
from desktop.ui.contacts.compose.discretion import DiscretionCard
from desktop.ui.contacts.compose.gaps import GapFields
from desktop.ui.contacts.compose.handover import Handover
from desktop.ui.contacts.compose.note import LetterNote
from desktop.ui.contacts.compose.own import OwnTemplates
from desktop.ui.contacts.compose.side_panel import ComposeSidePanel
from desktop.ui.contacts.compose.text import LetterField
from desktop.ui.shared.days import LetterDays
from desktop.ui.theme import page_title
from desktop.ui.widgets.fields import TextField, flush_all
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.side_by_side import SideBySide
from desktop.ui.workspace import Workspace
from desktop.work.handing_over import Outgoing
from desktop.work.letter_material import material_of
from desktop.work.letters import Rendered, blanks, draft_of, rendered, usual_channel, usual_kind
from desktop.work.shipped import shipped_letters, shipped_review_words

_PAUSE = 250  # milliseconds without a key until the text is read over
_WIDTH = 1100


class ComposePage(ScrollPage):
    """One message to one contact. `closed` carries the contact's id; what was written is kept as a draft.

    `templates_wanted` asks for the user's own templates, with the key of one just kept.
    """

    closed = Signal(int)
    templates_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_WIDTH, parent)
        self._workspace = workspace
        self._store = workspace.store
        self._contact = Contact()
        self._message = Message()
        self._made: Rendered | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._read_over)
        self._build(open_url)
        self._connect()

    # -- building ---------------------------------------------------------------------------------------------------

    def _build(self, open_url: Callable[[QUrl], bool]) -> None:
        self.setAccessibleName(self.tr("Write a message"))
        self._title = page_title(QLabel())
        self._title.setTextFormat(self._title.textFormat().PlainText)
        self._title.setWordWrap(True)
        back = QPushButton(self.tr("&Back"))
        back.setProperty("quiet", True)
        back.clicked.connect(self.close_page)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(back)
        self.column.addLayout(head)
        self.choices = LetterChoices(self._workspace)
        self.column.addWidget(self.choices)
        self.own = OwnTemplates()
        self.column.addWidget(self.own)
        self.discretion = DiscretionCard(self._workspace)
        self.column.addWidget(self.discretion)
        self.gaps = GapFields(self._workspace)
        self.column.addWidget(self.gaps)
        self.subject = TextField(self.tr("Sub&ject"))
        self.text = LetterField(self.tr("Te&xt"), self._workspace.theme)
        self.forward = LetterField(self.tr("Text to forward"), self._workspace.theme, lines=9)
        left = QWidget()
        writing = QVBoxLayout(left)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(12)
        for part in (self.subject, self.text, self.forward):
            writing.addWidget(part)
        left.setMinimumWidth(self._workspace.theme.px(320))
        self.handover = Handover(self._workspace, self._outgoing, open_url)
        self.beside = ComposeSidePanel(self._workspace)
        self.remarks = self.beside.remarks
        self.column.addWidget(SideBySide([(left, 5), (self.beside, 3)], spacing=24))
        self.note = LetterNote(self._workspace)
        self.column.addWidget(self.note)
        self.column.addWidget(self.handover)

    def _connect(self) -> None:
        self.choices.chosen.connect(self._choose)
        self.own.again.connect(self._start_again)
        self.own.keep.connect(self._keep_template)
        self.own.looked_for.connect(lambda: self.templates_wanted.emit(""))
        self.subject.saved_by(lambda _text: self._keep(self.subject.visit))
        self.text.saved_by(lambda _text: self._keep(self.text.visit))
        self.forward.saved_by(lambda _text: self._keep(self.forward.visit))
        for field in (self.text, self.forward):
            field.text_edit.textChanged.connect(self._pause.start)
        for part in (self.gaps, self.discretion, self.beside.times):
            part.changed.connect(self._fill)
        self.beside.reasons.taken.connect(self._take_reason)
        self.remarks.wanted.connect(self._show_place)
        self.handover.sent.connect(self._mark_sent)
        self.handover.leaving.connect(lambda: flush_all(self))  # a mnemonic leaves the cursor in its field
        self.handover.leaving.connect(self._read_over)
        self._workspace.changed.connect(self._refresh)

    # -- beginning --------------------------------------------------------------------------------------------------

    @property
    def contact_id(self) -> int:
        """To whom is written, 0 for nobody."""
        return self._contact.id

    @property
    def place(self) -> str:
        """What is done here: "Write to Amara Okafor"."""
        return self._title.text()

    def write_to(self, contact_id: int, kind: MessageKind | None = None) -> bool:
        """Begin a message, or go on with its draft; `False` if there is no such contact."""
        contact = self._store.contacts.find(contact_id)
        if contact is None:
            return False
        kind = kind or usual_kind(contact.stage)
        self._open(contact, draft_of(self._store, contact, kind))
        return True

    def open_draft(self, message_id: int) -> bool:
        """Go on with a draft; `False` if there is none of that id."""
        message = self._store.messages.find(message_id)
        contact = self._store.contacts.find(message.contact_id) if message else None
        if message is None or contact is None or message.state is MessageState.SENT:
            return False
        self._open(contact, message)
        return True

    def _open(self, contact: Contact, message: Message) -> None:
        flush_all(self)
        self._contact, self._message = contact, message
        self._title.setText(self.tr("Write to {0}").format(contact.name or self.tr("them")))
        self.choices.kind.show_anew(message.kind)
        self.choices.offer(contact, message, message.template_key)
        self.gaps.begin(contact.id)
        self.discretion.begin()
        self.handover.begin(contact, message.kind, usual_channel(self._message))
        self.beside.begin(contact, message.kind, self.choices.request_situation)
        self._made = self._rendered()
        if message.id:
            self._show(message.subject, message.text, message.forward_text)
            self._ask_gaps(only_if_there=True)
        else:
            self._show_template()
        self.verticalScrollBar().setValue(0)
        self._read_over()

    def focus(self) -> None:
        """Put the cursor where there is something to do: into the first gap, else into the text."""
        if self.gaps.is_asking:
            self.gaps.focus_first()
        else:
            self.text.setFocus()

    # -- the text and its template ----------------------------------------------------------------------------------

    def _rendered(self) -> Rendered:
        return rendered(self._store, self._contact, self.choices.template, self.gaps.typed, LetterDays())

    def _is_untouched(self) -> bool:
        """Whether what is there is the template's own, so that another may take its place unasked."""
        if self._made is None:
            return True
        draft = self._made.draft
        shown = (self.subject.value, self.text.value, self.forward.value)
        return shown == (draft.subject, draft.text, draft.forward) or not any(part.strip() for part in shown)

    def _choose(self) -> None:
        """Another kind, situation or tone: the text follows unless it is the user's own by now."""
        untouched = self._is_untouched()
        self.choices.offer(self._contact, self._message, self.choices.tone.value or "")
        self._made = self._rendered()
        if untouched:
            self.gaps.ask_anew()
            self._show_template()
        if self._message.id or not untouched:
            self._keep("")
        self.handover.begin(self._contact, self.choices.kind.code, usual_channel(self._message))
        self.beside.begin(self._contact, self.choices.kind.code, self.choices.request_situation)
        self._read_over()

    def _fill(self) -> None:
        """Something was filled in: the template says it, or a gap in the user's own text is closed."""
        self.beside.begin(self._contact, self.choices.kind.code, self.choices.request_situation)
        untouched = self._is_untouched()
        self._contact = self._store.contacts.find(self._contact.id) or self._contact
        self._made = self._rendered()
        if untouched:
            self._show_template()
        else:
            self._close_gaps()
        self._keep("")
        self._read_over()

    def _take_reason(self, text: str) -> None:
        """Into the template, or its gap; else where the cursor is in the user's own words."""
        gap = f"[{shipped_letters()[1].prompts['news']}]"
        if self._is_untouched() or gap in self.text.value:
            self.gaps.put("news", text)
        else:
            self.text.insert(text)

    def _close_gaps(self) -> None:
        assert self._made is not None
        for field in (self.text, self.forward):
            field.close_gaps(shipped_letters()[1].prompts, self._made.values)

    def _show_template(self) -> None:
        assert self._made is not None
        draft = self._made.draft
        self._show(draft.subject, draft.text, draft.forward)
        self._ask_gaps()

    def _show(self, subject: str, text: str, forward: str) -> None:
        self.subject.show_anew(subject)
        self.text.show_anew(text)
        self.forward.show_anew(forward)
        self.forward.setVisible(self.choices.kind.code is MessageKind.INTRODUCTION_REQUEST)
        self.subject.setVisible(not self.choices.is_note)

    def _ask_gaps(self, only_if_there: bool = False) -> None:
        assert self._made is not None
        gaps = (*self._made.draft.gaps, *self._made.draft.forward_gaps)
        text = self.text.value + self.forward.value
        self.gaps.ask([gap.field for gap in gaps if not only_if_there or f"[{gap.prompt}]" in text])

    def _start_again(self) -> None:
        self._made = self._rendered()
        self.gaps.ask_anew()
        self._show_template()
        self._keep("", self.tr("Start again from the template"))
        self._workspace.say_with_undo(self.tr("The template stands there again."))
        self._read_over()

    def _keep_template(self, put_back: bool) -> None:
        assert self._made is not None
        flush_all(self)
        made = self.own.keep_letter(self._workspace, self.choices, self._outgoing(), self._made, put_back)
        self.templates_wanted.emit(made)

    def renew_templates(self) -> None:
        """The user's own templates may be other ones now."""
        if self._contact.id:
            self.choices.offer(self._contact, self._message, self.choices.tone.value or "")
            self._choose()

    # -- keeping ----------------------------------------------------------------------------------------------------

    def _fields(self) -> MessageChanges:
        return {
            "kind": self.choices.kind.code,
            "situation": self.choices.request_situation,
            "template_key": self.choices.tone.value or "",
            "subject": self.subject.value,
            "text": self.text.value,
            "meeting_id": self._meeting_id(),
            "forward_text": self.forward.value if self.choices.kind.code is MessageKind.INTRODUCTION_REQUEST else "",
        }

    def _meeting_id(self) -> int | None:
        """The meeting a confirmation or thanks belong to."""
        of_meeting = self.choices.kind.code in (MessageKind.CONFIRMATION, MessageKind.THANK_YOU)
        meeting = self._made.material.meeting if self._made and of_meeting else None
        return meeting.id if meeting else None

    def _keep(self, visit: str, name: str = "") -> None:
        """Save the message as it is; the first time it becomes a draft."""
        if not self._contact.id:
            return
        message = replace(self._message, **self._fields())
        if message == self._message and message.id:
            return
        messages, fields, before = self._store.messages, self._fields(), self._message
        name = name or self.tr("Write to {0}").format(self._contact.name)
        self._message = message  # before the change is told: it is what is here already
        try:
            if message.id:
                self._workspace.act(name, lambda: messages.update(message.id, **fields), visit)
            else:
                stored = self._workspace.act(name, lambda: messages.add(message), visit, at_once=True)
                self._message = replace(message, id=stored)
        except UserError:
            self._message = before  # it is still to be saved
            raise

    def _refresh(self, change: Change) -> None:
        """An undo, or a change elsewhere; nothing that is being typed is lost."""
        if not self._contact.id or not change.tables & {"message", "contact", "setting", "contact_detail"}:
            return
        self._contact = self._store.contacts.find(self._contact.id) or self._contact
        if self._message.id and "message" in change.tables:
            stored = self._store.messages.find(self._message.id)
            if stored is None:
                self._message = replace(self._message, id=0)
            elif (stored.subject, stored.text, stored.forward_text) != (
                self._message.subject,
                self._message.text,
                self._message.forward_text,
            ):
                self._message = stored
                self._show(stored.subject, stored.text, stored.forward_text)
                self._pause.start()
        self.gaps.refresh()

    def close_page(self) -> None:
        """Back to the contact; what was written stays a draft."""
        try:
            flush_all(self)
        except UserError:
            return
        contact_id, self._contact, self._message = self._contact.id, Contact(), Message()
        self.closed.emit(contact_id)

    # -- checking and handing over ----------------------------------------------------------------------------------

    def _read_over(self) -> None:
        if not self._contact.id:
            return
        kind, situation = self.choices.kind.code, self.choices.request_situation
        limits = limits_for(situation, self._store.preferences.settings().linkedin_note_characters)
        body = self._outgoing().body
        material = material_of(self._store, self._contact, kind, self.gaps.typed, LetterDays())
        review_words = shipped_review_words()
        found = review(body, review_words, kind, situation, limits, material)
        count = len(take_apart(body, review_words).words())
        self.remarks.show_review(found, kind, situation, limits, count, len(body.strip()), body)
        gaps = [remark for remark in found if remark.code is RemarkCode.GAP]
        self.handover.show_gaps(blanks(body, found))
        edge = len(self.text.value)
        self.text.mark([(gap.start, gap.end) for gap in gaps if gap.end <= edge])
        first = len(body) - len(self.forward.value)
        self.forward.mark([(gap.start - first, gap.end - first) for gap in gaps if gap.start >= first])
        self.own.again_button.setVisible(not self._is_untouched())
        self.note.begin(kind, situation, material.meeting)
        self.handover.show_meeting(material.meeting)

    def _show_place(self, remark: Remark) -> None:
        edge = len(self.text.value)
        if remark.start <= edge:
            self.text.go_to(remark.start, min(remark.end, edge))
        else:
            first = len(self._outgoing().body) - len(self.forward.value)
            self.forward.go_to(max(0, remark.start - first), max(0, remark.end - first))

    def _outgoing(self) -> Outgoing:
        forward = self.forward.value if self.choices.kind.code is MessageKind.INTRODUCTION_REQUEST else ""
        return Outgoing(self._contact, self.choices.kind.code, self.subject.value, self.text.value, forward)

    def _mark_sent(self, channel: Channel, day: date) -> None:
        flush_all(self)
        self._keep("")
        contact, message_id = self._contact, self._message.id
        self._workspace.act(
            self.tr("Mark as sent"),
            lambda: self._store.messages.update(message_id, state=MessageState.SENT, sent_on=day, channel=channel),
        )
        self.note.was_said()
        self.close_page()
        self._workspace.say_with_undo(
            self.tr("Marked as sent. Now it is their turn: {0} may take some days.").format(contact.name)
        )
