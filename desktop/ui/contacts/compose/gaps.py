"""What a letter still needs, asked for where it is needed: one field for each gap, Tab goes from one to the next."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.core.contact import MayUseName, Source
from desktop.core.contact_fields import changes_of
from desktop.core.profile import Profile, profile_changes
from desktop.ui import words
from desktop.ui.theme import muted
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField, Field, TextField
from desktop.ui.workspace import Workspace

# The slots of the letters in the order in which one thinks of them, and what fills each.
_COLUMN = 330  # pixels at 100 %: narrower than that a field is in a line of its own
_SLOTS = (
    "first_name", "name", "role", "organisation", "my_name", "headline", "background", "source", "source_detail",
    "referred_by", "referred_for", "direction", "introduce_to", "purpose", "specific", "learned", "will_do",
    "surprised", "will_use", "met", "news", "earlier", "windows", "when", "way", "where", "reach", "email", "phone",
    "link",
)  # fmt: skip
_IN_PROFILE = {
    "my_name": ("name",),
    "headline": ("headline",),
    "background": ("background",),
    "reach": ("email", "phone"),
    "email": ("email",),
    "phone": ("phone",),
    "link": ("link",),
}
_IN_CONTACT = {
    "first_name": ("name",),
    "name": ("name",),
    "role": ("role",),
    "organisation": ("organisation",),
    "referred_for": ("referred_for",),
    "source": ("source", "source_detail"),
    "source_detail": ("source_detail",),
    "referred_by": ("may_use_name",),
}


class GapFields(Card):
    """`typed` holds the answers that belong to this letter alone; `changed` says that something was filled in."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._contact_id = 0
        self._fields: dict[str, Field[Any]] = {}
        self._asked: list[str] = []
        self.typed: dict[str, str] = {}
        self.title.setText(self.tr("Still to fill in"))
        self.title.show()
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._columns = 0
        hint = muted(QLabel(self.tr("What you write about yourself is kept for the next letter.")))
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.body.addLayout(self._grid)

    def begin(self, contact_id: int) -> None:
        """A letter to someone: nothing is asked yet."""
        self._contact_id = contact_id
        self.typed = {}
        self._asked = []
        for field in self._fields.values():
            field.show_anew(None if isinstance(field, ChoiceField) else "")
            field.hide()
        self.hide()

    def ask(self, slots: Sequence[str]) -> None:
        """Ask for these too; what was asked for stays, so that it can be mended."""
        self._asked += [slot for slot in _SLOTS if slot in slots and slot not in self._asked]
        wanted = [key for slot in _SLOTS if slot in self._asked for key in _keys(slot)]
        for key in dict.fromkeys(wanted):
            self._field(key).show()
        self._show_known()
        self.setVisible(bool(wanted))
        self._place()

    def put(self, key: str, text: str) -> None:
        """Take an answer that was chosen elsewhere, as if it had been typed here."""
        self.typed[key] = text
        if key in self._fields:
            self._fields[key].show_anew(text)
        self.changed.emit()

    def ask_anew(self) -> None:
        """Another letter to the same person: only its own gaps count, what was typed stays."""
        self._asked = []
        for field in self._fields.values():
            field.hide()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if max(1, min(2, event.size().width() // self._workspace.theme.px(_COLUMN))) != self._columns:
            self._place()

    def _place(self) -> None:
        """In as many columns as there is room for, Tab goes line by line."""
        self._columns = max(1, min(2, self.width() // self._workspace.theme.px(_COLUMN)))
        shown = [field for field in self._fields.values() if not field.isHidden()]
        for field in self._fields.values():
            self._grid.removeWidget(field)
        for number, field in enumerate(shown):
            row, column = divmod(number, self._columns)
            self._grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    @property
    def is_asking(self) -> bool:
        """Whether there is any field."""
        return bool(self._asked)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        shown = [field for field in self._fields.values() if not field.isHidden()]
        if shown:
            shown[0].setFocus()

    def refresh(self) -> None:
        """Show what profile and contact hold by now."""
        self._show_known()

    def _show_known(self) -> None:
        profile = self._workspace.store.preferences.profile()
        contact = self._workspace.store.contacts.find(self._contact_id)
        for key, field in self._fields.items():
            place, _, name = key.partition(".")
            if place == "profile":
                field.show_value(getattr(profile, name))
            elif place == "contact" and contact is not None:
                field.show_value(getattr(contact, name))

    def _field(self, key: str) -> Field[Any]:
        if key not in self._fields:
            field = self._made(key)
            field.setParent(self)
            field.saved_by(lambda value: self._save(key, value, field.visit))
            self._fields[key] = field
            # In the order of `_SLOTS`, whatever was asked for first.
            order = [each for slot in _SLOTS for each in _keys(slot)]
            self._fields = {each: self._fields[each] for each in sorted(self._fields, key=order.index)}
        return self._fields[key]

    def _made(self, key: str) -> Field[Any]:
        label = self._labels()[key]
        if key == "contact.source":
            return ChoiceField(label, [(None, "–"), *((code, words.source(code)) for code in Source)])
        if key == "contact.may_use_name":
            return ChoiceField(label, [(code, words.may_use_name(code)) for code in MayUseName])
        if key == "windows":
            return TextField(label, multiline=True, lines=2, hint=self.tr("One a line."))
        if key == "profile.background":
            return TextField(label, multiline=True, lines=2)
        return TextField(label)

    def _save(self, key: str, value: object, visit: str) -> None:
        place, _, name = key.partition(".")
        store = self._workspace.store
        if place == "profile":
            about_me = profile_changes({name: str(value)})
            self._workspace.act(
                self.tr("Edit your details"), lambda: store.preferences.update_profile(**about_me), visit
            )
        elif place == "contact":
            changes = changes_of({name: value})
            self._workspace.act(
                self.tr("Edit contact"), lambda: store.contacts.update(self._contact_id, **changes), visit
            )
        else:
            self.typed[key] = str(value)
        self.changed.emit()

    def _labels(self) -> Mapping[str, str]:
        return {
            "profile.name": self.tr("Your name"),
            "profile.headline": self.tr("What you do, in a few words"),
            "profile.background": self.tr("One sentence on what you do or did until now"),
            "profile.email": self.tr("Your e-mail address"),
            "profile.phone": self.tr("Your phone number, if you like"),
            "profile.link": self.tr("A link to you, such as your profile"),
            "contact.name": self.tr("Their name"),
            "contact.role": self.tr("What they do"),
            "contact.organisation": self.tr("Where they work"),
            "contact.referred_for": self.tr("What they were named for"),
            "contact.source": self.tr("How you came across them"),
            "contact.source_detail": self.tr("Which event, list or person"),
            "contact.may_use_name": self.tr("May you use the name of who sent you?"),
            "direction": self.tr("What you are exploring"),
            "introduce_to": self.tr("Whom you would like to meet"),
            "purpose": self.tr("What you would like to learn from them"),
            "specific": self.tr("What of theirs has stayed with you"),
            "learned": self.tr("The one thing you keep from it"),
            "will_do": self.tr("What you will do with it"),
            "surprised": self.tr("What surprised you"),
            "will_use": self.tr("What you will use"),
            "met": self.tr("Whom you have met"),
            "news": self.tr("What has happened since"),
            "earlier": self.tr("When you wrote"),
            "windows": self.tr("Two or three times that suit you"),
            "when": self.tr("Day and time"),
            "way": self.tr("In person, by phone or by video"),
            "where": self.tr("Place, number or link"),
        }


def _keys(slot: str) -> tuple[str, ...]:
    """The fields that fill a slot."""
    if slot in _IN_PROFILE:
        return tuple(f"profile.{name}" for name in _IN_PROFILE[slot])
    if slot in _IN_CONTACT:
        return tuple(f"contact.{name}" for name in _IN_CONTACT[slot])
    return (slot,)


def works_at_an_organisation(profile: Profile, websites: Sequence[str]) -> bool:
    """Whether the user's address looks like one at work: its domain is that of an organisation's web site."""
    domain = profile.email.rpartition("@")[2].strip().lower()
    hosts = {_host(site) for site in websites}
    return bool(domain) and any(host and (domain == host or domain.endswith(f".{host}")) for host in hosts)


def _host(site: str) -> str:
    rest = site.strip().lower().partition("://")[2] or site.strip().lower()
    return rest.partition("/")[0].partition(":")[0].removeprefix("www.")
