"""What a card held that no field here has: birthday, nickname, departments … told, and kept to be exported."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.contact import CardProperty, Contact
from desktop.core.text import isolated, one_line
from desktop.store.store import Store
from desktop.ui.theme import heading

_LONGEST = 300  # letters of a value
_SCHEME = re.compile(r"(?:xmpp|skype|sip|sips|im|aim|tel|geo|x-apple):(?=\S)", re.IGNORECASE)


class CardLines(QWidget):
    """A line for each such property that says something to people; nothing where there is none."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._told.setAccessibleName(self.tr("Also on their card"))
        self._names = {
            "BDAY": self.tr("Birthday"),
            "ANNIVERSARY": self.tr("Anniversary"),
            "NICKNAME": self.tr("Nickname"),
            "ORG": self.tr("Department"),
            "TITLE": self.tr("Further role"),
            "ROLE": self.tr("Further role"),
            "IMPP": self.tr("Chat"),
            "X-SKYPE": self.tr("Chat"),
            "LANG": self.tr("Language"),
            "RELATED": self.tr("Related"),
            "X-ABDATE": self.tr("Date"),
            "X-ABRELATEDNAMES": self.tr("Related"),
            "HOBBY": self.tr("Hobby"),
            "INTEREST": self.tr("Interest"),
            "EXPERTISE": self.tr("Expertise"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(12)
        column.addWidget(heading(QLabel(self.tr("Also on their card"))))
        column.addWidget(self._told)
        self.hide()

    def show_contact(self, contact: Contact) -> None:
        """Show what this contact's card held."""
        (whole,) = self._store.contacts.with_cards((contact,))
        if not whole.properties:
            self.hide()
            return
        from desktop.formats.vcard import group_label
        from desktop.formats.vcard_values import text

        labels = {
            prop.group: group_label(text(prop.value))
            for prop in whole.properties
            if prop.name == "X-ABLABEL" and prop.group
        }
        lines = [line for prop in whole.properties if (line := self._line(prop, labels.get(prop.group, "")))]
        self._told.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def _line(self, prop: CardProperty, label: str) -> str:
        if prop.name not in self._names or prop.value.startswith("data:"):
            return ""
        from desktop.formats.vcard_values import split

        parts = split(prop.value)[1 if prop.name == "ORG" else 0 :]
        value = one_line(", ".join(part.strip() for part in parts if part.strip()))
        value = _SCHEME.sub("", value)[:_LONGEST]
        return f"{label or self._names[prop.name]}: {isolated(value)}" if value else ""
