"""The words of the wizard that stand for codes: its pages, what is still missing and why that matters."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.core.meeting import PreparationPage
from desktop.core.preparing.readiness import Need
from desktop.ui.texts import Texts

_PAGES: Mapping[PreparationPage, object] = {
    PreparationPage.PURPOSE: QT_TRANSLATE_NOOP("WizardTexts", "Purpose"),
    PreparationPage.TIME: QT_TRANSLATE_NOOP("WizardTexts", "Time"),
    PreparationPage.RESEARCH: QT_TRANSLATE_NOOP("WizardTexts", "Research"),
    PreparationPage.QUESTIONS: QT_TRANSLATE_NOOP("WizardTexts", "Questions"),
    PreparationPage.OPENING: QT_TRANSLATE_NOOP("WizardTexts", "Opening"),
    PreparationPage.LOGISTICS: QT_TRANSLATE_NOOP("WizardTexts", "Logistics"),
    PreparationPage.REVIEW: QT_TRANSLATE_NOOP("WizardTexts", "Review"),
}
_TITLES: Mapping[PreparationPage, object] = {
    PreparationPage.PURPOSE: QT_TRANSLATE_NOOP("WizardTexts", "Person and purpose"),
    PreparationPage.TIME: QT_TRANSLATE_NOOP("WizardTexts", "Time and way"),
    PreparationPage.RESEARCH: QT_TRANSLATE_NOOP("WizardTexts", "Research"),
    PreparationPage.QUESTIONS: QT_TRANSLATE_NOOP("WizardTexts", "Questions"),
    PreparationPage.OPENING: QT_TRANSLATE_NOOP("WizardTexts", "Opening, being asked back, close"),
    PreparationPage.LOGISTICS: QT_TRANSLATE_NOOP("WizardTexts", "Logistics"),
    PreparationPage.REVIEW: QT_TRANSLATE_NOOP("WizardTexts", "Review"),
}
_NEEDS: Mapping[Need, tuple[object, object]] = {
    Need.PERSON: (
        QT_TRANSLATE_NOOP("WizardTexts", "Say whom you meet"),
        QT_TRANSLATE_NOOP("WizardTexts", "The brief begins with a name."),
    ),
    Need.PURPOSE: (
        QT_TRANSLATE_NOOP("WizardTexts", "Write your purpose in one sentence"),
        QT_TRANSLATE_NOOP("WizardTexts", "It leads you back when the talk wanders."),
    ),
    Need.TIME: (
        QT_TRANSLATE_NOOP("WizardTexts", "Enter day and time"),
        QT_TRANSLATE_NOOP("WizardTexts", "The brief then shows when to be there and when to close."),
    ),
    Need.PLACE: (
        QT_TRANSLATE_NOOP("WizardTexts", "Enter the place"),
        QT_TRANSLATE_NOOP("WizardTexts", "You will not have to look for it on the way."),
    ),
    Need.PHONE_NUMBER: (
        QT_TRANSLATE_NOOP("WizardTexts", "Enter the number to call"),
        QT_TRANSLATE_NOOP("WizardTexts", "It is then at hand when the time comes."),
    ),
    Need.VIDEO_ADDRESS: (
        QT_TRANSLATE_NOOP("WizardTexts", "Enter the address of the video room"),
        QT_TRANSLATE_NOOP("WizardTexts", "It is then at hand when the time comes."),
    ),
    Need.RESEARCH: (
        QT_TRANSLATE_NOOP("WizardTexts", "Note one thing you found"),
        QT_TRANSLATE_NOOP("WizardTexts", "It shows that their time matters to you, and makes better questions."),
    ),
    Need.FRESH_RESEARCH: (
        QT_TRANSLATE_NOOP("WizardTexts", "Check your older notes"),
        QT_TRANSLATE_NOOP("WizardTexts", "Some were read more than 90 days ago, and much may have changed."),
    ),
    Need.FACTS: (
        QT_TRANSLATE_NOOP("WizardTexts", "Tick a note for the brief"),
        QT_TRANSLATE_NOOP("WizardTexts", "A fact or two in sight make the start easier."),
    ),
    Need.QUESTION: (
        QT_TRANSLATE_NOOP("WizardTexts", "Choose at least one question"),
        QT_TRANSLATE_NOOP("WizardTexts", "Without one the sheet for the table would be empty."),
    ),
    Need.MUSTS: (
        QT_TRANSLATE_NOOP("WizardTexts", "Mark the questions that matter most"),
        QT_TRANSLATE_NOOP("WizardTexts", "They are asked first, whatever happens to the time."),
    ),
    Need.SHORTER_PLAN: (
        QT_TRANSLATE_NOOP("WizardTexts", "Let a question wait"),
        QT_TRANSLATE_NOOP("WizardTexts", "The plan is longer than the minutes you asked for."),
    ),
    Need.OPENING: (
        QT_TRANSLATE_NOOP("WizardTexts", "Write how you begin"),
        QT_TRANSLATE_NOOP("WizardTexts", "The first two sentences are the hardest to find on the spot."),
    ),
    Need.OWN_ANSWERS: (
        QT_TRANSLATE_NOOP("WizardTexts", "Write your own short answers"),
        QT_TRANSLATE_NOOP("WizardTexts", "They will ask about you, too. What you leave out can be unticked."),
    ),
    Need.WHO_ELSE: (
        QT_TRANSLATE_NOOP("WizardTexts", "Write how you ask for the next name"),
        QT_TRANSLATE_NOOP("WizardTexts", "One name leads to the next, and is easily forgotten at the end."),
    ),
    Need.BRING: (
        QT_TRANSLATE_NOOP("WizardTexts", "List what to bring"),
        QT_TRANSLATE_NOOP("WizardTexts", "Your head is free for the talk then."),
    ),
    Need.PHONE_FOR_DAY: (
        QT_TRANSLATE_NOOP("WizardTexts", "Enter a phone number for the day"),
        QT_TRANSLATE_NOOP("WizardTexts", "You can reach them if something comes between."),
    ),
}


class WizardTexts(Texts):
    """The words of the pages of a preparation."""


def page_name(page: PreparationPage) -> str:
    """The short name of a page, for the list of steps and *Next*."""
    return _translated(_PAGES[page])


def preparation_page_title(page: PreparationPage) -> str:
    """The whole title of a page."""
    return _translated(_TITLES[page])


def need(code: Need) -> str:
    """What to do about a thing that is missing: "Enter the place"."""
    return _translated(_NEEDS[code][0])


def why(code: Need) -> str:
    """Why it matters, in one sentence."""
    return _translated(_NEEDS[code][1])


def _translated(text: object) -> str:
    return WizardTexts.tr(str(text))
