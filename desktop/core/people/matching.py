"""Keys by which the same person or organisation is known again, however it is written; equal keys make candidates.

Whether candidates are one person is judged by `core.people.duplicates`. Decisions, each with its reason:

- E-mail: case and `mailto:` are dropped. Dots and `+tags` are kept: only some providers ignore them, and two people
  may differ by nothing else.
- Phone: the last seven digits are the key, so that a number finds itself with and without country code, area code and
  trunk zero; `same_number` then compares all digits. The library phonenumbers would cost 17 ms of every start that
  needs it, and still not know which country a number without a code belongs to.
- LinkedIn: the public name in the path. Host, language, case and percent signs say nothing of who it is.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

from msgspec import Struct, field

from desktop.core.text import fold

_KEY_DIGITS = 7  # a number of fewer is an extension or a short code, and tells nobody apart
_EXTENSION = re.compile("ext|x|;|#|durchwahl")
_PLAIN_NUMBER = re.compile(r"[+0-9 ()./-]*\Z")
_NO_DIGITS = re.compile(r"\D+")
_SPELLINGS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))  # Mueller and Müller, Aarhus and Århus


class MatchWords(Struct, frozen=True):
    """What language knows and rules do not: read from `resources/matching`, every word folded."""

    nicknames: tuple[frozenset[str], ...] = ()  # groups of forms of one given name
    looked_for_by: dict[str, str] = field(default_factory=dict)  # a form → the one that stands for its first group
    titles: frozenset[str] = frozenset()
    legal_forms: frozenset[str] = frozenset()
    unspaced_forms: tuple[str, ...] = ()  # those that are written without a space before them, longest first
    shared_mailboxes: frozenset[str] = frozenset()


def match_words(nicknames: str, titles: str, legal_forms: str, shared_mailboxes: str) -> MatchWords:
    """The words of the four files of `resources/matching`, in which `#` begins a remark."""
    groups = [tuple(dict.fromkeys(map(_spelled, line.split()))) for line in _lines(nicknames)]
    looked_for_by: dict[str, str] = {}
    for group in groups:
        for form in group:
            looked_for_by.setdefault(form, group[0])
    forms = frozenset(_plain(word) for line in _lines(legal_forms) for word in line.split())
    return MatchWords(
        tuple(map(frozenset, groups)),
        looked_for_by,
        frozenset(_plain(word) for line in _lines(titles) for word in line.split()),
        forms,
        tuple(sorted(filter(unspaced, forms), key=len, reverse=True)),
        frozenset(word for line in _lines(shared_mailboxes) for word in line.split()),
    )


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


# -- ways to reach a person ----------------------------------------------------------------------------------------


def detail_key(kind: str, value: str) -> str:
    """The key of one detail of a contact (`email`, `phone`, `link`; others have none), empty where there is none.

    The keys of the kinds differ: `ada@example.org`, `tel:5551234`, `in:ada-lovelace`.
    """
    if kind == "email":
        return email_key(value)
    if kind == "phone":
        return phone_key(value)
    return profile_key(value) if kind == "link" else ""


def email_key(value: str) -> str:
    """An e-mail address without case and `mailto:`; empty for what is not one."""
    text = value.strip().casefold().removeprefix("mailto:").strip(" <>")
    name, at, host = text.rpartition("@")
    return text if at and name and host and " " not in text else ""


def phone_key(value: str) -> str:
    """`tel:` and the last seven digits of a number; empty where there are fewer."""
    digits = number_digits(value)
    return number_key(digits) if len(digits) > _KEY_DIGITS or len(digits.lstrip("+")) >= _KEY_DIGITS else ""


def number_key(digits: str) -> str:
    """The key of a number's digits."""
    return f"tel:{digits[-_KEY_DIGITS:]}"


@lru_cache(maxsize=20_000)
def number_digits(value: str) -> str:
    """The digits of a phone number that tell it apart: an international one begins with `+`.

    Without an extension, the `(0)` after a country code, and the zero dialled before an area code.
    """
    text = value
    if not _PLAIN_NUMBER.match(value):
        text = _EXTENSION.split(value.strip().casefold().removeprefix("tel:"), maxsplit=1)[0]
    international = text.lstrip(" (").startswith(("+", "00", "＋"))
    if international:
        text = text.replace("(0)", "")
    digits = _NO_DIGITS.sub("", text)
    if not digits.isascii():
        digits = "".join([str(int(digit)) for digit in digits])
    if international:
        return f"+{digits.removeprefix('00')}"
    if len(digits) == 11 and digits.startswith("8"):  # what Russia dials before its own numbers
        return digits[1:]
    return digits.lstrip("0")


def same_number(one: str, other: str) -> bool:
    """Whether two numbers, as `number_digits` gives them, are one: where a code is missing, the rest must agree."""
    if one.startswith("+") and other.startswith("+"):
        return one == other
    short, long = sorted((one.lstrip("+"), other.lstrip("+")), key=len)
    return len(short) >= _KEY_DIGITS and long.endswith(short)


def profile_key(value: str) -> str:
    """`in:` and the public name of a LinkedIn profile; empty for other addresses."""
    if "linkedin" not in (text := value.casefold()):
        return ""
    address = text.strip().split("?", 1)[0].split("#", 1)[0].removeprefix("https://").removeprefix("http://")
    host, *path = filter(None, address.split("/"))
    if host.split(".")[-2:] != ["linkedin", "com"]:
        return ""
    path = path[1:] if path[:1] in (["mwlite"], ["m"]) else path
    if len(path) < 2 or path[0] not in ("in", "pub"):
        return ""
    name = fold(unquote(path[1]))
    if path[0] == "pub" and len(path) >= 5:  # /pub/ada-lovelace/1/234/567 now leads to /in/ada-lovelace-5672341
        name += f"-{path[4].zfill(3)}{path[3].zfill(3)}{path[2]}"
    return f"in:{name}"


def is_shared_mailbox(email: str, words: MatchWords) -> bool:
    """Whether an e-mail key is of an office, as info@…, which several people answer."""
    return email.split("@", 1)[0].split("+", 1)[0] in words.shared_mailboxes


# -- names ---------------------------------------------------------------------------------------------------------


def name_parts(name: str, words: MatchWords) -> tuple[str, ...]:
    """The words of a person's name folded and in order, the family name last where a comma says which it is.

    Titles and degrees are left out, unless nothing else is there.
    """
    if name.isascii() and name.replace(" ", "").isalpha():  # as most are
        parts = name.lower().split()
    else:
        family, comma, given = name.partition(",")
        parts = _name_words(family)
        if comma:
            rest = _name_words(given)
            only_titles = all(part in words.titles for part in rest)
            parts = [*parts, *rest] if only_titles else [*rest, *parts]
    if words.titles.isdisjoint(parts):
        return tuple([_spelled(part) for part in parts])
    return tuple([_spelled(part) for part in parts if part not in words.titles] or map(_spelled, parts))


def name_key(parts: Iterable[str], words: MatchWords) -> str:
    """The same for every order, initial and nickname of a name: its words sorted, each as its group is looked for."""
    found = list(parts)
    if not all(map(str.isascii, found)) and any(map(unspaced, found)):  # 山田 太郎 is 山田太郎
        return "".join(found)
    full = [part for part in found if len(part) > 1] if len(found) > 2 else found
    return " ".join(sorted([words.looked_for_by.get(part, part) for part in full or found]))


def same_given(one: str, other: str, words: MatchWords) -> bool:
    """Whether two words of names may mean one: equal, an initial, or forms of one given name."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1] and one[:1].isalpha()
    if one not in words.looked_for_by or other not in words.looked_for_by:
        return False
    return any(one in group and other in group for group in words.nicknames)


@lru_cache(maxsize=20_000)
def _spelled(word: str) -> str:
    """A word in the one spelling of its characters: folded, Müller as Mueller."""
    word = fold(word)
    for long, short in _SPELLINGS:
        word = word.replace(long, short)
    return word


def _name_words(text: str) -> list[str]:
    folded = fold(text)
    if not folded.replace(" ", "").isalpha():
        for written, meant in _PHRASES:
            folded = folded.replace(written, meant)
        if folded.isascii():  # half the time
            return _ASCII_WORDS.findall(folded.replace("'", ""))
        folded = folded.translate(_MARKS)
    return folded.split()  # numbers too: Desk 1 is not Desk 2


_ASCII_WORDS = re.compile("[a-z0-9]+")
# Apostrophes vanish (O'Brien is OBrien), other marks part words (Anne-Marie is Anne Marie).
_MARKS = {**dict.fromkeys(map(ord, "'’‘`´ʼʻ")), **dict.fromkeys(map(ord, '.,;:()[]{}"“”„«»-‐‑–—/|_*&+'), " ")}
_PHRASES = (("ph.d", "phd"), ("rer. nat", "rer"), ("m.d.", "md"), ("m.sc", "msc"), ("b.sc", "bsc"))


def unspaced(word: str) -> bool:
    """Whether a word is of a script that writes names without a space: Han, kana, or Hangul taken apart."""
    return any("\u3040" <= character <= "\u9fff" or "\u1100" <= character <= "\u11ff" for character in word)


# -- organisations -------------------------------------------------------------------------------------------------


def organisation_key(name: str, words: MatchWords) -> str:
    """The name of an organisation folded, without its legal form and punctuation; `&` is `and`.

    A name of nothing but legal forms stays whole.
    """
    folded = fold(name)
    if not folded.isascii():
        for form in words.unspaced_forms:  # 株式会社 comes before or after a name without a space
            if form in folded and folded != form:
                folded = folded.removeprefix(form).removesuffix(form)
    if not folded.replace(" ", "").isalnum():
        folded = folded.translate(_ORGANISATION_MARKS)
    parts = _initials_joined(folded.split())
    first, last = 0, len(parts)
    while last > 1 and parts[last - 1] in words.legal_forms:
        last -= 1
        while last > 1 and parts[last - 1] == "and":  # GmbH & Co. KG
            last -= 1
    while first < last - 1 and (parts[first] in _BEFORE or parts[first] == "the"):
        first += 1
    return " ".join(map(_spelled, parts[first:last]))


def _initials_joined(parts: list[str]) -> list[str]:
    """S. p. A., A/S and d. o. o. are one word each, however they are written."""
    if all(len(part) > 1 for part in parts):
        return parts
    joined: list[str] = []
    growing = False
    for part in parts:
        short = len(part) == 1
        if growing and (short or (joined[-1], part) == ("z", "oo")):
            joined[-1] += part
        else:
            joined.append(part)
        growing = short
    return joined


# Legal forms that come before the name.
_BEFORE = frozenset(("pt", "ab", "oao", "zao", "ooo", "ооо", "оао", "зао", "ао", "пао", "gk", "kk", "тов"))
# Dots and apostrophes vanish (S.p.A. is SpA), other marks part words.
_ORGANISATION_MARKS = {
    **dict.fromkeys(map(ord, ".'’‘`´ʼ")),
    **dict.fromkeys(map(ord, ',;:()[]{}"“”„«»-‐‑–—/|_*!?@#®™©'), " "),
    **dict.fromkeys(map(ord, "&+"), " and "),
}


def _plain(word: str) -> str:
    return fold(word).replace(".", "")
