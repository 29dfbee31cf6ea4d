"""The user's own weekly limit of cold messages and meetings; going over it is mentioned once (domain.md, "Calm")."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from desktop.core.message import Message, MessageKind, MessageState, RequestSituation

_COLD = (None, RequestSituation.COLD, RequestSituation.LINKEDIN_NOTE)


class Limited(StrEnum):
    """What a week can be limited in."""

    COLD_MESSAGES = "cold_messages"
    MEETINGS = "meetings"


class WeeklyLimit(Struct, frozen=True):
    """How much the user wants of each in a week; `None`: as it comes. A week starts on ISO weekday `week_start`."""

    cold_messages: int | None = None
    meetings: int | None = None
    week_start: int = 1  # 1 Monday … 7 Sunday


class Mention(Struct, frozen=True):
    """That a limit was gone over, in the week that began on `week`. Kept, so that it is said once."""

    week: date
    what: Limited


def first_day_of_week(day: date, week_start: int = 1) -> date:
    """The day on which the week of `day` began."""
    return day - timedelta(days=(day.isoweekday() - week_start) % 7)


def is_cold(message: Message) -> bool:
    """Whether a message was a first request to a stranger that has been sent: not one to someone known or referred."""
    sent = message.state is MessageState.SENT and message.sent_on is not None
    return sent and message.kind is MessageKind.FIRST_REQUEST and message.situation in _COLD


def count(days: Iterable[date], today: date, week_start: int = 1) -> int:
    """How many of these days lie in the week of `today`, past and ahead."""
    week = first_day_of_week(today, week_start)
    return sum(first_day_of_week(day, week_start) == week for day in days)


def meeting_days(starts: Iterable[datetime], now: datetime) -> list[date]:
    """The days of meetings as the user's calendar has them. `now` is in the user's zone."""
    return [start.astimezone(now.tzinfo).date() for start in starts]


def to_mention(
    limit: WeeklyLimit,
    cold_messages: Iterable[date],
    meetings: Iterable[date],
    today: date,
    mentioned: Iterable[Mention] = (),
) -> tuple[Mention, ...]:
    """What to mention about the week of `today`: each limit that was gone over and not mentioned yet."""
    week = first_day_of_week(today, limit.week_start)
    said = frozenset(mentioned)
    counted = (
        (Limited.COLD_MESSAGES, limit.cold_messages, cold_messages),
        (Limited.MEETINGS, limit.meetings, meetings),
    )
    return tuple(
        mention
        for what, most, days in counted
        if most is not None
        and count(days, today, limit.week_start) > most
        and (mention := Mention(week, what)) not in said
    )


def mentioned(text: str) -> tuple[Mention, ...]:
    """What was mentioned already, as `kept` wrote it; nothing where it cannot be read."""
    try:
        week, *what = text.split()
        return tuple(Mention(date.fromisoformat(week), Limited(each)) for each in what)
    except ValueError:
        return ()


def kept(mentions: tuple[Mention, ...]) -> str:
    """What was mentioned, as the settings keep it: the week, then the limits; an earlier week is forgotten."""
    if not mentions:
        return ""
    week = max(mention.week for mention in mentions)
    return " ".join([week.isoformat(), *sorted({each.what for each in mentions if each.week == week})])
