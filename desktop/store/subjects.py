"""The subjects of the store: contacts, meetings, messages and the rest, each with its own file.

Each comes when it is first asked for: what a command does not need, it need not import (a third of the time of
`contacts --search`).
"""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.store.contacts import Contacts
from desktop.store.file.database import StoreDatabase

if TYPE_CHECKING:
    from desktop.store.chain import ChainReading
    from desktop.store.directions import Directions
    from desktop.store.duplicates import Duplicates
    from desktop.store.free_times import FreeTimes
    from desktop.store.homework import Homework
    from desktop.store.keep_in_touch_groups import KeepInTouchGroups
    from desktop.store.learning import Learning
    from desktop.store.meeting_lines import MeetingLines
    from desktop.store.meetings import Meetings
    from desktop.store.messages import Messages
    from desktop.store.opportunities import Opportunities
    from desktop.store.organisations import Organisations
    from desktop.store.own_letters import OwnLetters
    from desktop.store.own_questions import OwnQuestions
    from desktop.store.preferences import Preferences
    from desktop.store.promises import Promises
    from desktop.store.put_off import PutOff
    from desktop.store.reading_list import ReadingList
    from desktop.store.referrals import Referrals
    from desktop.store.research import Research
    from desktop.store.steps import Steps
    from desktop.store.table_mappings import TableMappings
    from desktop.store.today_facts import TodayFacts


class Subjects:
    """What there is to read and to change. Whoever derives from it opens the database."""

    clock: Callable[[], datetime]
    contacts: Contacts
    database: StoreDatabase

    @cached_property
    def organisations(self) -> "Organisations":
        """Where contacts work."""
        from desktop.store.organisations import Organisations

        return Organisations(self.database, self.clock)

    @cached_property
    def chain(self) -> "ChainReading":
        """Who named whom."""
        from desktop.store.chain import ChainReading

        return ChainReading(self.database)

    @cached_property
    def duplicates(self) -> "Duplicates":
        """Who may be one person."""
        from desktop.store.duplicates import Duplicates

        return Duplicates(self.database, self.clock, self.contacts)

    @cached_property
    def directions(self) -> "Directions":
        """What the user is exploring."""
        from desktop.store.directions import Directions

        return Directions(self.database, self.clock)

    @cached_property
    def research(self) -> "Research":
        """What was found beforehand."""
        from desktop.store.research import Research

        return Research(self.database, self.clock)

    @cached_property
    def meeting_lines(self) -> "MeetingLines":
        """The lists of meetings alone, as `meetings` has them too: they come sooner."""
        from desktop.store.meeting_lines import MeetingLines

        return MeetingLines(self.database, self.clock)

    @cached_property
    def meetings(self) -> "Meetings":
        """Informational interviews ahead and past."""
        from desktop.store.meetings import Meetings

        return Meetings(self.database, self.clock, self.contacts, self.research)

    @cached_property
    def own_questions(self) -> "OwnQuestions":
        """The user's own topics, questions and wordings."""
        from desktop.store.own_questions import OwnQuestions

        return OwnQuestions(self.database, self.clock)

    @cached_property
    def learning(self) -> "Learning":
        """The learning log."""
        from desktop.store.learning import Learning

        return Learning(self.database, self.clock)

    @cached_property
    def preferences(self) -> "Preferences":
        """The profile and the settings."""
        from desktop.store.preferences import Preferences

        return Preferences(self.database, lambda: self.contacts.stages.refresh_all(rule_changed=True))

    @cached_property
    def messages(self) -> "Messages":
        """What was written to contacts, and what came back."""
        from desktop.store.messages import Messages

        return Messages(self.database, self.clock, self.contacts)

    @cached_property
    def steps(self) -> "Steps":
        """What happened with contacts apart from messages and meetings."""
        from desktop.store.steps import Steps

        return Steps(self.database, self.contacts)

    @cached_property
    def put_off(self) -> "PutOff":
        """Steps of Today that were put off."""
        from desktop.store.put_off import PutOff

        return PutOff(self.database)

    @cached_property
    def table_mappings(self) -> "TableMappings":
        """What the columns of tables held."""
        from desktop.store.table_mappings import TableMappings

        return TableMappings(self.database)

    @cached_property
    def today_facts(self) -> "TodayFacts":
        """What Today reads at every start."""
        from desktop.store.today_facts import TodayFacts

        return TodayFacts(self.database, self.contacts.stages)

    @cached_property
    def promises(self) -> "Promises":
        """What is owed, both ways."""
        from desktop.store.promises import Promises

        return Promises(self.database, self.clock)

    @cached_property
    def opportunities(self) -> "Opportunities":
        """What was heard of."""
        from desktop.store.opportunities import Opportunities

        return Opportunities(self.database, self.clock)

    @cached_property
    def reading_list(self) -> "ReadingList":
        """What to read, and what was read."""
        from desktop.store.reading_list import ReadingList

        return ReadingList(self.database, self.clock)

    @cached_property
    def touch_groups(self) -> "KeepInTouchGroups":
        """How often to keep in touch."""
        from desktop.store.keep_in_touch_groups import KeepInTouchGroups

        return KeepInTouchGroups(self.database, self.clock)

    @cached_property
    def referrals(self) -> "Referrals":
        """Who named whom."""
        from desktop.store.referrals import Referrals

        return Referrals(self.database, self.clock, self.contacts)

    @cached_property
    def homework(self) -> "Homework":
        """Where to look for people."""
        from desktop.store.homework import Homework

        return Homework(self.database)

    @cached_property
    def free_times(self) -> "FreeTimes":
        """When the user can meet."""
        from desktop.store.free_times import FreeTimes

        return FreeTimes(self.database)

    @cached_property
    def own_letters(self) -> "OwnLetters":
        """The user's own templates."""
        from desktop.store.own_letters import OwnLetters

        return OwnLetters(self.database, self.clock)
