"""The nudge rule in words, as it is set: on Today, on a contact's page, in the settings."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.core.settings import Settings

_DAY = QT_TRANSLATE_NOOP("FollowUp", "1 working day")
_DAYS = QT_TRANSLATE_NOOP("FollowUp", "%n working days")
_NONE = QT_TRANSLATE_NOOP("FollowUp", "After {days} without an answer: let it rest.")
_ONE = QT_TRANSLATE_NOOP("FollowUp", "After {days} without an answer: one friendly nudge, then let it rest.")
_SEVERAL = QT_TRANSLATE_NOOP(
    "FollowUp", "After {days} without an answer: a friendly nudge, at most {most} of them, then let it rest."
)
_ANOTHER = QT_TRANSLATE_NOOP("FollowUp", "After {days}, write to another person meanwhile.")


def _said(text: object, count: int = -1) -> str:
    return QCoreApplication.translate("FollowUp", str(text), "", count)


def working_days(count: int) -> str:
    """So many business days: "7 working days"."""
    return _said(_DAY) if count == 1 else _said(_DAYS, count)


def rule(settings: Settings) -> str:
    """The nudge rule as it is set: "After 7 working days without an answer: one friendly nudge, then let it rest."""
    days, most = settings.nudge_business_days, settings.nudge_maximum
    said = _said({0: _NONE, 1: _ONE}.get(most, _SEVERAL)).format(days=working_days(days), most=most)
    another = settings.try_another_after
    if another is not None and another < days:
        return f"{said} {_said(_ANOTHER).format(days=working_days(another))}"
    return said
