"""Keeping in touch with a contact: how often, since when, and what there would be to write about."""

from collections.abc import Callable
from contextlib import suppress
from typing import Unpack

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.contact import CLOSED, Contact, Stage
from desktop.core.contact_fields import ContactChanges
from desktop.core.errors import UserError
from desktop.core.keep_in_touch_group import KeepInTouchGroup, KeepInTouchRule, keep_in_touch_rule
from desktop.core.message import Channel, Message, MessageKind, MessageState
from desktop.core.today.contact_event import EventKind
from desktop.core.today.keep_in_touch import is_kept, keep_in_touch
from desktop.ui.contacts import field_words
from desktop.ui.contacts.page.keep_in_touch_groups_card import KeepInTouchGroupsCard
from desktop.ui.shared import days
from desktop.ui.theme import muted
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.fold import Fold
from desktop.ui.workspace import Workspace


class KeepInTouchCard(Card):
    """`write_requested` asks for the composer; the rest is done here."""

    write_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep in touch"), parent=parent)
        self._workspace = workspace
        self._contact = Contact()
        self._groups: set[int] = set()
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
        self._often = ChoiceField[int | None](self.tr("How often"), ())
        cares_about, give_back = (
            TextField(field_words.field_label(name), placeholder=field_words.placeholder(name))
            for name in ("cares_about", "give_back")
        )
        self._fields = BoundFields[Contact]()
        bind, edit = self._fields.bind, self._edit
        self._fields.bind_choice(self._often, self._group_of, lambda group, visit: edit(visit, touch_group_id=group))
        bind(cares_about, lambda contact: contact.cares_about, lambda text, visit: edit(visit, cares_about=text))
        bind(give_back, lambda contact: contact.give_back, lambda text, visit: edit(visit, give_back=text))
        for field in (self._often, cares_about, give_back):
            self.body.addWidget(field)
        self.groups = Fold(self.tr("Groups"), self._build_groups)
        self.body.addWidget(self.groups)

    def _button(self, text: str, press: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("quiet", True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: press())
        return button

    def _build_groups(self) -> QWidget:
        card = KeepInTouchGroupsCard(self._workspace)
        card.renew()
        return card

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_contact(self, contact: Contact) -> None:
        """Show how a contact is kept in touch with."""
        same = contact.id == self._contact.id
        self._contact = contact
        groups = self._workspace.store.touch_groups.all()
        self._groups = {group.id for group in groups}
        choices: list[tuple[int | None, str]] = [(None, self._rhythm(self.tr("As usual"), KeepInTouchRule()))]
        choices += [(group.id, self._rhythm(group.name or self.tr("No name yet"), group.rule)) for group in groups]
        self._often.set_choices(choices)
        self._fields.show(contact, anew=not same)
        self._say(contact, groups)
        if isinstance(self.groups.content, KeepInTouchGroupsCard):
            self.groups.content.renew()

    def _group_of(self, contact: Contact) -> int | None:
        """The group of a contact, `None` for one that was deleted."""
        return contact.touch_group_id if contact.touch_group_id in self._groups else None

    def _rhythm(self, name: str, rule: KeepInTouchRule) -> str:
        ideal, latest = rule.days
        return self.tr("{0}: every {1} to {2} days").format(name, ideal, latest)

    def _say(self, contact: Contact, groups: list[KeepInTouchGroup]) -> None:
        last = contact.last_contact_on
        self._last.setText(
            self.tr("Last in touch on {0}").format(days.written_out(last))
            if last
            else self.tr("No message or meeting with them is noted yet.")
        )
        grouped = any(group.id == contact.touch_group_id for group in groups)
        rule = keep_in_touch_rule(contact.touch_group_id, groups)
        between = keep_in_touch(last, rule) if last and is_kept(contact.stage, grouped) else None
        if contact.stage is Stage.RESTING:
            self._next.setText(self.tr("You let this rest: nothing will come up."))
        elif between is not None:
            self._next.setText(
                self.tr("A good time to write is from {0}, at the latest {1}.").format(*map(days.written_out, between))
            )
        self._next.setVisible(contact.stage is Stage.RESTING or between is not None)
        self._rest.setText(self.tr("Open again") if contact.stage is Stage.RESTING else self.tr("Leave to rest"))
        self._rest.setVisible(contact.stage is Stage.RESTING or contact.stage not in CLOSED)

    # -- changing ---------------------------------------------------------------------------------------------------

    def _edit(self, visit: str, **changes: Unpack[ContactChanges]) -> None:
        """Save fields of the `Contact`."""
        contact_id, contacts = self._contact.id, self._workspace.store.contacts
        self._workspace.act(self.tr("Edit contact"), lambda: contacts.update(contact_id, **changes), visit)

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
                self._workspace.act(self.tr("Leave to rest"), lambda: steps.add(contact_id, EventKind.RESTED, today))
                self._workspace.say_with_undo(self.tr("Left to rest. Open it again whenever you like."))
