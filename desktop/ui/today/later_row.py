"""Until when to leave a step: opened on its card when it is asked for."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace

_SNOOZE_DAYS = 7  # what is offered first


class LaterRow(QWidget):
    """Until when to leave it. `chosen` carries a day after today."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = workspace.today
        self.day = DateField(self.tr("Until"), workspace.today)
        self.day.show_value(workspace.today() + timedelta(days=_SNOOZE_DAYS))
        button = QPushButton(self.tr("Leave it until then"))
        button.clicked.connect(self._choose)
        row = FlowLayout(self)
        row.addWidget(self.day)
        row.addWidget(button)

    def _choose(self) -> None:
        self.day.flush()
        if self.day.value is not None and self.day.value > self._today():
            self.chosen.emit(self.day.value)
        else:
            self.day.set_hint(self.tr("Choose a day after today."))
            self.day.setFocus()
