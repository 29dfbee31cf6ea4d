"""Pictures of brief pages, to look at: one PNG a page. Usage: python -m tests.documents.make_pages FOLDER [DPI]

Needs pdftoppm (poppler). Every paper, large print, names that run from right to left, many scripts, and a full page.
"""

import subprocess
import sys
from pathlib import Path

from desktop.core.meeting import OwnAnswer, Rescue
from desktop.core.preparing.brief import Brief
from desktop.core.settings import Paper
from desktop.documents.brief import PaperLayout, write_brief
from tests.documents.briefs import MIXED, NAMES, PARAGRAPHS, QUESTIONS, a_brief, questions

HEBREW, ARABIC = PARAGRAPHS["Hebrew"], PARAGRAPHS["Arabic"]
FULL = tuple(f"{text[:-1]}, and what would you tell a beginner about it?" for text in QUESTIONS)


def briefs() -> dict[str, tuple[Brief, PaperLayout]]:
    """What to print, by file name."""
    to_left = a_brief(
        "שרה לוי",
        questions(("מה היום הטיפוסי שלך ב-Acme?", "ماذا تنصح من يبدأ اليوم؟", *QUESTIONS[2:])),
        purpose=HEBREW,
        opening=HEBREW,
        asked_back=(OwnAnswer("ספר על עצמך", HEBREW), OwnAnswer("حدثني عن نفسك", ARABIC)),
        rescues=(Rescue("אני מאחר", "להתקשר מיד ולהגיד מתי אגיע"),),
    )
    scripts = a_brief(
        "Zoë Łukasz",
        questions((*MIXED, *NAMES[8:13])),
        asked_back=tuple(OwnAnswer(script, text) for script, text in PARAGRAPHS.items()),
        rescues=tuple(Rescue(name, name) for name in NAMES[13:]),
        bring=("😀 a box", "→ ✓ € ½"),
    )
    return {
        "a4": (a_brief(), PaperLayout()),
        "letter": (a_brief(), PaperLayout(Paper.LETTER)),
        "a5": (a_brief(), PaperLayout(Paper.A5)),
        "large": (a_brief(), PaperLayout(large=True)),
        "full": (a_brief(asked=questions(FULL)), PaperLayout(Paper.LETTER)),
        "right-to-left": (to_left, PaperLayout()),
        "scripts": (scripts, PaperLayout()),
    }


def main() -> None:
    """Write the PDFs and their pictures."""
    folder, dpi = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "80"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (brief, layout) in briefs().items():
        path = folder / f"{name}.pdf"
        write_brief(brief, layout, path)
        subprocess.run(["pdftoppm", "-r", dpi, "-png", str(path), str(folder / name)], check=True)


if __name__ == "__main__":
    main()
