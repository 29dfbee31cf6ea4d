"""The brief on paper: *At the door* stays in the bag, *On the table* may be read upside down by the other person."""

from collections.abc import Sequence
from pathlib import Path

from desktop.core.preparing.brief import Brief
from desktop.documents.document import Document, page_number
from desktop.documents.door import at_the_door
from desktop.documents.layout import PaperLayout, sheet
from desktop.documents.page import Page, Placed
from desktop.documents.table import on_the_table
from desktop.documents.tags import Element, Tag
from desktop.documents.text import paragraphs
from desktop.places import write_whole

__all__ = ["PaperLayout", "brief_bytes", "packet_bytes", "write_brief"]


def brief_bytes(brief: Brief, layout: PaperLayout) -> bytes:
    """The PDF of a brief; the same brief and layout give the same bytes."""
    return _document([brief], layout, _title(brief, layout))[0]


def packet_bytes(briefs: Sequence[Brief], layout: PaperLayout) -> bytes:
    """The PDF of the briefs of several meetings, one after the other."""
    return _document(briefs, layout, layout.language.text("papers.packet", count=len(briefs)))[0]


def write_brief(brief: Brief, layout: PaperLayout, path: Path, force: bool = False) -> int:
    """Writes the PDF of a brief, whole or not at all; returns the number of its pages.

    `force`: also over a file that is no PDF.

    Raises:
        WriteError: if the file cannot be written.
    """
    data, pages = _document([brief], layout, _title(brief, layout))
    write_whole(path, data, force=force)
    return pages


def _title(brief: Brief, layout: PaperLayout) -> str:
    """What the file is called inside: print queues and lists of files show it to others."""
    say = layout.language.text
    return say("papers.brief_of_nobody") if brief.private else say("papers.brief", name=brief.name)


def _document(briefs: Sequence[Brief], layout: PaperLayout, title: str) -> tuple[bytes, int]:
    say = layout.language.text
    document = Document(title, layout.language, sheet(layout))
    for brief in briefs:
        pages, table_starts = brief_pages(brief, layout, document.root)
        whose = f"{' '.join(paragraphs(brief.name))} – " if len(briefs) > 1 else ""
        document.bookmark(whose + say("papers.at_the_door"))
        document.bookmark(whose + say("papers.on_the_table"), table_starts)
        document.add_pages(pages)
    return document.finished(), document.page_count


def brief_pages(brief: Brief, layout: PaperLayout, root: Element) -> tuple[list[Page], int]:
    """The pages of one brief, and the number of those that stay in the bag."""
    say, page = layout.language.text, sheet(layout)
    door = at_the_door(brief, layout, page, root.add(Tag.SECTION))
    table = on_the_table(brief, layout, page, root.add(Tag.SECTION))
    name = " ".join(paragraphs(brief.name))
    parts: list[tuple[str, list[Placed]]] = [(say("papers.at_the_door"), rows) for rows in door]
    parts += [(say("papers.on_the_table"), rows) for rows in table]
    pages = [
        Page(tuple(rows), f"{part} · {name}", page_number(layout.language, number, len(parts)))
        for number, (part, rows) in enumerate(parts, 1)
    ]
    return pages, len(door)
