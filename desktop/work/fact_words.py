"""The words of the steps that come of a meeting: telling, promises, introductions, keeping in touch, what was tried."""

from datetime import date, timedelta

from desktop.core.text import isolated, one_line
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, Report, ToTry
from desktop.core.today.values import Fact
from desktop.work.step_words import StepWords, TodayWords, ago

_LONGEST = 120  # characters of a text of the user's own in a title


def about(fact: Fact, today: date, words: TodayWords) -> StepWords:
    """What the card of a step says that came of a meeting."""
    match fact:
        case Report():
            return _report(fact, today, words)
        case Owed():
            return _owed(fact, today, words)
        case Introduction():
            return _introduction(fact, today)
        case InTouch():
            return _in_touch(fact, today, words)
        case ToTry():
            title = f"You wanted to try: {shortened(fact.text)}"
            return StepWords(title, "What came of it? One line is enough.", "Open the entry")


def shortened(text: str) -> str:
    """The user's own words on one line that is not too long."""
    line = one_line(text)
    return isolated(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…")


def _report(fact: Report, today: date, words: TodayWords) -> StepWords:
    name, when = isolated(fact.to.name), ago(fact.since, today, words)
    write = "Write to them"
    if fact.about is None:
        title = f"Tell {name} what you decided"
        return StepWords(title, f"{shortened(fact.direction)}: decided {when}.", write)
    other = isolated(fact.about.name)
    if fact.links == 1:
        title = f"Tell {name} that you met {other}"
        return StepWords(title, f"They gave you that name, and you talked {when}.", write)
    title = f"Tell {name} how it went on"
    reason = f"What they began led you to {other}, whom you met {when}."
    return StepWords(title, reason, write)


def _owed(fact: Owed, today: date, words: TodayWords) -> StepWords:
    name, text = isolated(fact.contact.name), shortened(fact.text)
    if fact.mine:
        title = f"You promised {name}: {text}"
        return StepWords(title, _due(fact.due_on, today, words), "Write to them")
    title = f"Ask {name} kindly: {text}"
    return StepWords(title, "They promised it, and it may have slipped their mind.", "Write to them")


def _due(due: date | None, today: date, words: TodayWords) -> str:
    if due is None:
        return "You set no day for it."
    if due >= today:
        return "You said: by tomorrow." if due == today + timedelta(days=1) else "You said: by today."
    return f"The day you said was {ago(due, today, words)}."


def _introduction(fact: Introduction, today: date) -> StepWords:
    by, other = isolated(fact.by.name), isolated(fact.contact.name)
    title = f"Check in with {by} about {other}"
    said = f"They offered to introduce you {(today - fact.since).days} days ago. One line is enough."
    return StepWords(title, said, "Write to them")


def _in_touch(fact: InTouch, today: date, words: TodayWords) -> StepWords:
    title = f"Keep in touch with {isolated(fact.contact.name)}"
    if fact.cares_about.strip():
        reason = f"They would like to hear of: {shortened(fact.cares_about)}"
    else:
        reason = f"You were last in touch {ago(fact.last_on, today, words)}."
    return StepWords(title, reason, "Write a few lines")
