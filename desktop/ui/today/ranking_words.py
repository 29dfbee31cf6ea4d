"""How the three steps are chosen, in the words the user is shown: the ranks of `core.today.ranking`, one by one."""

from desktop.core.today.values import Rank
from desktop.ui.texts import Texts


class RankingTexts(Texts):
    """The order of the next steps in words."""


def rank_texts() -> dict[Rank, str]:
    """A line for each place, the most pressing first."""
    return {
        Rank.UNDER_WAY: RankingTexts.tr("the brief, when a talk begins within two hours"),
        Rank.JUST_OVER: RankingTexts.tr("writing up what you talked about today"),
        Rank.CONFIRM: RankingTexts.tr("confirming a meeting, one to two days ahead"),
        Rank.NEAR: RankingTexts.tr("the brief for today or tomorrow"),
        Rank.THANK: RankingTexts.tr("thanking, best within a day"),
        Rank.PROMISED: RankingTexts.tr("what you promised, from the day before"),
        Rank.ANSWERED: RankingTexts.tr("agreeing a time with whoever answered"),
        Rank.TELL_REFERRER: RankingTexts.tr("telling whoever gave you a name that you met that person"),
        Rank.EARLIER: RankingTexts.tr("writing up an earlier talk"),
        Rank.CHECK_IN: RankingTexts.tr("checking in on an introduction after ten days"),
        Rank.WRITTEN_TO: RankingTexts.tr("a friendly nudge, or coming back to someone, when its day has come"),
        Rank.PROMISED_TO_ME: RankingTexts.tr("asking kindly for what was promised to you"),
        Rank.KEEP_IN_TOUCH: RankingTexts.tr("keeping in touch, when the latest day has come"),
        Rank.SEE_WHAT_CAME: RankingTexts.tr("looking what came of something you wanted to try"),
        Rank.HALF_WRITTEN: RankingTexts.tr("a request that is half written"),
        Rank.AHEAD: RankingTexts.tr("preparing the next meeting, when it is further off"),
        Rank.TELL_OTHERS: RankingTexts.tr("telling those who helped what you decided, and how it went on"),
        Rank.INTRODUCING: RankingTexts.tr("an introduction that is a week on its way"),
        Rank.ANOTHER: RankingTexts.tr("writing to another person while you wait"),
        Rank.LEARNED: RankingTexts.tr("keeping what you learned from a talk"),
        Rank.BEGIN_WITH: RankingTexts.tr("someone to begin with, the easiest first"),
        Rank.POSSIBLE: RankingTexts.tr(
            "only under “Also possible”: promises without a day, keeping in touch a little early"
        ),
    }
