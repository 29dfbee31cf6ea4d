"""The user's own weekly limit of messages to strangers, mentioned beside the message that would go over it."""

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from desktop.core.message import Message, MessageKind, MessageState, RequestSituation
from desktop.core.weekly_limit import Mention, WeeklyLimit, is_cold, kept, mentioned, to_mention
from desktop.store.history import WITH_LAST
from desktop.ui.settings import effective_week_start
from desktop.ui.theme import muted
from desktop.ui.workspace import Workspace


class LimitNote(QLabel):
    """One quiet sentence, and only where it was not said this week; hidden otherwise."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._over: tuple[Mention, ...] = ()
        self.setTextFormat(self.textFormat().PlainText)
        self.setWordWrap(True)
        muted(self)
        self.hide()

    def begin(self, kind: MessageKind, situation: RequestSituation | None) -> None:
        """Say it where one more message like this, sent today, would be more than the user wanted in a week."""
        self._over = self._would_go_over(kind, situation)
        if self._over:
            most = self._workspace.store.preferences.settings().weekly_cold_messages or 0
            self.setText(
                self.tr(
                    "You wanted to write to at most %n stranger(s) a week; this is one more. It can wait, or go: your "
                    "choice.",
                    "",
                    most,
                )
            )
        self.setVisible(bool(self._over))

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
        sent = [each.sent_on for each in store.messages.sent_between(date.min, today) if is_cold(each) and each.sent_on]
        return to_mention(limit, [*sent, today], (), today, mentioned(settings.limit_mentioned))
