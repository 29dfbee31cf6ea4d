"""Contacts as hypothesis makes them up: every field, every script, every kind of letter, as the store keeps them."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from desktop.core.contact import CardProperty, Contact, Detail, MayUseName, Photo, Source, Stage
from desktop.core.text import one_line
from desktop.formats.person_parts import clean
from desktop.formats.written_text import writable
from tests.formats.hostile import INJECTIONS, TEXTS


def _kept(text: str) -> str:
    return clean(writable(text))


def _line(text: str) -> str:
    return one_line(_kept(text))


# ":::" separates several values in one cell of a table.
_SEPARATORS = (":::", "::: a", "a ::: b ::: ::: c", "\\:::", "a \\\\::: b", "a:::b")
LINES = TEXTS.map(_line) | st.sampled_from(_SEPARATORS)
NOTES = TEXTS.map(_kept)
PROPERTIES = st.builds(
    CardProperty,
    st.sampled_from(["BDAY", "ANNIVERSARY", "IMPP", "X-ABDATE", "GEO", "KEY", "SOUND", "X-ODD", "RELATED", "NICKNAME"]),
    LINES.filter(lambda value: bool(value.strip())),
    st.sampled_from(["", "TYPE=home", "PREF=1;TYPE=work", 'LABEL="a;b:c,d"', "VALUE=date", "LANGUAGE=de"]),
    st.sampled_from(["", "item1", "item7"]),
)
PHOTOS = st.none() | st.just(Photo("image/gif", b"GIF89a\x05\0\x05\0\x80\0\0\xff\xff\xff\0\0\0;"))

_LABELS = ("", "work", "home", "mobile", "fax", "home fax", "work fax", "main", "my work friend")
_ZONES = ("", "Europe/London", "America/Argentina/Buenos_Aires")
_IN_A_LINE = ("pronounced", "pronouns", "role", "organisation", "source_detail", "imported_from")
_IN_LINES = ("referred_for", "warm_line", "cares_about", "give_back", "notes", "stage_reason")
_OF_PROGRAMS = ("mycontacts", "my contacts", "starred in android")  # groups that say nothing of a person
_LONGEST_PIECE = 60


class _People:
    """Makes contacts of a handful of drawn texts, whole or in pieces.

    The texts are drawn by hypothesis, what stands where by dice: to draw every field would take ten times as long.
    """

    def __init__(self, texts: list[str], seed: int) -> None:
        self._dice = Random(seed)
        self._texts = texts

    def contact(self) -> Contact:
        dice = self._dice
        return Contact(
            name=self._full(self._line),
            **{field: self._line() for field in _IN_A_LINE},
            **{field: self._text() for field in _IN_LINES},
            emails=self._details(self._line),
            phones=self._details(lambda: self._number() if dice.random() < 0.3 else self._line()),
            links=self._details(lambda: "".join(self._line().split())),
            addresses=self._details(self._address),
            tags=self._tags(),
            source=dice.choice((None, *Source)),
            found_on=self._day(),
            may_use_name=dice.choice(tuple(MayUseName)),
            introducing_since=self._day(),
            time_zone=dice.choice(_ZONES),
            comfort=dice.choice((None, 1, 2, 3, 4, 5)),
            stage=dice.choice(tuple(Stage)),
            imported_on=self._day(),
        )

    def _raw(self) -> str:
        """A text as it was drawn, nothing at all, or pieces of several one after the other."""
        chance = self._dice.random()
        if chance < 0.2:
            return ""
        if chance < 0.5:
            return self._dice.choice(self._texts)
        return "".join(self._piece() for _ in range(self._dice.randrange(1, 4)))

    def _piece(self) -> str:
        text = self._dice.choice(self._texts if self._dice.random() < 0.6 else INJECTIONS)
        start = self._dice.randrange(len(text) + 1)
        return text[start : start + self._dice.randrange(_LONGEST_PIECE)]

    def _line(self) -> str:
        return self._dice.choice(_SEPARATORS) if self._dice.random() < 0.1 else _line(self._raw())

    def _text(self) -> str:
        return self._dice.choice(_SEPARATORS) if self._dice.random() < 0.1 else _kept(self._raw())

    def _address(self) -> str:
        return "\n".join(line.strip() for line in self._text().split("\n") if line.strip())

    def _number(self) -> str:
        return one_line("+4" + "".join(self._dice.choices("0123456789 ", k=9)) + "7")

    def _label(self) -> str:
        label = self._dice.choice(_LABELS) if self._dice.random() < 0.7 else self._line()
        return "" if label.startswith("_$!<") else label

    def _full(self, made: Callable[[], str]) -> str:
        return next(text for text in iter(made, None) if text)

    def _details(self, made: Callable[[], str]) -> tuple[Detail, ...]:
        """Some values with labels, none empty and none twice."""
        found: dict[str, Detail] = {}
        for _ in range(self._dice.randrange(5)):
            value = made()
            if value and not value.lower().startswith(("mailto:", "tel:")):
                found.setdefault(value.casefold(), Detail(value, self._label()))
        return tuple(found.values())

    def _tags(self) -> tuple[str, ...]:
        tags = (self._line() for _ in range(self._dice.randrange(5)))
        return tuple(dict.fromkeys(tag for tag in tags if tag and tag.lower() not in _OF_PROGRAMS))

    def _day(self) -> date | None:
        return None if self._dice.random() < 0.3 else date(1990, 1, 1) + timedelta(self._dice.randrange(36_500))


def people(count: int) -> st.SearchStrategy[list[Contact]]:
    """So many contacts at once, which is hardly slower than one."""
    return st.builds(
        lambda texts, seed: [maker.contact() for maker in [_People(texts, seed)] for _ in range(count)],
        st.lists(TEXTS, min_size=1, max_size=6),
        st.integers(0, 2**32),
    )
