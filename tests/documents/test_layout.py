"""The measures of paper and print."""

import pytest

from desktop.core.settings import Paper
from desktop.documents.layout import MM, PaperLayout, sheet


@pytest.mark.parametrize(("paper", "width", "height"), [(Paper.A4, 210, 297), (Paper.A5, 148, 210)])
def test_a_page_has_the_size_of_its_paper_and_the_text_its_margins(paper: Paper, width: int, height: int) -> None:
    page = sheet(PaperLayout(paper))
    assert (page.width / MM, page.height / MM) == pytest.approx((width, height))
    assert (page.measure / MM, page.depth / MM) == pytest.approx((width - 25 - 18, height - 2 * 18))


def test_large_print_is_larger_in_all_its_sizes() -> None:
    usual, large = sheet(PaperLayout()), sheet(PaperLayout(large=True))
    assert usual.body < usual.heading < usual.title
    assert (usual.body, large.body) == (10, 18)
    assert large.heading > usual.heading
    assert large.title > usual.title
    assert large.pitch > usual.pitch
