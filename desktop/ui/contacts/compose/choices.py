"""What kind of letter it is to be: kind, situation and tone, each a choice; `chosen` says that one changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.contact import Contact
from desktop.core.letters.letter import Template
from desktop.core.message import Message, MessageKind, RequestSituation
from desktop.ui import words
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace
from desktop.work.letters import chosen_template, situations_of, templates_for, tone_of, usual_situation


class LetterChoices(QWidget):
    """Offers the situations and tones that go with a kind; `tone` holds the key of a template."""

    chosen = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.kind = ChoiceField(self.tr("&What"), [(code, words.message_kind(code)) for code in MessageKind])
        self.situation = ChoiceField[RequestSituation](self.tr("Sit&uation"), [])
        self.tone = ChoiceField[str](self.tr("To&ne"), [])
        row = FlowLayout(gap=12)
        self.kind.saved_by(lambda _code: self.chosen.emit())
        self.situation.saved_by(lambda _code: self.chosen.emit())
        self.tone.saved_by(lambda _code: self.chosen.emit())
        for field in (self.kind, self.situation, self.tone):
            row.addWidget(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)

    @property
    def request_situation(self) -> RequestSituation | None:
        """The situation of a first request, `None` for every other letter."""
        return self.situation.value if self.kind.code is MessageKind.FIRST_REQUEST else None

    @property
    def is_note(self) -> bool:
        """Whether it is a short note that has no subject."""
        return self.request_situation is RequestSituation.LINKEDIN_NOTE

    @property
    def template(self) -> Template:
        """The template that is chosen."""
        return next(each for each in self._templates() if each.key == self.tone.value)

    @property
    def name(self) -> str:
        """What is written, in a few words: the name that a template made of it begins with."""
        situation = self.request_situation
        return words.situation(situation) if situation else words.message_kind(self.kind.code)

    def offer(self, contact: Contact, message: Message, key: str = "") -> None:
        """The situations and tones that go with the kind; `key` is the template chosen until now."""
        self.situation.setVisible(self.kind.code is MessageKind.FIRST_REQUEST)
        self.situation.set_choices([(code, words.situation(code)) for code in situations_of(contact)])
        if self.situation.value is None:
            self.situation.show_anew(message.situation or usual_situation(contact))
        templates = self._templates()
        before = tone_of(self._workspace.store, key or message.template_key)
        self.tone.set_choices([(each.key, each.name or words.tone(each.tone)) for each in templates])
        self.tone.show_anew(chosen_template(templates, key, before).key)

    def _templates(self) -> tuple[Template, ...]:
        return templates_for(self._workspace.store, self.kind.code, self.request_situation)
