"""Marks the English texts of the catalogue, so that a translator's extractor finds each (`xgettext`, Babel).

The extractor knows the three functions by their names: `-k N_ -k N_plural:1,2 -k N_in:1c,2`.
"""


class Wording:
    """One entry in English, which is also its key in a translation. `{…}` is filled in; `plural` is chosen by `count`.

    `context` tells apart words that are alike in English only, and tells a translator where a single word is read.
    """

    __slots__ = ("context", "english", "plural")

    def __init__(self, english: str, plural: str = "", context: str = "") -> None:
        self.english = english
        self.plural = plural
        self.context = context


def N_(english: str) -> Wording:
    """A sentence, or words that mean one thing wherever they are read."""
    return Wording(english)


def N_plural(one: str, several: str) -> Wording:
    """A sentence about `{count}` things."""
    return Wording(one, several)


def N_in(context: str, english: str) -> Wording:
    """A word that needs its context to be translated."""
    return Wording(english, context=context)
