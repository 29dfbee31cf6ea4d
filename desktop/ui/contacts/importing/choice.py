"""Below the preview of an import: what is to become of the people chosen in it, or of all of their kind at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.people.incoming import Choice, JudgedPerson, MatchKind
from desktop.core.text import isolated
from desktop.ui.widgets.flow_layout import FlowLayout


class ImportChoice(QWidget):
    """`chosen` carries the choice, and whether it is for everybody of the same kind."""

    chosen = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = QLabel()
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self.all_alike = QCheckBox()
        self.buttons: dict[Choice, QPushButton] = {}
        row = FlowLayout()
        for choice, text, tip in (
            (Choice.MERGE, self.tr("&Merge"), self.tr("What is new goes to the one who is there; nothing is lost")),
            (Choice.ADD, self.tr("&Keep both"), self.tr("Two people, though they are alike")),
            (Choice.SKIP, self.tr("&Leave out"), self.tr("Not imported")),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(lambda _checked=False, choice=choice: self._choose(choice))
            self.buttons[choice] = button
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._status)
        layout.addLayout(row)
        layout.addWidget(self.all_alike)

    def show_for(self, people: Sequence[JudgedPerson], alike: int) -> None:
        """Ask about these; `alike` is how many of the same kind there are. Nobody: there is nothing to ask."""
        self.setVisible(bool(people))
        if not people:
            return
        first = people[0]
        name = first.person.contact.name or self.tr("No name")
        if len(people) > 1:
            self._status.setText(self.tr("%n people are chosen.", "", len(people)))
        elif first.kind is MatchKind.NEW:
            self._status.setText(self.tr("{0} is new.").format(isolated(name)))
        elif first.kind is MatchKind.LIKE:
            said = self.tr("{0} is like {1}. Are they one person?")
            self._status.setText(said.format(isolated(name), first.other))
        else:
            self._status.setText(self.tr("{0} is {1}.").format(isolated(name), first.other))
        self.buttons[Choice.MERGE].setVisible(any(each.kind is not MatchKind.NEW for each in people))
        adds = self.tr("&Keep both") if first.kind is not MatchKind.NEW else self.tr("Ta&ke in")
        self.buttons[Choice.ADD].setText(adds)
        texts = {
            MatchKind.NEW: self.tr("Do the same for &all %n who are new", "", alike),
            MatchKind.LIKE: self.tr("Do the same for &all %n who are like somebody", "", alike),
            MatchKind.SAME: self.tr("Do the same for &all %n who are there and bring something new", "", alike),
            MatchKind.KNOWN: self.tr("Do the same for &all %n who are known already", "", alike),
        }
        self.all_alike.setText(texts[first.kind])
        self.all_alike.setVisible(alike > len(people))

    def _choose(self, choice: Choice) -> None:
        self.chosen.emit(choice, self.all_alike.isChecked() and self.all_alike.isVisible())
