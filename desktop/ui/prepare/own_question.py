"""The form for the user's own questions and topics, and for their own wording of a question of the bank."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.core.question import Question
from desktop.core.text import one_line
from desktop.ui import words
from desktop.ui.prepare.wizard_page import quiet, quiet_button, row_of
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField, TextField
from desktop.ui.workspace import Workspace

_NEW_TOPIC = ""


class OwnQuestion(Card):
    """Hidden until it is asked for. `added` carries the `Question` stored, `closed` tells that the form went away."""

    added = Signal(object)
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._question: Question | None = None
        self._text = TextField(self.tr("&Your question, open rather than yes or no"), multiline=True, lines=2)
        self._original = quiet()
        self._topic = ChoiceField[str](self.tr("T&opic"), [])
        self._topic.edited.connect(lambda _key: self._show_new_topic())
        self._new_topic = TextField(self.tr("Name of the new topic"))
        self._store = QPushButton(self.tr("&Add to bank and plan"))
        self._store.setAutoDefault(False)
        self._store.clicked.connect(self._keep)
        self._back = quiet_button(self.tr("Back to the original"))
        self._back.clicked.connect(self._restore)
        self._delete = quiet_button(self.tr("Delete"))
        self._delete.clicked.connect(self._remove)
        close = quiet_button(self.tr("Close"))
        close.clicked.connect(self._close)
        for widget in (self._text, self._original, self._topic, self._new_topic):
            self.body.addWidget(widget)
        self.body.addLayout(row_of(self._store, self._back, self._delete, close))
        self.hide()

    def begin(self, topic: str) -> None:
        """Ask for a new question, on that topic to begin with."""
        self._question = None
        self._open("", self.tr("&Add to bank and plan"))
        topics = [(each.key, words.topic(each)) for each in self._workspace.bank().topics]
        self._topic.set_choices([*topics, (_NEW_TOPIC, self.tr("A new topic…"))])
        self._topic.show_value(topic if topic in dict(topics) else topics[0][0])
        self._show_new_topic()

    def reword(self, question: Question) -> None:
        """Offer the wording of a question for changing."""
        self._question = question
        self._open(question.text, self.tr("&Keep this wording"))
        self._new_topic.hide()
        if question.original:
            self._original.setText(self.tr("Originally: {0}").format(question.original))

    def _open(self, text: str, action: str) -> None:
        question = self._question
        self._text.editor.setPlainText(text)  # type: ignore[union-attr]
        self._store.setText(action)
        self._topic.setVisible(question is None)
        self._original.setVisible(question is not None and bool(question.original))
        self._back.setVisible(question is not None and bool(question.original))
        self._delete.setVisible(question is not None and question.own)
        self.show()
        self._text.setFocus()

    def _show_new_topic(self) -> None:
        self._new_topic.setVisible(self._question is None and self._topic.value == _NEW_TOPIC)

    def _keep(self) -> None:
        text, question, own = one_line(self._text.value), self._question, self._workspace.store.own_questions
        if not text:
            self._text.setFocus()
        elif question is not None:
            self._workspace.act(self.tr("Reword a question"), lambda: own.reword(question, text))
            self._close()
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        own, topic, name = self._workspace.store.own_questions, self._topic.code, one_line(self._new_topic.value)
        if topic == _NEW_TOPIC and not name:
            self._new_topic.setFocus()
            return

        def work() -> str:
            return own.add(own.add_topic(name) if topic == _NEW_TOPIC else topic, text)

        key = self._workspace.act(self.tr("Add your own question"), work)
        self._new_topic.editor.clear()
        self._close()
        question = self._workspace.bank().question(key)
        if question is not None:
            self.added.emit(question)

    def _restore(self) -> None:
        question, own = self._question, self._workspace.store.own_questions
        if question is not None:
            self._workspace.act(self.tr("Back to the original wording"), lambda: own.delete(question.key))
        self._close()

    def _remove(self) -> None:
        question, own = self._question, self._workspace.store.own_questions
        if question is not None:
            self._workspace.act(self.tr("Delete your question"), lambda: own.delete(question.key))
            self._workspace.say_with_undo(self.tr("Your question left the bank. Plans that hold it keep it."))
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
