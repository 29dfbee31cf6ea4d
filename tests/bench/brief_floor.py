"""The floor of a brief: the same lines of text and the same rules, by bare reportlab canvas calls with the same fonts.

Usage: brief_floor.py PAGES.json OUT.pdf. No shaping, no line breaks, no tags: only what any program must do.
PAGES.json: {"size": [width, height], "pages": [{"texts": [[weight, size, x, y, text]…], "rules": [[x0, x1, y]…]}…]}.
"""

import io
import json
import sys
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def register() -> None:
    for weight in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"NotoSans-{weight}", str(FONTS / f"NotoSans-{weight}.ttf")))


def draw(material: dict) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=tuple(material["size"]), invariant=1, pageCompression=1)
    for page in material["pages"]:
        for weight, size, x, y, text in page["texts"]:
            canvas.setFont(f"NotoSans-{weight}", size)
            canvas.drawString(x, y, text)
        canvas.setLineWidth(0.5)
        for start, end, y in page["rules"]:
            canvas.line(start, y, end, y)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    register()
    Path(sys.argv[2]).write_bytes(draw(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
