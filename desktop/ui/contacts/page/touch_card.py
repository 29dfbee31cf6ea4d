"""Keeping in touch with a contact: how often, since when, and what there would be to write about."""

from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.contact import CLOSED, Contact, Stage
from desktop.core.contact_fields import changes_of
from desktop.core.errors import UserError
from desktop.core.message import Channel, Message, MessageKind, MessageState
from desktop.core.today.contact_event import What
from desktop.core.today.keep_in_touch import KeepInTouchRule, is_kept, keep_in_touch
from desktop.core.touch_group import TouchGroup, rule_of
from desktop.ui import words
from desktop.ui.contacts import field_words
from desktop.ui.contacts.page.touch_groups_card import TouchGroupsCard
from desktop.ui.theme import muted
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField, Field, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.fold import Fold
from desktop.ui.workspace import Workspace


class TouchCard(Card):
    """`write_requested` asks for the composer; the rest is done here."""

    write_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep in touch"), parent=parent)
        self._workspace = workspace
        self._contact = Contact()
        self._last, self._next = QLabel(), muted(QLabel())
        for label in (self._last, self._next):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self.body.addWidget(label)
        self._touched = self._button(self.tr("We were in touch today"), self._note_contact)
        self._write = self._button(self.tr("Write to them"), self.write_requested.emit)
        self._rest = self._button(self.tr("Leave to rest"), self._turn_rest)
        row = FlowLayout()
        for button in (self._write, self._touched, self._rest):
            row.addWidget(button)
        self.body.addLayout(row)
        self.fields: dict[str, Field] = {
            "touch_group_id": ChoiceField(self.tr("How often"), ()),
        }
        for name in ("cares_about", "give_back"):
            self.fields[name] = TextField(field_words.label(name), placeholder=field_words.placeholder(name))
        for name, field in self.fields.items():
            self.body.addWidget(field)
            self._save_by(name, field)
        self.groups = Fold(self.tr("Groups"), self._build_groups)
        self.body.addWidget(self.groups)

    def _button(self, text: str, press: Any) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("quiet", True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: press())
        return button

    def _build_groups(self) -> QWidget:
        card = TouchGroupsCard(self._workspace)
        card.renew()
        return card

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_contact(self, contact: Contact) -> None:
        """Show how a contact is kept in touch with."""
        same = contact.id == self._contact.id
        self._contact = contact
        groups = self._workspace.store.touch_groups.all()
        choice = self.fields["touch_group_id"]
        if isinstance(choice, ChoiceField):
            choices: list[tuple[int | None, str]] = [(None, self._often(self.tr("As usual"), KeepInTouchRule()))]
            choices += [(group.id, self._often(group.name or self.tr("No name yet"), group.rule)) for group in groups]
            choice.set_choices(choices)
        known = {group.id for group in groups}
        for name, field in self.fields.items():
            value = getattr(contact, name)
            if name == "touch_group_id" and value not in known:  # of a group that was deleted
                value = None
            (field.show_value if same else field.show_anew)(value)
        self._say(contact, groups)
        if isinstance(self.groups.content, TouchGroupsCard):
            self.groups.content.renew()

    def _often(self, name: str, rule: KeepInTouchRule) -> str:
        ideal, latest = rule.days
        return self.tr("{0}: every {1} to {2} days").format(name, ideal, latest)

    def _say(self, contact: Contact, groups: list[TouchGroup]) -> None:
        last = contact.last_contact_on
        self._last.setText(
            self.tr("Last in touch on {0}").format(words.day(last))
            if last
            else self.tr("No message or meeting with them is noted yet.")
        )
        grouped = any(group.id == contact.touch_group_id for group in groups)
        rule = rule_of(contact.touch_group_id, groups)
        days = keep_in_touch(last, rule) if last and is_kept(contact.stage, grouped) else None
        if contact.stage is Stage.RESTING:
            self._next.setText(self.tr("You let this rest: nothing will come up."))
        elif days is not None:
            self._next.setText(
                self.tr("A good time to write is from {0}, at the latest {1}.").format(*map(words.day, days))
            )
        self._next.setVisible(contact.stage is Stage.RESTING or days is not None)
        self._rest.setText(self.tr("Open again") if contact.stage is Stage.RESTING else self.tr("Leave to rest"))
        self._rest.setVisible(contact.stage is Stage.RESTING or contact.stage not in CLOSED)

    # -- changing ---------------------------------------------------------------------------------------------------

    def _save_by(self, name: str, field: Field) -> None:
        def save(value: object) -> None:
            contact_id = self._contact.id
            self._workspace.act(
                self.tr("Edit contact"),
                lambda: self._workspace.store.contacts.update(contact_id, **changes_of({name: value})),
                field.visit,
            )

        field.saved_by(save)

    def _note_contact(self) -> None:
        """A call, a word in passing: it is a message that was sent, in no words."""
        message = Message(
            contact_id=self._contact.id,
            kind=MessageKind.KEEP_IN_TOUCH,
            channel=Channel.OTHER,
            state=MessageState.SENT,
            sent_on=self._workspace.today(),
        )
        with suppress(UserError):
            self._workspace.act(self.tr("We were in touch"), lambda: self._workspace.store.messages.add(message))
            self._workspace.say_with_undo(self.tr("Noted: you were in touch today."))

    def _turn_rest(self) -> None:
        contact_id, today, steps = self._contact.id, self._workspace.today(), self._workspace.store.steps
        with suppress(UserError):
            if self._contact.stage is Stage.RESTING:
                self._workspace.act(self.tr("Open again"), lambda: steps.reopen(contact_id, today))
            else:
                self._workspace.act(self.tr("Leave to rest"), lambda: steps.add(contact_id, What.RESTED, today))
                self._workspace.say_with_undo(self.tr("Left to rest. Open it again whenever you like."))
