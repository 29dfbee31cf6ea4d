"""The short path: whom, when, what for; one button, and the brief is ready to print."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.core.preparing.short_path import Agreed
from desktop.core.zones import moment_at
from desktop.ui.prepare.wizard_page import quiet, quiet_button, row_of
from desktop.ui.settings import system_zone_name
from desktop.ui.shared.person_field import PersonField
from desktop.ui.theme import page_title
from desktop.ui.widgets.date_fields import DateTimeField
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.plain_label import plain_label
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.workspace import Workspace
from desktop.work.agreeing import store_meeting


class ShortPathPage(ScrollPage):
    """`made` carries the id of the meeting that was stored, `left` tells that the user would rather not."""

    made = Signal(int)
    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self.setAccessibleName(self.tr("A meeting that is agreed"))
        self.column.addWidget(page_title(plain_label(self.tr("It is agreed. Let us make your brief."))))
        self.column.addWidget(
            quiet(
                self.tr("Three lines are enough for a first brief with five questions. You can deepen it afterwards.")
            )
        )
        self._person = PersonField(self.tr("&Whom do you meet?"), workspace.store.contacts, allow_new=True)
        self._when = DateTimeField(self.tr("Whe&n? (if you know already)"), workspace.today)
        self._purpose = TextField(
            self.tr("What do you want to &learn, in one sentence?"),
            placeholder=self.tr("Find out which training opens doors, and what a week is like."),
        )
        self._make = QPushButton(self.tr("&Make the brief"))
        self._make.setProperty("primary", True)
        self._make.setAutoDefault(False)
        self._make.clicked.connect(self._store)
        leave = quiet_button(self.tr("Not now"))
        leave.clicked.connect(self.left)
        for widget in (self._person, self._when, self._purpose):
            self.column.addWidget(widget)
        self.column.addLayout(row_of(self._make, leave))

    def begin(self, contact_id: int = 0) -> None:
        """Show the empty form, or that of a contact who is known already."""
        self._person.show_anew(contact_id or None)
        self._when.show_value(None)
        self._purpose.show_value("")
        (self._when if self._person.typed_name else self._person).setFocus()

    def _store(self) -> None:
        """Contact, meeting and questions are one step: one Undo takes all of it back."""
        if not self._person.typed_name:
            self._workspace.say(self.tr("Write the name of the person first; the brief begins with it."))
            self._person.setFocus()
            return
        self._when.flush()
        if not self._when.complete:
            if self._when.day.understood and not self._when.clock.text().strip():
                self._when.set_hint(self.tr("Add the time, or leave both empty for now."))
            (self._when.clock if self._when.day.understood else self._when.day.line).setFocus()
            return
        store, name, person_id = self._workspace.store, self._person.typed_name, self._person.value or 0
        zone = store.preferences.profile().time_zone or system_zone_name() or "UTC"
        clock = self._when.value
        agreed = Agreed(name, self._purpose.value, moment_at(clock, zone) if clock else None, zone)
        meeting_id = self._workspace.act(
            self.tr("Prepare the meeting with {0}").format(name),
            lambda: store_meeting(store, self._workspace.bank(), agreed, person_id),
        )
        self.made.emit(meeting_id)
