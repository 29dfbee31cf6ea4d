"""The structure of a tagged PDF: headings, paragraphs, lists, tables, as a screen reader walks through them.

Tables 333 and following of ISO 32000-1; what PDF/UA-1 asks for is checked by `tests/documents`.
"""

from enum import StrEnum

from msgspec import Struct, field


class Tag(StrEnum):
    """The standard structure types used here."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    H1 = "H1"
    H2 = "H2"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    ROW_HEADER = "TH"
    CELL = "TD"


_ATTRIBUTES = {Tag.ROW_HEADER: "/A <</O /Table /Scope /Row>>"}


class Element(Struct, eq=False):
    """One node: its tag, its children in reading order, and where its own text is, as (page, mark) pairs."""

    tag: Tag
    children: list["Element"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    attributes: str = ""

    def add(self, tag: Tag, attributes: str = "") -> "Element":
        """A new last child."""
        child = Element(tag, attributes=attributes or _ATTRIBUTES.get(tag, ""))
        self.children.append(child)
        return child


def pruned(element: Element) -> bool:
    """Takes out of the tree what holds no text; True if something is left of the element itself."""
    element.children = [child for child in element.children if pruned(child)]
    return bool(element.children or element.marks)
