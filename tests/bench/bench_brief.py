"""The brief as a PDF, as ratios to the same pages by bare canvas calls measured in the same run.

Usage: bench_brief.py [ROUNDS]     Warm: every round sets other words, so that no line comes from a cache.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

import brief_floor  # noqa: E402
from table import head, row  # noqa: E402

from desktop.core.preparing.brief import Brief  # noqa: E402
from desktop.documents.brief import PaperLayout, brief_bytes, brief_pages  # noqa: E402
from desktop.documents.layout import BINDING, MARGIN, sheet  # noqa: E402
from desktop.documents.tags import Element, Tag  # noqa: E402
from tests.documents.briefs import QUESTIONS, a_brief, questions  # noqa: E402

TARGETS = {"warm": 1.5, "new process": 1.6}


def material(brief: Brief) -> dict[str, Any]:
    """The brief's pages as bare texts and rules."""
    layout = PaperLayout()
    page = sheet(layout)
    pages = []
    for set_page in brief_pages(brief, layout, Element(Tag.DOCUMENT))[0]:
        texts, rules = [], []
        for top, line in set_page.rows:
            foot = page.height - MARGIN - top
            for ink in line.inks:
                x = BINDING + ink.x
                for piece in ink.line.pieces:
                    texts.append([piece.face.name.rpartition("-")[2], ink.size, x, foot - ink.drop, piece.text])
                    x += piece.width * ink.size / 1000
            rules += [[BINDING + stroke.start, BINDING + stroke.end, foot - stroke.drop] for stroke in line.strokes]
        texts.append(["Regular", page.body, BINDING, 25, f"{set_page.foot_left} {set_page.foot_right}"])
        pages.append({"texts": texts, "rules": rules})
    return {"size": [page.width, page.height], "pages": pages}


def other_words(number: int) -> Brief:
    """The same brief with other words of the same length."""
    first, last = chr(97 + number % 26), chr(97 + number // 26 % 26)
    texts = tuple(text.replace("e", first).replace("o", last) for text in QUESTIONS)
    return a_brief(f"Amara Okafor {first}{last}", questions(texts), opening=f"{first}{last} " * 60)


def timed(action: Any, *arguments: Any) -> float:
    began = time.perf_counter()
    action(*arguments)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    brief_floor.register()
    brief_floor.draw(material(a_brief()))
    brief_bytes(a_brief(), PaperLayout())
    floor, ours = [], []
    for number in range(rounds):
        brief = other_words(number)
        ours.append(timed(brief_bytes, brief, PaperLayout()))
        floor.append(timed(brief_floor.draw, material(brief)))
    head("The brief as a PDF, against the same pages by bare canvas calls")
    row("warm", floor, ours, TARGETS["warm"])
    with tempfile.TemporaryDirectory() as folder:
        pages, out = Path(folder) / "pages.json", str(Path(folder) / "out.pdf")
        pages.write_text(json.dumps(material(a_brief())), encoding="utf-8")
        programs = (["brief_floor.py", str(pages), out], ["write_brief.py", out])
        found: tuple[list[float], list[float]] = ([], [])
        for _ in range(rounds):
            for values, (script, *arguments) in zip(found, programs, strict=True):
                command = [sys.executable, str(HERE / script), *arguments]
                values.append(timed(lambda command=command: subprocess.run(command, check=True)))
    row("new process", *found, TARGETS["new process"])


if __name__ == "__main__":
    main()
