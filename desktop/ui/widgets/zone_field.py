"""A field for a time zone: type a city, choose from what fits."""

from functools import cache

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.core.text import fold
from desktop.core.zones import is_known
from desktop.ui.widgets.fields import Field


class ZoneField(Field[str]):
    """The IANA name of a zone such as `Europe/Berlin`, or empty. A city alone is understood."""

    def __init__(self, label: str, placeholder: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint, parent)
        self._plain_hint = hint
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(placeholder)
        self.editor.textEdited.connect(self._typed)
        self.editor.returnPressed.connect(self.flush)
        self._lay_out(self.editor)

    @property
    def value(self) -> str:
        """The name of the zone; empty for none, or while what is typed names none."""
        return _named(self.editor.text()) or ""

    def flush(self) -> None:
        """Offer the zone; what names none stays as it is typed, with a hint."""
        understood = _named(self.editor.text()) is not None
        self.set_hint(self._plain_hint if understood else self.tr("Type a city and choose, such as Europe/Berlin."))
        if understood:
            super().flush()
        else:
            self._rest()

    def _typed(self, *_: object) -> None:
        if self.editor.completer() is None:  # 600 names that most visits never need
            completer = QCompleter(list(_names()), self.editor)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            # Queued: the line takes the name only after this signal has been heard by all.
            completer.activated.connect(self._taken, Qt.ConnectionType.QueuedConnection)
            self.editor.setCompleter(completer)
        super()._typed()

    def _taken(self, _name: str) -> None:
        self._chosen()

    def _display(self, value: str) -> None:
        self.editor.setText(value)


@cache
def _names() -> tuple[str, ...]:
    listed = (bytes(name.data()).decode("ascii") for name in QTimeZone.availableTimeZoneIds())
    return tuple(name for name in listed if "/" in name and not name.startswith("Etc/") and is_known(name))


def _named(text: str) -> str | None:
    """The zone a text names, `None` if it names none or several."""
    text = text.strip()
    if not text or is_known(text):
        return text
    city = fold(text).replace(" ", "_")
    fitting = [name for name in _names() if name.lower() == city or name.lower().rpartition("/")[2] == city]
    return fitting[0] if len(fitting) == 1 else None
