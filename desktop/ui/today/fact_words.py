"""The words of the steps that come of a meeting: telling, promises, introductions, keeping in touch, what was tried."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.core.text import isolated, one_line
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, Report, ToTry
from desktop.core.today.values import Fact
from desktop.ui.today.step_words import StepWords

_LONGEST = 120  # letters of a text of the user's own in a title
_Ago = Callable[[date, date, QLocale], str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)


def about(fact: Fact, today: date, locale: QLocale, ago: _Ago) -> StepWords:
    """What the card of a step says that came of a meeting."""
    match fact:
        case Report():
            return _report(fact, today, locale, ago)
        case Owed():
            return _owed(fact, today, locale, ago)
        case Introduction():
            return _introduction(fact, today)
        case InTouch():
            return _in_touch(fact, today, locale, ago)
        case ToTry():
            title = _tr("You wanted to try: {text}").format(text=shortened(fact.text))
            return StepWords(title, _tr("What came of it? One line is enough."), _tr("Open the entry"))


def shortened(text: str) -> str:
    """The user's own words on one line that is not too long."""
    line = one_line(text)
    return isolated(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…")


def _report(fact: Report, today: date, locale: QLocale, ago: _Ago) -> StepWords:
    name, when = isolated(fact.to.name), ago(fact.since, today, locale)
    write = _tr("Write to them")
    if fact.about is None:
        title = _tr("Tell {name} what you decided").format(name=name)
        return StepWords(title, _tr("{what}: decided {when}.").format(what=shortened(fact.direction), when=when), write)
    other = isolated(fact.about.name)
    if fact.links == 1:
        title = _tr("Tell {name} that you met {other}").format(name=name, other=other)
        return StepWords(title, _tr("They gave you that name, and you talked {when}.").format(when=when), write)
    title = _tr("Tell {name} how it went on").format(name=name)
    reason = _tr("What they began led you to {other}, whom you met {when}.").format(other=other, when=when)
    return StepWords(title, reason, write)


def _owed(fact: Owed, today: date, locale: QLocale, ago: _Ago) -> StepWords:
    name, text = isolated(fact.contact.name), shortened(fact.text)
    if fact.mine:
        title = _tr("You promised {name}: {text}").format(name=name, text=text)
        return StepWords(title, _due(fact.due_on, today, locale, ago), _tr("Write to them"))
    title = _tr("Ask {name} kindly: {text}").format(name=name, text=text)
    return StepWords(title, _tr("They promised it, and it may have slipped their mind."), _tr("Write to them"))


def _due(due: date | None, today: date, locale: QLocale, ago: _Ago) -> str:
    if due is None:
        return _tr("You set no day for it.")
    if due >= today:
        return _tr("You said: by tomorrow.") if due == today + timedelta(days=1) else _tr("You said: by today.")
    return _tr("The day you said was {when}.").format(when=ago(due, today, locale))


def _introduction(fact: Introduction, today: date) -> StepWords:
    by, other = isolated(fact.by.name), isolated(fact.contact.name)
    title = _tr("Check in with {name} about {other}").format(name=by, other=other)
    said = QCoreApplication.translate(
        "Today", "They offered to introduce you %n days ago. One line is enough.", "", (today - fact.since).days
    )
    return StepWords(title, said, _tr("Write to them"))


def _in_touch(fact: InTouch, today: date, locale: QLocale, ago: _Ago) -> StepWords:
    title = _tr("Keep in touch with {name}").format(name=isolated(fact.contact.name))
    if fact.cares_about.strip():
        reason = _tr("They would like to hear of: {what}").format(what=shortened(fact.cares_about))
    else:
        reason = _tr("You were last in touch {when}.").format(when=ago(fact.last_on, today, locale))
    return StepWords(title, reason, _tr("Write a few lines"))
