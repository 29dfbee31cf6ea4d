"""Names, addresses and labels put together from the parts in which vCards and tables hold them."""

import re
from collections.abc import Iterable, Sequence

from desktop.core.contact import Detail
from desktop.core.text import one_line

# What is neither text nor a line break nor a tab: it would end up in documents and searches unseen.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\s・]+")
_LABEL_WORDS = {
    "home": "home",
    "work": "work",
    "business": "work",
    "cell": "mobile",
    "mobile": "mobile",
    "iphone": "mobile",
    "car": "car",
    "fax": "fax",
    "pager": "pager",
    "main": "main",
    "company": "company",
    "assistant": "assistant",
    "assistantphone": "assistant",
    "school": "school",
    "homefax": "home fax",
    "workfax": "work fax",
    "homepage": "homepage",
    "blog": "blog",
    "profile": "profile",
    "linkedin": "LinkedIn",
    "whatsapp": "WhatsApp",
}


def clean(text: str) -> str:
    """The text without control characters and without white space around it; line breaks within stay."""
    if text.isprintable():
        return text.strip()
    return _CONTROL.sub("", _LINE_END.sub("\n", text)).strip()


def full_name(prefix: str, given: str, middle: str, family: str, suffix: str) -> str:
    """The name as it is said: given name first, but family name first where it is written in Han, kana or Hangul."""
    if given and family and not given.isascii() and _EAST_ASIAN.fullmatch(given + family):
        given, family = family, given
    return one_line(f"{prefix} {given} {middle} {family} {suffix}")


def name_in_parts(name: str) -> tuple[str, str]:
    """Family and given name as a card wants them where only the whole name is known: the last word, and the others."""
    given, _, family = name.rpartition(" ")
    return (family, given) if given else ("", name)


def address_text(box: str, extended: str, street: str, city: str, region: str, postcode: str, country: str) -> str:
    """The address as lines; with a region in the English order, otherwise in the order of most of the world."""
    if region:
        place = f"{city}, {region} {postcode}" if city else f"{region} {postcode}"
    else:
        place = f"{postcode} {city}"
    return "\n".join([line for part in (street, extended, box, place, country) if (line := part.strip())])


def label_of(words: Iterable[str]) -> str:
    """Our label for the words with which a file marks a value: `{"work", "voice"}` → `work`; empty if none is known."""
    known = dict.fromkeys(label for word in words if (label := _LABEL_WORDS.get(word.lower())))
    if "work" in known and len(known) > 1 and "fax" not in known:
        del known["work"]  # a mobile phone at work is first of all a mobile phone
    return " ".join(sorted(known, key=lambda label: label == "fax"))


def unique(details: Sequence[Detail]) -> tuple[Detail, ...]:
    """The details without empty and repeated values, in the same order."""
    if len(details) == 1:
        return tuple(details) if details[0].value else ()
    found: dict[str, Detail] = {}
    for detail in details:
        if detail.value:
            found.setdefault(detail.value.casefold(), detail)
    return tuple(found.values())
