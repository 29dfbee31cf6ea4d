"""My templates: the user's own letters in a list, each edited below it, saved as it is typed."""

from typing import Unpack

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.letters.letter import TONES, Template, TemplateChanges
from desktop.core.letters.own_letter import unknown_fields, unmatched_braces
from desktop.core.message import MessageKind, RequestSituation
from desktop.core.text import joined
from desktop.store.file.history import Change
from desktop.ui import words
from desktop.ui.contacts.compose.own_letter_fields import FieldChoice
from desktop.ui.theme import muted, page_title, restyle
from desktop.ui.widgets.bound_fields import BoundFields
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField, TextField, flush_all
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.side_by_side import SideBySide
from desktop.ui.widgets.two_line_list import ListRow, TwoLineList
from desktop.ui.workspace import Workspace

_WIDTH = 1100
_ROWS_SHOWN = 5  # seen at once; the form below needs the room


class OwnLettersPage(ScrollPage):
    """`closed` asks for what stood there before."""

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._workspace = workspace
        self._letters: dict[int, Template] = {}
        self._shown = ""
        self.setAccessibleName(self.tr("My templates"))
        self._build_list()
        self._build_form()
        workspace.changed.connect(self._refresh)

    # -- building ---------------------------------------------------------------------------------------------------

    def _build_list(self) -> None:
        back = QPushButton(self.tr("&Back"))
        back.setProperty("quiet", True)
        back.clicked.connect(self.close_page)
        head = QHBoxLayout()
        head.addWidget(page_title(QLabel(self.tr("My templates"))), 1)
        head.addWidget(back)
        self.column.addLayout(head)
        self._status = muted(QLabel())
        self._status.setWordWrap(True)
        self.column.addWidget(self._status)
        self.list = TwoLineList(self.tr("My templates"), self._workspace.theme)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _id: self.name.setFocus())
        self.list.delete_wanted.connect(lambda _id: self._delete())
        self.column.addWidget(self.list)
        self._new = QPushButton(self.tr("Ne&w template"))
        self._new.clicked.connect(self._add)
        self._delete_button = QPushButton(self.tr("De&lete template"))
        self._delete_button.setProperty("quiet", True)
        self._delete_button.clicked.connect(self._delete)
        row = FlowLayout()
        row.addWidget(self._new)
        row.addWidget(self._delete_button)
        self.column.addLayout(row)

    def _build_form(self) -> None:
        self._form = Card()
        self.name = TextField(self.tr("&Name"))
        self.kind = ChoiceField(self.tr("What it is fo&r"), [(each, words.message_kind(each)) for each in MessageKind])
        situations: list[tuple[RequestSituation | None, str]] = [(None, self.tr("Any"))]
        situations += [(each, words.situation(each)) for each in RequestSituation]
        self.situation = ChoiceField(self.tr("Sit&uation"), situations)
        self.tone = ChoiceField(self.tr("T&one"), [(each, words.tone(each)) for each in TONES])
        self.subject = TextField(self.tr("Sub&ject"))
        self.body = TextField(self.tr("Te&xt"), multiline=True, lines=12)
        self.forward = TextField(self.tr("Te&xt to forward"), multiline=True, lines=7)
        self._check = QLabel()
        self._check.setTextFormat(self._check.textFormat().PlainText)
        self._check.setWordWrap(True)
        self.fields = FieldChoice(self._workspace.theme)
        self.fields.chosen.connect(self._insert)
        self._texts = (self.subject, self.body, self.forward)
        self._written: TextField = self.body  # where a field goes
        for text in self._texts:
            text.editor.installEventFilter(self)
        self._form.body.addWidget(self.name)
        choices = FlowLayout(gap=12)
        for field in (self.kind, self.situation, self.tone):
            choices.addWidget(field)
        self._form.body.addLayout(choices)
        left = QWidget()
        writing = QVBoxLayout(left)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(12)
        for part in (self.subject, self.body, self.forward, self._check):
            writing.addWidget(part)
        left.setMinimumWidth(self._workspace.theme.px(280))
        self.fields.setMinimumWidth(self._workspace.theme.px(200))
        self._form.body.addWidget(SideBySide([(left, 5), (self.fields, 3)], spacing=24))
        self.column.addWidget(self._form)
        self._bound = BoundFields[Template]()
        bind, choice, edit = self._bound.bind, self._bound.bind_choice, self._edit
        bind(self.name, lambda letter: letter.name, lambda text, visit: edit(visit, name=text))
        choice(self.kind, lambda letter: letter.kind, lambda code, visit: edit(visit, kind=code))
        choice(self.situation, lambda letter: letter.situation, lambda code, visit: edit(visit, situation=code))
        choice(self.tone, lambda letter: letter.tone, lambda code, visit: edit(visit, tone=code))
        bind(self.subject, lambda letter: letter.subject, lambda text, visit: edit(visit, subject=text))
        bind(self.body, lambda letter: letter.body, lambda text, visit: edit(visit, body=text))
        bind(self.forward, lambda letter: letter.forward, lambda text, visit: edit(visit, forward=text))

    # -- showing ----------------------------------------------------------------------------------------------------

    def begin(self, key: str = "") -> None:
        """Show the templates, and stand on that of `key`; one just kept waits for its name."""
        self._read()
        wanted = next((number for number, letter in self._letters.items() if letter.key == key), 0)
        self._show_rows(wanted or next(iter(self._letters), 0))
        self.verticalScrollBar().setValue(0)
        if wanted:
            self.name.setFocus()
            self.name.select_all()
        else:
            (self.list if self._letters else self._new).setFocus()

    def close_page(self) -> None:
        """Back to where one came from."""
        try:
            flush_all(self)
        except UserError:
            return
        self.closed.emit()

    def _read(self) -> None:
        self._letters = dict(enumerate(self._workspace.store.own_letters.all(), 1))

    def _show_rows(self, current: int) -> None:
        rows = [
            ListRow(number, letter.name or self.tr("No name yet"), self._beneath(letter))
            for number, letter in self._letters.items()
        ]
        self.list.show_rows(rows, current)
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(
            max(1, self.list.sizeHintForRow(0)) * min(max(1, len(rows)), _ROWS_SHOWN) + 2 * self.list.frameWidth() + 8
        )
        self._status.setText(
            self.tr("They stand among the tones when you write. Changes count for the next letter.")
            if rows
            else self.tr("None yet. Keep a letter you like while you write it, or begin a new one here.")
        )
        self._show()

    def _beneath(self, letter: Template) -> str:
        situation = words.situation(letter.situation) if letter.situation else ""
        return joined(words.message_kind(letter.kind), situation, words.tone(letter.tone))

    @property
    def current(self) -> Template | None:
        """The template that is edited."""
        return self._letters.get(self.list.current_id)

    def _show(self) -> None:
        letter = self.current
        self._form.setVisible(letter is not None)
        self._delete_button.setVisible(letter is not None)
        if letter is None:
            self._shown = ""
            return
        tones = [*TONES, *({letter.tone} - set(TONES))]
        self.tone.set_choices([(each, words.tone(each)) for each in tones])
        other = letter.key != self._shown
        self._shown = letter.key
        self._bound.show(letter, anew=other)
        self.situation.setVisible(letter.kind is MessageKind.FIRST_REQUEST)
        self.forward.setVisible(letter.kind is MessageKind.INTRODUCTION_REQUEST)
        self._look()

    def _look(self) -> None:
        """Whether every field in braces is one, said below the text."""
        texts = [field.value for field in self._texts if not field.isHidden()]
        unknown = unknown_fields(*texts)
        if unknown:
            said = self.tr("There is no field {0}: it would show as a gap in every letter. Choose one from the list.")
            said = said.replace("{0}", ", ".join(f"{{{each}}}" for each in unknown))
        elif unmatched_braces(*texts):
            said = self.tr("A brace stands alone. Fields are written between two: {name}.")
        else:
            said = self.tr("Every field here can be filled.")
        self._check.setText(said)
        self._check.setProperty("tone", "attention" if unknown or unmatched_braces(*texts) else "muted")
        restyle(self._check)

    def _refresh(self, change: Change) -> None:
        if "own_letter" not in change.tables or not self.isVisible():
            return
        self._read()
        keys = {letter.key: number for number, letter in self._letters.items()}
        self._show_rows(keys.get(self._shown) or next(iter(self._letters), 0))

    def _choose(self, _id: int) -> None:
        try:
            flush_all(self)
        except UserError:
            return
        self._show()

    # -- changing ---------------------------------------------------------------------------------------------------

    def _edit(self, visit: str, **changes: Unpack[TemplateChanges]) -> None:
        """Save fields of the `Template` that is edited."""
        key, letters = self._shown, self._workspace.store.own_letters
        if key:
            self._workspace.act(self.tr("Edit template"), lambda: letters.update(key, **changes), visit)

    def _add(self) -> None:
        flush_all(self)
        tone = self._workspace.store.preferences.settings().letter_tone
        made = Template("", MessageKind.FIRST_REQUEST, tone, "", "", name=self.tr("My template"), own=True)
        self.begin(self._workspace.act(self.tr("New template"), lambda: self._workspace.store.own_letters.add(made)))

    def _delete(self) -> None:
        letter = self.current
        if letter is not None:
            letters = self._workspace.store.own_letters
            self._workspace.act(self.tr("Delete template"), lambda: letters.delete(letter.key))
            self._workspace.say_with_undo(self.tr("Template deleted."))

    def _insert(self, field: str) -> None:
        written = self._written if not self._written.isHidden() else self.body
        written.insert(f"{{{field}}}")
        written.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note where a field of the letter would be put in: where one wrote last."""
        if event.type() == QEvent.Type.FocusIn:
            self._written = next((field for field in self._texts if field.editor is watched), self._written)
        return super().eventFilter(watched, event)
