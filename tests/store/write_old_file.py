"""Writes tests/fixtures/store/schema-N.db, a store of the present schema with something in every table.

Run once, before a schema is released: python tests/store/write_old_file.py
Files of released schemas are never written again: they show that what people have can still be opened.
"""

import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import apsw

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.core.contact import (  # noqa: E402
    CardProperty,
    Contact,
    Detail,
    MayUseName,
    Photo,
    Source,
    Stage,
)
from desktop.core.direction import DirectionKind, Verdict  # noqa: E402
from desktop.core.homework import HomeworkState  # noqa: E402
from desktop.core.keep_in_touch_group import KeepInTouchGroup  # noqa: E402
from desktop.core.learning import Evidence, LearningEntry, LearningKind  # noqa: E402
from desktop.core.letters.letter import Template  # noqa: E402
from desktop.core.meeting import (  # noqa: E402
    AnswerKind,
    Meeting,
    OwnAnswer,
    PlannedQuestion,
    Priority,
    Rescue,
)
from desktop.core.meeting_line import MeetingState, Way  # noqa: E402
from desktop.core.message import (  # noqa: E402
    Answer,
    Channel,
    Message,
    MessageKind,
    MessageState,
    RequestSituation,
)
from desktop.core.opportunity import Opportunity  # noqa: E402
from desktop.core.organisation import ResearchNote, Subject  # noqa: E402
from desktop.core.promise import Promise  # noqa: E402
from desktop.core.question import Question  # noqa: E402
from desktop.core.reading_list import ReadingItem  # noqa: E402
from desktop.core.settings import Paper  # noqa: E402
from desktop.core.today.contact_event import EventKind  # noqa: E402
from desktop.store.file.file_check import SCHEMA_VERSION  # noqa: E402
from desktop.store.store import STORE_FILE_NAME, Store  # noqa: E402

WRITTEN = datetime(2026, 11, 22, 12, tzinfo=UTC)


def fill(store: Store) -> None:
    """Put something into every table."""
    with store.action("Fill"):
        direction = store.directions.add("Bridge design", DirectionKind.CAREER)
        store.directions.update(direction, verdict=Verdict.WANT, reason="It stays", notes="Ask about tests")
        found = store.contacts.add(Contact(name="Søren Ek", stage=Stage.REPLIED))
        contact = store.contacts.add(
            Contact(
                name="Łucja Nowak",
                pronounced="WOO-tsya",
                role="Engineer",
                organisation="Straßen & Brücken",
                emails=(Detail("lucja@example.org", "work"), Detail("l@example.net")),
                phones=(Detail("+48 12 345", "mobile"),),
                links=(Detail("https://example.org/lucja"),),
                addresses=(Detail("Ulica 1\nKraków", "home"),),
                directions=(direction,),
                tags=("bridges", "kind"),
                source=Source.REFERRAL,
                source_detail="Autumn fair",
                found_on=date(2026, 10, 1),
                referrer_id=found,
                may_use_name=MayUseName.YES,
                time_zone="Europe/Warsaw",
                comfort=2,
                warm_line="Her talk on bolts",
                notes="Prefers mornings",
            )
        )
        store.organisations.update(
            store.organisations.add("Straßen & Brücken"),
            industry="Building",
            website="https://example.org",
            notes="Old",
        )
        note = store.research.add(
            contact, ResearchNote(text="Opened in 1931", address="https://example.org/1931", read_on=date(2026, 11, 1))
        )
        store.research.add(contact, ResearchNote(subject=Subject.PERSON, text="Plays the cello"))
        meeting = store.meetings.add(
            Meeting(
                contact_id=contact,
                direction_id=direction,
                state=MeetingState.MET,
                purpose="How one begins",
                starts_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
                zone="Europe/Warsaw",
                minutes=30,
                way=Way.VIDEO,
                dial_in="https://example.org/room",
                opening="I build small bridges.",
                asked_back=(OwnAnswer("Why now?", "The time is right"),),
                rescues=(Rescue("I am late", "I call"),),
                bring=("pen", "paper"),
                looked_up=("website",),
                page="review",
                notes="She laughed",
            )
        )
        store.meetings.add_question(
            PlannedQuestion(
                meeting_id=meeting,
                question_key="typical_day.walk_through",
                topic="typical_day",
                text="What does a day look like?",
                priority=Priority.MUST,
                follow_up="And in winter?",
                answer="Mostly drawings",
            )
        )
        store.meetings.choose_fact(meeting, note, True)
        topic = store.own_questions.add_topic("Bolts")
        store.own_questions.add(topic, "Which bolts last?", 2)
        store.own_questions.reword(Question("paths.first_years", "paths", "How did it start?"), "How did you start?")
        store.learning.add(
            LearningEntry(
                on=date(2026, 11, 20),
                kind=LearningKind.INFORMATIONAL_INTERVIEW,
                title="A morning with Łucja",
                with_whom="Łucja Nowak",
                meeting_id=meeting,
                minutes_preparing=40,
                minutes_meeting=30,
                minutes_writing=15,
                objective="First steps",
                learned="Drawings first",
                applied="A course",
                evidence=(Evidence("https://example.org/notes", "Notes"),),
                directions=(direction,),
            )
        )
        store.preferences.update_profile(name="Nia Brook", headline="Bridges")
        store.preferences.update_settings(paper=Paper.LETTER, large_print=True, week_start=7)
        fill_outreach(store, contact, meeting, direction)
        fill_afterwards(store, contact, meeting)
        fill_pronouns(store)


def fill_outreach(store: Store, contact: int, meeting: int, direction: int) -> None:
    """What came with schema 2."""
    store.messages.add(
        Message(
            contact_id=contact,
            kind=MessageKind.FIRST_REQUEST,
            situation=RequestSituation.REFERRED,
            template_key="referred.plain",
            subject="Bolts",
            text="Dear Łucja,\nmay I ask?",
            forward_text="Ask her",
            channel=Channel.LETTER,
            state=MessageState.SENT,
            sent_on=date(2026, 11, 2),
            answer=Answer.YES,
            answered_on=date(2026, 11, 4),
            meeting_id=meeting,
        )
    )
    waits = store.contacts.add(Contact(name="Zed"))
    store.messages.add(Message(contact_id=waits, state=MessageState.SENT, sent_on=date(2026, 11, 20)))
    store.steps.add(waits, EventKind.SNOOZED, date(2026, 11, 21), date(2026, 12, 24))
    rests = store.contacts.add(Contact(name="Zoe"))
    store.contacts.correct_stage(rests, Stage.RESTING, "Moving house")
    store.homework.set_text(direction, Source.ALUMNI, "Ask Bo")
    store.homework.set_state(direction, Source.ALUMNI, HomeworkState.DONE)
    store.free_times.add(datetime(2026, 11, 24, 9, tzinfo=UTC), datetime(2026, 11, 24, 10, tzinfo=UTC))
    store.own_letters.add(Template("", MessageKind.NUDGE, "Mine", "Once more", "Hello {name}"))
    store.meetings.update(meeting, calendar_sequence=2)
    store.preferences.update_settings(try_another_after=3, private_search=True)


def fill_afterwards(store: Store, contact: int, meeting: int) -> None:
    """What came with schema 3."""
    store.meetings.update(
        meeting,
        surprised="So many letters",
        will_use="Draw first",
        named="Zora",
        promised="The plans",
        feared="Silence",
        happened="None",
        new_questions=("Who pays?",),
        written_up_at=WRITTEN,
    )
    store.meetings.add_question(
        PlannedQuestion(
            meeting_id=meeting,
            text="Night work",
            answer="One week in four",
            answer_kind=AnswerKind.OPINION,
            in_confidence=True,
            unplanned=True,
        )
    )
    group = store.touch_groups.add(KeepInTouchGroup(name="Bridge people", ideal_days=60, latest_days=120))
    zora = store.contacts.add(
        Contact(
            name="Zora Lind",
            referrer_id=contact,
            referred_at_id=meeting,
            referred_for="night work",
            introducing_since=date(2026, 11, 21),
            cares_about="Bolts",
            give_back="Photographs",
            touch_group_id=group,
            imported_on=date(2026, 11, 22),
            imported_from="book.vcf",
            properties=(CardProperty("BDAY", "1970-01-01"),),
            photo=Photo("image/png", b"\x89PNG\r\n\x1a\n"),
        )
    )
    store.promises.add(Promise(contact_id=contact, meeting_id=meeting, text="The plans", due_on=date(2026, 11, 30)))
    store.opportunities.add(Opportunity(contact_id=contact, text="A trainee place", heard_on=date(2026, 11, 20)))
    item = store.reading_list.add(ReadingItem(title="Bolts", author="B. Olt", recommended_by_id=contact))
    store.learning.add(
        LearningEntry(believed="Steel lasts", will_try="Look", come_back_on=date(2027, 1, 5), reading_id=item)
    )
    store.put_off.add("thank:1", WRITTEN.date())
    store.duplicates.different(contact, zora)
    store.table_mappings.remember("name;mail", "{}")


def fill_pronouns(store: Store) -> None:
    """What came with schema 4."""
    (zora,) = (contact for contact in store.contacts.every() if contact.name == "Zora Lind")
    store.contacts.update(zora.id, pronouns="she/her")


def write(target: Path) -> None:
    """Write the file, in small pages so that it stays small."""
    with tempfile.TemporaryDirectory() as folder:
        with Store(Path(folder), lambda: WRITTEN) as store:
            fill(store)
        file = Path(folder) / STORE_FILE_NAME
        connection = apsw.Connection(str(file))
        connection.pragma("journal_mode", "delete")
        connection.execute("update schema_migration set applied = ?", (WRITTEN.isoformat(" "),))
        connection.pragma("page_size", 1024)
        connection.execute("vacuum")
        connection.pragma("journal_mode", "wal")
        connection.close()
        target.write_bytes(file.read_bytes())


if __name__ == "__main__":
    write(ROOT / "tests" / "fixtures" / "store" / f"schema-{SCHEMA_VERSION}.db")
