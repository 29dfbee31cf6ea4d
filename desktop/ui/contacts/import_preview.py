"""What an import will do, person by person, before it is done: new, or skipped with the reason."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.incoming import Incoming, Reading, Skipped

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything read, with the reason for each person who would be skipped (empty for someone new)."""

    reading: Reading
    reasons: tuple[str, ...]

    @property
    def new(self) -> int:
        """How many would be imported."""
        return self.reasons.count("")

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What would be left out: first what could not be read, then who is there already."""
        people = zip(self.reading.people, self.reasons, strict=True)
        known = tuple(Skipped(person.file, person.line, reason) for person, reason in people if reason)
        return self.reading.skipped + known


class PreviewModel(QAbstractTableModel):
    """Skipped entries first, then the new people, in the order of the files."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._skipped: tuple[Skipped, ...] = ()
        self._new: list[Incoming] = []

    def show_preview(self, preview: Preview) -> None:
        """Show what would become of everything read."""
        self.beginResetModel()
        self._skipped = preview.skipped
        people = zip(preview.reading.people, preview.reasons, strict=True)
        self._new = [person for person, reason in people if not reason]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._skipped) + len(self._new)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, int(Qt.ItemDataRole.ToolTipRole)):
            return None
        row, column = index.row(), index.column()
        if row < len(self._skipped):
            skip = self._skipped[row]
            place = QCoreApplication.translate("PreviewModel", "{0}, line {1}").format(skip.file, skip.line)
            return (_skipped_word(), skip.reason, "", place)[column]
        person = self._new[row - len(self._skipped)]
        contact = person.contact
        reach = next((detail.value for detail in (*contact.emails, *contact.phones)), "")
        work = " · ".join(part for part in (contact.role, contact.organisation) if part)
        return (QCoreApplication.translate("PreviewModel", "New"), contact.name, work, reach)[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if role != int(Qt.ItemDataRole.DisplayRole) or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("PreviewModel", "What happens"),
            QCoreApplication.translate("PreviewModel", "Name, or why not"),
            QCoreApplication.translate("PreviewModel", "Work"),
            QCoreApplication.translate("PreviewModel", "Where"),
        )[section]


def _skipped_word() -> str:
    return QCoreApplication.translate("PreviewModel", "Skipped")
