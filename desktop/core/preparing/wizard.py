"""The flow of the interview-prep wizard: its pages in order, where it goes on, and what each page still lacks.

It has no window: the Prepare tab shows what this says, and tests walk through it page by page.
"""

from collections.abc import Iterable

from msgspec import Struct

from desktop.core.meeting import Meeting, PreparationPage
from desktop.core.meeting_line import Way
from desktop.core.preparing.preparation import Preparation
from desktop.core.preparing.readiness import Missing
from desktop.core.values import replace

PAGES = tuple(PreparationPage)


class PageState(Struct, frozen=True):
    """One page with what is missing on it; it is done when nothing is."""

    page: PreparationPage
    missing: tuple[Missing, ...] = ()

    @property
    def done(self) -> bool:
        """Whether nothing is missing on the page."""
        return not self.missing


def page_states(missing: Iterable[Missing]) -> tuple[PageState, ...]:
    """Every page with what is missing on it; the review is done when all the others are."""
    found = tuple(missing)
    return tuple(
        PageState(page, found if page is PreparationPage.REVIEW else tuple(item for item in found if item.page is page))
        for page in PAGES
    )


def next_page(page: PreparationPage) -> PreparationPage | None:
    """The page after this one, `None` after the last. What is missing never holds anybody up."""
    place = PAGES.index(page) + 1
    return PAGES[place] if place < len(PAGES) else None


def page_before(page: PreparationPage) -> PreparationPage | None:
    """The page before this one in the list, wherever one came from; `None` before the first."""
    place = PAGES.index(page)
    return PAGES[place - 1] if place else None


def resume_at(meeting: Meeting) -> PreparationPage:
    """The page where the wizard was left; the first one if it was never opened or the key is unknown."""
    return PreparationPage(meeting.page) if meeting.page in set(PreparationPage) else PreparationPage.PURPOSE


def with_way(meeting: Meeting, way: Way, preparation: Preparation) -> Meeting:
    """The meeting held another way. What to bring and how early to be there follow only where nobody changed them."""
    before, after = preparation.logistics[meeting.way], preparation.logistics[way]
    return replace(
        meeting,
        way=way,
        bring=after.bring if meeting.bring in ((), before.bring) else meeting.bring,
        arrive_early=after.arrive_early if meeting.arrive_early == before.arrive_early else meeting.arrive_early,
    )
