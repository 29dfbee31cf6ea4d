"""What a user could do, at random, on everything there is."""

from contextlib import suppress
from datetime import date, timedelta
from random import Random
from typing import Any

from desktop.core.contact import Contact, Detail, Source, Stage
from desktop.core.direction import DirectionKind, Verdict
from desktop.core.errors import UserError
from desktop.core.homework import HomeworkState
from desktop.core.keep_in_touch_group import KeepInTouchGroup
from desktop.core.learning import Evidence, LearningEntry, LearningKind
from desktop.core.letters.letter import Template
from desktop.core.meeting import Meeting, OwnAnswer, PlannedQuestion, Priority
from desktop.core.meeting_line import MeetingState
from desktop.core.message import Answer, Channel, Message, MessageKind, MessageState, RequestSituation
from desktop.core.opportunity import Opportunity
from desktop.core.organisation import ResearchNote, Subject
from desktop.core.people.merging import MERGE_FIELDS, PHOTO, MergeSide
from desktop.core.promise import Promise
from desktop.core.question import Question
from desktop.core.reading_list import ReadingItem
from desktop.core.referral import Referral
from desktop.core.settings import Paper
from desktop.core.today.contact_event import EventKind
from desktop.store.steps import STORED_STEPS
from desktop.store.store import Store

WORDS = (
    "",
    "Ada",
    "łódź",
    "C++ %_",
    "two\nlines",
    "x" * 300,
    "Ünï  cödé",
    "مرحبا",
    "'; drop table contact; --",
    "日本",
)


class AtRandom:
    """Values and rows to work on, at random from what is there at the moment."""

    def __init__(self, store: Store, chance: Random) -> None:
        self.store = store
        self.chance = chance

    def text(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randrange(1, 4)))

    def some(self, ids: list[int]) -> list[int]:
        return self.chance.sample(ids, k=self.chance.randrange(len(ids) + 1)) if ids else []

    def ids(self, table: str) -> list[int]:
        rows: list[Any] = self.store.database.connection().execute(f"select id from {table} order by id").fetchall()
        return [row[0] for row in rows]

    def one(self, table: str) -> int | None:
        ids = self.ids(table)
        return self.chance.choice(ids) if ids else None

    def living_contact(self) -> int | None:
        ids = [line.id for line in self.store.contacts.lines()]
        return self.chance.choice(ids) if ids else None

    def details(self) -> tuple[Detail, ...]:
        return tuple(Detail(self.text(), self.text()) for _ in range(self.chance.randrange(3)))

    def contact_fields(self) -> dict[str, Any]:
        every = {
            "name": self.text(),
            "role": self.text(),
            "organisation": self.chance.choice(("", "Acme", "acme", "Brücken AG", self.text())),
            "emails": self.details(),
            "phones": self.details(),
            "links": self.details(),
            "addresses": self.details(),
            "tags": tuple(self.text() for _ in range(self.chance.randrange(3))),
            "directions": tuple(self.some(self.ids("direction"))),
            "source": self.chance.choice((None, *Source)),
            "found_on": self.chance.choice((None, date(2026, 5, 1))),
            "referrer_id": self.one("contact"),
            "referred_at_id": self.one("meeting"),
            "introducing_since": self.chance.choice((None, self.day())),
            "touch_group_id": self.one("touch_group"),
            "cares_about": self.text(),
            "comfort": self.chance.choice((None, 1, 5)),
            "warm_line": self.text(),
            "notes": self.text(),
            "stage": self.chance.choice(list(Stage)),
        }
        return {name: every[name] for name in self.chance.sample(list(every), k=self.chance.randrange(1, 6))}

    def day(self) -> date:
        return self.store.clock().date() + timedelta(days=self.chance.randrange(-40, 5))

    def message_fields(self) -> dict[str, Any]:
        every = {
            "kind": self.chance.choice(list(MessageKind)),
            "situation": self.chance.choice((None, *RequestSituation)),
            "subject": self.text(),
            "text": self.text(),
            "forward_text": self.text(),
            "channel": self.chance.choice(list(Channel)),
            "state": self.chance.choice(list(MessageState)),
            "sent_on": self.chance.choice((None, self.day())),
            "answer": self.chance.choice((None, *Answer)),
            "answered_on": self.chance.choice((None, self.day())),
        }
        return {name: every[name] for name in self.chance.sample(list(every), k=self.chance.randrange(1, 8))}


class Work(AtRandom):
    """What a user could do."""

    def add_contact(self) -> None:
        self.store.contacts.add(Contact(**self.contact_fields()))

    def add_contacts(self) -> None:
        self.store.contacts.add_all([Contact(**self.contact_fields()) for _ in range(self.chance.randrange(4))])

    def edit_contact(self) -> None:
        if contact := self.living_contact():
            with suppress(UserError):  # of a chain that would go in a circle
                self.store.contacts.update(contact, **self.contact_fields())

    def delete_contacts(self) -> None:
        self.store.contacts.delete(self.some(self.ids("contact")))

    def restore_contacts(self) -> None:
        self.store.contacts.restore(self.some(self.ids("contact")))

    def merge_contacts(self) -> None:
        keep, other = self.living_contact(), self.living_contact()
        if keep and other and keep != other:
            choices = {field.name: self.chance.choice(list(MergeSide)) for field in (*MERGE_FIELDS, PHOTO)}
            self.store.duplicates.merge(keep, other, choices)

    def keep_apart(self) -> None:
        one, other = self.living_contact(), self.living_contact()
        if one and other and one != other:
            self.store.duplicates.different(one, other)

    def merge_organisations(self) -> None:
        found = [line.id for line in self.store.organisations.lines()]
        if len(found) > 1:
            self.store.organisations.merge(*self.chance.sample(found, k=2))

    def tag_contacts(self) -> None:
        self.store.contacts.tag(self.some(self.ids("contact")), self.text() or "tag")

    def direct_contacts(self) -> None:
        if direction := self.one("direction"):
            self.store.contacts.direct(self.some(self.ids("contact")), direction)

    def remove_contact_for_good(self) -> None:
        """As the purge does, with all that cascades."""
        self.store.database.connection().execute("delete from contact where id = ?", (self.one("contact"),))

    def add_direction(self) -> None:
        self.store.directions.add(self.text(), self.chance.choice(list(DirectionKind)))

    def edit_direction(self) -> None:
        if direction := self.one("direction"):
            fields = {"name": self.text(), "verdict": self.chance.choice((None, *Verdict)), "reason": self.text()}
            self.store.directions.update(direction, **fields)

    def delete_direction(self) -> None:
        if direction := self.one("direction"):
            self.chance.choice((self.store.directions.delete, self.store.directions.restore))(direction)

    def edit_organisation(self) -> None:
        if organisation := self.one("organisation"):
            self.store.organisations.update(organisation, name=self.text(), industry=self.text(), website=self.text())

    def delete_organisation(self) -> None:
        if organisation := self.one("organisation"):
            self.store.organisations.delete(organisation)

    def add_note(self) -> None:
        if contact := self.living_contact():
            note = ResearchNote(subject=self.chance.choice(list(Subject)), text=self.text(), read_on=date(2026, 1, 2))
            self.store.research.add(contact, note)

    def edit_note(self) -> None:
        if note := self.one("research_note"):
            self.store.research.update(note, text=self.text(), address=self.text())

    def delete_note(self) -> None:
        if note := self.one("research_note"):
            self.store.research.delete(note)

    def add_meeting(self) -> None:
        if contact := self.living_contact():
            state = self.chance.choice(list(MeetingState))
            direction = self.one("direction")
            self.store.meetings.add(Meeting(contact_id=contact, direction_id=direction, state=state, bring=("pen",)))

    def edit_meeting(self) -> None:
        if meeting := self.one("meeting"):
            fields = {
                "purpose": self.text(),
                "starts_at": self.store.clock(),
                "asked_back": (OwnAnswer(self.text(), self.text()),),
                "state": self.chance.choice(list(MeetingState)),
                "direction_id": self.one("direction"),
                "looked_up": tuple(self.text() for _ in range(2)),
            }
            chosen = self.chance.sample(list(fields), k=2)
            self.store.meetings.update(meeting, **{name: fields[name] for name in chosen})

    def delete_meeting(self) -> None:
        if meeting := self.one("meeting"):
            self.chance.choice((self.store.meetings.delete, self.store.meetings.restore))(meeting)

    def plan_questions(self) -> None:
        if meeting := self.one("meeting"):
            for _ in range(self.chance.randrange(1, 4)):
                self.store.meetings.add_question(PlannedQuestion(meeting_id=meeting, text=self.text()))
            planned = [question.id for question in self.store.meetings.questions(meeting)]
            self.store.meetings.order_questions(self.chance.sample(planned, k=len(planned)))

    def edit_question(self) -> None:
        if question := self.one("planned_question"):
            priority = self.chance.choice(list(Priority))
            self.store.meetings.update_question(question, priority=priority, answer=self.text())

    def remove_question(self) -> None:
        if question := self.one("planned_question"):
            self.store.meetings.remove_question(question)

    def choose_fact(self) -> None:
        meeting, note = self.one("meeting"), self.one("research_note")
        if meeting and note:
            self.store.meetings.choose_fact(meeting, note, self.chance.random() < 0.7)

    def own_question(self) -> None:
        own = self.store.own_questions
        key = own.add(self.chance.choice(("typical_day", own.add_topic(self.text()))), self.text())
        own.reword(Question(self.chance.choice((key, "paths.first_years")), "paths", "x"), self.text())
        if self.chance.random() < 0.4:
            own.delete(key)
        if self.chance.random() < 0.2:
            own.delete_topic("own.1")

    def add_learning(self) -> None:
        self.store.learning.add(
            LearningEntry(
                on=self.chance.choice((None, date(2026, 3, 4))),
                kind=self.chance.choice(list(LearningKind)),
                title=self.text(),
                meeting_id=self.one("meeting"),
                evidence=tuple(Evidence(self.text(), self.text()) for _ in range(self.chance.randrange(3))),
                directions=tuple(self.some(self.ids("direction"))),
            )
        )

    def edit_learning(self) -> None:
        if entry := self.one("learning_entry"):
            shown = tuple(Evidence(self.text()) for _ in range(self.chance.randrange(3)))
            self.store.learning.update(entry, learned=self.text(), evidence=shown, meeting_id=self.one("meeting"))

    def delete_learning(self) -> None:
        if entry := self.one("learning_entry"):
            self.chance.choice((self.store.learning.delete, self.store.learning.restore))(entry)

    def add_message(self) -> None:
        if contact := self.living_contact():
            self.store.messages.add(
                Message(contact_id=contact, meeting_id=self.one("meeting"), **self.message_fields())
            )

    def edit_message(self) -> None:
        if message := self.one("message"):
            self.store.messages.update(message, **self.message_fields())

    def delete_message(self) -> None:
        if message := self.one("message"):
            self.chance.choice((self.store.messages.delete, self.store.messages.restore))(message)

    def name_someone(self) -> None:
        if contact := self.living_contact():
            referral = Referral(self.text(), self.text(), introducing_since=self.day())
            meeting = self.one("meeting")
            there = self.store.referrals.like(referral.name)
            if not there:
                self.store.referrals.add(contact, meeting, referral)
            else:
                with suppress(UserError):
                    self.store.referrals.link(there[0].id, contact, meeting, referral)

    def promise(self) -> None:
        contact = self.living_contact()
        if contact and self.chance.random() < 0.5:
            self.store.promises.add(Promise(contact_id=contact, meeting_id=self.one("meeting"), text=self.text()))
        if promise := self.one("promise"):
            self.store.promises.update(
                promise, mine=False, due_on=self.day(), done_on=self.chance.choice((None, self.day()))
            )

    def delete_promise(self) -> None:
        if promise := self.one("promise"):
            self.chance.choice((self.store.promises.delete, self.store.promises.restore))(promise)

    def opportunity(self) -> None:
        told = Opportunity(contact_id=self.one("contact"), meeting_id=self.one("meeting"), text=self.text())
        number = self.store.opportunities.add(told)
        self.store.opportunities.update(number, address=self.text(), heard_on=self.day())
        if self.chance.random() < 0.3:
            self.store.opportunities.delete(number)

    def reading(self) -> None:
        if self.chance.random() < 0.5:
            item = ReadingItem(title=self.text(), recommended_by_id=self.one("contact"), meeting_id=self.one("meeting"))
            self.store.reading_list.add(item)
        if number := self.one("reading_item"):
            self.store.reading_list.mark_read(number, self.chance.choice((None, self.day())))
            self.store.learning.add(LearningEntry(title=self.text(), reading_id=number))

    def delete_reading(self) -> None:
        if number := self.one("reading_item"):
            self.chance.choice((self.store.reading_list.delete, self.store.reading_list.restore))(number)

    def touch_group(self) -> None:
        number = self.store.touch_groups.add(
            KeepInTouchGroup(name=self.text(), ideal_days=self.chance.randrange(1, 99))
        )
        self.store.touch_groups.update(self.one("touch_group") or number, latest_days=self.chance.randrange(1, 99))
        if self.chance.random() < 0.3:
            self.store.touch_groups.delete(number)

    def take_step(self) -> None:
        if contact := self.living_contact():
            what = self.chance.choice(sorted(STORED_STEPS))
            self.store.steps.add(contact, what, self.day(), self.day() if what is EventKind.SNOOZED else None)

    def correct_stage(self) -> None:
        if contact := self.living_contact():
            self.store.contacts.correct_stage(contact, self.chance.choice(list(Stage)), self.text())

    def days_pass(self) -> None:
        self.store.contacts.refresh_stages(self.day() + timedelta(days=self.chance.randrange(100)))

    def homework(self) -> None:
        if direction := self.one("direction"):
            source = self.chance.choice(list(Source))
            self.store.homework.set_state(direction, source, self.chance.choice(list(HomeworkState)))
            self.store.homework.set_text(direction, self.chance.choice(list(Source)), self.text())

    def free_time(self) -> None:
        start = self.store.clock()
        self.store.free_times.add(start, start + timedelta(hours=1))
        if self.chance.random() < 0.5:
            self.store.free_times.delete(self.one("free_time") or 0)

    def own_letter(self) -> None:
        key = self.store.own_letters.add(Template("", MessageKind.NUDGE, self.text(), self.text(), self.text()))
        self.store.own_letters.update(key, body=self.text())
        if self.chance.random() < 0.5:
            self.store.own_letters.delete(key)

    def nudge_rule(self) -> None:
        chosen = {"nudge_business_days": self.chance.randrange(1, 9), "nudge_maximum": self.chance.randrange(3)}
        self.store.preferences.update_settings(**chosen, try_another_after=self.chance.choice((None, 3)))

    def preferences(self) -> None:
        self.store.preferences.update_profile(name=self.text(), background=self.text())
        self.store.preferences.update_settings(paper=self.chance.choice((None, *Paper)), text_size=150)
