"""The words of the wizard that stand for codes: its pages, what is still missing and why that matters."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.core.meeting import Page
from desktop.core.preparing.readiness import Need

_PAGES: Mapping[Page, object] = {
    Page.PURPOSE: QT_TRANSLATE_NOOP("Wizard", "Purpose"),
    Page.TIME: QT_TRANSLATE_NOOP("Wizard", "Time"),
    Page.RESEARCH: QT_TRANSLATE_NOOP("Wizard", "Research"),
    Page.QUESTIONS: QT_TRANSLATE_NOOP("Wizard", "Questions"),
    Page.OPENING: QT_TRANSLATE_NOOP("Wizard", "Opening"),
    Page.LOGISTICS: QT_TRANSLATE_NOOP("Wizard", "Logistics"),
    Page.REVIEW: QT_TRANSLATE_NOOP("Wizard", "Review"),
}
_TITLES: Mapping[Page, object] = {
    Page.PURPOSE: QT_TRANSLATE_NOOP("Wizard", "Person and purpose"),
    Page.TIME: QT_TRANSLATE_NOOP("Wizard", "Time and way"),
    Page.RESEARCH: QT_TRANSLATE_NOOP("Wizard", "Research"),
    Page.QUESTIONS: QT_TRANSLATE_NOOP("Wizard", "Questions"),
    Page.OPENING: QT_TRANSLATE_NOOP("Wizard", "Opening, being asked back, close"),
    Page.LOGISTICS: QT_TRANSLATE_NOOP("Wizard", "Logistics"),
    Page.REVIEW: QT_TRANSLATE_NOOP("Wizard", "Review"),
}
_NEEDS: Mapping[Need, tuple[object, object]] = {
    Need.PERSON: (
        QT_TRANSLATE_NOOP("Wizard", "Say whom you meet"),
        QT_TRANSLATE_NOOP("Wizard", "The brief begins with a name."),
    ),
    Need.PURPOSE: (
        QT_TRANSLATE_NOOP("Wizard", "Write your purpose in one sentence"),
        QT_TRANSLATE_NOOP("Wizard", "It leads you back when the talk wanders."),
    ),
    Need.TIME: (
        QT_TRANSLATE_NOOP("Wizard", "Enter day and time"),
        QT_TRANSLATE_NOOP("Wizard", "The brief then shows when to be there and when to close."),
    ),
    Need.PLACE: (
        QT_TRANSLATE_NOOP("Wizard", "Enter the place"),
        QT_TRANSLATE_NOOP("Wizard", "You will not have to look for it on the way."),
    ),
    Need.PHONE_NUMBER: (
        QT_TRANSLATE_NOOP("Wizard", "Enter the number to call"),
        QT_TRANSLATE_NOOP("Wizard", "It is then at hand when the time comes."),
    ),
    Need.VIDEO_ADDRESS: (
        QT_TRANSLATE_NOOP("Wizard", "Enter the address of the video room"),
        QT_TRANSLATE_NOOP("Wizard", "It is then at hand when the time comes."),
    ),
    Need.RESEARCH: (
        QT_TRANSLATE_NOOP("Wizard", "Note one thing you found"),
        QT_TRANSLATE_NOOP("Wizard", "It shows that their time matters to you, and makes better questions."),
    ),
    Need.FRESH_RESEARCH: (
        QT_TRANSLATE_NOOP("Wizard", "Check your older notes"),
        QT_TRANSLATE_NOOP("Wizard", "Some were read more than 90 days ago, and much may have changed."),
    ),
    Need.FACTS: (
        QT_TRANSLATE_NOOP("Wizard", "Tick a note for the brief"),
        QT_TRANSLATE_NOOP("Wizard", "A fact or two in sight make the start easier."),
    ),
    Need.QUESTION: (
        QT_TRANSLATE_NOOP("Wizard", "Choose at least one question"),
        QT_TRANSLATE_NOOP("Wizard", "Without one the sheet for the table would be empty."),
    ),
    Need.MUSTS: (
        QT_TRANSLATE_NOOP("Wizard", "Mark the questions that matter most"),
        QT_TRANSLATE_NOOP("Wizard", "They are asked first, whatever happens to the time."),
    ),
    Need.SHORTER_PLAN: (
        QT_TRANSLATE_NOOP("Wizard", "Let a question wait"),
        QT_TRANSLATE_NOOP("Wizard", "The plan is longer than the minutes you asked for."),
    ),
    Need.OPENING: (
        QT_TRANSLATE_NOOP("Wizard", "Write how you begin"),
        QT_TRANSLATE_NOOP("Wizard", "The first two sentences are the hardest to find on the spot."),
    ),
    Need.OWN_ANSWERS: (
        QT_TRANSLATE_NOOP("Wizard", "Write your own short answers"),
        QT_TRANSLATE_NOOP("Wizard", "They will ask about you, too. What you leave out can be unticked."),
    ),
    Need.WHO_ELSE: (
        QT_TRANSLATE_NOOP("Wizard", "Write how you ask for the next name"),
        QT_TRANSLATE_NOOP("Wizard", "One name leads to the next, and is easily forgotten at the end."),
    ),
    Need.BRING: (
        QT_TRANSLATE_NOOP("Wizard", "List what to bring"),
        QT_TRANSLATE_NOOP("Wizard", "Your head is free for the talk then."),
    ),
    Need.PHONE_FOR_DAY: (
        QT_TRANSLATE_NOOP("Wizard", "Enter a phone number for the day"),
        QT_TRANSLATE_NOOP("Wizard", "You can reach them if something comes between."),
    ),
}


def page_name(page: Page) -> str:
    """The short name of a page, for the list of steps and *Next*."""
    return _said(_PAGES[page])


def page_title(page: Page) -> str:
    """The whole title of a page."""
    return _said(_TITLES[page])


def need(code: Need) -> str:
    """What to do about a thing that is missing: "Enter the place"."""
    return _said(_NEEDS[code][0])


def why(code: Need) -> str:
    """Why it matters, in one sentence."""
    return _said(_NEEDS[code][1])


def _said(text: object) -> str:
    return QCoreApplication.translate("Wizard", str(text))
