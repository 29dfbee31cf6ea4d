"""The words of the Today tab: when a meeting is, and what each next step says."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.core.meeting_line import MeetingLine
from desktop.core.text import isolated, joined
from desktop.core.today.ranking import Step, StepKind
from desktop.ui import words
from desktop.ui.shared import days
from desktop.ui.today.step_words import StepWords

_COUNTED = 30  # days; further back the day itself says more


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)


def when(line: MeetingLine, now: datetime, locale: QLocale) -> str:
    """When a meeting is, seen from now, in the user's zone."""
    if line.starts_at is None:
        return _tr("No time agreed yet")
    local = line.starts_at.astimezone(now.tzinfo)
    away = (local.date() - now.date()).days
    near = {0: _tr("Today, {time}"), 1: _tr("Tomorrow, {time}"), -1: _tr("Yesterday, {time}")}
    return near.get(away, _tr("{day}, {time}")).format(
        day=days.written_out(local.date(), locale=locale), time=days.clock(local, locale)
    )


def where(line: MeetingLine, now: datetime, locale: QLocale) -> str:
    """When, how and with which organisation, in one line."""
    return joined(when(line, now, locale), words.way(line.way), line.organisation)


def ago(value: date, today: date, locale: QLocale) -> str:
    """How long a day lies back: "today", "yesterday", "3 days ago"; the day itself where that says more."""
    back = (today - value).days
    if back in (0, 1):
        return _tr("yesterday") if back else _tr("today")
    if 1 < back <= _COUNTED:
        return QCoreApplication.translate("Today", "%n days ago", "", back)
    return days.written_out(value, locale=locale)


def age(line: MeetingLine, now: datetime, locale: QLocale) -> str:
    """How long ago a talk was, as one says it: "This morning", "Yesterday", "3 days ago"."""
    if line.starts_at is None:
        return _tr("No time was entered")
    local = line.starts_at.astimezone(now.tzinfo)
    if local.date() == now.date():
        parts = ((12, _tr("This morning")), (18, _tr("This afternoon")), (24, _tr("This evening")))
        return next(said for until, said in parts if local.hour < until)
    said = ago(local.date(), now.date(), locale)
    return said[:1].upper() + said[1:]


def step(of: Step, now: datetime, locale: QLocale) -> StepWords:
    """What the card of a step says."""
    if of.fact is not None:
        from desktop.ui.today import fact_words

        return fact_words.about(of.fact, now.date(), locale, ago)
    if of.meeting is not None:
        title, reason, button = _about_meeting(of.kind)
        written = of.kind in (StepKind.WRITE_UP, StepKind.THANK)
        shown = age(of.meeting, now, locale) if written else where(of.meeting, now, locale)
        return StepWords(title.format(name=isolated(of.meeting.contact)), reason.format(when=shown), button)
    if of.contact is None:
        raise ValueError("a step concerns a meeting or a contact")
    title, reason, button = _about_contact(of, locale)
    other = isolated(of.other.name) if of.other else ""
    return StepWords(title.format(name=isolated(of.contact.name), other=other), reason, button)


def _about_contact(of: Step, locale: QLocale) -> tuple[str, str, str]:
    contact, due = of.contact, of.follow_up
    if contact is None:
        raise ValueError("this step concerns a contact")
    known = joined(words.comfort(contact.comfort), contact.role, contact.organisation)
    written = days.written_out(due.written_on, locale=locale) if due else ""
    wrote = _tr("You wrote on {day}.").format(day=written)
    if of.kind is StepKind.TRY_ANOTHER:
        if of.other is None:
            return _tr("While you wait for {name}: think of someone else"), wrote, _tr("People I know")
        return _tr("While you wait for {name}: write to {other}"), wrote, _tr("Write to them")
    return {
        StepKind.AGREE_TIME: (
            _tr("{name} has answered: agree a time"),
            joined(contact.role, contact.organisation) or _tr("A day and an hour are enough."),
            _tr("Agree a time"),
        ),
        StepKind.NUDGE: (_tr("A friendly nudge for {name}"), wrote, _tr("Write the nudge")),
        StepKind.COME_BACK: (
            _tr("Come back to {name}"),
            _tr("They said: later. You chose this day."),
            _tr("Write to them"),
        ),
        StepKind.FINISH_REQUEST: (
            _tr("Your request to {name} is half written"),
            _tr("It waits as you left it."),
            _tr("Go on writing"),
        ),
        StepKind.BEGIN_WITH: (
            _tr("Someone to begin with: {name}"),
            known or _tr("One small step: a few lines to them."),
            _tr("Write to them"),
        ),
    }[of.kind]


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
        StepKind.CONFIRM: (
            _tr("Confirm your meeting with {name}"),
            _tr("{when} – one line is enough."),
            _tr("Write the confirmation"),
        ),
        StepKind.THANK: (
            _tr("Thank {name}"),
            _tr("{when} – name one thing that stayed with you."),
            _tr("Write the thank-you"),
        ),
        StepKind.KEEP_LEARNING: (
            _tr("Keep what you learned from {name}"),
            _tr("{when} – one line in the learning log is enough."),
            _tr("Add to the log"),
        ),
    }[kind]
