"""Page 6, logistics: what to bring, when to be there, the way, and a phone number for the day."""

from PySide6.QtWidgets import QWidget

from desktop.core.meeting import PreparationPage, be_there_at
from desktop.core.meeting_line import Way
from desktop.core.zones import clock_at
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import WizardPage, quiet
from desktop.ui.shared import days
from desktop.ui.widgets.fields import LinesField, NumberField, TextField


class LogisticsPage(WizardPage):
    """Everything that is not the talk itself."""

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(meeting, PreparationPage.LOGISTICS, parent=parent)
        self._place = quiet()
        self._early = NumberField(self.tr("Be &there early"), 0, 60, suffix=self.tr(" minutes"))
        self._save(
            self._early,
            lambda value, visit: self._meeting.update(self.tr("Edit minutes early"), visit, arrive_early=value),
        )
        self._route = TextField(self.tr("&Way there"), multiline=True, lines=2)
        self._save(
            self._route, lambda value, visit: self._meeting.update(self.tr("Edit way there"), visit, route=value)
        )
        self._phone = TextField(
            self.tr("&Phone number for the day"), hint=self.tr("Whom to call if something comes between.")
        )
        self._save(
            self._phone,
            lambda value, visit: self._meeting.update(self.tr("Edit phone for the day"), visit, phone_for_day=value),
        )
        self._bring = LinesField(self.tr("What to &bring, one thing a line"), lines=6)
        self._save(
            self._bring, lambda value, visit: self._meeting.update(self.tr("Edit what to bring"), visit, bring=value)
        )
        for widget in (self._place, self._early, self._route, self._phone, self._bring):
            self.column.addWidget(widget)

    def refresh(self) -> None:
        """Show what is arranged."""
        meeting = self._meeting.meeting
        where = meeting.place if meeting.way is Way.FACE_TO_FACE else meeting.dial_in
        self._place.setText(where)
        self._place.setVisible(bool(where))
        self._early.show_value(meeting.arrive_early)
        there = be_there_at(meeting)
        said = self.tr("Be there at {0}.") if meeting.way is Way.FACE_TO_FACE else self.tr("Sit down at {0}.")
        self._early.set_hint(said.format(days.clock(clock_at(there, meeting.zone))) if there else "")
        self._route.setVisible(meeting.way is Way.FACE_TO_FACE)
        self._route.show_value(meeting.route)
        self._phone.show_value(meeting.phone_for_day)
        self._bring.show_value(meeting.bring)
