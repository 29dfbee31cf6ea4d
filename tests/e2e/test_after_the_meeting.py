"""From a meeting to the next one it leads to, and back to whoever opened the door: the real window, by keyboard."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest

from desktop.core.meeting import Meeting
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Message, MessageKind, MessageState
from desktop.store.store import Store
from tests.e2e.conftest import ROOT, Screen, wait_until
from tests.e2e.test_first_brief import PURPOSE, contacts, go_to

pytestmark = pytest.mark.virtual_screen

AMARA, BELA, CHIDI = 1, 2, 3  # contacts as they come to be
ANSWERED = "Mostly sampling, and the rest is writing it down."
CAME, CAME_SAID = "The night shift", "One week in six."
AFTER_KILL = "Less chemistry than patience."
SURPRISED, WILL_USE, NAMED = "How quiet it is.", "Ask for the night rota.", "Bela Novak and Chidi Eze"
FROM_BELA = "I will ask for a day beside a sampler."
BELIEVED = "That it is all done by machines."


@contextmanager
def stored(screen: Screen) -> Iterator[Store]:
    """The data file as it is now, read beside the program that owns it."""
    with Store(screen.folder, owner=False) as store:
        yield store


def wait_for(screen: Screen, there: Callable[[Store], bool], what: str) -> None:
    """Until the data file holds it."""

    def looked() -> bool:
        with stored(screen) as store:
            return there(store)

    wait_until(looked, what)


def chain(screen: Screen) -> list[dict[str, Any]]:
    command = [sys.executable, str(ROOT / "main.py"), "--data", str(screen.folder), "chain", "--json"]
    return list(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def stages(screen: Screen) -> dict[str, str]:
    return {person["name"]: person["stage"] for person in contacts(screen)}


def said_at(store: Store, meeting: int = 1) -> list[str]:
    """What was said, by the order of the plan, with what came by itself."""
    meetings = store.meetings
    answers = [question.answer for question in meetings.questions(meeting)]
    return [*filter(None, answers), *(f"{each.text}|{each.answer}" for each in meetings.unplanned(meeting))]


def meeting_of(store: Store, number: int) -> Meeting:
    found = store.meetings.find(number)
    assert found is not None
    return found


def latest_to(store: Store, contact: int) -> Message:
    return store.messages.of_contact(contact)[0]


def _sent(store: Store, contact: int) -> bool:
    return any(message.state is MessageState.SENT for message in store.messages.of_contact(contact))


def agree_for_now(screen: Screen) -> None:
    """First start → It is agreed → Amara, at this very minute."""
    now = datetime.now()
    go_to(screen, "Prepare – ", "alt+a")
    screen.fill("Amara Okafor")
    screen.press("Tab")
    screen.fill(f"{now:%d.%m.%Y}")
    screen.press("Tab")
    screen.fill(f"{now:%H:%M}")
    screen.press("Tab")
    screen.fill(PURPOSE)
    go_to(screen, "Review – ", "alt+m")


def hold_the_meeting(screen: Screen) -> None:
    """Answers are typed; in the middle the power goes; the screen is gone on with where the next answer is missing."""
    go_to(screen, "Meeting – ", "ctrl+b")
    screen.fill(ANSWERED)
    screen.press("ctrl+t")
    screen.fill(CAME)
    screen.press("Tab")
    screen.fill(CAME_SAID)
    before = [ANSWERED, f"{CAME}|{CAME_SAID}"]
    wait_for(screen, lambda store: said_at(store) == before, "what was typed to be kept")
    screen.kill()

    screen.start()
    go_to(screen, "Meeting – ", "ctrl+3")
    with stored(screen) as store:
        assert said_at(store) == before
        assert meeting_of(store, 1).state is MeetingState.PLANNED
    screen.fill(AFTER_KILL)
    go_to(screen, "Write-up – ", "alt+o")
    with stored(screen) as store:
        assert said_at(store) == [ANSWERED, AFTER_KILL, f"{CAME}|{CAME_SAID}"]
        assert [question.answer for question in store.meetings.questions(1)][:2] == [ANSWERED, AFTER_KILL]
    assert stages(screen) == {"Amara Okafor": "met"}


def write_up(screen: Screen) -> None:
    """Four lines, and that is enough."""
    for line in (SURPRISED, WILL_USE, NAMED):
        screen.fill(line)
        screen.press("Tab")
    screen.fill("To send the article.")
    screen.press("alt+d")
    wait_for(screen, lambda store: meeting_of(store, 1).written_up_at is not None, "the write-up to be done for now")
    with stored(screen) as store:
        meeting = meeting_of(store, 1)
    assert (meeting.surprised, meeting.will_use, meeting.named) == (SURPRISED, WILL_USE, NAMED)
    assert meeting.promised == "To send the article."


def keep_what_was_learned(screen: Screen) -> None:
    """One step makes the entry, filled; what was believed before is added by hand."""
    go_to(screen, "Learning log", "alt+l")
    screen.press("Tab", "Tab", "Tab", "Tab")  # title, day, kind, with whom
    screen.fill(BELIEVED)
    screen.press("Tab")
    wait_for(screen, lambda store: _entry(store).believed == BELIEVED, "the entry to be kept")
    with stored(screen) as store:
        entry = _entry(store)
    assert entry.title == "Conversation with Amara Okafor"
    assert entry.will_try == WILL_USE
    for part in (SURPRISED, ANSWERED, AFTER_KILL, f"{CAME}: {CAME_SAID}"):
        assert part in entry.learned


def _entry(store: Store) -> Any:
    entry = store.learning.of_meeting(1)
    assert entry is not None
    return entry


def keep_two_names(screen: Screen) -> None:
    """The fold with what follows: two people they named, the first of whom may hear who sent me."""
    go_to(screen, "Write-up – ", "ctrl+3")  # on the way to the learning entry, where it was left
    screen.press("Tab", "Tab", "space", "Tab", "Tab", "Tab", "Tab")  # past what the four lines offer
    screen.fill("Bela Novak, City Waterworks - the laboratory")
    screen.press("Return")
    wait_for(screen, lambda store: len(store.referrals.of_meeting(1)) == 1, "the first who was named")
    screen.press("shift+Tab", "shift+Tab", "space")  # back past the promise: Chidi as the line has it
    wait_for(screen, lambda store: len(store.referrals.of_meeting(1)) == 2, "two people who were named")
    screen.press("Tab", "Up", "Tab", "Tab")  # in the list to the first of them, past what for
    screen.fill("yes")  # I may say who sent me
    screen.press("Tab")
    wait_for(screen, lambda store: store.referrals.of_meeting(1)[0].may_use_name == "yes", "the name to be allowed")
    found = [(each["name"], each["referrer"], each["depth"], each["may_use_name"]) for each in chain(screen)]
    assert found == [
        ("Amara Okafor", None, 0, "ask"),
        ("Bela Novak", AMARA, 1, "yes"),
        ("Chidi Eze", AMARA, 1, "ask"),
    ]


def write_to_the_first(screen: Screen) -> None:
    """The request that is offered names who sent me; only I am missing in it."""
    go_to(screen, "Write to Bela Novak", "Tab", "Tab", "space")  # past the introduction and the page: write to them
    screen.fill("Leonie Fischer")
    screen.press("Tab")
    screen.fill("I have taught chemistry for six years.")
    screen.press("Tab")
    screen.fill("leonie@example.org")
    screen.press("alt+s")
    wait_until(lambda: stages(screen)["Bela Novak"] == "written_to", "Bela to be written to")
    with stored(screen) as store:
        request = latest_to(store, BELA)
    assert (request.kind, request.state) == (MessageKind.FIRST_REQUEST, MessageState.SENT)
    assert "Amara Okafor" in request.subject
    assert "Amara Okafor suggested that I write to you." in request.text
    assert "the laboratory" in request.text
    assert "[" not in request.text


def meet_the_first(screen: Screen) -> None:
    """A yes, a time, and the meeting that came of it."""
    screen.wait_for_window("Contacts – ")
    screen.press("Tab", "Tab", "space", "alt+k")  # they answered: yes, today
    wait_for(screen, lambda store: latest_to(store, BELA).answer is Answer.YES, "the yes to be kept")
    now = datetime.now()
    screen.press("space")  # a time is agreed
    screen.fill(f"{now:%d.%m.%Y}")
    screen.press("Tab")
    screen.fill(f"{now:%H:%M}")
    go_to(screen, "Write to Bela Novak", "alt+m")
    assert stages(screen)["Bela Novak"] == "agreed"
    go_to(screen, "Meeting – ", "ctrl+b")  # the one ahead, though the last one is still open there
    screen.fill("Two years until one is let alone with a sample.")
    go_to(screen, "Write-up – ", "alt+o")
    assert stages(screen) == {"Amara Okafor": "met", "Bela Novak": "met", "Chidi Eze": "found"}
    screen.press("Tab")
    screen.fill(FROM_BELA)
    screen.press("alt+d")
    wait_for(screen, lambda store: meeting_of(store, 2).written_up_at is not None, "the second write-up")


def tell_who_sent_me(screen: Screen) -> None:
    """Today's step leads to the news for Amara, and is gone once they are told."""
    with stored(screen) as store:
        assert [(each.to.id, each.told_on) for each in store.today_facts.reports(datetime.now().astimezone())] == [
            (AMARA, None)
        ]
    go_to(screen, "Today", "ctrl+1")
    # The first step, with its two quiet ways, is the thank-you to Bela; the second tells Amara.
    go_to(screen, "Write to Amara Okafor", "Tab", "Tab", "Tab", "Return")
    screen.press("alt+s")
    wait_for(screen, lambda store: _sent(store, AMARA), "Amara to be told")
    with stored(screen) as store:
        news = latest_to(store, AMARA)
        assert all(each.told_on is not None for each in store.today_facts.reports(datetime.now().astimezone()))
    assert (news.kind, news.state) == (MessageKind.REPORT_BACK, MessageState.SENT)
    assert "Bela Novak" in news.text
    assert FROM_BELA in news.text
    assert "[" not in news.text


def test_a_meeting_leads_to_the_next_one_and_back_to_who_opened_the_door(screen: Screen) -> None:
    screen.start()
    agree_for_now(screen)
    hold_the_meeting(screen)
    write_up(screen)
    keep_what_was_learned(screen)
    keep_two_names(screen)
    write_to_the_first(screen)
    meet_the_first(screen)
    tell_who_sent_me(screen)
    assert screen.quit() == 0
