"""What Today says, in the window and on the command line: when a meeting is, and the words of each next step."""

from datetime import datetime

from desktop.core.meeting_line import MeetingLine
from desktop.core.text import isolated, joined
from desktop.core.today.ranking import to_say_whether
from desktop.core.today.values import Step, StepKind
from desktop.work.step_words import StepWords, TodayWords, ago


def when(line: MeetingLine, now: datetime, words: TodayWords) -> str:
    """When a meeting is, seen from now, in the user's zone."""
    if line.starts_at is None:
        return "No time agreed yet"
    local = line.starts_at.astimezone(now.tzinfo)
    clock = words.clock(local)
    days = (local.date() - now.date()).days
    near = {0: "Today, {time}", 1: "Tomorrow, {time}", -1: "Yesterday, {time}"}
    return near.get(days, "{day}, {time}").format(day=words.long_day(local.date()), time=clock)


def where(line: MeetingLine, now: datetime, words: TodayWords) -> str:
    """When, how and with which organisation, in one line."""
    return joined(when(line, now, words), words.way(line.way), line.organisation)


def age(line: MeetingLine, now: datetime, words: TodayWords) -> str:
    """How long ago a talk was, as one says it: "This morning", "Yesterday", "3 days ago"."""
    if line.starts_at is None:
        return "No time was entered"
    local = line.starts_at.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days == 0:
        parts = ((12, "This morning"), (18, "This afternoon"), (24, "This evening"))
        return next(said for until, said in parts if local.hour < until)
    said = ago(local.date(), now.date(), words)
    return said[:1].upper() + said[1:]


def to_be_written_up(line: MeetingLine, now: datetime, words: TodayWords) -> str:
    """What is said below the name of somebody whose meeting waits to be written up."""
    said = joined(age(line, now, words), words.way(line.way), line.organisation)
    return f"{said} – did it take place?" if to_say_whether(line) else said


def quiet_day(any_step: bool) -> str:
    """What is said on a quiet day, above its steps if there are any."""
    if any_step:
        return "A quiet day after your talk yesterday. Only what cannot wait is here."
    return "A quiet day after your talk yesterday. Nothing here cannot wait."


def step(of: Step, now: datetime, words: TodayWords) -> StepWords:
    """What the card of a step says."""
    if of.fact is not None:
        from desktop.work.fact_words import about  # most starts have no such step

        return about(of.fact, now.date(), words)
    if of.meeting is not None:
        title, reason, button = _about_meeting(of.kind)
        written = of.kind in (StepKind.WRITE_UP, StepKind.THANK)
        shown = age(of.meeting, now, words) if written else where(of.meeting, now, words)
        return StepWords(title.format(name=isolated(of.meeting.contact)), reason.format(when=shown), button)
    if of.contact is None:
        raise ValueError("a step concerns a meeting or a contact")
    title, reason, button = _about_contact(of, words)
    other = isolated(of.other.name) if of.other else ""
    return StepWords(title.format(name=isolated(of.contact.name), other=other), reason, button)


def _about_contact(of: Step, words: TodayWords) -> tuple[str, str, str]:
    contact, due = of.contact, of.follow_up
    if contact is None:
        raise ValueError("this step concerns a contact")
    known = joined(words.comfort(contact.comfort), contact.role, contact.organisation)
    written = words.long_day(due.written_on) if due else ""
    wrote = f"You wrote on {written}."
    if of.kind is StepKind.TRY_ANOTHER:
        if of.other is None:
            return "While you wait for {name}: think of someone else", wrote, "People I know"
        return "While you wait for {name}: write to {other}", wrote, "Write to them"
    return {
        StepKind.AGREE_TIME: (
            "{name} has answered: agree a time",
            joined(contact.role, contact.organisation) or "A day and an hour are enough.",
            "Agree a time",
        ),
        StepKind.NUDGE: ("A friendly nudge for {name}", wrote, "Write the nudge"),
        StepKind.COME_BACK: (
            "Come back to {name}",
            "They said: later. You chose this day.",
            "Write to them",
        ),
        StepKind.FINISH_REQUEST: (
            "Your request to {name} is half written",
            "It waits as you left it.",
            "Go on writing",
        ),
        StepKind.BEGIN_WITH: (
            "Someone to begin with: {name}",
            known or "One small step: a few lines to them.",
            "Write to them",
        ),
    }[of.kind]


def _about_meeting(kind: StepKind) -> tuple[str, str, str]:
    return {
        StepKind.PREPARE: ("Prepare your talk with {name}", "{when}", "Prepare"),
        StepKind.PRINT_BRIEF: ("Print the brief for {name}", "{when}", "Print brief"),
        StepKind.SAY_WHETHER: ("Did you meet {name}?", "{when}", "We met"),
        StepKind.WRITE_UP: (
            "Write up your talk with {name}",
            "{when} – a few words are enough while it is fresh.",
            "Write up",
        ),
        StepKind.CONFIRM: (
            "Confirm your meeting with {name}",
            "{when} – one line is enough.",
            "Write the confirmation",
        ),
        StepKind.THANK: (
            "Thank {name}",
            "{when} – name one thing that stayed with you.",
            "Write the thank-you",
        ),
        StepKind.KEEP_LEARNING: (
            "Keep what you learned from {name}",
            "{when} – one line in the learning log is enough.",
            "Add to the log",
        ),
    }[kind]
