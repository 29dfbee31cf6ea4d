"""What the Today tab reads from the store before the rules of `core.today` choose from it."""

from collections.abc import Iterable, Set
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.core.contact import ContactFilter, ContactLine, ContactSort, Stage
from desktop.core.follow_up import confirmation
from desktop.core.meeting_line import MeetingLine, MeetingState
from desktop.core.message import MessageKind, MessageState
from desktop.core.today import LEARNING_DAYS, STEPS, THANKING_DAYS, AtHand, Awaited, Replied, next_steps
from desktop.store.store import Store

_FIRST_OF = 40  # of the easiest people, in case some of them are snoozed
_WRITTEN_TO = 200  # more than anyone waits for
REQUESTS = frozenset({MessageKind.FIRST_REQUEST, MessageKind.INTRODUCTION_REQUEST})
_AHEAD = timedelta(days=3)


def at_hand(store: Store, now: datetime) -> AtHand:
    """Meetings and people the next steps are chosen from; people are only looked for where there is room for one."""
    meetings = store.meeting_lines
    past = [line for line in meetings.past() if line.state is MeetingState.MET]
    ahead = meetings.ahead()
    snoozed = store.steps.snoozed(now.date())
    near = [line for line in ahead if _is_near(line, now)]
    entered = meetings.to_be_confirmed(line.id for line in near)
    found = AtHand(
        meetings=(*ahead, *past),
        noted=meetings.with_notes(line.id for line in past if not line.answered),
        learned=meetings.learned_from(line.id for line in past if _is_recent(line, now, LEARNING_DAYS)),
        unconfirmed=frozenset(
            line.id for line in near if line.id in entered and _to_confirm(store, line, entered[line.id])
        ),
        unthanked=frozenset(
            line.id for line in past if _is_recent(line, now, THANKING_DAYS) and _to_thank(store, line, snoozed)
        ),
    )
    if len(next_steps(found, now)) < STEPS:
        found = replace(
            found, replied=_replied(store, snoozed), awaited=_awaited(store), drafts=tuple(_drafts(store, snoozed))
        )
    if len(next_steps(found, now)) < STEPS:
        found = replace(found, people=_easiest(store, snoozed))
    return found


def is_empty(store: Store) -> bool:
    """Whether nobody has been entered yet."""
    return not store.contacts.lines(limit=1)


def _replied(store: Store, snoozed: Set[int]) -> tuple[Replied, ...]:
    """Whoever answered and with whom nothing is agreed; who said "later" until a day is waited for."""
    found = []
    for line in _in_stage(store, Stage.REPLIED):
        waits = line.next_meeting is None and line.id not in snoozed
        if waits and store.contacts.stages.follow_up(line.id) is None:
            found.append(Replied(line, store.contacts.stages.standing(line.id).since))
    return tuple(found)


def _awaited(store: Store) -> tuple[Awaited, ...]:
    followed = [
        (line, store.contacts.stages.follow_up(line.id))
        for stage in (Stage.WRITTEN_TO, Stage.REPLIED)
        for line in _in_stage(store, stage)
    ]
    return tuple(Awaited(line, follow_up) for line, follow_up in followed if follow_up is not None)


def _drafts(store: Store, snoozed: Set[int]) -> Iterable[ContactLine]:
    """Whoever a request is half written to, and who was not written to since."""
    for contact_id in {message.contact_id for message in store.messages.drafts() if message.kind in REQUESTS}:
        contact = store.contacts.find(contact_id)
        if contact is not None and contact.stage is Stage.FOUND and contact_id not in snoozed:
            yield ContactLine(
                contact.id,
                contact.name,
                contact.organisation,
                contact.role,
                contact.stage,
                contact.source,
                contact.comfort,
                None,
                False,
            )


def _easiest(store: Store, snoozed: Set[int]) -> tuple[ContactLine, ...]:
    easiest = tuple(line for line in store.contacts.easiest(Stage.FOUND) if line.id not in snoozed)
    if easiest:
        return easiest
    wanted = ContactFilter(stages=frozenset({Stage.FOUND}))
    for line in store.contacts.lines(wanted, ContactSort.COMFORT, limit=_FIRST_OF):
        if line.name and line.id not in snoozed:
            return (line,)
    return ()


def _in_stage(store: Store, stage: Stage) -> list[ContactLine]:
    return list(store.contacts.lines(ContactFilter(stages=frozenset({stage})), limit=_WRITTEN_TO))


def _to_confirm(store: Store, line: MeetingLine, entered: datetime) -> bool:
    if line.starts_at is None or confirmation(line.starts_at, entered) is None:
        return False
    return not any(
        message.kind is MessageKind.CONFIRMATION and message.meeting_id in (line.id, None)
        for message in store.messages.of_contact(line.contact_id)
        if message.state is MessageState.SENT and message.sent_on and message.sent_on >= entered.date()
    )


def _to_thank(store: Store, line: MeetingLine, snoozed: Set[int]) -> bool:
    contact = store.contacts.find(line.contact_id)
    return contact is not None and contact.stage is Stage.MET and contact.id not in snoozed


def _is_near(line: MeetingLine, now: datetime) -> bool:
    return line.starts_at is not None and now < line.starts_at <= now + _AHEAD


def _is_recent(line: MeetingLine, now: datetime, days: int) -> bool:
    return line.starts_at is not None and now - line.starts_at <= timedelta(days=days + 1)
