"""What the settings come to: the user's choice where there is one, else what is usual where the user is."""

import os
from pathlib import Path

from PySide6.QtCore import QLocale, QTimeZone

from desktop.core.settings import Paper, Settings
from desktop.core.zones import is_known
from desktop.ui.theme import Theme

# Where Letter is the usual paper [Unicode CLDR, territories with paper size US-Letter].
_LETTER_TERRITORIES = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
TEXT_SIZES = range(80, 201)  # per cent of the system's size


def usual_paper(locale: QLocale) -> Paper:
    """The paper people use where the user is."""
    return Paper.LETTER if QLocale.territoryToCode(locale.territory()) in _LETTER_TERRITORIES else Paper.A4


def effective_paper(settings: Settings, locale: QLocale) -> Paper:
    """The paper chosen, else the usual one."""
    return settings.paper or usual_paper(locale)


def effective_week_start(settings: Settings, locale: QLocale) -> int:
    """The first day of the week, 1 Monday … 7 Sunday: as chosen, else as usual where the user is."""
    if settings.week_start in range(1, 8):
        return int(settings.week_start or 0)
    return int(locale.firstDayOfWeek().value)


def effective_text_size(settings: Settings) -> int:
    """The text size in per cent, never beyond what the window can be used with."""
    return min(max(settings.text_size, TEXT_SIZES.start), TEXT_SIZES.stop - 1)


def apply_look(settings: Settings, theme: Theme) -> None:
    """Give the window the text size and the colours chosen."""
    theme.apply(settings.theme, effective_text_size(settings) / 100)


def system_zone_name() -> str:
    """The IANA name of the system's time zone, empty where the system does not say."""
    name = _linked_zone() or bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if is_known(name) else ""


def _linked_zone() -> str:
    """The name that the link to the system's zone ends in. Qt reads a table of all zones first, 5 ms at every start."""
    if os.environ.get("TZ"):
        return ""
    try:
        return str(Path("/etc/localtime").readlink()).partition("/zoneinfo/")[2]
    except OSError:  # elsewhere, or a copy and no link
        return ""
