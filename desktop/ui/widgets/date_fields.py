"""Fields for a day, and for a day with a time: typed as people write them, or chosen from a calendar."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from desktop.ui.theme import scaled
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.reading_dates import is_no_day, read_day, read_time, shown_day, shown_time


class DateField(Field[date | None]):
    """A day, typed in any usual form or chosen from a calendar; empty for none."""

    def __init__(self, label: str, today: Callable[[], date], hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint, parent)
        self.day = DayEdit(label.replace("&", ""), today)
        self.day.changed.connect(self._typed)
        self.day.chosen.connect(self._chosen)
        self._plain_hint = hint
        self._lay_out(self.day, self.day.line)
        self.day.line.installEventFilter(self)

    @property
    def value(self) -> date | None:
        """The day, `None` if the field is empty or not understood."""
        return self.day.day

    def flush(self) -> None:
        """Offer the day; what is not understood stays as it is typed, with a hint, and is not offered."""
        self.set_hint(self._plain_hint if self.day.understood else self.day.remark())
        if self.day.understood:
            super().flush()
        else:
            self._pause.stop()

    def _display(self, value: date | None) -> None:
        self.day.show_day(value)


class DateTimeField(Field[datetime | None]):
    """A day and a time on the clock, without a zone; `None` unless both are there."""

    def __init__(self, label: str, today: Callable[[], date], hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint, parent)
        self._plain_hint = hint
        name = label.replace("&", "")
        self.day = DayEdit(name, today)
        self.clock = _Line(shown_time(time(20, 0), QLocale()))
        self.clock.setPlaceholderText(shown_time(time(10, 0), QLocale()))
        self.clock.setAccessibleName(self.tr("{0}: time").format(name))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day, 3)
        row.addWidget(self.clock, 2)
        self.day.changed.connect(self._typed)
        self.day.chosen.connect(self._chosen)
        self.clock.textEdited.connect(self._typed)
        self._lay_out(both, self.day.line)
        self.day.line.installEventFilter(self)
        self.clock.installEventFilter(self)

    @property
    def value(self) -> datetime | None:
        """The moment on the clock, `None` if the day or the time is missing."""
        moment = read_time(self.clock.text())
        return datetime.combine(self.day.day, moment) if self.day.day and moment else None

    @property
    def complete(self) -> bool:
        """Whether the field is empty, or holds a day and a time that are both understood."""
        return self.value is not None or not (self.clock.text().strip() or self.day.line.text().strip())

    def remarks(self) -> str:
        """What is to be said of the day and of the time as they are typed; empty for nothing."""
        said = [] if self.day.understood else [self.day.remark()]
        clock = self.clock.text().strip()
        if clock and read_time(clock) is None:
            said.append(self.tr("Write the time as {0}.").format(shown_time(time(14, 30), QLocale())))
        return " ".join(said)

    def flush(self) -> None:
        """Offer the moment; half of one, or one not understood, waits with a hint."""
        clock = self.clock.text().strip()
        empty = not clock and not self.day.line.text().strip()
        self.set_hint(self.remarks() or self._plain_hint)
        if self.value is not None or empty:
            super().flush()
        else:
            self._pause.stop()

    def _display(self, value: datetime | None) -> None:
        self.day.show_day(value.date() if value else None)
        self.clock.setText(shown_time(value.time() if value else None, QLocale()))


class _Line(QLineEdit):
    """A line that always has room for what is typically written in it."""

    def __init__(self, typical: str) -> None:
        super().__init__()
        self._typical = typical

    def minimumSizeHint(self) -> QSize:
        """As wide as the typical text."""
        least = super().minimumSizeHint()
        around = scaled(self.font(), 28)
        return least.expandedTo(QSize(self.fontMetrics().horizontalAdvance(self._typical) + around, 0))


class DayEdit(QWidget):
    """A line for a day, with a calendar behind a button."""

    changed = Signal()
    chosen = Signal()

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.line = _Line(shown_day(date(2028, 9, 28), QLocale()))
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(shown_day(today(), QLocale()))
        self.line.textEdited.connect(self.changed)
        button = QToolButton()
        button.setProperty("glyph", "calendar")
        button.setAccessibleName(self.tr("{0}: choose from a calendar").format(name))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F4 opens the calendar from the line
        button.clicked.connect(self._show_calendar)
        open_calendar = QAction(self.line)
        open_calendar.setShortcut(QKeySequence(Qt.Key.Key_F4))
        open_calendar.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        open_calendar.triggered.connect(self._show_calendar)
        self.line.addAction(open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(button)

    @property
    def day(self) -> date | None:
        """The day that is typed, `None` if none is, or none is understood."""
        text = self.line.text().strip()
        return read_day(text, QLocale(), self._today()) if text else None

    @property
    def understood(self) -> bool:
        """Whether the line is empty or names a day."""
        return self.day is not None or not self.line.text().strip()

    def remark(self) -> str:
        """A sentence that says how a day is written, or that the one typed is not one."""
        if is_no_day(self.line.text().strip(), QLocale(), self._today()):
            return self.tr("This day does not exist.")
        return self.tr("Write the day as {0}.").format(shown_day(self._today(), QLocale()))

    def show_day(self, day: date | None) -> None:
        """Show a day in the locale's form."""
        self.line.setText(shown_day(day, QLocale()))

    def _show_calendar(self) -> None:
        menu = QMenu(self)
        calendar = _quiet_calendar(menu)
        shown = self.day or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        inside = QWidgetAction(menu)
        inside.setDefaultWidget(calendar)
        menu.addAction(inside)

        def take(chosen: QDate) -> None:
            menu.close()
            self.show_day(date(chosen.year(), chosen.month(), chosen.day()))
            self.chosen.emit()

        calendar.activated.connect(take)
        calendar.clicked.connect(take)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()


def _quiet_calendar(parent: QWidget) -> QCalendarWidget:
    """A calendar without red days: only the chosen one stands out."""
    calendar = QCalendarWidget(parent)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setMinimumSize(scaled(parent.font(), 300), scaled(parent.font(), 270))
    plain, head = QTextCharFormat(), QTextCharFormat()
    plain.setForeground(parent.palette().text())
    head.setForeground(parent.palette().placeholderText())
    for day in Qt.DayOfWeek:
        calendar.setWeekdayTextFormat(day, plain)
    calendar.setHeaderTextFormat(head)
    return calendar
