"""The measures of paper and print, and the words and dates that are printed."""

from datetime import date, datetime

import pytest

from desktop.core.settings import Paper
from desktop.documents.layout import MM, Layout, PlainDates, filled, sheet


@pytest.mark.parametrize(("paper", "width", "height"), [(Paper.A4, 210, 297), (Paper.A5, 148, 210)])
def test_a_page_has_the_size_of_its_paper_and_the_text_its_margins(paper: Paper, width: int, height: int) -> None:
    page = sheet(Layout(paper))
    assert (page.width / MM, page.height / MM) == pytest.approx((width, height))
    assert (page.measure / MM, page.depth / MM) == pytest.approx((width - 25 - 18, height - 2 * 18))


def test_large_print_is_larger_in_all_its_sizes() -> None:
    usual, large = sheet(Layout()), sheet(Layout(large=True))
    assert usual.body < usual.heading < usual.title
    assert (usual.body, large.body) == (10, 18)
    assert large.heading > usual.heading
    assert large.title > usual.title
    assert large.pitch > usual.pitch


def test_a_label_takes_its_values_and_one_without_the_place_leaves_them_out() -> None:
    assert filled("page {page} of {pages}", page=1, pages=2) == "page 1 of 2"
    assert filled("Brief", name="{page}") == "Brief"


def test_plain_dates_are_english() -> None:
    dates = PlainDates()
    assert dates.day(date(2026, 11, 26)) == "Thursday 26 November 2026"
    assert dates.short_day(date(2026, 3, 2)) == "2 Mar 2026"
    assert dates.clock(datetime(2026, 3, 2, 9, 5)) == "09:05"
