"""The files of words that the checker of letters reads."""

from pathlib import Path

import pytest

from desktop.formats.review_words import read_review_words
from desktop.places import resources


@pytest.mark.parametrize("language", ["xx", "../en", "", "en.toml"])
def test_a_language_there_is_no_file_for_is_english(language: str) -> None:
    assert read_review_words(resources() / "review", language).language == "en"


def test_the_file_of_the_language_is_read(tmp_path: Path) -> None:
    english = (resources() / "review" / "en.toml").read_text("utf-8")
    (tmp_path / "en.toml").write_text(english, "utf-8")
    (tmp_path / "de.toml").write_text(english.replace('language = "en"', 'language = "de"', 1), "utf-8")
    assert read_review_words(tmp_path, "de").language == "de"
    assert read_review_words(tmp_path).language == "en"


def test_a_broken_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text("language = ", "utf-8")
    with pytest.raises(ValueError, match="Invalid"):
        read_review_words(tmp_path)
    (tmp_path / "en.toml").write_text('language = "en"', "utf-8")
    with pytest.raises(KeyError):
        read_review_words(tmp_path)
    (tmp_path / "en.toml").unlink()
    with pytest.raises(FileNotFoundError):
        read_review_words(tmp_path)
