"""The map in the repository: what comments and READMEs name is there, and every folder says what lives in it."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "desktop"
SOURCES = sorted(path for folder in ("desktop", "tests") for path in (ROOT / folder).rglob("*.py"))
FOLDERS = sorted({path.parent for path in SOURCES if path.is_relative_to(DESKTOP)})
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *DESKTOP.rglob("*.md")))
LINES = 60  # of a README, at most
DOCUMENT = re.compile(r"(?<![\w./*-])[\w./-]*\w\.md\b")
# A page and the words of it that are meant: (domain.md, "stage").
CITED = re.compile(r'([\w/-]+\.md), "([^"]+)"')
MODULE = re.compile(r"(?<![\w./*-])[\w./]*\w\.py\b")
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")


def prose(path: Path) -> str:
    """The comments and docstrings of a file, each run of blanks as one space."""
    found, before = [], tokenize.NEWLINE
    for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline):
        alone = before in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
        if token.type == tokenize.COMMENT or (token.type == tokenize.STRING and alone):
            found.append(token.string.lstrip("# ") if token.type == tokenize.COMMENT else token.string)
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            before = token.type
    return re.sub(r"\s+", " ", " ".join(found))


def pages_named(name: str) -> list[Path]:
    """The pages a comment may mean by that name: a path from the root, or the end of one."""
    return [page for page in PAGES if f"/{page.relative_to(ROOT).as_posix()}".endswith(f"/{name}")]


def within(folder: Path, name: str) -> bool:
    """Whether a page of that folder finds a file by that name: from its folder, one above it, or `desktop`."""
    above = [start for start in (folder, *folder.parents) if start.is_relative_to(ROOT)]
    return any((start / name).exists() for start in (*above, DESKTOP))


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def wrong_citations(path: Path) -> Iterator[str]:
    text = prose(path)
    yield from (name for name in DOCUMENT.findall(text) if not pages_named(name))
    for name, words in CITED.findall(text):
        if not any(
            words.casefold() in re.sub(r"\s+", " ", page.read_text("utf-8")).casefold() for page in pages_named(name)
        ):
            yield f"{name} does not hold “{words}”"


def test_comments_cite_pages_that_are_here_and_words_that_stand_in_them() -> None:
    wrong = {short(path): found for path in SOURCES if (found := list(wrong_citations(path)))}
    assert wrong == {}


@pytest.mark.parametrize("folder", FOLDERS, ids=short)
def test_every_folder_of_code_has_a_readme_of_a_page(folder: Path) -> None:
    readme = folder / "README.md"
    assert readme.is_file()
    assert len(readme.read_text("utf-8").splitlines()) <= LINES


@pytest.mark.parametrize("page", PAGES, ids=short)
def test_a_page_names_files_that_are_there(page: Path) -> None:
    text = LINK.sub(r"\1", page.read_text("utf-8"))
    named = {*MODULE.findall(text), *DOCUMENT.findall(text)}
    assert {name for name in named if not within(page.parent, name)} == set()


@pytest.mark.parametrize("page", PAGES, ids=short)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert {link for link in links if not (page.parent / link).exists()} == set()


def test_a_page_that_names_what_is_not_there_would_be_found(tmp_path: Path) -> None:
    source = tmp_path / "x.py"
    source.write_text(
        '"""See nowhere.md and (domain.md, "no such words")."""\nNAME = "all.md"  # (domain.md, "stage")\n'
    )
    assert list(wrong_citations(source)) == ["nowhere.md", "domain.md does not hold “no such words”"]
    assert not within(DESKTOP / "core", "no_such_module.py")
