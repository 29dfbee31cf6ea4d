"""The fields a template can hold, in plain words, to be put where the cursor is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.core.contact_fields import IN_LETTERS
from desktop.core.letters.own_letter import FIELDS
from desktop.ui.contacts import field_words
from desktop.ui.theme import Theme, heading, muted

_FIELD = Qt.ItemDataRole.UserRole
_TEXT_ROWS = 12


class FieldChoice(QWidget):
    """`chosen` carries the field taken by a click or Enter."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Fields to put into the text"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        names = self._names()
        for field in FIELDS:
            item = QListWidgetItem(names[field])
            item.setData(_FIELD, field)
            item.setToolTip(f"{{{field}}}")
            self.list.addItem(item)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        hint = muted(
            QLabel(
                self.tr(
                    "A click puts the field where the cursor stands. What stands between {? and ?} is left out where "
                    "its field is empty."
                )
            )
        )
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading(QLabel(self.tr("Fields"))))
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        row = self.fontMetrics().height() + 10
        for number in range(self.list.count()):
            self.list.item(number).setSizeHint(QSize(0, row))
        self.list.setMinimumHeight(row * _TEXT_ROWS)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_FIELD))

    def _names(self) -> dict[str, str]:
        return {
            **{field.name: field_words.in_letters(field.name) for field in IN_LETTERS},
            "first_name": self.tr("Their first name"),
            "referred_by": self.tr("Who sent me, if they may be named"),
            "referred_for": self.tr("What they were named for"),
            "source": self.tr("How I found them, as a sentence"),
            "source_detail": self.tr("Which event, list or person"),
            "my_name": self.tr("My name"),
            "headline": self.tr("What I do, in a few words"),
            "background": self.tr("My background, as a sentence"),
            "email": self.tr("My e-mail address"),
            "phone": self.tr("My phone number"),
            "link": self.tr("My link"),
            "reach": self.tr("All ways to reach me, one a line"),
            "direction": self.tr("What I am exploring"),
            "purpose": self.tr("What I would like to learn"),
            "specific": self.tr("What of theirs stayed with me"),
            "minutes": self.tr("How many minutes"),
            "windows": self.tr("Times I can offer"),
            "when": self.tr("Day and time of the meeting"),
            "way": self.tr("In person, by phone or by video"),
            "where": self.tr("Place, number or link"),
            "introduce_to": self.tr("Whom I would like to meet"),
            "learned": self.tr("The one thing I keep from it"),
            "will_do": self.tr("What I will do with it"),
            "surprised": self.tr("What surprised me, as a sentence"),
            "will_use": self.tr("What I will use, as a sentence"),
            "met": self.tr("Whom I have met"),
            "decided": self.tr("The direction I have decided on"),
            "verdict": self.tr("My decision, as a sentence"),
            "verdict_reason": self.tr("What decided it, as a sentence"),
            "news": self.tr("What has happened since, as a sentence"),
            "earlier": self.tr("When I wrote before"),
            "discretion": self.tr("The request for discretion"),
            "discretion_short": self.tr("The request for discretion, short"),
        }
