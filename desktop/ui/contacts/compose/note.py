"""One quiet sentence below the text: the user's own weekly limit gone over, or until when thanks are warmest."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QWidget

from desktop.core.letters.weekly_limit import (
    Mention,
    WeeklyLimit,
    first_day_of_week,
    is_cold,
    kept,
    mentioned,
    to_mention,
)
from desktop.core.meeting import Meeting
from desktop.core.message import Message, MessageKind, MessageState, RequestSituation
from desktop.core.today.follow_up import thank_you
from desktop.store.file.history import WITH_LAST
from desktop.ui.settings import effective_week_start
from desktop.ui.shared import days
from desktop.ui.theme import muted
from desktop.ui.workspace import Workspace


class LetterNote(QLabel):
    """Says of the limit only what was not said this week; hidden where there is nothing to say."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._over: tuple[Mention, ...] = ()
        self.setTextFormat(self.textFormat().PlainText)
        self.setWordWrap(True)
        muted(self)
        self.hide()

    def begin(self, kind: MessageKind, situation: RequestSituation | None, meeting: Meeting | None = None) -> None:
        """Say what there is to say of a message like this, if it is sent today."""
        self._over = self._would_go_over(kind, situation)
        text = self._limit() if self._over else self._thanks(meeting) if kind is MessageKind.THANK_YOU else ""
        self.setText(text)
        self.setVisible(bool(text))

    def _limit(self) -> str:
        most = self._workspace.store.preferences.settings().weekly_cold_messages or 0
        if most == 1:
            return self.tr(
                "You wanted to write to at most one stranger a week; this is one more. It can wait, or go: your choice."
            )
        return self.tr(
            "You wanted to write to at most %n strangers a week; this is one more. It can wait, or go: your choice.",
            "",
            most,
        )

    def _thanks(self, meeting: Meeting | None) -> str:
        """Until when they are within a day; late thanks are better than none, so nothing is said after that."""
        if meeting is None or meeting.starts_at is None:
            return ""
        window = thank_you(meeting.ended_at or meeting.starts_at + timedelta(minutes=meeting.minutes))
        if not window.is_open(self._workspace.now()):
            return ""
        return self.tr("Thanks are warmest within a day: here until {0}.").format(
            days.written_moment(window.closes.astimezone())
        )

    def was_said(self) -> None:
        """It went all the same: it is not said again this week."""
        if self._over:
            preferences = self._workspace.store.preferences
            said = kept((*mentioned(preferences.settings().limit_mentioned), *self._over))
            self._workspace.act(
                self.tr("Your weekly limit"), lambda: preferences.update_settings(limit_mentioned=said), WITH_LAST
            )

    def _would_go_over(self, kind: MessageKind, situation: RequestSituation | None) -> tuple[Mention, ...]:
        store, today = self._workspace.store, self._workspace.today()
        settings = store.preferences.settings()
        this = Message(kind=kind, situation=situation, state=MessageState.SENT, sent_on=today)
        if settings.weekly_cold_messages is None or not is_cold(this):
            return ()
        week_start = effective_week_start(settings, self._workspace.locale)
        limit = WeeklyLimit(settings.weekly_cold_messages, None, week_start)
        this_week = store.today_facts.sent_between(first_day_of_week(today, week_start), today)
        sent = [each.sent_on for each in this_week if is_cold(each) and each.sent_on]
        return to_mention(limit, [*sent, today], (), today, mentioned(settings.limit_mentioned))
