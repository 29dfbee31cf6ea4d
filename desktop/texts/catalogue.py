"""Looks up what is said to people by its code, in the language in use or in the one a document is written in.

A code is `subject.name`: `store.no_room` is the entry `no_room` of the table `TEXTS` in `desktop.texts.store`. Where a
translation lacks an entry, gettext itself falls back to English.

Every start comes through here: only the subjects that are needed are imported, and nothing that argparse does not.
"""

import re
from collections.abc import Mapping
from functools import cache
from gettext import NullTranslations
from importlib import import_module

from desktop.texts.marking import Wording

_PLACE = re.compile(r"\{(\w+)\}")


class CodedText:
    """A text as its code and the values in it, worded when it is shown: `str()` gives it in the language in use.

    Values are what they are (numbers, paths, names), never words of a language; a word is a `CodedText` of its own.
    """

    __slots__ = ("code", "values")

    def __init__(self, code: str, values: Mapping[str, object]) -> None:
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return _in_use.text(self.code, **self.values)

    def __repr__(self) -> str:
        return f"CodedText({self.code!r}, {dict(self.values)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CodedText) and (self.code, self.values) == (other.code, other.values)

    def __hash__(self) -> int:
        return hash(self.code)


def coded(code: str, /, **values: object) -> CodedText:
    """The text of a code with its values."""
    return CodedText(code, values)


class Language:
    """The catalogue in one language; `tag` is the language's own (BCP 47), as documents note it."""

    def __init__(self, tag: str, translation: NullTranslations) -> None:
        self.tag = tag
        self._translation = translation

    def __repr__(self) -> str:
        return f"Language({self.tag!r})"

    def text(self, code: str, /, **values: object) -> str:
        """The text of a code, its values filled in. A value that the translation leaves out is simply not said.

        Raises:
            KeyError: there is no such code: a bug, which the tests find.
        """
        wording = wording_of(code)
        if wording.plural:
            found = self._translation.ngettext(wording.english, wording.plural, _number(values["count"]))
        elif wording.context:
            found = self._translation.pgettext(wording.context, wording.english)
        else:
            found = self._translation.gettext(wording.english)
        return _PLACE.sub(lambda place: self._shown(values[place[1]]) if place[1] in values else place[0], found)

    def _shown(self, value: object) -> str:
        if isinstance(value, CodedText):
            return self.text(value.code, **value.values)
        if isinstance(value, tuple):
            return ", ".join(map(self._shown, value))
        return str(value)


@cache
def wording_of(code: str) -> Wording:
    """The English entry of a code.

    Raises:
        KeyError: there is none.
    """
    subject, _, name = code.partition(".")
    try:
        table: Mapping[str, Wording] = import_module(f"desktop.texts.{subject}").TEXTS
    except (ModuleNotFoundError, AttributeError) as error:
        raise KeyError(code) from error
    return table[name]


def _number(count: object) -> int:
    if not isinstance(count, int):
        raise TypeError(f"a count is a number, not {count!r}")
    return count


ENGLISH = Language("en", NullTranslations())
_in_use = ENGLISH


def use(language: Language) -> None:
    """Let everything be said in this language from now on. English ships alone: only tests set another so far."""
    global _in_use
    _in_use = language


def in_use() -> Language:
    """The language in which people are spoken to."""
    return _in_use


def sentence(code: str, /, **values: object) -> str:
    """The text of a code in the language in use."""
    return _in_use.text(code, **values)
