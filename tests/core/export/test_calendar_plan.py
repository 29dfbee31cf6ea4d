"""What stands in the calendar of everything: which steps, on which day, in which order, under which name."""

from datetime import UTC, date, datetime, timedelta

from desktop.core.contact import Stage
from desktop.core.export.calendar_plan import CalendarMaterial, PlannedMeeting, entries
from desktop.core.keep_in_touch_group import KeepInTouchRule
from desktop.core.meeting import Meeting
from desktop.core.today.after_meeting import InTouch, Introduction, Owed, PersonRef, ToTry
from desktop.core.values import replace

TODAY = date(2026, 3, 1)
ANN = PersonRef(1, "Ann Lee", Stage.IN_TOUCH)


def titles(material: CalendarMaterial) -> list[tuple[str, date]]:
    return [(day.summary, day.day) for day in entries(material, TODAY).days]


def test_steps_stand_on_their_day_in_the_order_of_time() -> None:
    material = CalendarMaterial(
        "store",
        owed=(Owed(1, ANN, True, "a\nlink", date(2026, 3, 9)), Owed(2, ANN, False, "a name", date(2026, 3, 2))),
        introductions=(Introduction(PersonRef(2, "Bo Ek"), ANN, date(2026, 2, 26)),),
        in_touch=(InTouch(ANN, date(2026, 1, 1), KeepInTouchRule(30, 90)),),
        to_try=(ToTry(1, "ask twice", date(2026, 3, 8)),),
        coming_back=((PersonRef(4, "Di Roy"), date(2026, 3, 10)),),
    )
    assert titles(material) == [
        ("Promised by Ann Lee: a name", date(2026, 3, 2)),
        ("Check in with Ann Lee", date(2026, 3, 5)),
        ("What came of it: ask twice", date(2026, 3, 8)),
        ("Promised to Ann Lee: a link", date(2026, 3, 9)),
        ("Come back to Di Roy", date(2026, 3, 10)),
        ("Keep in touch with Ann Lee", date(2026, 4, 1)),
    ]


def test_what_has_no_day_or_is_not_kept_in_touch_with_is_in_no_calendar() -> None:
    material = CalendarMaterial(
        "store",
        meetings=(PlannedMeeting(Meeting(1, 1), "Ann Lee"),),
        owed=(Owed(1, ANN, True, "no day"),),
        in_touch=(InTouch(PersonRef(3, "Cy", Stage.FOUND), date(2026, 1, 1)),),
    )
    assert len(entries(material, TODAY)) == 0


def test_steps_of_the_last_thirty_days_stay_and_older_ones_go() -> None:
    def owed(days: int) -> Owed:
        return Owed(days, ANN, True, str(days), TODAY - timedelta(days=days))

    assert titles(CalendarMaterial("store", owed=(owed(30), owed(31)))) == [
        ("Promised to Ann Lee: 30", TODAY - timedelta(days=30))
    ]


def test_a_meeting_before_today_rings_no_more() -> None:
    def planned(number: int, day: int) -> PlannedMeeting:
        return PlannedMeeting(Meeting(number, 1, starts_at=datetime(2026, 2, day, 9, tzinfo=UTC)), "Ann Lee")

    over = entries(CalendarMaterial("store", meetings=(planned(1, 28),)), TODAY).events[0]
    same_day = entries(CalendarMaterial("store", meetings=(planned(1, 28),)), date(2026, 2, 28)).events[0]
    assert over.alarm_minutes is None
    assert same_day.alarm_minutes is not None


def test_a_private_search_names_nobody() -> None:
    material = CalendarMaterial("store", owed=(Owed(1, ANN, True, "a link", TODAY),))
    (open_,), (private,) = (entries(replace(material, private=hidden), TODAY).days for hidden in (False, True))
    assert private.summary == "A promise of yours"
    assert private.uid == open_.uid
