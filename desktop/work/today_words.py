"""What Today says, in the window and on the command line: when a meeting is, and the words of each next step."""

from datetime import datetime

from desktop.core.meeting_line import MeetingLine
from desktop.core.text import isolated, joined
from desktop.core.today.ranking import to_say_whether
from desktop.core.today.values import Step, StepKind
from desktop.texts.catalogue import CodedText, coded, sentence
from desktop.work.step_words import StepWords, TodayWords, ago

# Title, reason and button of a step.
_Said = tuple[CodedText, CodedText | str, CodedText]

# Up to which hour a part of the day lasts.
_PARTS_OF_DAY = ((12, "today.this_morning"), (18, "today.this_afternoon"), (24, "today.this_evening"))


def when(line: MeetingLine, now: datetime, words: TodayWords) -> str:
    """When a meeting is, seen from now, in the user's zone."""
    if line.starts_at is None:
        return sentence("today.no_time_agreed")
    local = line.starts_at.astimezone(now.tzinfo)
    clock = words.clock(local)
    days = (local.date() - now.date()).days
    if days == 0:
        return sentence("today.at_today", time=clock)
    if days == 1:
        return sentence("today.at_tomorrow", time=clock)
    if days == -1:
        return sentence("today.at_yesterday", time=clock)
    return sentence("today.at_day", day=words.long_day(local.date()), time=clock)


def where(line: MeetingLine, now: datetime, words: TodayWords) -> str:
    """When, how and with which organisation, in one line."""
    return joined(when(line, now, words), words.way(line.way), line.organisation)


def age(line: MeetingLine, now: datetime, words: TodayWords) -> str:
    """How long ago a talk was, as one says it: "This morning", "Yesterday", "3 days ago"."""
    if line.starts_at is None:
        return sentence("today.no_time_entered")
    local = line.starts_at.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days == 0:
        return sentence(next(code for until, code in _PARTS_OF_DAY if local.hour < until))
    said = ago(local.date(), now.date(), words)
    return said[:1].upper() + said[1:]


def to_be_written_up(line: MeetingLine, now: datetime, words: TodayWords) -> str:
    """What is said below the name of somebody whose meeting waits to be written up."""
    said = joined(age(line, now, words), words.way(line.way), line.organisation)
    return sentence("today.took_place", meeting=said) if to_say_whether(line) else said


def quiet_day(any_step: bool) -> str:
    """What is said on a quiet day, above its steps if there are any."""
    return sentence("today.quiet_day_with_steps") if any_step else sentence("today.quiet_day")


def step(of: Step, now: datetime, words: TodayWords) -> StepWords:
    """What the card of a step says."""
    if of.fact is not None:
        from desktop.work.fact_words import about  # most starts have no such step

        return about(of.fact, now.date(), words)
    if of.meeting is not None:
        written = of.kind in (StepKind.WRITE_UP, StepKind.THANK)
        shown = age(of.meeting, now, words) if written else where(of.meeting, now, words)
        return _worded(*_about_meeting(of.kind, isolated(of.meeting.contact), shown))
    return _worded(*_about_contact(of, words))


def _worded(title: CodedText, reason: CodedText | str, button: CodedText) -> StepWords:
    return StepWords(str(title), str(reason), str(button))


def _about_contact(of: Step, words: TodayWords) -> _Said:
    contact, due = of.contact, of.follow_up
    if contact is None:
        raise ValueError("a step concerns a meeting or a contact")
    name = isolated(contact.name)
    write = coded("today.to_write")
    wrote = coded("today.you_wrote", day=words.long_day(due.written_on) if due else "")
    if of.kind is StepKind.TRY_ANOTHER:
        if of.other is None:
            return coded("today.think_of_another", name=name), wrote, coded("today.to_people")
        return coded("today.write_to_another", name=name, other=isolated(of.other.name)), wrote, write
    known = joined(words.comfort(contact.comfort), contact.role, contact.organisation)
    said: dict[StepKind, _Said] = {
        StepKind.AGREE_TIME: (
            coded("today.agree_time", name=name),
            joined(contact.role, contact.organisation) or coded("today.agree_time_reason"),
            coded("today.to_agree_time"),
        ),
        StepKind.NUDGE: (coded("today.nudge", name=name), wrote, coded("today.to_nudge")),
        StepKind.COME_BACK: (coded("today.come_back", name=name), coded("today.come_back_reason"), write),
        StepKind.FINISH_REQUEST: (
            coded("today.half_written", name=name),
            coded("today.half_written_reason"),
            coded("today.to_go_on"),
        ),
        StepKind.BEGIN_WITH: (
            coded("today.begin_with", name=name),
            known or coded("today.begin_with_reason"),
            write,
        ),
    }
    return said[of.kind]


def _about_meeting(kind: StepKind, name: str, when: str) -> _Said:
    said: dict[StepKind, _Said] = {
        StepKind.PREPARE: (coded("today.prepare", name=name), when, coded("today.to_prepare")),
        StepKind.PRINT_BRIEF: (coded("today.print_brief", name=name), when, coded("today.to_print")),
        StepKind.SAY_WHETHER: (coded("today.say_whether", name=name), when, coded("today.to_say_met")),
        StepKind.WRITE_UP: (
            coded("today.write_up", name=name),
            coded("today.write_up_reason", when=when),
            coded("today.to_write_up"),
        ),
        StepKind.CONFIRM: (
            coded("today.confirm", name=name),
            coded("today.confirm_reason", when=when),
            coded("today.to_confirm"),
        ),
        StepKind.THANK: (
            coded("today.thank", name=name),
            coded("today.thank_reason", when=when),
            coded("today.to_thank"),
        ),
        StepKind.KEEP_LEARNING: (
            coded("today.keep_learning", name=name),
            coded("today.keep_learning_reason", when=when),
            coded("today.to_log"),
        ),
    }
    return said[kind]
