"""Until when to leave a step: opened on its card when it is asked for."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.date_fields import DateField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.workspace import Workspace

_WEEK = timedelta(days=7)


class LaterRow(QWidget):
    """Until when to leave it. `chosen` carries a day after today, `rest_chosen` asks to let the person rest."""

    chosen = Signal(object)
    rest_chosen = Signal()

    def __init__(self, workspace: Workspace, can_rest: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = workspace.today
        self.tomorrow = QPushButton(self.tr("Tomorrow"))
        self.tomorrow.clicked.connect(lambda: self.chosen.emit(self._today() + timedelta(days=1)))
        next_week = QPushButton(self.tr("Next week"))
        next_week.clicked.connect(lambda: self.chosen.emit(self._today() + _WEEK))
        self.day = DateField(self.tr("Or until"), workspace.today)
        self.day.show_value(workspace.today() + _WEEK)
        button = QPushButton(self.tr("Leave it until then"))
        button.clicked.connect(self._choose)
        rest = QPushButton(self.tr("Let this person rest"))
        rest.clicked.connect(self.rest_chosen)
        rest.setVisible(can_rest)
        near = FlowLayout()
        for each in (self.tomorrow, next_week, *((rest,) if can_rest else ())):
            near.addWidget(each)
        far = FlowLayout(at_foot=True)
        far.addWidget(self.day)
        far.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(near)
        column.addLayout(far)

    def _choose(self) -> None:
        self.day.flush()
        if self.day.value is not None and self.day.value > self._today():
            self.chosen.emit(self.day.value)
        else:
            self.day.set_hint(self.tr("Choose a day after today."))
            self.day.setFocus()
