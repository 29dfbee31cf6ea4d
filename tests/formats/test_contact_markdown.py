"""Markdown of a contact: everything is in it, and what people typed reads as it was typed."""

import html
import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from desktop.core.contact import Contact, Detail, Source, Stage
from desktop.core.export.contact_export import ContactRecord, MeetingRecord
from desktop.core.meeting import AnswerKind, Meeting, PlannedQuestion
from desktop.core.message import Answer, Message, MessageState
from desktop.core.organisation import ResearchNote
from desktop.core.promise import Promise
from desktop.formats.contact_markdown import markdown, markdown_escaped

RECORD = ContactRecord(
    Contact(
        name="Amara Okafor",
        role="Engineer",
        organisation="City Waterworks",
        emails=(Detail("amara@example.org", "work"),),
        phones=(Detail("+49 30 1"),),
        links=(Detail("https://example.org/a_b_c"),),
        addresses=(Detail("1 Weir Lane\nBerlin", "home"),),
        source=Source.ALUMNI,
        source_detail="class of 2009",
        found_on=date(2026, 11, 1),
        referrer_id=7,
        referred_for="laboratories",
        stage=Stage.IN_TOUCH,
        tags=("water", "first"),
        cares_about="rivers",
        give_back="a review",
        warm_line="Her talk on silt",
        notes="One line\n- not a list\n\nAnother paragraph",
    ),
    "Priya Nair",
    (
        Message(
            subject="A question",
            text="Dear Amara\n\nthank you",
            state=MessageState.SENT,
            sent_on=date(2026, 11, 2),
            answer=Answer.YES,
        ),
    ),
    (
        MeetingRecord(
            Meeting(starts_at=datetime(2026, 11, 9, 9, tzinfo=UTC), purpose="Learn", surprised="The quiet"),
            (PlannedQuestion(text="Why?", answer="Because", answer_kind=AnswerKind.OPINION),),
        ),
    ),
    (
        Promise(text="Send the paper", due_on=date(2026, 12, 1)),
        Promise(text="Call", mine=False, done_on=date(2026, 11, 9)),
    ),
    (ResearchNote(text="They test daily", address="https://example.org", read_on=date(2026, 11, 3)),),
)  # fmt: skip


def rendered(text: str) -> str:
    """The words a reader of the page sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", MarkdownIt().render(text)))


def test_everything_is_there() -> None:
    seen = rendered(markdown([RECORD]))
    for text in (
        "Amara Okafor", "Engineer · City Waterworks", "E-mail (work): amara@example.org", "Phone: +49 30 1",
        "https://example.org/a_b_c", "Address (home): 1 Weir Lane Berlin", "Stage: in touch",
        "Found through: alumni · class of 2009", "Named by: Priya Nair", "Named for: laboratories",
        "Tags: water, first",
        "Cares about: rivers", "What I can give back: a review", "A warm word: Her talk on silt", "- not a list",
        "Another paragraph", "first request · sent · 2026-11-02 · email", "A question", "thank you", "→ yes",
        "2026-11-09", "Purpose: Learn", "What surprised me: The quiet", "Why? (opinion)", "Because",
        "I: Send the paper (by 2026-12-01)", "They: Call", "They test daily · https://example.org · read 2026-11-03",
    ):  # fmt: skip
        assert text in seen, text


def test_several_contacts_have_a_heading_each_and_a_rule_between() -> None:
    page = MarkdownIt().render(markdown([RECORD, ContactRecord(Contact(name="Bo"))]))
    assert page.count("<h1>") == 2
    assert page.count("<hr />") == 1


def test_someone_of_whom_nothing_is_known_is_a_heading() -> None:
    assert markdown([ContactRecord(Contact())]) == "# No name yet\n"


SIGNS = st.text(st.sampled_from("\\`*_{}[]<>#|~&!$^=-+:.()019 ab'\"/@%;,?שŁ\u2028\t"), max_size=20)


@given(SIGNS)
def test_what_was_typed_reads_as_it_was_typed(text: str) -> None:
    wanted = text.split()
    for before in ("", "# ", "- ", "1. "):
        page = MarkdownIt().render(before + markdown_escaped(text))
        assert html.unescape(re.sub(r"</?(p|h1|ul|ol|li)>", "", page)).split() == wanted


@given(SIGNS)
def test_what_was_typed_makes_no_markup_in_any_field(text: str) -> None:
    contact = Contact(name=text, notes=text, tags=(text,), emails=(Detail(text, text),))
    record = ContactRecord(contact, meetings=(MeetingRecord(Meeting(surprised=text), (PlannedQuestion(text=text),)),))
    made = set(re.findall(r"<(\w+)", MarkdownIt().render(markdown([record]))))
    assert made <= {"h1", "h2", "h3", "p", "ul", "li", "strong", "br"}


@pytest.mark.parametrize(
    "bad", ["<img src=x onerror=1>", "[a](javascript:1)", "![a](b)", "<!--", "&amp;", "---", "1. a"]
)
def test_markup_stays_letters(bad: str) -> None:
    assert rendered(markdown([ContactRecord(Contact(name="X", notes=f"{bad}\n{bad}"))])).count(bad) == 2
