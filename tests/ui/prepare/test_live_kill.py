"""What the screen beside a meeting has saved survives a kill in the middle of a word, and so does where one was."""

import os
import random
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.prepare.live_page import LivePage
from desktop.ui.prepare.tab import PrepareTab
from desktop.ui.workspace import Workspace

ROOT = Path(__file__).resolve().parents[3]
KILLS = int(os.environ.get("GROUNDWORK_KILLS", "6"))

# A window without a screen: the meeting is begun, words are typed one letter after another, into one place after the
# other, also into what comes by itself. What a field has saved is written to the pipe.
WORK = """
import sys
from itertools import count
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.formats import question_bank
from desktop.places import resources
from desktop.store.store import Store
from desktop.ui.actions import Actions
from desktop.ui.prepare.live_page import LivePage
from desktop.ui.prepare.tab import PrepareTab
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.widgets.fields import TextField
from desktop.ui.workspace import Workspace

app = QApplication([])
theme = Theme(app)
theme.apply("light")
bank = lambda: question_bank.read_question_bank(resources() / "questions")
workspace = Workspace(Store(Path(sys.argv[1])), Tasks(), theme, bank)
tab = PrepareTab(workspace, Actions(theme))
tab.show()
tab.activateWindow()
QTest.qWaitForWindowActive(tab)
tab.begin_meeting(1)
page = tab.findChild(LivePage)

def watch():
    for field in page.findChildren(TextField):
        if not field.property("watched"):
            field.setProperty("watched", True)
            field.edited.connect(lambda value: print(value.replace(chr(10), " "), flush=True))

page.add_unplanned()
page.go(-9)
for number in count():
    watch()
    for letter in f"word{number} ":
        QTest.keyClick(QApplication.focusWidget(), letter)
        QTest.qWait(1)
    if number % 3 == 0:
        QTest.qWait(450)  # the pause after which a field saves by itself
    elif number % 3 == 1:
        page.go(1 if number % 9 < 6 else -99)
"""


def test_no_answer_that_was_saved_is_lost_to_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "killed"
    with Store(folder) as store, store.action("Agree"):
        contact = store.contacts.add(Contact(name="Amara"))
        meeting = store.meetings.add(Meeting(contact_id=contact, minutes=20))
        for number in range(3):
            store.meetings.add_question(PlannedQuestion(meeting_id=meeting, text=f"Question {number}?"))
    chance = random.Random(KILLS)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    saved = 0
    for kill in range(KILLS):
        command = [sys.executable, "-c", WORK, str(folder)]
        with subprocess.Popen(command, stdout=-1, text=True, env=environment) as window:
            assert window.stdout is not None
            told = [window.stdout.readline() for _ in range(chance.randrange(1, 6))]
            window.kill()
            told += window.stdout.read().splitlines()
        with Store(folder) as store:
            there = store.meetings.find(1)
            assert there is not None
            written = [each.answer for each in (*store.meetings.questions(1), *store.meetings.unplanned(1))]
            written += [each.text for each in store.meetings.unplanned(1)] + [there.named, there.promised]
            for text in filter(None, (line.strip() for line in told)):
                assert any(text in place.replace("\n", " ") for place in written), f"kill {kill}: {text!r} is gone"
                saved += 1
            assert there.began_at is not None
            assert len(store.meetings.unplanned(1)) <= 1 + kill  # an empty place is used again
            assert store.check() == []
    assert saved > KILLS


def test_after_a_kill_the_meeting_opens_where_it_goes_on(
    agreed: int, workspace: Workspace, actions: Actions, qtbot: QtBot
) -> None:
    meetings, now = workspace.store.meetings, workspace.now()
    workspace.act("Begin", lambda: meetings.update(agreed, began_at=now))
    tab = PrepareTab(workspace, actions)
    qtbot.addWidget(tab)
    tab.show()
    tab.open_meeting(agreed)
    page = tab.findChild(LivePage)
    assert isinstance(page, LivePage)
    assert page.isVisible()
