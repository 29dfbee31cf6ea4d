"""Page 2, time and way: when, how long, where or how, the clocks of both, and when to confirm."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.core.meeting import PreparationPage
from desktop.core.meeting_line import Way, confirm_between
from desktop.core.preparing.plan import budget
from desktop.core.preparing.wizard import with_way
from desktop.core.values import replace
from desktop.core.zones import clock_at, is_known, moment_at
from desktop.ui import words
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import WizardPage, quiet
from desktop.ui.settings import system_zone_name
from desktop.ui.shared import days
from desktop.ui.widgets.date_fields import DateTimeField
from desktop.ui.widgets.fields import CheckField, ChoiceField, NumberField, TextField
from desktop.ui.widgets.zone_field import ZoneField

SHORTEST, LONGEST = 5, 240  # minutes


class TimePage(WizardPage):
    """The clock follows the zone it was agreed in; the other person's own clock is beside it."""

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(meeting, PreparationPage.TIME, parent=parent)
        self._when = DateTimeField(self.tr("&Day and time"), self._workspace.today)
        self._when.saved_by(self._save_when)
        self._zone = ZoneField(self.tr("Time &zone of that time"), hint=self.tr("Your own, unless you agreed another."))
        self._zone.saved_by(self._save_zone)
        self._their_zone = ZoneField(
            self.tr("Time zone of the &other person"), placeholder=self.tr("The same as yours")
        )
        self._their_zone.saved_by(self._save_their_zone)
        self._their_time = quiet()
        self._minutes = NumberField(self.tr("How &long you asked for"), SHORTEST, LONGEST, suffix=self.tr(" minutes"))
        self._save(
            self._minutes, lambda value, visit: self._meeting.update(self.tr("Edit minutes"), visit, minutes=value)
        )
        self._way = ChoiceField(self.tr("Ho&w you meet"), [(way, words.way(way)) for way in Way])
        self._way.code_saved_by(self._save_way)
        self._place = TextField(
            self.tr("&Place"), multiline=True, lines=2, hint=self.tr("Name, street, floor – as you would tell a taxi.")
        )
        self._save(self._place, lambda value, visit: self._meeting.update(self.tr("Edit place"), visit, place=value))
        self._number = TextField(self.tr("&Number to call"))
        self._save(
            self._number,
            lambda value, visit: self._meeting.update(self.tr("Edit number to call"), visit, dial_in=value),
        )
        self._room = TextField(self.tr("&Address of the video room"), placeholder="https://")
        self._save(
            self._room, lambda value, visit: self._meeting.update(self.tr("Edit video room"), visit, dial_in=value)
        )
        self._confirm = CheckField(self.tr("&Remind me to confirm one or two days ahead"))
        self._save(
            self._confirm,
            lambda value, visit: self._meeting.update(self.tr("Edit reminder"), visit, remind_to_confirm=value),
        )
        for widget in (
            self._when, self._minutes, self._way, self._place, self._number, self._room, self._zone,
            self._their_zone, self._their_time, self._confirm,
        ):  # fmt: skip
            self.column.addWidget(widget)

    def refresh(self) -> None:
        """Show when and how."""
        meeting, contact = self._meeting.meeting, self._meeting.contact
        zone = self._zone_name()
        starts = clock_at(meeting.starts_at, zone) if meeting.starts_at else None
        self._when.show_value(starts)
        self._zone.show_value(zone)
        self._their_zone.show_value(contact.time_zone)
        self._minutes.show_value(meeting.minutes)
        self._minutes.set_hint(self._budget(meeting.minutes))
        self._way.show_value(meeting.way)
        self._place.show_value(meeting.place)
        self._number.show_value(meeting.dial_in)
        self._room.show_value(meeting.dial_in)
        self._place.setVisible(meeting.way is Way.FACE_TO_FACE)
        self._number.setVisible(meeting.way is Way.PHONE)
        self._number.set_hint(self._known_numbers())
        self._room.setVisible(meeting.way is Way.VIDEO)
        self._confirm.show_value(meeting.remind_to_confirm)
        self._show_other_clocks(meeting.starts_at, zone)

    def _zone_name(self) -> str:
        profile = self._workspace.store.preferences.profile()
        return self._meeting.meeting.zone or profile.time_zone or system_zone_name() or "UTC"

    def _budget(self, minutes: int) -> str:
        shared = budget(max(SHORTEST, minutes))
        said = self.tr("{0} opening · {1} questions · {2} closing. Stop on time; let them offer more.")
        return said.format(shared.opening, shared.questions, shared.closing)

    def _known_numbers(self) -> str:
        phones = [phone.value for phone in self._meeting.contact.phones]
        return self.tr("You have: {0}").format(", ".join(phones)) if phones else ""

    def _show_other_clocks(self, starts_at: datetime | None, zone: str) -> None:
        contact = self._meeting.contact
        theirs = contact.time_zone
        differs = (
            starts_at is not None and is_known(theirs) and clock_at(starts_at, theirs) != clock_at(starts_at, zone)
        )
        self._their_time.setVisible(differs)
        if starts_at is not None and differs:
            said = self.tr("For {0} it is {1} then ({2}).")
            there = self._written(clock_at(starts_at, theirs))
            self._their_time.setText(said.format(contact.name, there, theirs))
        if starts_at is None:
            self._confirm.set_hint("")
        else:
            first, last = (self._written(clock_at(moment, zone)) for moment in confirm_between(starts_at))
            self._confirm.set_hint(self.tr("A short line between {0} and {1} is enough.").format(first, last))

    def _written(self, moment: datetime) -> str:
        return days.written_moment(moment, year=moment.year != self._workspace.today().year)

    # -- saving -----------------------------------------------------------------------------------------------------

    def _save_when(self, clock: datetime | None) -> None:
        zone = self._zone_name()
        self._meeting.update(
            self.tr("Edit time"),
            self._when.visit,
            starts_at=moment_at(clock, zone) if clock else None,
            zone=zone,
        )

    def _save_zone(self, zone: str) -> None:
        """The clock stays as it was agreed; the moment moves with the zone."""
        meeting = self._meeting.meeting
        before, after = self._zone_name(), zone or system_zone_name() or "UTC"
        starts_at = moment_at(clock_at(meeting.starts_at, before), after) if meeting.starts_at else None
        self._meeting.update(self.tr("Edit time zone"), self._zone.visit, zone=after, starts_at=starts_at)

    def _save_their_zone(self, zone: str) -> None:
        contacts, contact = self._workspace.store.contacts, self._meeting.contact
        if zone != contact.time_zone:
            self._workspace.act(
                self.tr("Edit time zone of {0}").format(contact.name),
                lambda: contacts.update(contact.id, time_zone=zone),
                self._their_zone.visit,
            )

    def _save_way(self, way: Way) -> None:
        meeting = with_way(self._meeting.meeting, way, self._meeting.preparation)
        if way is Way.PHONE and not meeting.dial_in and self._meeting.contact.phones:
            meeting = replace(meeting, dial_in=self._meeting.contact.phones[0].value)
        self._meeting.update(
            self.tr("Edit how you meet"),
            way=meeting.way,
            bring=meeting.bring,
            arrive_early=meeting.arrive_early,
            dial_in=meeting.dial_in,
        )
