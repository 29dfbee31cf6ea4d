"""What a printed brief takes from the window: its words in the user's language, days and times by the locale."""

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.core.settings import Settings
from desktop.documents.layout import BriefWords, Layout
from desktop.ui.settings import effective_paper
from desktop.ui.shared.days import LocaleDates


def brief_layout(settings: Settings, locale: QLocale) -> Layout:
    """How a brief is laid out for this user."""
    return Layout(effective_paper(settings, locale), settings.large_print, brief_words(), LocaleDates(locale))


def brief_words() -> BriefWords:
    """The fixed words of the brief in the user's language."""
    tr = QCoreApplication.translate
    return BriefWords(
        language=tr("Brief", "en", "the tag of the language of this translation"),
        document=tr("Brief", "Brief: {name}"),
        packet=tr("Brief", "Briefs for {count} meetings"),
        at_the_door=tr("Brief", "At the door"),
        on_the_table=tr("Brief", "On the table"),
        page=tr("Brief", "page {page} of {pages}"),
        no_time=tr("Brief", "The time is not agreed yet"),
        their_time=tr("Brief", "Their time"),
        where=tr("Brief", "Where"),
        call=tr("Brief", "Call"),
        video=tr("Brief", "Video"),
        route=tr("Brief", "Route"),
        be_there=tr("Brief", "Be there"),
        phone=tr("Brief", "Phone today"),
        say=tr("Brief", "say: {sound}"),
        purpose=tr("Brief", "Purpose"),
        opening=tr("Brief", "Opening"),
        warm_line=tr("Brief", "A warm word"),
        facts=tr("Brief", "What I found"),
        read_on=tr("Brief", "read {date}"),
        asked_back=tr("Brief", "If they ask"),
        rescues=tr("Brief", "If it stalls"),
        bring=tr("Brief", "Bring"),
        follow_up=tr("Brief", "And then:"),
        room=tr("Brief", "What comes by itself"),
        who_else=tr("Brief", "Who else? May I use your name?"),
        promised=tr("Brief", "I promised"),
        half=tr("Brief", "half {time}"),
        close=tr("Brief", "close {time}"),
    )
