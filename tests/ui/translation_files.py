"""What Qt's tools for translators find in the program: what `pyside6-lupdate` extracts, and a language made of it."""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Message(NamedTuple):
    """A text as a translator gets it. `counted` is true where there are forms for singular and plural."""

    context: str
    text: str
    comment: str = ""
    counted: bool = False


def sources() -> list[Path]:
    """The modules that may hold texts of the window."""
    return sorted(path for path in (ROOT / "desktop").rglob("*.py"))


def extract(paths: list[Path], ts: Path) -> set[Message]:
    """Write the texts of modules into a `.ts` file, as a translator does, and return what it holds."""
    listed = ts.with_suffix(".lst")
    listed.write_text("\n".join(map(str, paths)), encoding="utf-8")
    _run("pyside6-lupdate", f"@{listed}", "-ts", str(ts))
    return {
        Message(
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("comment") or "",
            message.get("numerus") == "yes",
        )
        for context in ET.parse(ts).getroot().iter("context")
        for message in context.iter("message")
    }


def mark_all(ts: Path, qm: Path, before: str, after: str) -> None:
    """Make a language in which every text is the English one between two marks; forms of counted texts are numbered."""
    tree = ET.parse(ts)
    root = tree.getroot()
    root.set("language", "en_GB")
    for message in root.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        translation.clear()
        if message.get("numerus") == "yes":
            for number in (1, 2):
                ET.SubElement(translation, "numerusform").text = f"{before}{number}{source}{after}"
        else:
            translation.text = f"{before}{source}{after}"
    marked = ts.with_name("marked.ts")
    tree.write(marked, encoding="utf-8", xml_declaration=True)
    _run("pyside6-lrelease", str(marked), "-qm", str(qm))


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(tool, path=str(Path(sys.executable).parent))
    assert program, f"{tool} comes with PySide6"
    subprocess.run([program, *arguments], check=True, capture_output=True)
