"""The frame of every printed document: title, language, structure and bookmarks around the pages of its parts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.documents.layout import Sheet
from desktop.documents.page import Block, Page, drawn, paginate
from desktop.documents.tags import Element, Tag
from desktop.documents.text import paragraphs
from desktop.texts.catalogue import Language

if TYPE_CHECKING:
    pass


class Document:
    """A PDF as it is put together: add parts, then take it `finished`. The same parts give the same bytes.

    `title` is what the document is called, as one line; `language` is that of its fixed words.
    """

    def __init__(self, title: str, language: Language, sheet: Sheet) -> None:
        from desktop.documents.pdf import PdfFile

        self.title = one_line_title(title)
        self.sheet = sheet
        self.root = Element(Tag.DOCUMENT)
        self.file: PdfFile = PdfFile(self.title, language.tag)
        self._language = language
        self._streams: list[bytes] = []
        self._bookmarks: list[tuple[str, int]] = []

    @property
    def page_count(self) -> int:
        """How many pages it has so far."""
        return len(self._streams)

    def bookmark(self, text: str, page: int = 0) -> None:
        """Let a bookmark lead to a page of the part that is added next; `page` counts from 0."""
        self._bookmarks.append((text, len(self._streams) + page))

    def add_flow(self, blocks: Sequence[Block], foot: str = "", number_alone: bool = True) -> None:
        """Blocks over as many pages as they take, under the title as bookmark; each page has `foot` and its number.

        With `number_alone` off, a single page has no number.
        """
        placed = paginate(blocks, self.sheet.depth)
        numbered = number_alone or len(placed) > 1
        self.bookmark(self.title)
        self.add_pages([
            Page(tuple(rows), foot, page_number(self._language, number, len(placed)) if numbered else "")
            for number, rows in enumerate(placed, 1)
        ])  # fmt: skip

    def add_pages(self, pages: Sequence[Page]) -> None:
        """Pages as they are."""
        self._streams += drawn(self.file, self.sheet, pages, len(self._streams))

    def add_drawing(self, operators: Sequence[str]) -> None:
        """A page drawn by the caller, by `file`, as operators of PDF."""
        self._streams.append("\n".join(operators).encode("ascii"))

    def finished(self) -> bytes:
        """The whole file."""
        from desktop.documents.pdf import Bookmark

        size = (self.sheet.width, self.sheet.height)
        return self.file.finished(self._streams, size, self.root, [Bookmark(*each) for each in self._bookmarks])


def one_line_title(text: str) -> str:
    """A title on one line; a dash for none, since every PDF must have one."""
    return " ".join(paragraphs(text)) or "–"


def page_number(language: Language, number: int, count: int) -> str:
    """*page 2 of 5*"""
    return language.text("papers.page", page=number, pages=count)
