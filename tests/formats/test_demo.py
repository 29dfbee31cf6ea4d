"""The shipped example is whole, lively, and made of invented addresses only."""

import re
from pathlib import Path

import pytest

from desktop.core.contact import Stage
from desktop.core.example import ANCHOR, Example
from desktop.core.letters.review import review
from desktop.core.meeting import Priority
from desktop.core.meeting_line import MeetingState
from desktop.core.message import MessageKind, MessageState
from desktop.core.organisation import is_stale
from desktop.formats.demo import read_example
from desktop.formats.question_bank import read_question_bank
from desktop.formats.review_words import read_review_words
from desktop.places import resources

FILE = resources() / "demo" / "example.toml"


@pytest.fixture(scope="module")
def example() -> Example:
    return read_example(FILE)


def test_there_are_twelve_contacts_three_directions_and_six_meetings_in_different_states(example: Example) -> None:
    assert (len(example.contacts), len(example.directions), len(example.meetings)) == (12, 3, 6)
    assert {direction.verdict for direction in example.directions} >= {"want", "unsure", "do_not_want"}
    assert {meeting.state for meeting in example.meetings} == set(MeetingState)
    assert len({contact.stage for contact in example.contacts}) >= 7
    assert len(example.entries) >= 8
    assert all(entry.learned and entry.minutes for entry in example.entries)


def test_one_meeting_is_today_one_ahead_is_prepared_whole_and_one_is_barely_begun(example: Example) -> None:
    by_id = {meeting.id: meeting for meeting in example.meetings}
    chosen = {key: [asked for asked in example.questions if asked.meeting_id == key] for key in by_id}
    days = {key: (meeting.starts_at.date() - ANCHOR).days for key, meeting in by_id.items() if meeting.starts_at}
    assert 0 in days.values()
    ahead = [key for key, day in days.items() if day > 0]
    whole = [key for key in ahead if len(chosen[key]) == 8]
    assert len(whole) == 1
    assert sum(asked.priority is Priority.MUST for asked in chosen[whole[0]]) == 5
    assert len(example.facts[whole[0]]) == 5
    assert all(own.answer for own in by_id[whole[0]].asked_back)
    assert any(not chosen[key] for key in ahead)
    met = [key for key, meeting in by_id.items() if meeting.state is MeetingState.MET]
    assert sorted(any(asked.answer for asked in chosen[key]) for key in met) == [False, True]


def test_one_research_note_is_stale_and_most_are_not(example: Example) -> None:
    assert sum(is_stale(note, ANCHOR) for note in example.research) == 1


def test_its_questions_are_questions_of_the_bank_under_their_own_topic(example: Example) -> None:
    bank = read_question_bank(resources() / "questions")
    for asked in example.questions:
        question = bank.question(asked.question_key)
        assert question is not None, asked.question_key
        assert question.topic == asked.topic
    assert all(bank.topic(question.topic) for question in example.own_questions)


def test_every_request_of_it_pleases_the_checker(example: Example) -> None:
    words = read_review_words(resources() / "review")
    sent = [message for message in example.messages if message.state is MessageState.SENT]
    remarks = {
        message.subject: [remark.why for remark in review(message.text, words, message.kind, message.situation)]
        for message in sent
    }
    assert {subject: found for subject, found in remarks.items() if found} == {}
    assert sum(message.kind is MessageKind.FIRST_REQUEST for message in sent) == 7


def test_every_address_and_number_is_one_that_nobody_has() -> None:
    text = FILE.read_text(encoding="utf-8")
    mails = re.findall(r"[\w.+-]+@([\w.-]+)", text)
    hosts = re.findall(r"https?://([^/\"]+)", text)
    numbers = re.findall(r"\+[\d ]+", text)
    assert mails
    assert set(mails) <= {"example.org", "example.com"}
    assert hosts
    assert all(host.endswith(".example") for host in hosts)
    assert numbers
    assert all(
        re.fullmatch(r"\+44 (7700 900|1632 960)\d{3}", number) for number in numbers
    )  # kept free for invented stories


def test_names_come_in_more_than_one_script(example: Example) -> None:
    names = "".join(contact.name for contact in example.contacts)
    assert re.search(r"[\u0600-\u06ff]", names)
    assert re.search(r"[\u4e00-\u9fff]", names)
    assert re.search(r"[łøóı]", names)


def test_who_was_found_through_someone_says_through_whom(example: Example) -> None:
    referred = [contact for contact in example.contacts if contact.referrer_id]
    assert referred
    assert all(contact.stage is not Stage.FOUND for contact in referred)


@pytest.mark.parametrize(
    ("was", "becomes", "error"),
    [
        ('contact = "amara"', 'contact = "nobody"', KeyError),
        ('stage = "declined"', 'stage = "gone"', ValueError),
        ('headline = "', 'headlyne = "', TypeError),
        ('zone = "Europe/London"', "zone =", ValueError),
    ],
)
def test_a_broken_file_is_noticed(tmp_path: Path, was: str, becomes: str, error: type[Exception]) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert was in text
    broken = tmp_path / "example.toml"
    broken.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(error):
        read_example(broken)
