"""The messages with one contact, drafts and sent ones, with what came back; the latest comes first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.message import Answer, Message, MessageKind, MessageState
from desktop.core.text import joined, one_line
from desktop.ui import words
from desktop.ui.contacts.page.agreed_card import AgreedCard
from desktop.ui.shared import days
from desktop.ui.theme import muted
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.growing_text import GrowingText
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_ANSWERABLE = (
    MessageKind.FIRST_REQUEST,
    MessageKind.INTRODUCTION_REQUEST,
    MessageKind.NUDGE,
    MessageKind.KEEP_IN_TOUCH,
)
_WIDTH = 900
_LINES = 10  # of a text that are shown at least
_ROWS_SHOWN = 4  # seen at once; the text below needs the room


class AnswerCard(Card):
    """*They answered*: what, and when. `answered` carries both."""

    answered = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self.title.setText(self.tr("They answered"))
        self.title.show()
        self.day = DateField(self.tr("When"), workspace.today)
        self.answer = ChoiceField(self.tr("What did they say?"), [(code, words.answer(code)) for code in Answer])
        keep = QPushButton(self.tr("&Keep the answer"))
        keep.setProperty("primary", True)
        keep.clicked.connect(self._tell)
        leave = QPushButton(self.tr("Not yet"))
        leave.setProperty("quiet", True)
        leave.clicked.connect(self.hide)
        row = FlowLayout(gap=12)
        for widget in (self.answer, self.day, keep, leave):
            row.addWidget(widget)
        self.body.addLayout(row)
        self.hide()

    def ask(self, message: Message) -> None:
        """Ask for the answer to this message."""
        self.answer.show_anew(message.answer or Answer.YES)
        self.day.show_anew(message.answered_on or self._workspace.today())
        self.show()
        self.answer.setFocus()

    def _tell(self) -> None:
        self.day.flush()
        if not self.day.day.understood:  # the field says so; nothing is made up
            self.day.setFocus()
            return
        self.hide()
        self.answered.emit(self.answer.value, self.day.value or self._workspace.today())


class MessageList(QWidget):
    """`write` asks for the composer, with a kind or none; `draft` carries one to go on with; `made` the meeting that a
    yes became, `named` says that they named someone else."""

    write = Signal(object)
    draft = Signal(int)
    made = Signal(int)
    named = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages: dict[int, Message] = {}
        self._list = TwoLineList(self.tr("Messages"), workspace.theme)
        self._list.chosen.connect(lambda _id: self._show_chosen())
        self._list.opened.connect(lambda _id: self._open_current())
        self._list.doubleClicked.connect(lambda _index: self._open_current())
        self._empty = muted(QLabel(self.tr("Nothing written yet. A first request takes a few minutes.")))
        self._empty.setWordWrap(True)
        self._text = GrowingText(_LINES)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Text of the message"))
        self.answer_card = AnswerCard(workspace)
        self.answer_card.answered.connect(self._keep_answer)
        self._new = self._button(self.tr("&Write…"), lambda: self.write.emit(None))
        self._open = self._button(self.tr("Go o&n writing"), self._open_current)
        self._answered = self._button(self.tr("They an&swered…"), self._ask_answer)
        self.agreed_card = AgreedCard(workspace)
        self.agreed_card.made.connect(self.made)
        self._agree = self._button(self.tr("A time is &agreed…"), self._ask_time)
        self._reply = self._button(self.tr("Write &back"), self._write_back)
        self._name = self._button(self.tr("A&dd the person they named"), self.named.emit)
        self._delete = self._button(self.tr("De&lete message"), self._delete_current)
        self._delete.setProperty("quiet", True)
        row = FlowLayout()
        buttons = (
            self._new, self._open, self._answered, self._agree, self._reply, self._name, self._delete
        )  # fmt: skip
        for button in buttons:
            row.addWidget(button)
        page = ScrollPage(_WIDTH, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        layout = page.column
        layout.setSpacing(12)
        layout.addWidget(self._empty)
        layout.addWidget(self._list)
        layout.addLayout(row)
        layout.addWidget(self.answer_card)
        layout.addWidget(self.agreed_card)
        layout.addWidget(self._text)

    def _button(self, text: str, work: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: work())  # type: ignore[operator]
        return button

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show these, latest first."""
        self._messages = {message.id: message for message in messages}
        rows = [ListRow(message.id, joined(*self._line(message)), self._beneath(message)) for message in messages]
        current = self._list.current_id
        self._list.show_rows(rows, current if current in self._messages else (rows[0].id if rows else 0))
        for widget in (self._list, self._text):
            widget.setVisible(bool(rows))
        self._list.setFixedHeight(
            self._list.sizeHintForRow(0) * min(len(rows), _ROWS_SHOWN) + 2 * self._list.frameWidth() + 8
        )
        self._empty.setVisible(not rows)
        self._show_chosen()

    def show_latest(self, asking: bool = False) -> None:
        """Stand on the message sent last, or the draft where there is none; `asking` asks for the answer to it."""
        sent = [message for message in self._messages.values() if message.state is MessageState.SENT]
        if not self._messages:
            self._new.setFocus()
            return
        self._list.select((sent or list(self._messages.values()))[0].id)
        self._show_chosen()
        self._list.setFocus()
        if asking and not self._answered.isHidden():
            self._ask_answer()

    def ask_time(self) -> bool:
        """Ask for the time that follows the latest yes; `False` where nobody said yes."""
        yes = next((each.id for each in self._messages.values() if each.answer is Answer.YES), 0)
        if yes:
            self._list.select(yes)
            self._show_chosen()
            self._ask_time()
        return bool(yes)

    @property
    def current(self) -> Message | None:
        """The message the cursor is on."""
        return self._messages.get(self._list.current_id)

    def _line(self, message: Message) -> tuple[str, ...]:
        state = words.message_state(message.state)
        if message.state is MessageState.SENT:
            state = self.tr("{0} {1}").format(state, days.short(message.sent_on))
            return (words.message_kind(message.kind), state, words.channel(message.channel))
        return (words.message_kind(message.kind), state)

    def _beneath(self, message: Message) -> str:
        came = ""
        if message.answer is not None:
            came = joined(words.answer(message.answer), _day(message.answered_on))
        return came or message.subject or one_line(message.text)[:200]

    def _show_chosen(self) -> None:
        message = self.current
        draft = message is not None and message.state is MessageState.DRAFT
        sent = message is not None and not draft
        answer = message.answer if message else None
        self._open.setVisible(draft)
        self._delete.setVisible(message is not None)
        self._answered.setVisible(sent and message is not None and message.kind in _ANSWERABLE)
        self._answered.setText(self.tr("They an&swered…") if answer is None else self.tr("Change the an&swer…"))
        self._agree.setVisible(answer is Answer.YES)
        self._reply.setVisible(answer is not None)
        self._name.setVisible(answer is Answer.SOMEONE_ELSE)
        if not sent:
            self.answer_card.hide()
        if answer is not Answer.YES:
            self.agreed_card.hide()
        whole = (
            "\n\n".join(part for part in (message.subject, message.text, message.forward_text) if part)
            if message
            else ""
        )
        if whole != self._text.toPlainText():
            self._text.setPlainText(whole)

    def _open_current(self) -> None:
        message = self.current
        if message is not None and message.state is MessageState.DRAFT:
            self.draft.emit(message.id)

    def _ask_answer(self) -> None:
        if self.current is not None:
            self.answer_card.ask(self.current)

    def _ask_time(self) -> None:
        contact = self._workspace.store.contacts.find(self.current.contact_id) if self.current else None
        if contact is not None:
            self.answer_card.hide()
            self.agreed_card.ask(contact)

    def _keep_answer(self, answer: Answer, day: date) -> None:
        message = self.current
        if message is None:
            return
        self._workspace.act(
            self.tr("Note their answer"),
            lambda: self._workspace.store.messages.update(message.id, answer=answer, answered_on=day),
        )
        self._workspace.say_with_undo(words.answer(answer))
        follows = {Answer.YES: self._agree, Answer.SOMEONE_ELSE: self._name}.get(answer, self._reply)
        follows.setFocus()

    def _write_back(self) -> None:
        message = self.current
        if message is not None:
            yes = message.answer in (Answer.YES, Answer.LATER)
            self.write.emit(MessageKind.REPLY_TO_YES if yes else MessageKind.REPLY_TO_NO)

    def _delete_current(self) -> None:
        message = self.current
        if message is not None:
            self._workspace.act(self.tr("Delete message"), lambda: self._workspace.store.messages.delete(message.id))
            self._workspace.say_with_undo(self.tr("Message deleted."))


def _day(value: date | None) -> str:
    return days.short(value) if value else ""
