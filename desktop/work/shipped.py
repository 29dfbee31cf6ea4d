"""What is shipped to write and prepare with, read when it is first needed, once."""

from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.places import resources

if TYPE_CHECKING:
    from desktop.core.letters.letter import Template
    from desktop.core.letters.letter_values import LetterWording
    from desktop.core.letters.review_words import ReviewWords
    from desktop.core.preparing.preparation import Preparation


@lru_cache(maxsize=1)
def shipped_letters() -> "tuple[tuple[Template, ...], LetterWording]":
    """The templates of letters with their small words."""
    from desktop.formats.letters import read_letters, read_wording

    folder = resources() / "letters"
    return read_letters(folder), read_wording(folder)


@lru_cache(maxsize=1)
def shipped_review_words() -> "ReviewWords":
    """What the checker of letters looks for."""
    from desktop.formats.review_words import read_review_words

    return read_review_words(resources() / "review")


@lru_cache(maxsize=1)
def shipped_preparation() -> "Preparation":
    """What is ready-made in every meeting."""
    from desktop.formats.preparation import read_preparation

    return read_preparation(resources() / "preparation")
