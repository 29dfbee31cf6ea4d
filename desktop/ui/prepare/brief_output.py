"""How a brief leaves the program: saved as PDF, printed, or all of a week's briefs in one file."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.errors import UserError
from desktop.core.preparing.brief import Brief
from desktop.documents.brief import brief_bytes, packet_bytes
from desktop.documents.layout import PaperLayout
from desktop.ui.prepare.brief_layout import brief_layout
from desktop.ui.shared.paper_output import PaperOutput
from desktop.ui.workspace import Workspace
from desktop.work.briefs import brief_of, briefs_of_week


class BriefOutput(QObject):
    """Asks where to and writes, or shows the print dialog and prints.

    `began` and `ended` surround the work, for buttons that wait meanwhile.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._paper = PaperOutput(workspace, window)
        self._paper.began.connect(self.began)
        self._paper.ended.connect(self.ended)

    def save(self, meeting_id: int) -> None:
        """Ask for a path and write the brief of a meeting there."""
        brief = self._brief(meeting_id)
        if brief is not None:
            make = partial(brief_bytes, brief, self._layout())
            self._paper.save(self.tr("Save brief as PDF"), brief.file_name, make)

    def save_week(self) -> None:
        """Ask for a path and write the briefs of all meetings of the next seven days there."""
        packet = briefs_of_week(self._workspace.store)
        if not packet:
            self._workspace.say(self.tr("No meeting of the next seven days has a question chosen yet."))
            return
        self._paper.save(
            self.tr("Save this week's briefs"),
            self.tr("briefs-{0}.pdf").format(self._workspace.today().isoformat()),
            partial(packet_bytes, packet, self._layout()),
        )

    def print_out(self, meeting_id: int) -> None:
        """Show the system's print dialog and print the brief of a meeting."""
        brief = self._brief(meeting_id)
        if brief is not None:
            layout = self._layout()
            make = partial(brief_bytes, brief, layout)
            self._paper.print_out(self.tr("Print brief"), self.tr("Brief"), layout.paper, make)

    # -- the steps --------------------------------------------------------------------------------------------------

    def _brief(self, meeting_id: int) -> Brief | None:
        try:
            return brief_of(self._workspace.store, meeting_id)
        except UserError as error:
            self._workspace.say(str(error))
            return None

    def _layout(self) -> PaperLayout:
        return brief_layout(self._workspace.store.preferences.settings(), self._workspace.locale)
