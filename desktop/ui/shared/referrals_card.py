"""The people a contact named: one line adds a name, and each of them shows its stage.

Of the contact's page and of the write-up of a meeting.
"""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.contact import ContactLine, MayUseName
from desktop.core.errors import UserError
from desktop.core.people.person_line import person_of
from desktop.core.referral import Referral, Referred, check_in_between
from desktop.core.text import joined, one_line
from desktop.ui import words
from desktop.ui.shared import days
from desktop.ui.shared.list_card import ListCard, ListSentences, NewLine
from desktop.ui.texts import Texts
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.fields import ChoiceField, TextField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.two_line_list import ListRow
from desktop.ui.workspace import Workspace


class ReferralsCardTexts(Texts):
    """The texts of `referrals_card`."""


class ReferralsCard(ListCard["_Named"]):
    """`contact_requested` and `write_requested` carry the person that was named.

    With a meeting only those named at it are listed, and new ones are named there.
    """

    contact_requested = Signal(int)
    write_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._referrer_id = 0
        self._meeting_id: int | None = None
        self._asked: Referral | None = None
        placeholder = self.tr("Name, organisation – what for")
        super().__init__(
            workspace,
            self.tr("People they named"),
            NewLine(self.tr("Add a name"), placeholder=placeholder),
            self.tr("People they named"),
            self.tr("Nobody yet. “Is there anyone else you would recommend?” is the question that leads further."),
            parent,
        )
        self.line.editor.setAccessibleDescription(placeholder)
        self._build_question()
        update = workspace.store.contacts.update
        self.add_field(
            TextField(self.tr("What they can tell you about")),
            lambda named: named.person.what_for,
            lambda contact_id, text: update(contact_id, referred_for=text),
        )
        names = [(code, words.may_use_name(code)) for code in MayUseName]
        self.add_choice(
            ChoiceField(self.tr("May you use the name of who named them?"), names),
            lambda named: named.person.may_use_name,
            lambda contact_id, code: update(contact_id, may_use_name=code),
        )
        self._introducing = DateField(self.tr("An introduction was offered on"), workspace.today)
        self.add_field(
            self._introducing,
            lambda named: named.person.introducing_since,
            lambda contact_id, day: update(contact_id, introducing_since=day),
        )
        open_page = self.add_button(self.tr("Open page"), self._open)
        write = self.add_button(self.tr("Write to them"), self._write)
        self._named = {open_page: self.tr("Open the page of {0}"), write: self.tr("Write to {0}")}

    def _build_question(self) -> None:
        self._question = Card(kind="attention")
        self._found = QLabel()
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        self._found.setWordWrap(True)
        self._same = QPushButton(self.tr("It is the same person"))
        self._new = QPushButton(self.tr("Someone else"))
        leave = QPushButton(self.tr("Leave it"))
        leave.setProperty("quiet", True)
        row = FlowLayout()
        for button in (self._same, self._new, leave):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._same.clicked.connect(lambda: self._settle(same=True))
        self._new.clicked.connect(lambda: self._settle(same=False))
        leave.clicked.connect(self._leave)
        self._question.body.addWidget(self._found)
        self._question.body.addLayout(row)
        self._question.hide()
        self.body.insertWidget(self.body.indexOf(self.line) + 1, self._question)

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_for(self, referrer_id: int, meeting_id: int | None = None) -> None:
        """Show whom a contact named, or only those named at a meeting."""
        if (referrer_id, meeting_id) != (self._referrer_id, self._meeting_id):
            self._referrer_id, self._meeting_id = referrer_id, meeting_id
            self._forget_question()
            self.clear()
        self.renew()

    def read(self) -> Sequence["_Named"]:
        referrals = self.workspace.store.referrals
        if self._meeting_id is not None:
            return [_Named(each) for each in referrals.of_meeting(self._meeting_id)]
        return [_Named(each) for each in referrals.of_referrer(self._referrer_id)]

    def row(self, value: "_Named") -> ListRow:
        person = value.person
        offered = ""
        if person.introducing_since is not None:
            offered = self.tr("introduction offered, ask {0}").format(_between(person.introducing_since, days.short))
        second = joined(words.stage(person.stage), one_line(person.what_for), offered)
        return ListRow(value.id, joined(person.name or self.tr("No name yet"), person.organisation), second)

    def sentences(self) -> ListSentences:
        return ListSentences(
            self.tr("Add a name"),
            self.tr("Edit referral"),
            self.tr("Delete contact"),
            self.tr("The contact was deleted"),
        )

    def show_more(self, value: "_Named") -> None:
        for button, text in self._named.items():
            button.setAccessibleName(text.format(value.person.name))
        since = value.person.introducing_since
        hint = self.tr("Leave it empty where you write yourself.")
        if since is not None:
            hint = self.tr("Ask how it goes {0}.").format(_between(since, days.written_out))
        self._introducing.set_hint(hint)

    # -- changing ---------------------------------------------------------------------------------------------------

    def insert(self, text: str) -> int:
        return self.workspace.store.referrals.add(self._referrer_id, self._meeting_id, _referral(text))

    def remove(self, value_id: int) -> None:
        self.workspace.store.contacts.delete([value_id])

    def _add(self, typed: str) -> None:
        """Somebody of that very name may be there already: then it is asked who is meant, and the line waits."""
        referral = _referral(one_line(typed))
        there = self.workspace.store.referrals.like(referral.name)
        there = [line for line in there if line.id != self._referrer_id]
        if not there:
            self._forget_question()
            super()._add(typed)
            return
        if referral == self._asked:
            return
        self._asked = referral
        self._found.setText(self._who(there))
        self._same.setVisible(len(there) == 1)
        self._question.show()
        (self._same if len(there) == 1 else self._new).setFocus()

    def _who(self, there: Sequence[ContactLine]) -> str:
        if len(there) > 1:
            return self.tr("There is more than one {0} already.").format(there[0].name)
        text = self.tr("There is {0} already.").format(joined(there[0].name, there[0].organisation, there[0].role))
        contact = self.workspace.store.contacts.find(there[0].id)
        before = contact.referrer_id if contact else None
        referrer = self.workspace.store.contacts.find(before) if before and before != self._referrer_id else None
        if referrer is None:
            return text
        named = self.tr("Until now named by {0}.").format(referrer.name)
        return f"{text} {named}"

    def _settle(self, same: bool) -> None:
        referral, store = self._asked, self.workspace.store
        if referral is None:
            return
        there = [line.id for line in store.referrals.like(referral.name) if line.id != self._referrer_id]

        def work() -> int:
            if same and there:
                return store.referrals.link(there[0], self._referrer_id, self._meeting_id, referral)
            return store.referrals.add(self._referrer_id, self._meeting_id, referral)

        try:
            added = self.workspace.act(self.sentences().add, work)
        except UserError:
            self._forget_question()
            return
        self._forget_question()
        self.line.clear()
        self.renew()
        self.choose(added)
        self.line.setFocus()

    def _leave(self) -> None:
        self._forget_question()
        self.line.clear()
        self.line.setFocus()

    def _forget_question(self) -> None:
        self._asked = None
        self._question.hide()

    def _open(self) -> None:
        if self.current is not None:
            self.contact_requested.emit(self.current.id)

    def _write(self) -> None:
        if self.current is not None:
            self.write_requested.emit(self.current.id)


class _Named(Struct, frozen=True):
    """A person who was named, as a row of the list."""

    person: Referred

    @property
    def id(self) -> int:
        """The id of the contact."""
        return self.person.contact_id


def _referral(line: str) -> Referral:
    """A name as it is typed in one line: "Name, organisation – what for"."""
    person = person_of(line)
    if person is None:
        return Referral(line)
    return Referral(person.name, person.organisation, what_for=person.notes)


def _between(since: date, form: Callable[[date, bool], str]) -> str:
    first, last = check_in_between(since)
    between = ReferralsCardTexts.tr("between {0} and {1}")
    return between.format(form(first, False), form(last, False))
