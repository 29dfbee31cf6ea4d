"""Promises in order."""

from datetime import date

from desktop.core.promise import Promise, promises_in_order


def test_open_promises_stand_first_by_their_day_and_done_ones_last_by_the_day_they_were_done() -> None:
    given = [
        Promise(id=1, text="done long ago", done_on=date(2026, 1, 1)),
        Promise(id=2, text="some day"),
        Promise(id=3, text="later", due_on=date(2026, 12, 1)),
        Promise(id=4, text="done", done_on=date(2026, 2, 1)),
        Promise(id=5, text="soon", due_on=date(2026, 11, 23)),
    ]
    assert [promise.text for promise in promises_in_order(given)] == [
        "soon",
        "later",
        "some day",
        "done",
        "done long ago",
    ]


def test_promises_of_one_day_stand_as_they_were_made() -> None:
    due, done = date(2026, 12, 1), date(2026, 2, 1)
    given = [
        Promise(id=4, done_on=done),
        Promise(id=2, due_on=due),
        Promise(id=3, done_on=done),
        Promise(id=1, due_on=due),
    ]
    assert [promise.id for promise in promises_in_order(given)] == [1, 2, 4, 3]
