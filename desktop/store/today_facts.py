"""What Today reads at every start: whoever waits or is waited for, and what came of meetings, a query for each.

Hand-written SQL: importing peewee and the tables for it would take 65 ms of every start. An index finds every row that
is wanted: 100,000 people cost what a hundred do.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from desktop.core.contact import ContactLine, Source, Stage
from desktop.core.keep_in_touch_group import DEFAULT_RULE, KeepInTouchRule
from desktop.core.message import Message, MessageKind, MessageState, RequestSituation
from desktop.core.today.after_meeting import REPORT_DAYS, InTouch, Introduction, Owed, OwedReport, PersonRef, ToTry
from desktop.core.today.contact_event import EventKind
from desktop.core.today.keep_in_touch import KNOWN_BY_GROUP, KNOWN_BY_MEETING
from desktop.core.today.values import Awaited, Replied
from desktop.store.contact_stage import ContactStages
from desktop.store.file.database import StoreDatabase
from desktop.store.file.rows import AMONG, Row, code, day, listed, moment_text, read

_MOST_IN_TOUCH = 40  # of those to keep in touch with, in case some are put off: nobody writes to more in a day
_LINKS = 12  # up the chain
_PERSON = "c.id, c.name, coalesce(o.name, ''), c.role, c.stage, c.source, c.comfort"
_PEOPLE = "from contact c left join organisation o on o.id = c.organisation_id where c.deleted_at is null"
# Ahead is what is not over yet, as `core.meeting_line.is_over` has it.
_REPLIED = (
    f"select {_PERSON} {_PEOPLE} and c.stage = 'replied' and c.follow_up is null "
    "and not exists (select 1 from meeting m where m.contact_id = c.id and m.state = 'planned' "
    "and m.deleted_at is null "
    "and strftime('%Y-%m-%dT%H:%M:%SZ', m.starts_at, '+' || m.minutes || ' minutes') > ?) order by c.id"
)
_AWAITED = (
    f"select {_PERSON} {_PEOPLE} and c.stage in ('written_to', 'replied') and c.follow_up_due <= ? "
    "and c.follow_up <> 'close' order by c.id"
)
_DRAFTS = (
    f"select distinct {_PERSON} {_PEOPLE} and +c.stage = 'found' and c.id in (select d.contact_id from message d "
    "where d.state = 'draft' and d.sent_on is null and d.deleted_at is null "
    "and d.kind in ('first_request', 'introduction_request')) order by c.id"
)
_MET = "coalesce(m.starts_at, m.ended_at, m.written_up_at, m.created_at)"
# The plus keeps SQLite from going through all that was ever sent: one person has few messages.
_TOLD = (
    "(select max(b.sent_on) from message b where b.contact_id = r.id and b.kind = 'report_back' and +b.state = 'sent' "
    "and b.deleted_at is null)"
)
_REPORTS = (
    "with recursive up (person, about, links, met) as ("
    f"select c.referrer_id, c.id, 1, {_MET} from meeting m join contact c on c.id = m.contact_id "
    f"where m.state = 'met' and m.deleted_at is null and {_MET} >= ? and c.deleted_at is null "
    "and c.referrer_id is not null union "
    "select c.referrer_id, up.about, up.links + 1, up.met from up join contact c on c.id = up.person "
    f"where c.referrer_id is not null and up.links < {_LINKS}) "
    f"select r.id, r.name, r.stage, a.id, a.name, a.stage, min(up.links), max(up.met), {_TOLD} "
    "from up join contact r on r.id = up.person join contact a on a.id = up.about "
    "where r.deleted_at is null and r.id <> a.id group by r.id, a.id"
)
# From those who were met: a direction may hold thousands who were only found.
_DECISIONS = (
    f"select r.id, r.name, r.stage, d.id, d.name, d.decided_on, {_TOLD} from direction d "
    "cross join contact r join contact_direction l on l.direction_id = d.id and l.contact_id = r.id "
    "where d.deleted_at is null and d.verdict is not null and d.decided_on >= ? "
    "and r.stage in ('met', 'thanked', 'in_touch') and r.deleted_at is null"
)
_WRITTEN = (
    "(select max(w.sent_on) from message w where w.contact_id = {id} and +w.state = 'sent' and w.deleted_at is null "
    "and w.kind <> 'thank_you')"
)
_OWED = (
    f"select p.id, c.id, c.name, c.stage, p.mine, p.text, p.due_on, {_WRITTEN.format(id='c.id')} "
    "from promise p join contact c on c.id = p.contact_id "
    "where p.done_on is null and p.deleted_at is null and c.deleted_at is null order by p.id"
)
_INTRODUCTIONS = (
    "select c.id, c.name, c.stage, r.id, r.name, r.stage, c.introducing_since, "
    f"{_WRITTEN.format(id='r.id')} from contact c join contact r on r.id = c.referrer_id "
    "where c.introducing_since is not null and c.deleted_at is null and r.deleted_at is null "
    "order by c.introducing_since, c.id"
)
_IN_TOUCH = (
    "select c.id, c.name, c.stage, c.last_contact_on, c.cares_about from contact c where c.deleted_at is null "
    "and c.last_contact_on <= ? and c.stage in (select value from json_each(?)) and {group} "
    "order by c.last_contact_on, c.id limit ?"
)
_GROUPS = "select id, ideal_days, latest_days from touch_group where deleted_at is null order by id"
_ALONE = "(c.touch_group_id is null or c.touch_group_id not in (select id from touch_group where deleted_at is null))"
_TO_TRY = (
    "select id, case when will_try <> '' then will_try else title end, come_back_on from learning_entry "
    "where come_back_on is not null and deleted_at is null and came_of_it = '' order by id"
)
_SNOOZED = "select contact_id from contact_step where what = ? and until > ?"


class TodayFacts:
    """The facts the next steps are chosen from. Days are those of the zone of `now`."""

    def __init__(self, database: StoreDatabase, stages: ContactStages) -> None:
        self._database = database
        self._stages = stages

    # -- people written to ------------------------------------------------------------------------------------------

    def replied(self, now: datetime) -> tuple[Replied, ...]:
        """Whoever answered and with whom nothing is agreed, with the day; who said "later" until a day is not here."""
        people = self._people(_REPLIED, moment_text(now))
        since = self._stages.since((line.id for line in people), now.date())
        return tuple(Replied(line, since[line.id]) for line in people)

    def awaited(self, today: date) -> tuple[Awaited, ...]:
        """Whoever the rule of follow-up has something for today."""
        people = self._people(_AWAITED, today.isoformat())
        due = self._stages.follow_ups((line.id for line in people), today)
        return tuple(Awaited(line, due[line.id]) for line in people if line.id in due)

    def drafts(self) -> tuple[ContactLine, ...]:
        """Whoever a request is half written to, and who was not written to since."""
        return tuple(self._people(_DRAFTS))

    def met(self, contact_ids: Iterable[int]) -> frozenset[int]:
        """Those of the contacts who were met and not thanked yet."""
        among = listed(contact_ids)
        return frozenset(
            row[0] for row in self._rows(f"select id from contact where id {AMONG} and stage = 'met'", among)
        )

    def confirmations(self, contact_ids: Iterable[int]) -> list[tuple[int, int | None, date]]:
        """The confirmations sent to these contacts: to whom, for which meeting (if that is known), and when."""
        sql = (
            f"select contact_id, meeting_id, sent_on from message where contact_id {AMONG} and kind = 'confirmation' "
            "and state = 'sent' and sent_on is not null and deleted_at is null"
        )
        rows = self._rows(sql, listed(contact_ids))
        return [(contact, meeting, date.fromisoformat(sent_on)) for contact, meeting, sent_on in rows]

    def sent_between(self, first: date, last: date) -> list[Message]:
        """What was sent on the days from one to another, in that order: of each message kind, situation and day."""
        sql = (
            "select m.kind, m.situation, m.sent_on from message m join contact c on c.id = m.contact_id "
            "where m.state = 'sent' and m.sent_on between ? and ? and m.deleted_at is null and c.deleted_at is null "
            "order by m.sent_on, m.id"
        )
        return [
            Message(
                kind=MessageKind(kind),
                situation=code(RequestSituation, situation),
                state=MessageState.SENT,
                sent_on=day(on),
            )
            for kind, situation, on in self._rows(sql, first.isoformat(), last.isoformat())
        ]

    def snoozed(self, today: date) -> frozenset[int]:
        """The contacts that are left to wait until a day after today."""
        return frozenset(contact_id for (contact_id,) in self._rows(_SNOOZED, EventKind.SNOOZED, today.isoformat()))

    # -- what came of meetings --------------------------------------------------------------------------------------

    def reports(self, now: datetime) -> tuple[OwedReport, ...]:
        """Whom to tell of people met and of directions decided within the last weeks, told already or not."""
        first = now - timedelta(days=REPORT_DAYS + 1)
        found = [
            OwedReport(
                PersonRef(to, name, Stage(stage)),
                datetime.fromisoformat(met).astimezone(now.tzinfo).date(),
                about=PersonRef(about, about_name, Stage(about_stage)),
                links=links,
                told_on=day(told),
            )
            for to, name, stage, about, about_name, about_stage, links, met, told in self._rows(
                _REPORTS, moment_text(first)
            )
        ]
        for to, name, stage, direction, direction_name, on, told in self._rows(_DECISIONS, first.date().isoformat()):
            who = PersonRef(to, name, Stage(stage))
            found.append(
                OwedReport(
                    who, date.fromisoformat(on), direction_id=direction, direction=direction_name, told_on=day(told)
                )
            )
        return tuple(found)

    def owed(self) -> tuple[Owed, ...]:
        """Promises that are not kept yet, mine and theirs."""
        return tuple(
            Owed(number, PersonRef(who, name, Stage(stage)), bool(mine), text, day(due), day(asked))
            for number, who, name, stage, mine, text, due, asked in self._rows(_OWED)
        )

    def introductions(self) -> tuple[Introduction, ...]:
        """Introductions that were offered and have not come."""
        return tuple(
            Introduction(
                PersonRef(who, name, Stage(stage)),
                PersonRef(by, by_name, Stage(by_stage)),
                date.fromisoformat(since),
                day(checked),
            )
            for who, name, stage, by, by_name, by_stage, since, checked in self._rows(_INTRODUCTIONS)
        )

    def in_touch(self, today: date, all_of_them: bool = False) -> tuple[InTouch, ...]:
        """Whom the ideal day to keep in touch has come with, of each group the longest ago; or everyone."""
        groups = self._rows(_GROUPS)
        found = self._in_touch(_ALONE, DEFAULT_RULE, False, today, all_of_them)
        for number, ideal, latest in groups:
            rule = KeepInTouchRule(ideal, latest)
            found += self._in_touch(f"c.touch_group_id = {int(number)}", rule, True, today, all_of_them)
        return tuple(found)

    def _in_touch(self, group: str, rule: KeepInTouchRule, grouped: bool, today: date, every: bool) -> list[InTouch]:
        stages = listed(sorted(KNOWN_BY_GROUP if grouped else KNOWN_BY_MEETING))
        last = today if every else today - timedelta(days=rule.days[0])
        rows = self._rows(_IN_TOUCH.format(group=group), last.isoformat(), stages, -1 if every else _MOST_IN_TOUCH)
        return [
            InTouch(PersonRef(who, name, Stage(stage)), date.fromisoformat(on), rule, grouped, cares)
            for who, name, stage, on, cares in rows
        ]

    def to_try(self) -> tuple[ToTry, ...]:
        """What the user wanted to try, with the day to look what came of it."""
        return tuple(ToTry(number, text, date.fromisoformat(on)) for number, text, on in self._rows(_TO_TRY))

    # -- internals --------------------------------------------------------------------------------------------------

    def _people(self, sql: str, *values: str) -> list[ContactLine]:
        return [
            ContactLine(number, name, organisation, role, Stage(stage), code(Source, source), comfort, None, False)
            for number, name, organisation, role, stage, source, comfort in self._rows(sql, *values)
        ]

    def _rows(self, sql: str, *values: str | int) -> list[Row]:
        return read(self._database.connection(), sql, values)
