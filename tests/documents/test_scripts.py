"""Names and paragraphs in every script are drawn by a font that has them and read back out of the file."""

import io
import subprocess

import pikepdf
import pytest

from desktop.documents.brief import PaperLayout, brief_bytes
from desktop.documents.layout import MM
from tests.documents.briefs import MIXED, NAMES, PARAGRAPHS, a_brief, questions
from tests.documents.reading import DIRECTION_MARKS, page_texts, read, squeezed, words


@pytest.mark.parametrize("start", range(0, len(NAMES), 5))
def test_names_read_back_in_every_script(start: int) -> None:
    names = NAMES[start : start + 5]
    pdf = brief_bytes(a_brief(names[0], questions(names)), PaperLayout())
    lines = [line.strip() for line in page_texts(pdf)[1].splitlines()]
    for name in names:
        assert any(name in line for line in lines), name
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == f"Brief: {names[0]}"


@pytest.mark.parametrize("script", PARAGRAPHS)
def test_paragraphs_that_break_over_lines_read_back_in_every_script(script: str) -> None:
    text = PARAGRAPHS[script]
    printed = squeezed(page_texts(brief_bytes(a_brief(purpose=text), PaperLayout()))[0])
    assert squeezed(text) in printed


@pytest.mark.parametrize("text", MIXED)
def test_lines_that_mix_directions_read_back_word_for_word(text: str) -> None:
    assert set(text.split()) <= words(brief_bytes(a_brief(purpose=text), PaperLayout()))


@pytest.mark.parametrize("script", ["Arabic", "Hebrew", "Persian"])
def test_what_runs_from_right_to_left_stands_at_the_right_margin(script: str) -> None:
    pdf = brief_bytes(a_brief(purpose=PARAGRAPHS[script]), PaperLayout())
    done = subprocess.run(["pdftotext", "-bbox", "-l", "1", "-", "-"], input=pdf, capture_output=True, check=True)
    first_word = PARAGRAPHS[script].split()[0][::-1]  # in boxes poppler gives letters as they are seen
    rows = [row for row in done.stdout.decode().splitlines() if first_word in DIRECTION_MARKS.sub("", row)]
    ends = [float(row.partition('xMax="')[2].partition('"')[0]) for row in rows]
    assert ends[0] == pytest.approx(595.28 - 18 * MM, abs=1.5)


def test_a_flag_a_family_and_a_lone_mark_do_no_harm() -> None:
    pdf = brief_bytes(a_brief("🇩🇪 👨‍👩‍👧 \u0301x ❤️ क् ‍"), PaperLayout())
    assert "x" in read(pdf)
