"""The part of the settings about requests: tone and length, the nudge rule, holidays, weekly limits, discretion."""

from typing import NamedTuple, Protocol, Unpack

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.letters.letter import TONES
from desktop.core.settings import Settings, SettingsChanges
from desktop.core.today import public_holidays
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.shared.follow_up_words import rule, working_days
from desktop.ui.theme import heading, muted
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.fields import CheckField, ChoiceField, NumberField
from desktop.ui.workspace import Workspace

_LONGEST_WAIT = 60  # business days
_MOST_NUDGES = 3
_TRY_ANOTHER = 3  # business days, the "3B7" of the guides (domain.md, "no answer")
_IN_A_WEEK = range(1, 21)


class Loaded(NamedTuple):
    """What takes a moment to load: the countries, and the parts of the one that is chosen."""

    country: str
    countries: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]


class SaveSettings(Protocol):
    """Saves fields of `Settings`, typed in one visit."""

    def __call__(self, visit: str, **settings: Unpack[SettingsChanges]) -> None: ...


class WritingSettings(QWidget):
    """Its fields are shown with the others of the page; countries are loaded when the page is shown."""

    def __init__(
        self, workspace: Workspace, stored: BoundFields[Settings], save: SaveSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stored = stored
        self._save = save
        self._loaded_for: str | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._add_requests()
        self._add_rule()
        self._add_limits()
        workspace.changed.connect(self._refresh)

    def load(self) -> None:
        """Load the countries, off the main thread: the library behind them takes a moment."""
        country = self._workspace.store.preferences.settings().holidays_country
        self._workspace.tasks.run(lambda _progress: _load(country), self._offer, self._not_loaded)

    def show_rule(self, settings: Settings) -> None:
        """Say the rule as it is set; what is chosen is among the choices, loaded or not."""
        self._rule.setText(rule(settings))
        country, part = settings.holidays_country, settings.holidays_subdivision
        if country not in self._countries:
            self._countries[country] = self._name(country)
            self._country.set_choices(list(self._countries.items()))
        if part not in self._parts:
            self._parts[part] = part
            self._part.set_choices(list(self._parts.items()))
        self._part.setVisible(len(self._parts) > 1)

    def _not_loaded(self, error: UserError) -> None:
        self._workspace.say(str(error), kind="wrong")

    # -- building ---------------------------------------------------------------------------------------------------

    def _section(self, title: str, hint: str = "") -> None:
        self._column.addWidget(heading(QLabel(title)))
        if hint:
            said = muted(QLabel(hint))
            said.setWordWrap(True)
            self._column.addWidget(said)

    def _add(self, *fields: QWidget) -> None:
        for field in fields:
            self._column.addWidget(field)

    def _add_requests(self) -> None:
        self._section(self.tr("Requests"))
        tone = ChoiceField(self.tr("Ton&e"), [(tone, words.tone(tone)) for tone in TONES])
        lengths = [(200, self.tr("200 characters (free account)")), (300, self.tr("300 characters (paid account)"))]
        length = ChoiceField(self.tr("Lin&kedIn notes have room for"), lengths)
        private = CheckField(
            self.tr("My search is pri&vate"),
            hint=self.tr(
                "Asks for discretion in your requests, reminds you of work addresses and shared printers, "
                "and keeps names out of file names."
            ),
        )
        self._add(tone, length, private)
        stored, save = self._stored, self._save
        stored.bind_choice(
            tone, lambda settings: settings.letter_tone, lambda code, visit: save(visit, letter_tone=code)
        )
        stored.bind_choice(
            length,
            lambda settings: settings.linkedin_note_characters,
            lambda count, visit: save(visit, linkedin_note_characters=count),
        )
        stored.bind(private, lambda settings: settings.private_search, lambda on, visit: save(visit, private_search=on))

    def _add_rule(self) -> None:
        self._section(self.tr("When no answer comes"))
        self._rule = muted(QLabel())
        self._rule.setWordWrap(True)
        self._column.addWidget(self._rule)
        days = NumberField(self.tr("Working days to wait"), 1, _LONGEST_WAIT)
        nudges = NumberField(self.tr("N&udges at most"), 0, _MOST_NUDGES)
        choices: list[tuple[int | None, str]] = [
            (None, self.tr("Only wait")),
            (_TRY_ANOTHER, self.tr("Write to another person after {0}").format(working_days(_TRY_ANOTHER))),
        ]
        another = ChoiceField(self.tr("Me&anwhile"), choices)
        self._countries = {"": self.tr("No holidays")}
        self._parts = {"": self.tr("The whole country")}
        self._country = ChoiceField(self.tr("Public holidays o&f"), list(self._countries.items()))
        self._part = ChoiceField(self.tr("Part of the countr&y"), list(self._parts.items()))
        self._add(days, nudges, another, self._country, self._part)
        stored, save = self._stored, self._save
        stored.bind(
            days,
            lambda settings: settings.nudge_business_days,
            lambda count, visit: save(visit, nudge_business_days=count),
        )
        stored.bind(
            nudges, lambda settings: settings.nudge_maximum, lambda count, visit: save(visit, nudge_maximum=count)
        )
        stored.bind_choice(
            another,
            lambda settings: settings.try_another_after,
            lambda count, visit: save(visit, try_another_after=count),
        )
        stored.bind_choice(
            self._country,
            lambda settings: settings.holidays_country,
            lambda code, visit: save(visit, holidays_country=code, holidays_subdivision=""),  # its parts are others
        )
        stored.bind_choice(
            self._part,
            lambda settings: settings.holidays_subdivision,
            lambda code, visit: save(visit, holidays_subdivision=code),
        )

    def _add_limits(self) -> None:
        self._section(self.tr("How much in a week"), self.tr("Going over it is mentioned once, and only mentioned."))
        locale = self._workspace.locale
        numbers: list[tuple[int | None, str]] = [(None, self.tr("As it comes"))]
        numbers += [(number, locale.toString(number)) for number in _IN_A_WEEK]
        messages = ChoiceField(self.tr("Messages to strangers, at most"), numbers)
        meetings = ChoiceField(self.tr("Talks, at most"), numbers)
        self._add(messages, meetings)
        self._stored.bind_choice(
            messages,
            lambda settings: settings.weekly_cold_messages,
            lambda count, visit: self._save(visit, weekly_cold_messages=count),
        )
        self._stored.bind_choice(
            meetings,
            lambda settings: settings.weekly_meetings,
            lambda count, visit: self._save(visit, weekly_meetings=count),
        )

    # -- countries ---------------------------------------------------------------------------------------------------

    def _offer(self, loaded: Loaded) -> None:
        here = QLocale.territoryToCode(self._workspace.locale.territory())
        named = sorted(((code, self._name(code)) for code in loaded.countries), key=lambda each: each[1].casefold())
        named.sort(key=lambda each: each[0] != here)  # the user's own country is the first
        self._countries = {"": self.tr("No holidays"), **dict(named)}
        self._country.set_choices(list(self._countries.items()))
        parts = sorted(loaded.parts, key=lambda part: part[1].casefold())
        self._parts = {"": self.tr("The whole country"), **dict(parts)}
        self._part.set_choices(list(self._parts.items()))
        self._loaded_for = loaded.country
        settings = self._workspace.store.preferences.settings()
        self.show_rule(settings)
        self._country.show_value(settings.holidays_country)
        self._part.show_value(settings.holidays_subdivision)

    def _name(self, code: str) -> str:
        name = QLocale.territoryToString(QLocale.codeToTerritory(code))
        return name if QLocale.codeToTerritory(code) is not QLocale.Country.AnyTerritory else code

    def _refresh(self, change: Change) -> None:
        if "setting" not in change.tables or self._loaded_for is None:
            return
        if self._workspace.store.preferences.settings().holidays_country != self._loaded_for:
            self.load()


def _load(country: str) -> Loaded:
    return Loaded(country, public_holidays.countries(), public_holidays.subdivisions(country) if country else ())
