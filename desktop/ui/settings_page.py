"""Settings: who you are, paper, requests, text and colours, where your data is. Everything is saved as it is typed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.settings import Paper, Settings, ThemeChoice
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.named_change import named
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
        self._profile: dict[str, Field] = {}
        self._settings: dict[str, Field] = {}
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
        self._profile["name"].setFocus()

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
        for name, field in {
            "name": TextField(self.tr("&Name")),
            "headline": TextField(self.tr("&Headline"), hint=self.tr("What you do or want to do, in a few words.")),
            "background": TextField(
                self.tr("&Background"), multiline=True, lines=3, hint=self.tr("Two or three sentences.")
            ),
            "email": TextField(self.tr("E-ma&il")),
            "phone": TextField(self.tr("&Phone")),
            "link": TextField(self.tr("Web &link")),
            "time_zone": ZoneField(self.tr("Time &zone"), placeholder=here),
        }.items():
            self._profile[name] = field
            field.saved_by(self._profile_saver(name, field))
            self._page.column.addWidget(field)

    def _add_paper(self) -> None:
        self._section(self.tr("Paper"))
        usual = words.paper(usual_paper(self._workspace.locale))
        sizes: list[tuple[Any, str]] = [(None, self.tr("As usual here: {0}").format(usual))]
        sizes += [(size, words.paper(size)) for size in Paper]
        self._add_setting("paper", ChoiceField(self.tr("Paper &size"), sizes))
        self._add_setting(
            "large_print",
            CheckField(self.tr("La&rge print"), hint=self.tr("Briefs in 18 point; they take more pages.")),
        )

    def _add_window(self) -> None:
        self._section(self.tr("Window"))
        size = NumberField(self.tr("&Text size"), TEXT_SIZES.start, TEXT_SIZES.stop - 1, self.tr(" %"))
        size.editor.setSingleStep(10)
        self._add_setting("text_size", size)
        self._add_setting(
            "theme", ChoiceField(self.tr("Light or &dark"), [(each, words.theme(each)) for each in ThemeChoice])
        )
        languages = [("", self.tr("As the system")), ("en", "English")]
        self._add_setting("language", ChoiceField(self.tr("Lan&guage"), languages))
        locale = self._workspace.locale
        usual = locale.standaloneDayName(locale.firstDayOfWeek().value, QLocale.FormatType.LongFormat)
        days: list[tuple[Any, str]] = [(None, self.tr("As usual here: {0}").format(usual))]
        days += [(day, locale.standaloneDayName(day, QLocale.FormatType.LongFormat)) for day in _MONDAY_TO_SUNDAY]
        self._add_setting("week_start", ChoiceField(self.tr("&Week starts on"), days))

    def _add_writing(self) -> None:
        self._writing = WritingSettings(self._workspace)
        for name, field in self._writing.fields.items():
            self._settings[name] = field
            field.saved_by(self._setting_saver(name, field))
        self._page.column.addWidget(self._writing)

    def _add_reminders(self) -> None:
        self._reminders = ReminderSettings(self._workspace)
        for name, field in self._reminders.fields.items():
            self._settings[name] = field
            field.saved_by(self._setting_saver(name, field))
        self._page.column.addWidget(self._reminders)

    def _add_setting(self, name: str, field: Field) -> None:
        self._settings[name] = field
        field.saved_by(self._setting_saver(name, field))
        self._page.column.addWidget(field)

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
        self._said = muted(QLabel())
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.hide()
        self._page.column.addWidget(self._said)

    # -- showing ----------------------------------------------------------------------------------------------------

    def _show_stored(self) -> Settings:
        preferences = self._workspace.store.preferences
        profile, settings = preferences.profile(), preferences.settings()
        for name, field in self._profile.items():
            field.show_value(getattr(profile, name))
        self._writing.show_rule(settings)
        self._reminders.show_folder(settings)
        for name, field in self._settings.items():
            value = effective_text_size(settings) if name == "text_size" else getattr(settings, name)
            field.show_value(value)
        return settings

    def _refresh(self, change: Change) -> None:
        if "setting" in change.tables:
            apply_look(self._show_stored(), self._workspace.theme)

    # -- saving -----------------------------------------------------------------------------------------------------

    def _profile_saver(self, name: str, field: Field) -> Callable[[object], None]:
        def save(value: object) -> None:
            preferences = self._workspace.store.preferences
            done = self.tr("Edit your details")
            self._workspace.act(done, lambda: preferences.update_profile(**named(name, str(value or ""))), field.visit)

        return save

    def _setting_saver(self, name: str, field: Field) -> Callable[[object], None]:
        def save(value: object) -> None:
            preferences = self._workspace.store.preferences
            done = self.tr("Change a setting")
            changed = named(name, value)
            if name == "holidays_country":  # its parts are other ones
                changed["holidays_subdivision"] = ""
            self._workspace.act(done, lambda: preferences.update_settings(**changed), field.visit)

        return save

    # -- your data --------------------------------------------------------------------------------------------------

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._workspace.store.folder)))

    def _back_up(self) -> None:
        try:
            path = self._workspace.store.back_up()
            self._said.setText(self.tr("Safety copy written and checked: {0}").format(path.name))
        except UserError as error:
            self._said.setText(str(error))
        self._said.show()
