"""What an import will do, person by person, before it is done, and how that is changed for one or for many."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.core.people.incoming import Choice, JudgedPerson, MatchKind, Reading, Skipped
from desktop.ui.texts import Texts
from desktop.ui.theme import row_height
from desktop.ui.widgets.model_index import ModelIndex
from desktop.work.importing import Preview

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SHARES = (0.36, 0.22, 0.22)  # of the width; the last column has the rest
# What wants a look comes first.
_ORDER = (MatchKind.LIKE, MatchKind.SAME, MatchKind.NEW, MatchKind.KNOWN)


class ImportPreviewTexts(Texts):
    """What happens with each person of an import."""


class PreviewModel(QAbstractTableModel):
    """First what could not be read, then who may be somebody, then the new ones, and last who is known already."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = Preview(Reading(), ())
        self._places: list[int] = []

    def show_preview(self, preview: Preview) -> None:
        """Show what would become of everything read."""
        self.beginResetModel()
        self._preview = preview
        self._places = [place for kind in _ORDER for place in preview.of_kind(kind)]
        self.endResetModel()

    def index_of(self, row: int) -> int | None:
        """The index of the person in a row, `None` for what could not be read."""
        row -= len(self._unreadable)
        return self._places[row] if 0 <= row < len(self._places) else None

    def renew(self) -> None:
        """Choices were made: what happens reads otherwise."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 1))

    @property
    def _unreadable(self) -> tuple[Skipped, ...]:
        return self._preview.reading.skipped

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._unreadable) + len(self._places)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 4

    def data(self, index: ModelIndex, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _TIP):
            return None
        row, column = index.row(), index.column()
        place = self.index_of(row)
        if place is None:
            left = self._unreadable[row]
            where = self.tr("{0}, line {1}").format(left.file, left.line)
            return (self.tr("Not readable"), left.reason, "", where)[column]
        judged = self._preview.judged[place]
        contact = judged.person.contact
        if column == 0:
            return what_happens(judged, self._preview.choice(place))
        if column == 1:
            return contact.name or self.tr("No name")
        if column == 2:
            return " · ".join(part for part in (contact.role, contact.organisation) if part)
        return next((detail.value for detail in (*contact.emails, *contact.phones)), "")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if role != int(Qt.ItemDataRole.DisplayRole) or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("What happens"),
            self.tr("Name, or why not"),
            self.tr("Work"),
            self.tr("Where"),
        )[section]


class PreviewTable(QTableView):
    """The rows of the preview; several can be selected."""

    def __init__(self, model: PreviewModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What happens needs the most room: it names whom somebody is like."""
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES):
            self.horizontalHeader().resizeSection(column, round(self.viewport().width() * share))

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(row_height(self.font()))


def what_happens(judged: JudgedPerson, choice: Choice) -> str:
    """What becomes of a person, and because of whom."""
    said = {
        (MatchKind.NEW, Choice.ADD): ImportPreviewTexts.tr("New"),
        (MatchKind.LIKE, Choice.ADD): ImportPreviewTexts.tr("New, though like {0}"),
        (MatchKind.SAME, Choice.ADD): ImportPreviewTexts.tr("New, though the same as {0}"),
        (MatchKind.KNOWN, Choice.ADD): ImportPreviewTexts.tr("New, though the same as {0}"),
        (MatchKind.LIKE, Choice.MERGE): ImportPreviewTexts.tr("Merged with {0}"),
        (MatchKind.SAME, Choice.MERGE): ImportPreviewTexts.tr("The same as {0}: adds what is new"),
        (MatchKind.KNOWN, Choice.MERGE): ImportPreviewTexts.tr("Known already: {0}"),
        (MatchKind.KNOWN, Choice.SKIP): ImportPreviewTexts.tr("Known already: {0}"),
    }
    text = said.get((judged.kind, choice), ImportPreviewTexts.tr("Left out"))
    return text.format(judged.other)
