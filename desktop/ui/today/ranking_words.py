"""How the three steps are chosen, in the words the user is shown: the ranks of `core.today.ranking`, one by one."""

from PySide6.QtCore import QCoreApplication

from desktop.core.today.values import Rank


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ranking", text)


def said() -> dict[Rank, str]:
    """A line for each place, the most pressing first."""
    return {
        Rank.UNDER_WAY: _tr("the brief, when a talk begins within two hours"),
        Rank.JUST_OVER: _tr("writing up what you talked about today"),
        Rank.CONFIRM: _tr("confirming a meeting, one to two days ahead"),
        Rank.NEAR: _tr("the brief for today or tomorrow"),
        Rank.THANK: _tr("thanking, best within a day"),
        Rank.PROMISED: _tr("what you promised, from the day before"),
        Rank.ANSWERED: _tr("agreeing a time with whoever answered"),
        Rank.TELL_REFERRER: _tr("telling whoever gave you a name that you met that person"),
        Rank.EARLIER: _tr("writing up an earlier talk"),
        Rank.CHECK_IN: _tr("checking in on an introduction after ten days"),
        Rank.WRITTEN_TO: _tr("a friendly nudge, or coming back to someone, when its day has come"),
        Rank.PROMISED_TO_ME: _tr("asking kindly for what was promised to you"),
        Rank.KEEP_IN_TOUCH: _tr("keeping in touch, when the latest day has come"),
        Rank.SEE_WHAT_CAME: _tr("looking what came of something you wanted to try"),
        Rank.HALF_WRITTEN: _tr("a request that is half written"),
        Rank.AHEAD: _tr("preparing the next meeting, when it is further off"),
        Rank.TELL_OTHERS: _tr("telling those who helped what you decided, and how it went on"),
        Rank.INTRODUCING: _tr("an introduction that is a week on its way"),
        Rank.ANOTHER: _tr("writing to another person while you wait"),
        Rank.LEARNED: _tr("keeping what you learned from a talk"),
        Rank.BEGIN_WITH: _tr("someone to begin with, the easiest first"),
        Rank.POSSIBLE: _tr("only under “Also possible”: promises without a day, keeping in touch a little early"),
    }
