"""The words of the steps that come of a meeting: telling, promises, introductions, keeping in touch, what was tried."""

from datetime import date, timedelta

from desktop.core.text import isolated, one_line
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, OwedReport, ToTry
from desktop.core.today.values import AfterMeetingFact
from desktop.texts.catalogue import sentence
from desktop.work.step_words import StepWords, TodayWords, ago

_LONGEST = 120  # characters of a text of the user's own in a title


def about(fact: AfterMeetingFact, today: date, words: TodayWords) -> StepWords:
    """What the card of a step says that came of a meeting."""
    match fact:
        case OwedReport():
            return _report(fact, today, words)
        case Owed():
            return _owed(fact, today, words)
        case Introduction():
            return _introduction(fact, today)
        case InTouch():
            return _in_touch(fact, today, words)
        case ToTry():
            title = sentence("today.to_try", text=shortened(fact.text))
            return StepWords(title, sentence("today.to_try_reason"), sentence("today.to_open_entry"))


def shortened(text: str) -> str:
    """The user's own words on one line that is not too long."""
    line = one_line(text)
    return isolated(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…")


def _report(fact: OwedReport, today: date, words: TodayWords) -> StepWords:
    name, when = isolated(fact.to.name), ago(fact.since, today, words)
    write = sentence("today.to_write")
    if fact.about is None:
        title = sentence("today.tell_decision", name=name)
        reason = sentence("today.tell_decision_reason", direction=shortened(fact.direction), when=when)
        return StepWords(title, reason, write)
    other = isolated(fact.about.name)
    if fact.links == 1:
        title = sentence("today.tell_met", name=name, other=other)
        return StepWords(title, sentence("today.tell_met_reason", when=when), write)
    title = sentence("today.tell_further", name=name)
    return StepWords(title, sentence("today.tell_further_reason", other=other, when=when), write)


def _owed(fact: Owed, today: date, words: TodayWords) -> StepWords:
    name, text = isolated(fact.contact.name), shortened(fact.text)
    if fact.mine:
        title = sentence("today.promised", name=name, text=text)
        return StepWords(title, _due(fact.due_on, today, words), sentence("today.to_write"))
    title = sentence("today.promised_to_me", name=name, text=text)
    return StepWords(title, sentence("today.promised_to_me_reason"), sentence("today.to_write"))


def _due(due: date | None, today: date, words: TodayWords) -> str:
    if due is None:
        return sentence("today.promised_no_day")
    if due == today + timedelta(days=1):
        return sentence("today.promised_by_tomorrow")
    if due >= today:
        return sentence("today.promised_by_today")
    return sentence("today.promised_late", when=ago(due, today, words))


def _introduction(fact: Introduction, today: date) -> StepWords:
    by, other = isolated(fact.by.name), isolated(fact.contact.name)
    title = sentence("today.introduction", by=by, other=other)
    said = sentence("today.introduction_reason", count=(today - fact.since).days)
    return StepWords(title, said, sentence("today.to_write"))


def _in_touch(fact: InTouch, today: date, words: TodayWords) -> StepWords:
    title = sentence("today.in_touch", name=isolated(fact.contact.name))
    if fact.cares_about.strip():
        reason = sentence("today.in_touch_cares", text=shortened(fact.cares_about))
    else:
        reason = sentence("today.in_touch_reason", when=ago(fact.last_on, today, words))
    return StepWords(title, reason, sentence("today.to_write_lines"))
