"""The fonts: only those a text needs, a box for what none has, and the licence of each."""

from desktop.documents.brief import PaperLayout, brief_bytes
from tests.documents.briefs import a_brief
from tests.documents.reading import fonts, read


def test_letters_that_no_font_has_show_a_box_and_still_read_back() -> None:
    pdf = brief_bytes(a_brief("Ana \U0001f9d8\U00012000"), PaperLayout())
    assert "Ana \U0001f9d8\U00012000" in read(pdf)
    assert "WenQuanYiMicroHei-Regular" in fonts(pdf)  # the first with a box


def test_only_the_fonts_that_the_text_needs_are_in_the_file() -> None:
    assert fonts(brief_bytes(a_brief(), PaperLayout())) == {"NotoSans-Regular", "NotoSans-Bold"}
    assert "NotoSansHebrew-Bold" in fonts(brief_bytes(a_brief("שרה לוי"), PaperLayout()))


def test_every_font_shipped_has_its_licence_beside_it() -> None:
    from desktop.places import resources

    folder = resources() / "fonts"
    assert {path.name for path in folder.glob("LICENSE*")} == {
        "LICENSE-Noto.txt", "LICENSE-WenQuanYi.txt", "LICENSE-Apache-2.0.txt",
    }  # fmt: skip
    listed = {row.split()[0] for row in (folder / "coverage.txt").read_text().splitlines()[1:]}
    assert {path.name.rpartition("-")[0] for path in folder.glob("*.ttf")} == listed
