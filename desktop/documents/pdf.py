"""The PDF file itself, written by reportlab: pages, fonts cut down to the glyphs used, bookmarks, structure, title.

Glyphs are numbered in each document's own embedded fonts, one number for each pair of glyph and characters: what
a reader copies out of the file is what was typed, and nothing of one document is left in the process for the next.
Importing this module is expensive (reportlab, harfbuzz): it is imported when a document is written.
"""

import zlib
from collections.abc import Sequence
from html import escape
from typing import Any, NamedTuple

import uharfbuzz
from reportlab.pdfbase import pdfdoc

from desktop.documents.fonts import Typeface
from desktop.documents.tags import Element, pruned
from desktop.documents.text import Line, Piece

_FAKED_WEIGHT = 0.028  # stroke around the characters of a family without a bold face, as a part of the text size
_GREY = 0.35  # look.md: grey never under 60 % black
_ZERO_WIDTH_SPACE = "\u200b"  # written behind a glyph whose characters another glyph already tells
# Tables of a font that a PDF reader never asks for.
_UNUSED_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"cmap", b"name", b"OS/2", b"gasp", b"vhea", b"vmtx", b"post", b"DSIG")


class Bookmark(NamedTuple):
    """One line of the outline; `page` counts from 0."""

    title: str
    page: int


class _Raw(pdfdoc.PDFObject):
    """An object for reportlab that is already in the file's own notation, written where it is referred to by number."""

    def __init__(self, source: bytes) -> None:
        self.source = source

    def format(self, _document: object) -> bytes:
        return self.source


class EmbeddedFont:
    """The glyphs of one typeface that one document uses."""

    def __init__(self, face: Typeface, name: str) -> None:
        self.face, self.name = face, name
        self._codes: dict[tuple[int, str], tuple[str, int]] = {}

    def code(self, glyph: int, characters: str) -> tuple[str, int]:
        """The number that shows this glyph and reads as these characters, as written in the file, and its width."""
        found = self._codes.get((glyph, characters))
        if not found:
            found = self._codes[glyph, characters] = f"{len(self._codes) + 1:04X}", self.face.width(glyph)
        return found

    def objects(self, file: "PdfFile", number: int) -> str:
        """Writes the font; returns its reference."""
        data, new_numbers = self._cut_down()
        glyphs = [glyph for glyph, _ in self._codes]
        base = f"{''.join(chr(65 + number // 26**place % 26) for place in range(6))}+{self.face.name}"
        descriptor = file.add(
            f"<</Type /FontDescriptor /FontName /{base} /Flags 4 /FontBBox {self._box()} /ItalicAngle 0 "
            f"/Ascent {self.face.ascent:.0f} /Descent {self.face.descent:.0f} /CapHeight 714 /StemV 80 "
            f"/FontFile2 {file.stream(data, Length1=len(data))}>>"
        )
        to_glyph = b"\0\0" + b"".join(new_numbers[glyph].to_bytes(2, "big") for glyph in glyphs)
        widths = " ".join(str(self.face.width(glyph)) for glyph in glyphs)
        descendant = file.add(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{base} /CIDSystemInfo <</Registry (Adobe) "
            f"/Ordering (Identity) /Supplement 0>> /FontDescriptor {descriptor} /DW 1000 /W [1 [{widths}]] "
            f"/CIDToGIDMap {file.stream(to_glyph)}>>"
        )
        return file.add(
            f"<</Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant}] /ToUnicode {file.stream(self._to_unicode())}>>"
        )

    def _cut_down(self) -> tuple[bytes, dict[int, int]]:
        wanted = uharfbuzz.SubsetInput()
        wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        for tag in _UNUSED_TABLES:
            wanted.drop_table_tag_set.add(int.from_bytes(tag, "big"))
        for glyph, _ in self._codes:
            wanted.glyph_set.add(glyph)
        plan = uharfbuzz.SubsetPlan(self.face.face, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)

    def _box(self) -> str:
        return f"[-1000 {self.face.descent:.0f} 3000 {self.face.ascent:.0f}]"

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{code}> {_hexadecimal(characters or _ZERO_WIDTH_SPACE)}"
            for (_, characters), (code, _width) in self._codes.items()
        ]
        blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
        return "\n".join([
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]).encode("ascii")  # fmt: skip


class PdfFile:
    """One document while it is written."""

    def __init__(self, title: str, language: str) -> None:
        self._title, self._language = title, language
        self._document: Any = pdfdoc.PDFDocument(invariant=1, lang=language, pdfVersion=(1, 7))
        self._fonts: dict[str, EmbeddedFont] = {}

    def font(self, face: Typeface) -> EmbeddedFont:
        """The embedded font of a typeface, one for each in a document."""
        if face.name not in self._fonts:
            self._fonts[face.name] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return self._fonts[face.name]

    def add(self, source: str | bytes) -> str:
        """An object of its own; returns the reference to it."""
        return self._put(_Raw(source.encode("latin-1") if isinstance(source, str) else source))

    def stream(self, data: bytes, **entries: object) -> str:
        """A compressed stream; returns the reference to it."""
        packed = zlib.compress(data, 6)
        head = "".join(f"/{name} {value} " for name, value in entries.items())
        return self.add(
            f"<<{head}/Filter /FlateDecode /Length {len(packed)}>>\nstream\n".encode() + packed + b"\nendstream"
        )

    def finished(
        self, pages: Sequence[bytes], size: tuple[float, float], root: Element, bookmarks: Sequence[Bookmark]
    ) -> bytes:
        """The bytes of the file.

        `pages` are content streams, `size` is in points, `root` the structure with the marks set in these pages.
        """
        document = self._document
        fonts = [f"/{font.name} {font.objects(self, number)}" for number, font in enumerate(self._fonts.values())]
        resources = self.add(f"<</Font <<{' '.join(fonts)}>>>>")
        parent = document.Reference(document.Pages).format(document).decode()
        references = []
        for number, content in enumerate(pages):
            page = _Raw(
                f"<</Type /Page /Parent {parent} /MediaBox [0 0 {size[0]:.2f} {size[1]:.2f}] /Resources {resources} "
                f"/Contents {self.stream(content)} /StructParents {number} /Tabs /S>>".encode()
            )
            references.append(self._put(page))
            document.Pages.addPage(page)
        catalog = document.Catalog
        catalog.StructTreeRoot = self._structure(root, references)
        catalog.MarkInfo = _Raw(b"<</Marked true>>")
        catalog.ViewerPreferences = _Raw(b"<</DisplayDocTitle true>>")
        catalog.Metadata = self._metadata()
        catalog.Outlines = self._outline(bookmarks, references)
        document.info = _Raw(
            f"<</Title {_text(self._title)} /Creator (Groundwork) /Producer (ReportLab)>>".encode("latin-1")
        )
        document.updateSignature(b"".join(pages) + self._title.encode())
        written: bytes = document.format()
        return written

    def _put(self, raw: _Raw) -> str:
        reference: bytes = self._document.Reference(raw).format(self._document)
        return reference.decode("ascii")

    def _metadata(self) -> _Raw:
        packet = (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(self._title)}</rdf:li></rdf:Alt></dc:title>'
            f"<dc:language><rdf:Bag><rdf:li>{escape(self._language)}</rdf:li></rdf:Bag></dc:language>"
            '<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
        ).encode()
        return _Raw(b"<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n" % len(packet) + packet + b"\nendstream")

    def _outline(self, bookmarks: Sequence[Bookmark], pages: Sequence[str]) -> _Raw:
        items = [_Raw(b"") for _ in bookmarks]
        names = [self._put(item) for item in items]
        outline = _Raw(f"<</Type /Outlines /First {names[0]} /Last {names[-1]} /Count {len(items)}>>".encode())
        parent = self._put(outline)
        for number, (item, bookmark) in enumerate(zip(items, bookmarks, strict=True)):
            before = f"/Prev {names[number - 1]} " if number else ""
            after = f"/Next {names[number + 1]} " if number + 1 < len(items) else ""
            there = f"/Dest [{pages[bookmark.page]} /Fit]"
            item.source = f"<</Title {_text(bookmark.title)} /Parent {parent} {before}{after}{there}>>".encode()
        return outline

    def _structure(self, root: Element, pages: Sequence[str]) -> _Raw:
        pruned(root)
        tree = _Raw(b"")
        owners: list[dict[int, str]] = [{} for _ in pages]
        first = self._element(root, self._put(tree), pages, owners)
        rows = " ".join(
            f"{page} [{' '.join(reference for _, reference in sorted(owner.items()))}]"
            for page, owner in enumerate(owners)
        )
        owned = f"/ParentTree <</Nums [{rows}]>> /ParentTreeNextKey {len(pages)}"
        tree.source = f"<</Type /StructTreeRoot /K {first} {owned}>>".encode()
        return tree

    def _element(self, element: Element, parent: str, pages: Sequence[str], owners: list[dict[int, str]]) -> str:
        raw = _Raw(b"")
        own = self._put(raw)
        kids = [self._element(child, own, pages, owners) for child in element.children]
        home = element.marks[0][0] if element.marks else None
        for page, mark in element.marks:
            owners[page][mark] = own
            kids.append(str(mark) if page == home else f"<</Type /MCR /Pg {pages[page]} /MCID {mark}>>")
        on_page = f"/Pg {pages[home]} " if home is not None else ""
        source = (
            f"<</Type /StructElem /S /{element.tag} /P {parent} {on_page}{element.attributes} /K [{' '.join(kids)}]>>"
        )
        raw.source = source.encode()
        return own


def _text(text: str) -> str:
    """A text string in the file's notation: UTF-16 in hexadecimal, so that nothing in it can be read as syntax."""
    return _hexadecimal("\ufeff" + text)


def _hexadecimal(text: str) -> str:
    return f"<{text.encode('utf-16-be').hex().upper()}>"


def line_operators(file: PdfFile, line: Line, x: float, y: float, size: float) -> list[str]:
    """The operators that draw one line with its left end at `x` and its foot at `y` (points)."""
    operators = []
    for piece in line.pieces:
        operators.append(_piece_operators(file.font(piece.face), piece, x, y, size))
        x += piece.width * size / 1000
    return operators


def _piece_operators(font: EmbeddedFont, piece: Piece, x: float, y: float, size: float) -> str:
    """Called for every piece of every line: its loop does the usual glyph, unmoved and on the line, with least work."""
    shown: list[str] = []
    risen = shift = 0.0
    raised = joined = False
    code = font.code
    for number, characters, advance, right, up in piece.glyphs:
        if up != risen:
            shown.append(f">] TJ {up * size / 1000:.2f} Ts [<")
            risen, raised = up, True
        if right:
            shift -= right
        if shift >= 0.5 or shift <= -0.5:
            moved = round(shift)
            shown.append(f">{moved}<")
            shift -= moved
        number_shown, width = code(number, characters)
        shown.append(number_shown)
        shift += width + right - advance
        joined = joined or not characters
    grey = _GREY if piece.grey else 0
    heavier, lighter = (f"{grey} G 2 Tr {_FAKED_WEIGHT * size:.2f} w ", " 0 Tr") if piece.faked_bold else ("", "")
    end = f"TJ{' 0 Ts' if risen else ''}{lighter} ET"
    place = f"/{font.name} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm"
    text = f"BT {grey} g {heavier}{place} [<{''.join(shown)}>] {end}"
    if (raised or joined) and piece.level % 2 == 0:
        return f"/Span <</ActualText {_text(piece.text)}>> BDC {text} EMC"
    return text
