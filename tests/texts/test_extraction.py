"""What a standard extractor finds in the catalogue, translated and compiled by the usual tools, is said in place."""

import re
import shutil
import subprocess
from gettext import GNUTranslations
from pathlib import Path

import pytest

from desktop.texts.catalogue import Language
from tests.texts.sources import PLACE, SUBJECTS, TEXTS, catalogue, places_in

pytestmark = pytest.mark.skipif(
    shutil.which("xgettext") is None or shutil.which("msgfmt") is None, reason="GNU gettext is not installed"
)

_KEYWORDS = ("--keyword", "--keyword=N_", "--keyword=N_plural:1,2", "--keyword=N_in:1c,2")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The catalogue as a translator gets it."""
    path = tmp_path_factory.mktemp("texts") / "groundwork.pot"
    files = [str(TEXTS / f"{subject}.py") for subject in SUBJECTS]
    command = ["xgettext", "--language=Python", "--from-code=UTF-8", "--no-wrap", *_KEYWORDS, "--output", str(path)]
    subprocess.run([*command, *files], check=True, timeout=60, capture_output=True)
    return path.read_text("utf-8").replace("CHARSET", "UTF-8")


def test_every_text_is_translated_in_its_own_context_and_number(template: str, tmp_path: Path) -> None:
    language = Language("de", _translated(template, tmp_path))
    for code, wording in catalogue().items():
        for count in (1, 7):
            values = {place: count if place == "count" else f"<{place}>" for place in places_in(wording)}
            said = language.text(code, **values)
            mark = f"{wording.context}|" if wording.context else ""
            if wording.plural:
                mark = "one|" if count == 1 else "several|"
            assert said.startswith(f"«{mark}"), code
            source = wording.plural if wording.plural and count != 1 else wording.english
            assert all(str(values[place]) in said for place in PLACE.findall(source)), code


def _translated(template: str, folder: Path) -> GNUTranslations:
    """Every entry put into brackets, with its context or its number in front; compiled and read as a shipped one is."""
    entries = template.split("\n\n")
    header = entries[0].replace("nplurals=INTEGER; plural=EXPRESSION", "nplurals=2; plural=n != 1")
    source = folder / "de.po"
    source.write_text("\n\n".join([header, *map(_marked, entries[1:])]) + "\n", "utf-8")
    compiled = folder / "de.mo"
    subprocess.run(["msgfmt", "--output-file", str(compiled), str(source)], check=True, timeout=60, capture_output=True)
    with compiled.open("rb") as file:
        return GNUTranslations(file)


def _marked(entry: str) -> str:
    texts = dict(re.findall(r'^(msg\w+) "(.*)"$', entry, re.MULTILINE))
    plural = texts.get("msgid_plural")
    if plural is not None:
        entry = entry.replace('msgstr[0] ""', f'msgstr[0] "«one|{texts["msgid"]}»"')
        return entry.replace('msgstr[1] ""', f'msgstr[1] "«several|{plural}»"')
    mark = f"{texts['msgctxt']}|" if "msgctxt" in texts else ""
    return entry.replace('msgstr ""', f'msgstr "«{mark}{texts["msgid"]}»"')
