"""The briefs of meetings: of one, or of all in the week ahead."""

from datetime import timedelta

from desktop.core.preparing.brief import Brief, build
from desktop.store.store import Store

_WEEK = timedelta(days=7)


def brief_of(store: Store, meeting_id: int) -> Brief:
    """The brief of a meeting as it is today.

    Raises:
        UserError: while there is no question to ask.
    """
    return build(store.meetings.brief_material(meeting_id), store.clock().astimezone().date())


def briefs_of_week(store: Store) -> list[Brief]:
    """The briefs of all meetings of the next seven days that have a question, in their order; possibly none."""
    now = store.clock()
    return [
        brief_of(store, line.id)
        for line in store.meetings.ahead()
        if line.starts_at is not None and now <= line.starts_at < now + _WEEK and line.questions
    ]
