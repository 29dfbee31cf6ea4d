"""They said yes: day, time, length and way in one small form, and the meeting is made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.core.contact import Contact
from desktop.core.free_time import FreeTime
from desktop.core.meeting import DEFAULT_MINUTES
from desktop.core.meeting_line import Way
from desktop.core.preparing.short_path import Agreed
from desktop.core.zones import clock_at, moment_at
from desktop.ui import words
from desktop.ui.settings import system_zone_name
from desktop.ui.shared.days import LetterDays
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_fields import DateTimeField
from desktop.ui.widgets.fields import ChoiceField, NumberField, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.zone_field import ZoneField
from desktop.ui.workspace import Workspace
from desktop.work.agreeing import store_meeting
from desktop.work.letter_material import coming_times, window_text

SHORTEST, LONGEST = 5, 240  # minutes


class AgreedCard(Card):
    """`made` carries the id of the meeting that was stored."""

    made = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workspace = workspace
        self._contact = Contact()
        self._free: dict[int, FreeTime] = {}
        self.title.setText(self.tr("It is agreed"))
        self.title.show()
        self.offered = ChoiceField[int](self.tr("Which of the times you offered?"), [])
        self.offered.saved_by(lambda _id: self._take_offered())
        self.when = DateTimeField(self.tr("Day and time"), workspace.today)
        self.minutes = NumberField(self.tr("How long"), SHORTEST, LONGEST, self.tr(" minutes"))
        self.way = ChoiceField(self.tr("How you meet"), [(code, words.way(code)) for code in Way])
        self.way.saved_by(lambda _way: self._show_where())
        self.where = {
            Way.FACE_TO_FACE: TextField(self.tr("Place")),
            Way.PHONE: TextField(self.tr("Number to call")),
            Way.VIDEO: TextField(self.tr("Address of the video room"), placeholder="https://"),
        }
        self.zone = ZoneField(self.tr("Time zone"))
        self.when.keep_room_for_hint()
        self.zone.keep_room_for_hint()
        make = QPushButton(self.tr("&Make the meeting"))
        make.setProperty("primary", True)
        make.clicked.connect(self._make)
        leave = QPushButton(self.tr("Not yet"))
        leave.setProperty("quiet", True)
        leave.clicked.connect(self.hide)
        when, how, end = FlowLayout(gap=12), FlowLayout(gap=12), FlowLayout(gap=12)
        for row, widgets in (
            (when, (self.offered, self.when, self.zone)),
            (how, (self.minutes, self.way)),
            (end, (make, leave)),
        ):
            for widget in widgets:
                row.addWidget(widget)
        self.body.addLayout(when)
        self.body.addLayout(how)
        for field in self.where.values():
            self.body.addWidget(field)
        self.body.addLayout(end)
        self.hide()

    def ask(self, contact: Contact) -> None:
        """Ask for the time and way agreed with this contact; the next of the times offered is there already."""
        self._contact = contact
        self._free = {each.id: each for each in coming_times(self._workspace.store)}
        times = [(each.id, window_text(each.start, each.end, LetterDays())) for each in self._free.values()]
        self.offered.set_choices([*times, (0, self.tr("Another time"))])
        self.offered.setVisible(bool(times))
        self.offered.show_anew(times[0][0] if times else 0)
        profile = self._workspace.store.preferences.profile()
        self.zone.show_anew((profile.time_zone or system_zone_name() or "UTC").removeprefix("Etc/"))
        self.minutes.show_anew(DEFAULT_MINUTES)
        self.way.show_anew(Way.FACE_TO_FACE)
        for way, field in self.where.items():
            field.show_anew(contact.phones[0].value if way is Way.PHONE and contact.phones else "")
        self._take_offered()
        self._show_where()
        self.show()
        (self.offered if times else self.when).setFocus()

    def _take_offered(self) -> None:
        free = self._free.get(self.offered.value or 0)
        self.when.show_anew(clock_at(free.start, self.zone.value) if free else None)

    def _show_where(self) -> None:
        for way, field in self.where.items():
            field.setVisible(way is self.way.value)

    def _what_is_missing(self) -> str:
        """All there is to say of day and time, at once."""
        day, clock = self.when.day.line.text().strip(), self.when.clock.text().strip()
        if not day and not clock:
            return self.tr("Day and time make it a meeting; the rest can follow.")
        said = (
            "" if day else self.tr("Add the day."),
            self.when.remarks(),
            "" if clock else self.tr("Add the time."),
        )
        return " ".join(each for each in said if each)

    def _make(self) -> None:
        self.when.flush()
        clock = self.when.value
        if clock is None:
            (self.when.clock if self.when.day.day else self.when.day.line).setFocus()
            self.when.set_hint(self._what_is_missing())  # last: a line that is left says its own
            return
        zone = self.zone.value or system_zone_name() or "UTC"
        contact, way = self._contact, self.way.code
        agreed = Agreed(
            contact.name,
            starts_at=moment_at(clock, zone),
            zone=zone,
            minutes=self.minutes.value,
            way=way,
            where=self.where[way].value,
        )
        free = self._free.get(self.offered.value or 0)
        meeting_id = self._workspace.act(
            self.tr("Meeting with {0}").format(contact.name),
            lambda: store_meeting(
                self._workspace.store, self._workspace.bank(), agreed, contact.id, free.id if free else 0
            ),
        )
        self.hide()
        self.made.emit(meeting_id)
