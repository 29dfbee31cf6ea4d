"""Page 5, opening, being asked back, close: what to say first, when asked, when stuck, and at the end."""

from collections.abc import Callable
from typing import Unpack

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.meeting import Meeting, MeetingChanges, OwnAnswer, PreparationPage, Rescue
from desktop.core.preparing.short_path import opening_after_profile
from desktop.core.profile import ProfileChanges
from desktop.core.text import one_line
from desktop.core.values import replace
from desktop.ui.prepare.open_meeting import OpenMeeting
from desktop.ui.prepare.wizard_page import WizardPage, quiet, quiet_button, row_of, titled
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import CheckField, TextField

_PairRows = tuple[tuple[str, str, bool], ...]


class OpeningPage(WizardPage):
    """Every sentence is ready-made and the user's to change."""

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(meeting, PreparationPage.OPENING, parent=parent)
        self._texts = BoundFields[Meeting]()
        self.column.addWidget(self._profile_card())
        self._opening = self._text(
            self.tr("How you &begin: who you are, in two sentences"),
            3,
            lambda meeting: meeting.opening,
            lambda text, visit: self._edit(visit, opening=text),
        )
        self._ask_for_notes = self._text(
            self.tr("May you take &notes?"),
            1,
            lambda meeting: meeting.ask_for_notes,
            lambda text, visit: self._edit(visit, ask_for_notes=text),
        )
        self.column.addWidget(titled(self.tr("If they ask you")))
        self.column.addWidget(
            quiet(self.tr("A sentence or two of your own is enough. Untick what the brief can do without."))
        )
        hints = {item.asked: item.hint for item in meeting.preparation.asked_back}
        self._answers = _Pairs(
            self.tr("Another question they may ask"),
            self.tr("Add &question"),
            hints,
            on_brief=True,
            save=self._save_answers,
        )
        self.column.addWidget(self._answers)
        self.column.addWidget(titled(self.tr("If it stalls")))
        self._rescues = _Pairs(
            self.tr("Another moment to be ready for"),
            self.tr("Add &moment"),
            {},
            on_brief=False,
            save=self._save_rescues,
        )
        self.column.addWidget(self._rescues)
        self.column.addWidget(titled(self.tr("How you close")))
        self._who_else = self._text(
            self.tr("&Who else could you talk to?"),
            1,
            lambda meeting: meeting.who_else,
            lambda text, visit: self._edit(visit, who_else=text),
        )
        self._use_name = self._text(
            self.tr("May you &use their name?"),
            1,
            lambda meeting: meeting.use_name,
            lambda text, visit: self._edit(visit, use_name=text),
        )
        self._thanks = self._text(
            self.tr("&Thanks"), 2, lambda meeting: meeting.thanks, lambda text, visit: self._edit(visit, thanks=text)
        )

    def _text(
        self, label: str, lines: int, shown: Callable[[Meeting], str], save: Callable[[str, str], object]
    ) -> TextField:
        field = TextField(label, multiline=lines > 1, lines=lines)
        self._texts.bind(field, shown, save)
        self.column.addWidget(field)
        return field

    def _profile_card(self) -> QWidget:
        self._profile = Card()
        self._name = TextField(self.tr("&Your name"))
        self._headline = TextField(
            self.tr("What you &do or want to do, in a few words"),
            placeholder=self.tr("lab technician, moving into water quality"),
        )
        self._save(self._name, lambda text, visit: self._tell(visit, name=one_line(text)))
        self._save(self._headline, lambda text, visit: self._tell(visit, headline=one_line(text)))
        self._profile.body.addWidget(quiet(self.tr("For the opening. You find it again in the settings.")))
        self._profile.body.addWidget(self._name)
        self._profile.body.addWidget(self._headline)
        return self._profile

    def refresh(self) -> None:
        """Show the sentences."""
        meeting, profile = self._meeting.meeting, self._workspace.store.preferences.profile()
        complete = bool(profile.name.strip() and profile.headline.strip())
        if not complete:
            self._profile.show()  # it stays while it is being filled, and is gone at the next visit
        self._name.show_value(profile.name)
        self._headline.show_value(profile.headline)
        self._texts.show(meeting, anew=False)
        self._answers.show_pairs([(own.asked, own.answer, own.on_brief) for own in meeting.asked_back])
        self._rescues.show_pairs([(rescue.when, rescue.then, True) for rescue in meeting.rescues])

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the profile only where it is not filled in."""
        profile = self._workspace.store.preferences.profile()
        self._profile.setVisible(not (profile.name.strip() and profile.headline.strip()))
        super().showEvent(event)

    def _edit(self, visit: str, **changes: Unpack[MeetingChanges]) -> None:
        self._meeting.update(self.tr("Edit opening and close"), visit, **changes)

    def _tell(self, visit: str, **details: Unpack[ProfileChanges]) -> None:
        """The opening follows the profile until it is the user's own."""
        preferences, meetings = self._workspace.store.preferences, self._workspace.store.meetings
        before = preferences.profile()
        after = replace(before, **details)
        opening = opening_after_profile(self._meeting.meeting, self._meeting.preparation, before, after)

        def work() -> None:
            preferences.update_profile(**details)
            if opening != self._meeting.meeting.opening:
                meetings.update(self._meeting.id, opening=opening)

        if after != before:
            self._workspace.act(self.tr("Edit your details"), work, visit)

    def _save_answers(self, pairs: _PairRows, visit: str) -> None:
        self._meeting.update(self.tr("Edit your answers"), visit, asked_back=tuple(OwnAnswer(*pair) for pair in pairs))

    def _save_rescues(self, pairs: _PairRows, visit: str) -> None:
        self._meeting.update(
            self.tr("Edit rescue sentences"), visit, rescues=tuple(Rescue(when, then) for when, then, _ in pairs)
        )


class _Pairs(QWidget):
    """Sentences, each for an occasion. `save` gets all (occasion, sentence, on the brief) and the visit."""

    def __init__(
        self,
        more: str,
        add: str,
        hints: dict[str, str],
        on_brief: bool,
        save: Callable[[_PairRows, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hints = hints
        self._save = save
        self._with_tick = on_brief
        self._rows: list[tuple[str, TextField, CheckField, QWidget]] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        self._more = QLineEdit()
        self._more.setAccessibleName(more)
        self._more.setPlaceholderText(more)
        button = QPushButton(add)
        button.setAutoDefault(False)
        button.clicked.connect(self._add)
        self._more.returnPressed.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._place)
        layout.addLayout(row_of(self._more, button, stretch=False))

    def show_pairs(self, pairs: list[tuple[str, str, bool]]) -> None:
        """Show these; a row is made anew only where its occasion is another one."""
        if [row[0] for row in self._rows] != [pair[0] for pair in pairs]:
            for *_, widget in self._rows:
                self._place.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
            self._rows = [self._row(number, asked) for number, (asked, *_) in enumerate(pairs)]
        for (_, field, tick, _widget), (_asked, said, on_brief) in zip(self._rows, pairs, strict=True):
            field.show_value(said)
            tick.show_value(on_brief)

    def _row(self, number: int, asked: str) -> tuple[str, TextField, CheckField, QWidget]:
        field = TextField(asked.replace("&", "&&"), multiline=True, lines=2, placeholder=self._hints.get(asked, ""))
        field.saved_by(lambda _value: self._save(self._pairs(), field.visit))
        tick = CheckField(self.tr("On the brief"))
        tick.saved_by(lambda _value: self._save(self._pairs(), ""))
        remove = quiet_button(self.tr("Remove"))
        remove.setAccessibleName(self.tr("Remove: {0}").format(asked))
        remove.clicked.connect(lambda: self._save(self._pairs(without=number), ""))
        widget = QWidget()
        inside = QVBoxLayout(widget)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(field)
        inside.addLayout(row_of(tick, remove))
        self._place.addWidget(widget)
        tick.setVisible(self._with_tick)
        widget.show()  # at once, so that it can take the focus
        return asked, field, tick, widget

    def _pairs(self, without: int = -1) -> _PairRows:
        rows = [row for number, row in enumerate(self._rows) if number != without]
        return tuple((asked, field.value, tick.value) for asked, field, tick, _ in rows)

    def _add(self) -> None:
        asked = one_line(self._more.text())
        if asked:
            self._more.clear()
            self._save((*self._pairs(), (asked, "", True)), "")
            self._rows[-1][1].setFocus()
