"""The words of the Today tab: when a meeting is, and what each next step says."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from desktop.core.meeting_line import MeetingLine
from desktop.core.text import isolated, joined
from desktop.core.today import Step, StepKind
from desktop.ui import words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a card says: the step, a quiet line below it, the word on its button."""

    title: str
    reason: str
    button: str


def day(value: datetime, locale: QLocale) -> str:
    """A day with its weekday, as the locale writes it."""
    return locale.toString(QDate(value.year, value.month, value.day), QLocale.FormatType.LongFormat)


def when(line: MeetingLine, now: datetime, locale: QLocale) -> str:
    """When a meeting is, seen from now, in the user's zone."""
    if line.starts_at is None:
        return _tr("No time agreed yet")
    local = line.starts_at.astimezone(now.tzinfo)
    clock = locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    days = (local.date() - now.date()).days
    near = {0: _tr("Today, {time}"), 1: _tr("Tomorrow, {time}"), -1: _tr("Yesterday, {time}")}
    return near.get(days, _tr("{day}, {time}")).format(day=day(local, locale), time=clock)


def where(line: MeetingLine, now: datetime, locale: QLocale) -> str:
    """When, how and with which organisation, in one line."""
    return joined(when(line, now, locale), words.way(line.way), line.organisation)


def step(of: Step, now: datetime, locale: QLocale) -> StepWords:
    """What the card of a step says."""
    if of.meeting is not None:
        title, reason, button = _about_meeting(of.kind)
        shown = where(of.meeting, now, locale)
        return StepWords(title.format(name=isolated(of.meeting.contact)), reason.format(when=shown), button)
    if of.contact is None:
        raise ValueError("a step concerns a meeting or a contact")
    known = joined(words.comfort(of.contact.comfort), of.contact.role, of.contact.organisation)
    return StepWords(
        _tr("Someone to begin with: {name}").format(name=isolated(of.contact.name)),
        known or _tr("One small step: look at what you know of them."),
        _tr("Open page"),
    )


def _about_meeting(kind: StepKind) -> tuple[str, str, str]:
    return {
        StepKind.PREPARE: (_tr("Prepare your talk with {name}"), "{when}", _tr("Prepare")),
        StepKind.PRINT_BRIEF: (_tr("Print the brief for {name}"), "{when}", _tr("Print brief")),
        StepKind.SAY_WHETHER: (_tr("Did you meet {name}?"), "{when}", _tr("We met")),
        StepKind.WRITE_UP: (
            _tr("Write up your talk with {name}"),
            _tr("{when} – a few words are enough while it is fresh."),
            _tr("Write up"),
        ),
        StepKind.KEEP_LEARNING: (
            _tr("Keep what you learned from {name}"),
            _tr("{when} – one line in the learning log is enough."),
            _tr("Add to the log"),
        ),
    }[kind]
