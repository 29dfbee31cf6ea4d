"""The fields of one contact, top to bottom as one gets to know a person; each is saved as it is typed."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.contact import Contact, Detail, MayUseName, Source
from desktop.core.contact_fields import CONTACT_FIELDS, ContactField, PagePart, ValueKind
from desktop.core.errors import UserError
from desktop.core.referral import check_in_between
from desktop.core.text import fold, isolated
from desktop.ui import words
from desktop.ui.contacts import field_words
from desktop.ui.contacts.page.card_lines import CardLines
from desktop.ui.shared import days
from desktop.ui.shared.person_field import PersonField
from desktop.ui.theme import heading, muted
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import ChoiceField, Field, TextField
from desktop.ui.widgets.labelled_list import LabelledRows
from desktop.ui.widgets.links import open_address
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.suggesting import SuggestField, TagsField
from desktop.ui.widgets.zone_field import ZoneField
from desktop.ui.workspace import Workspace

Save = Callable[[str, object, str], None]
_LABELS = {
    "emails": ("work", "home"),
    "phones": ("mobile", "work", "home"),
    "links": ("profile", "homepage", "blog"),
    "addresses": ("work", "home"),
}
_SCHEMES = {"emails": "mailto", "phones": "tel", "links": ""}  # of what can be opened
_SAID = ("imported_on", "imported_from")  # in a sentence, not to be typed


class ContactFields(ScrollPage):
    """`save` gets the name of a field of `Contact`, its new value and the visit it was typed in."""

    person_requested = Signal(int)

    def __init__(self, workspace: Workspace, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._save = save
        self._workspace = workspace
        self._contact = Contact()
        self._fields: dict[str, Field[Any]] = {}
        self._section("", PagePart.NAME)
        self._section(self.tr("How to reach them"), PagePart.REACH)
        self._section(self.tr("How you found them"), PagePart.ORIGIN)
        self._add_origin()
        self._section(self.tr("For the conversation"), PagePart.CONVERSATION)
        self._card_lines = CardLines(workspace.store, self.widget())
        self.column.addWidget(self._card_lines)

    # -- building ---------------------------------------------------------------------------------------------------

    def _section(self, title: str, part: PagePart) -> None:
        """A new group of fields: they stand closer to each other than to the next."""
        group = QWidget(self.widget())
        self._group = QVBoxLayout(group)
        self._group.setContentsMargins(0, 0, 0, 8)
        self._group.setSpacing(12)
        if title:
            self._group.addWidget(heading(QLabel(title)))
        self.column.addWidget(group)
        for field in CONTACT_FIELDS:
            if field.page is part and field.name == "directions":
                self._add_directions()
            elif field.page is part and field.name not in _SAID:
                self._add(field.name, self._made(field))
                if field.name == "referrer_id":
                    self._add_way_to_referrer()

    def _add(self, name: str, field: Field[Any]) -> None:
        self._fields[name] = field
        self._group.addWidget(field)
        field.saved_by(lambda value: self._save(name, value, field.visit))

    def _made(self, field: ContactField) -> Field[Any]:
        """What a field is typed into, as its kind is unless it is made by itself."""
        label, placeholder = field_words.field_label(field.name), field_words.placeholder(field.name)
        store = self._workspace.store
        if field.kind is ValueKind.DETAILS:
            return self._details(field.name, label)
        if field.kind is ValueKind.DAY:
            return DateField(label, self._workspace.today)
        if field.kind is ValueKind.TAGS:
            return TagsField(label, self._tags, placeholder=placeholder)
        if field.name == "organisation":
            return SuggestField(label, store.organisations.names)
        if field.name == "source":
            return ChoiceField(label, [(None, "–"), *((code, words.source(code)) for code in Source)])
        if field.name == "may_use_name":
            return ChoiceField(label, [(code, words.may_use_name(code)) for code in MayUseName])
        if field.name == "comfort":
            levels = [(None, "–"), *((level, words.comfort(level)) for level in range(1, 6))]
            hint = self.tr("How it feels to ask this person. The first talks may be the easy ones.")
            return ChoiceField(label, levels, hint=hint)
        if field.name == "time_zone":
            return ZoneField(label, placeholder=placeholder)
        if field.name == "referrer_id":
            return PersonField(label, store.contacts, without=lambda: self._contact.id)
        return TextField(label, placeholder=placeholder)

    def _details(self, name: str, label: str) -> Field[Any]:
        scheme = _SCHEMES.get(name)

        def opened(value: str) -> None:
            if not open_address(value, scheme or ""):
                self._workspace.say(self.tr("This cannot be opened as it stands: {0}").format(value), kind="attention")

        labels = [(code, words.detail_label(code)) for code in _LABELS[name]]
        return _Details(label, labels, multiline=name == "addresses", open_value=None if scheme is None else opened)

    def _add_way_to_referrer(self) -> None:
        self._fields["referrer_id"].saved_by(self._save_referrer)
        self._open_referrer = QPushButton(self.tr("Go to this person"))
        self._open_referrer.setProperty("link", True)
        self._open_referrer.clicked.connect(lambda: self.person_requested.emit(self._contact.referrer_id or 0))
        row = QHBoxLayout()
        row.addWidget(self._open_referrer)
        row.addStretch(1)
        self._group.addLayout(row)

    def _add_origin(self) -> None:
        """A line for what is not typed: the file they came with."""
        self._came_with = muted(QLabel())
        self._came_with.setTextFormat(Qt.TextFormat.PlainText)
        self._came_with.setWordWrap(True)
        self._group.addWidget(self._came_with)

    def _save_referrer(self, value: object) -> None:
        """One who would close a circle gives way to who stood there before."""
        field = self._fields["referrer_id"]
        try:
            self._save("referrer_id", value, field.visit)
        except UserError:  # it has been said
            field.show_anew(self._contact.referrer_id)

    def _add_directions(self) -> None:
        self._directions = Chips(
            self.tr("Directions they can tell you about"),
            self.tr("A direction is a career, an industry or a company that you are looking into."),
        )
        self._directions.edited.connect(self._direct)
        self._new_direction = QLineEdit()
        self._new_direction.setPlaceholderText(self.tr("Add a direction"))
        self._new_direction.setAccessibleName(self.tr("Add a direction"))
        self._new_direction.returnPressed.connect(self._add_direction)
        self._group.addWidget(self._directions)
        self._group.addWidget(self._new_direction)

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_contact(self, contact: Contact) -> None:
        """Show all of a contact; what is being typed about the same one stays."""
        same = contact.id == self._contact.id
        self._contact = contact
        for name, field in self._fields.items():
            (field.show_value if same else field.show_anew)(getattr(contact, name))
        if not same:
            self._new_direction.clear()
            self.verticalScrollBar().setValue(0)
        directions = self._workspace.store.directions.all()
        self._directions.set_choices([(direction.id, direction.name) for direction in directions])
        self._directions.show_value(contact.directions)
        self._open_referrer.setVisible(contact.referrer_id is not None)
        self._say_origin(contact)
        self._card_lines.show_contact(contact)
        for name in ("may_use_name", "referred_for", "introducing_since"):
            self._fields[name].setVisible(contact.referrer_id is not None)
        since = contact.introducing_since
        between = check_in_between(since) if since else None
        self._fields["introducing_since"].set_hint(
            self.tr("Ask how it goes between {0} and {1}.").format(*map(days.written_out, between)) if between else ""
        )

    def _say_origin(self, contact: Contact) -> None:
        """From which file they came, if from one."""
        if contact.imported_on is not None:
            text = self.tr("Came with {0} on {1}.").format(
                isolated(contact.imported_from), days.written_out(contact.imported_on)
            )
            self._came_with.setText(text)
        self._came_with.setVisible(contact.imported_on is not None)

    def focus(self, name: str) -> None:
        """Put the cursor into a field."""
        self._fields[name].setFocus()

    def _direct(self, chosen: object) -> None:
        with suppress(UserError):  # it has been said
            self._save("directions", chosen, "")

    def _add_direction(self) -> None:
        name = self._new_direction.text().strip()
        if not name:
            return
        store, contact = self._workspace.store, self._contact
        known = {fold(direction.name): direction.id for direction in store.directions.all()}

        def work() -> None:
            direction_id = known.get(fold(name)) or store.directions.add(name)
            store.contacts.direct([contact.id], direction_id)

        try:
            self._workspace.act(self.tr("Add direction"), work)
        except UserError:
            return
        self._new_direction.clear()

    # -- suggesting -------------------------------------------------------------------------------------------------

    def _tags(self, typed: str) -> Sequence[str]:
        wanted = fold(typed)
        return [tag for tag in self._workspace.store.contacts.tags() if wanted in fold(tag)]


class _Details(LabelledRows[tuple[Detail, ...]]):
    """The list with core's own values."""

    @property
    def value(self) -> tuple[Detail, ...]:
        """The details that hold something."""
        return tuple(Detail(value, label) for value, label in self.pairs)

    def _display(self, value: tuple[Detail, ...]) -> None:
        self._show_pairs(tuple((detail.value, detail.label) for detail in value))
