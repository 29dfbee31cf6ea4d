"""Settings: who you are, paper, requests, text and colours, where your data is. Everything is saved as it is typed."""

from collections.abc import Callable
from typing import Unpack

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.profile import Profile, ProfileChanges
from desktop.core.settings import Paper, Settings, SettingsChanges, ThemeChoice
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.settings import (
    TEXT_SIZES,
    apply_look,
    effective_text_size,
    system_zone_name,
    usual_paper,
)
from desktop.ui.settings_reminders import ReminderSettings
from desktop.ui.settings_writing import WritingSettings
from desktop.ui.theme import heading, muted, scaled
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.fields import CheckField, ChoiceField, Field, NumberField, TextField, flush_all
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.zone_field import ZoneField
from desktop.ui.workspace import Workspace

_MONDAY_TO_SUNDAY = range(1, 8)


class SettingsDialog(QDialog):
    """One page of settings with *Close*; `open()` shows it over the window."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._profile = BoundFields[Profile]()
        self._settings = BoundFields[Settings]()
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = ScrollPage()
        self._add_profile()
        self._add_paper()
        self._add_writing()
        self._add_reminders()
        self._add_window()
        self._add_data()
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._page, 1)
        layout.addWidget(close)
        self._show_stored()
        workspace.changed.connect(self._refresh)
        self.resize(scaled(self.font(), 640), scaled(self.font(), 680))
        self._name.setFocus()

    def done(self, result: int) -> None:
        """Save what is still being typed, then close; what could not be saved keeps the page open."""
        try:
            flush_all(self)
        except UserError:
            return
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._writing.load()

    # -- building ---------------------------------------------------------------------------------------------------

    def _section(self, title: str, hint: str = "") -> None:
        if self._page.column.count():
            self._page.column.addSpacing(12)
        self._page.column.addWidget(heading(QLabel(title)))
        if hint:
            said = muted(QLabel(hint))
            said.setWordWrap(True)
            self._page.column.addWidget(said)

    def _add_profile(self) -> None:
        self._section(
            self.tr("About you"), self.tr("Used in your briefs and letters. Leave empty what you do not want in them.")
        )
        system = system_zone_name()
        here = self.tr("As the system: {0}").format(system) if system else self.tr("As the system")
        self._name = TextField(self.tr("&Name"))
        headline = TextField(self.tr("&Headline"), hint=self.tr("What you do or want to do, in a few words."))
        background = TextField(self.tr("&Background"), multiline=True, lines=3, hint=self.tr("Two or three sentences."))
        zone = ZoneField(self.tr("Time &zone"), placeholder=here)
        add = self._add_detail
        add(self._name, lambda profile: profile.name, lambda text, visit: self._tell(visit, name=text))
        add(headline, lambda profile: profile.headline, lambda text, visit: self._tell(visit, headline=text))
        add(background, lambda profile: profile.background, lambda text, visit: self._tell(visit, background=text))
        add(
            TextField(self.tr("E-ma&il")),
            lambda profile: profile.email,
            lambda text, visit: self._tell(visit, email=text),
        )
        add(
            TextField(self.tr("&Phone")),
            lambda profile: profile.phone,
            lambda text, visit: self._tell(visit, phone=text),
        )
        add(
            TextField(self.tr("Web &link")),
            lambda profile: profile.link,
            lambda text, visit: self._tell(visit, link=text),
        )
        add(zone, lambda profile: profile.time_zone, lambda name, visit: self._tell(visit, time_zone=name))

    def _add_detail(
        self, field: Field[str], shown: Callable[[Profile], str], save: Callable[[str, str], object]
    ) -> None:
        self._profile.bind(field, shown, save)
        self._page.column.addWidget(field)

    def _add_paper(self) -> None:
        self._section(self.tr("Paper"))
        usual = words.paper(usual_paper(self._workspace.locale))
        sizes: list[tuple[Paper | None, str]] = [(None, self.tr("As usual here: {0}").format(usual))]
        sizes += [(size, words.paper(size)) for size in Paper]
        paper = ChoiceField(self.tr("Paper &size"), sizes)
        large = CheckField(self.tr("La&rge print"), hint=self.tr("Briefs in 18 point; they take more pages."))
        self._settings.bind_choice(
            paper, lambda settings: settings.paper, lambda size, visit: self._set(visit, paper=size)
        )
        self._settings.bind(
            large, lambda settings: settings.large_print, lambda on, visit: self._set(visit, large_print=on)
        )
        self._page.column.addWidget(paper)
        self._page.column.addWidget(large)

    def _add_window(self) -> None:
        self._section(self.tr("Window"))
        size = NumberField(self.tr("&Text size"), TEXT_SIZES.start, TEXT_SIZES.stop - 1, self.tr(" %"))
        size.editor.setSingleStep(10)
        theme = ChoiceField(self.tr("Light or &dark"), [(each, words.theme(each)) for each in ThemeChoice])
        locale = self._workspace.locale
        usual = locale.standaloneDayName(locale.firstDayOfWeek().value, QLocale.FormatType.LongFormat)
        days: list[tuple[int | None, str]] = [(None, self.tr("As usual here: {0}").format(usual))]
        days += [(day, locale.standaloneDayName(day, QLocale.FormatType.LongFormat)) for day in _MONDAY_TO_SUNDAY]
        week = ChoiceField(self.tr("&Week starts on"), days)
        stored = self._settings
        stored.bind(size, effective_text_size, lambda percent, visit: self._set(visit, text_size=percent))
        stored.bind_choice(theme, lambda settings: settings.theme, lambda code, visit: self._set(visit, theme=code))
        stored.bind_choice(
            week, lambda settings: settings.week_start, lambda day, visit: self._set(visit, week_start=day)
        )
        for field in (size, theme, week):
            self._page.column.addWidget(field)

    def _add_writing(self) -> None:
        self._writing = WritingSettings(self._workspace, self._settings, self._set)
        self._page.column.addWidget(self._writing)

    def _add_reminders(self) -> None:
        self._reminders = ReminderSettings(self._workspace, self._settings, self._set)
        self._page.column.addWidget(self._reminders)

    def _add_data(self) -> None:
        self._section(self.tr("Your data"), self.tr("Everything is in this folder on your own computer."))
        folder = QLabel(str(self._workspace.store.folder))
        folder.setTextFormat(Qt.TextFormat.PlainText)
        folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        folder.setWordWrap(True)
        folder.setAccessibleName(self.tr("Data folder"))
        self._page.column.addWidget(folder)
        show = QPushButton(self.tr("&Open folder"))
        show.clicked.connect(self._open_folder)
        copy = QPushButton(self.tr("&Make a safety copy"))
        copy.clicked.connect(self._back_up)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(show)
        row.addWidget(copy)
        row.addStretch(1)
        self._page.column.addWidget(buttons)
        self._status = muted(QLabel())
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self._status.hide()
        self._page.column.addWidget(self._status)

    # -- showing ----------------------------------------------------------------------------------------------------

    def _show_stored(self) -> Settings:
        preferences = self._workspace.store.preferences
        profile, settings = preferences.profile(), preferences.settings()
        self._profile.show(profile, anew=False)
        self._writing.show_rule(settings)
        self._reminders.show_folder(settings)
        self._settings.show(settings, anew=False)
        return settings

    def _refresh(self, change: Change) -> None:
        if "setting" in change.tables:
            apply_look(self._show_stored(), self._workspace.theme)

    # -- saving -----------------------------------------------------------------------------------------------------

    def _tell(self, visit: str, **details: Unpack[ProfileChanges]) -> None:
        """Save what the user tells of themselves: fields of `Profile`."""
        preferences = self._workspace.store.preferences
        self._workspace.act(self.tr("Edit your details"), lambda: preferences.update_profile(**details), visit)

    def _set(self, visit: str, **settings: Unpack[SettingsChanges]) -> None:
        """Save fields of `Settings`."""
        preferences = self._workspace.store.preferences
        self._workspace.act(self.tr("Change a setting"), lambda: preferences.update_settings(**settings), visit)

    # -- your data --------------------------------------------------------------------------------------------------

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._workspace.store.folder)))

    def _back_up(self) -> None:
        try:
            path = self._workspace.store.back_up()
            self._status.setText(self.tr("Safety copy written and checked: {0}").format(path.name))
        except UserError as error:
            self._status.setText(str(error))
        self._status.show()
