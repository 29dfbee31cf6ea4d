"""The nudge rule in words, as it is set: on Today, on a contact's page, in the settings."""

from desktop.core.settings import Settings
from desktop.ui.texts import Texts


class FollowUpTexts(Texts):
    """The nudge rule in words."""


def working_days(count: int) -> str:
    """So many business days: "7 working days"."""
    return FollowUpTexts.tr("1 working day") if count == 1 else FollowUpTexts.tr("%n working days", "", count)


def rule(settings: Settings) -> str:
    """The nudge rule as it is set: "After 7 working days without an answer: one friendly nudge, then let it rest."""
    days, most = settings.nudge_business_days, settings.nudge_maximum
    if most == 0:
        said = FollowUpTexts.tr("After {days} without an answer: let it rest.")
    elif most == 1:
        said = FollowUpTexts.tr("After {days} without an answer: one friendly nudge, then let it rest.")
    else:
        said = FollowUpTexts.tr(
            "After {days} without an answer: a friendly nudge, at most {most} of them, then let it rest.", "", most
        )
    said = said.format(days=working_days(days), most=most)
    another = settings.try_another_after
    if another is not None and another < days:
        meanwhile = FollowUpTexts.tr("After {days}, write to another person meanwhile.")
        return f"{said} {meanwhile.format(days=working_days(another))}"
    return said
