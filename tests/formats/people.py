"""Contacts as hypothesis makes them up: every field, every script, every kind of letter, as the store keeps them."""

from datetime import date

from hypothesis import strategies as st

from desktop.core.contact import CardProperty, Contact, Detail, MayUseName, Photo, Source, Stage
from desktop.core.text import one_line
from desktop.formats.person_parts import clean
from desktop.formats.written_text import writable
from tests.formats.hostile import TEXTS


def _kept(text: str) -> str:
    return clean(writable(text))


def _line(text: str) -> str:
    return one_line(_kept(text))


# ":::" separates several values in one cell of a table.
LINES = TEXTS.map(_line) | st.sampled_from([":::", "::: a", "a ::: b ::: ::: c", "\\:::", "a \\\\::: b", "a:::b"])
NOTES = TEXTS.map(_kept)
NAMES = LINES.filter(bool)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))
LABELS = (
    st.sampled_from(["", "work", "home", "mobile", "fax", "home fax", "work fax", "main", "my work friend"]) | LINES
).filter(lambda label: not label.startswith("_$!<"))
ADDRESSES = NOTES.map(lambda text: "\n".join(line.strip() for line in text.split("\n") if line.strip()))


def details(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Detail, ...]]:
    """Some values with labels, none empty and none twice."""
    full = values.filter(lambda value: bool(value) and not value.lower().startswith(("mailto:", "tel:")))
    one = st.builds(Detail, full, LABELS)
    return st.lists(one, max_size=4, unique_by=lambda detail: detail.value.casefold()).map(tuple)


PROPERTIES = st.builds(
    CardProperty,
    st.sampled_from(["BDAY", "ANNIVERSARY", "IMPP", "X-ABDATE", "GEO", "KEY", "SOUND", "X-ODD", "RELATED", "NICKNAME"]),
    LINES.filter(lambda value: bool(value.strip())),
    st.sampled_from(["", "TYPE=home", "PREF=1;TYPE=work", 'LABEL="a;b:c,d"', "VALUE=date", "LANGUAGE=de"]),
    st.sampled_from(["", "item1", "item7"]),
)
TAGS = st.lists(
    NAMES.filter(lambda tag: tag.lower() not in ("mycontacts", "my contacts", "starred in android")), max_size=4
)
PHOTOS = st.none() | st.just(Photo("image/gif", b"GIF89a\x05\0\x05\0\x80\0\0\xff\xff\xff\0\0\0;"))

_IN_A_LINE = ("pronounced", "pronouns", "role", "organisation", "source_detail", "imported_from")
_IN_LINES = ("referred_for", "warm_line", "cares_about", "give_back", "notes", "stage_reason")


@st.composite
def _contacts(draw: st.DrawFn) -> Contact:
    """Fields filled from a handful of texts: drawing each by itself would take twenty times as long."""
    lines = draw(st.lists(LINES, min_size=1, max_size=4))
    texts = draw(st.lists(NOTES, min_size=1, max_size=3))
    which = st.integers(0, 11)
    return Contact(
        name=draw(NAMES),
        **{field: lines[draw(which) % len(lines)] for field in _IN_A_LINE},
        **{field: texts[draw(which) % len(texts)] for field in _IN_LINES},
        emails=draw(details(LINES)),
        phones=draw(details(LINES | st.from_regex(r"\+[1-9][0-9 ]{6,14}[0-9]", fullmatch=True).map(one_line))),
        links=draw(details(LINES.map(lambda line: "".join(line.split())))),
        addresses=draw(details(ADDRESSES)),
        tags=draw(TAGS.map(lambda tags: tuple(dict.fromkeys(tags)))),
        source=draw(st.none() | st.sampled_from(Source)),
        found_on=draw(DAYS),
        may_use_name=draw(st.sampled_from(MayUseName)),
        introducing_since=draw(DAYS),
        time_zone=draw(st.sampled_from(["", "Europe/London", "America/Argentina/Buenos_Aires"])),
        comfort=draw(st.none() | st.integers(1, 5)),
        stage=draw(st.sampled_from(Stage)),
        imported_on=draw(DAYS),
    )


CONTACTS = _contacts()
