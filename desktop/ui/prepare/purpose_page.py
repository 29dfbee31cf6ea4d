"""Page 1, person and purpose: whom, in which direction, what to learn, in one sentence."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.core.contact import Contact
from desktop.core.direction import DirectionKind
from desktop.core.meeting import PreparationPage
from desktop.core.preparing.short_path import new_contact
from desktop.core.text import isolated, one_line
from desktop.ui import words
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import WizardPage, quiet, quiet_button, row_of
from desktop.ui.shared.person_field import PersonField
from desktop.ui.theme import heading
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField, TextField
from desktop.ui.widgets.plain_label import plain_label


class PurposePage(WizardPage):
    """Whom you meet can be changed at any time; what is prepared stays."""

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(meeting, PreparationPage.PURPOSE, parent=parent)
        self.column.addWidget(self._person_card())
        self._purpose = TextField(
            self.tr("What do you want to &learn, in one sentence?"),
            multiline=True,
            lines=2,
            placeholder=self.tr("Find out which training opens doors in water quality, and what a week is like."),
            hint=self.tr("It stands at the top of both pages of your brief."),
        )
        self._save(
            self._purpose, lambda value, visit: self._meeting.update(self.tr("Edit purpose"), visit, purpose=value)
        )
        self.column.addWidget(self._purpose)
        self._direction = ChoiceField[int | None](
            self.tr("Which &direction is it for?"),
            [],
            hint=self.tr("A career, industry or company you are exploring, or your own field to deepen."),
        )
        self._direction.saved_by(self._choose_direction)
        self.column.addWidget(self._direction)
        self.column.addWidget(self._new_direction())

    def _person_card(self) -> QWidget:
        card = Card()
        self._name = heading(plain_label())
        self._about = quiet()
        self._open = quiet_button(self.tr("&Open contact"))
        self._open.clicked.connect(lambda: self.contact_requested.emit(self._meeting.contact.id))
        self._change = quiet_button(self.tr("Meet &someone else…"))
        self._change.clicked.connect(self._ask_for_someone_else)
        self._person = PersonField(
            self.tr("&Name of a contact, or of a new person"), self._workspace.store.contacts, allow_new=True
        )
        self._person.edited.connect(lambda _id: self._meet_named())
        self._person.entered.connect(self._meet_named)
        self._take = QPushButton(self.tr("&Use this person"))
        self._take.setAutoDefault(False)
        self._take.clicked.connect(self._meet_named)
        self._keep = quiet_button(self.tr("&Keep as it is"))
        self._keep.clicked.connect(lambda: self._show_change(False))
        card.body.addWidget(self._name)
        card.body.addWidget(self._about)
        card.body.addLayout(row_of(self._open, self._change))
        card.body.addWidget(self._person)
        card.body.addLayout(row_of(self._take, self._keep))
        self._show_change(False)
        return card

    def _new_direction(self) -> QWidget:
        self._add_direction = Card()
        self._direction_name = TextField(self.tr("Na&me of the new direction"))
        self._direction_kind = ChoiceField(
            self.tr("&Kind"), [(kind, words.direction_kind(kind)) for kind in DirectionKind]
        )
        self._direction_kind.show_value(DirectionKind.CAREER)
        add = QPushButton(self.tr("&Add direction"))
        add.setAutoDefault(False)
        add.clicked.connect(self._store_direction)
        for widget in (self._direction_name, self._direction_kind):
            self._add_direction.body.addWidget(widget)
        self._add_direction.body.addLayout(row_of(add))
        self._add_direction.hide()
        return self._add_direction

    def refresh(self) -> None:
        """Show whom, why and where to."""
        contact = self._meeting.contact
        self._name.setText(isolated(contact.name))
        about = " · ".join(part for part in (contact.role, contact.organisation) if part)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._purpose.show_value(self._meeting.meeting.purpose)
        choices = [(direction.id, direction.name) for direction in self._workspace.store.directions.all()]
        self._direction.set_choices([(None, self.tr("None yet")), *choices, (0, self.tr("A new direction…"))])
        self._direction.show_value(self._meeting.meeting.direction_id)

    # -- whom -------------------------------------------------------------------------------------------------------

    def _ask_for_someone_else(self) -> None:
        self._person.show_anew(None)
        self._show_change(True)
        self._person.setFocus()

    def _show_change(self, asking: bool) -> None:
        for widget in (self._person, self._take, self._keep):
            widget.setVisible(asking)
        self._open.setVisible(not asking)
        self._change.setVisible(not asking)

    def _meet_named(self) -> None:
        if self._person.typed_name:
            self._meet(self._person.value or 0)

    def _meet(self, contact_id: int) -> None:
        """Move the meeting to a contact, or to a new one of the name typed; what is prepared stays."""
        name, store, meeting = self._person.typed_name, self._workspace.store, self._meeting.meeting

        def work() -> None:
            other = contact_id or store.contacts.add(new_contact(name))
            store.meetings.update(meeting.id, contact_id=other)

        if contact_id != meeting.contact_id:
            self._workspace.act(self.tr("Meet {0}").format(name), work)
            self._workspace.say_with_undo(self.tr("This meeting is now with {0}.").format(name))
        self._show_change(False)
        self._change.setFocus()

    # -- where to ---------------------------------------------------------------------------------------------------

    def _choose_direction(self, direction_id: int | None) -> None:
        if direction_id == 0:
            self._add_direction.show()
            self._direction_name.setFocus()
            return
        self._add_direction.hide()
        self._set_direction(direction_id, self.tr("Choose direction"))

    def _store_direction(self) -> None:
        name, kind = one_line(self._direction_name.value), self._direction_kind.code
        if not name:
            self._direction_name.setFocus()
            return
        self._workspace.act(
            self.tr("Add direction {0}").format(name),
            lambda: self._link(self._workspace.store.directions.add(name, kind)),
        )
        self._direction_name.show_value("")
        self._add_direction.hide()
        self._direction.setFocus()

    def _set_direction(self, direction_id: int | None, name: str) -> None:
        if direction_id != self._meeting.meeting.direction_id:
            self._workspace.act(name, lambda: self._link(direction_id))

    def _link(self, direction_id: int | None) -> None:
        """The meeting's direction is one of its contact's, too."""
        store, contact = self._workspace.store, self._meeting.contact
        store.meetings.update(self._meeting.id, direction_id=direction_id)
        if direction_id is not None and isinstance(contact, Contact) and direction_id not in contact.directions:
            store.contacts.direct([contact.id], direction_id)
