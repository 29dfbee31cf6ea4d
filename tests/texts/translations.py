"""Translations for tests: one that marks every text, and one made of a few given texts."""

import re
from collections.abc import Mapping
from gettext import NullTranslations

from desktop.texts.catalogue import Language

_PLACE = re.compile(r"(\{\w+\})")


class Marking(NullTranslations):
    """Puts every text into «marks», but not the values in it: a word outside of marks went past the catalogue."""

    def gettext(self, message: str) -> str:
        return "".join(part if part.startswith("{") else f"«{part}»" for part in _PLACE.split(message) if part)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


class Given(NullTranslations):
    """Translates the texts given and leaves the rest in English, as a translation under way does."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def gettext(self, message: str) -> str:
        return self._texts.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


MARKED = Language("en-XA", Marking())
