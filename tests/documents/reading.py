"""Reads PDFs back the way a person's programs would."""

import io
import re
import subprocess
import unicodedata

import pikepdf

DIRECTION_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e]")


def read(pdf: bytes, *options: str) -> str:
    """The text of a PDF by poppler, without the marks of direction that it adds."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return DIRECTION_MARKS.sub("", done.stdout.decode())


def words(pdf: bytes) -> set[str]:
    """The words of a PDF, for lines that mix directions: poppler parts their runs by marks, in an order of its own."""
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return set(DIRECTION_MARKS.sub(" ", done.stdout.decode()).split())


def squeezed(text: str) -> str:
    """Letters without spaces and line ends, so that broken lines compare."""
    return "".join(unicodedata.normalize("NFC", DIRECTION_MARKS.sub("", text)).split())


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    return read(pdf).rstrip("\f").split("\f")


def fonts(pdf: bytes) -> set[str]:
    """The families embedded."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {str(font.BaseFont).partition("+")[2] for page in opened.pages for font in page.Resources.Font.values()}


def pages_of(pdf: bytes) -> int:
    """How many pages a file has."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)
