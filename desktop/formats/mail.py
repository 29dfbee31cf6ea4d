"""Hands a written message over to the user's mail program: as a `mailto:` link, or as a draft in an `.eml` file.

Nothing that was typed can become a header, a further recipient or a parameter of the link.
"""

import re
from base64 import b64encode
from datetime import datetime
from urllib.parse import quote

from msgspec import Struct

from desktop.core.errors import UserError
from desktop.core.text import one_line
from desktop.formats.written_text import safe_stem, writable, writable_line

MAILTO_LIMIT = 2000  # characters; some mail programs and the Windows shell cut links off soon after
_LONGEST_PLAIN = 60  # characters of a header that is not encoded, so that it needs no folding
_BYTES_A_WORD = 42  # before base64, a multiple of 3

# Dots may not be at the ends or together; blanks, brackets, quotes, commas and the like never.
_WORD = r"[^\s\"(),:;<>@\[\\\].\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+"
_LOCAL = re.compile(rf"{_WORD}(?:\.{_WORD})*")
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_NAMED = re.compile(r'(?P<name>"(?:[^"\\]|\\.)*"|[^<>]*)\s*<(?P<email>[^<>]*)>', re.DOTALL)
_SEVERAL = re.compile(r"@.*[,;]", re.DOTALL)


class Address(Struct, frozen=True):
    """One e-mail address with the name that is before it, possibly empty.

    Raises:
        ValueError: if `email` is not an address; `parse_address` answers `None` instead.
    """

    email: str
    name: str = ""

    def __post_init__(self) -> None:
        local, at, domain = self.email.rpartition("@")
        if not (at and len(self.email) <= 254 and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain)):
            raise ValueError("not an e-mail address")
        try:
            _ascii_domain(domain)
        except UnicodeError as problem:
            raise ValueError("not an e-mail address") from problem


def parse_address(text: str, name: str = "") -> Address | None:
    """The one address in a field as people fill it: `a@x.org`, `<a@x.org>`, `"Ada, B." <a@x.org>`, `mailto:a@x.org`.

    A name in the field goes before `name`. `None` if the field is empty, holds no address or more than one.
    """
    text = text.strip()
    named = _NAMED.fullmatch(text)
    if named:
        if not named["name"].startswith('"') and _SEVERAL.search(named["name"]):
            return None
        name = _unquoted(named["name"]) or name
        text = named["email"].strip()
    try:
        return Address(re.sub(r"\Amailto:", "", text, flags=re.IGNORECASE), writable_line(name))
    except ValueError:
        return None


def _unquoted(name: str) -> str:
    name = name.strip()
    if len(name) >= 2 and name[0] == name[-1] == '"':
        return re.sub(r"\\(.)", r"\1", name[1:-1]).strip()
    return name


def mailto(to: Address | None, subject: str, body: str) -> str:
    """The link that opens a draft in the mail program (RFC 6068), everything typed percent-encoded.

    Raises:
        UserError: if the link would be cut off; `fits_mailto` says so beforehand, and an `.eml` file has no limit.
    """
    link = _link(to, subject, body)
    if len(link) > MAILTO_LIMIT:
        raise UserError("write_errors.long_mail_link")
    return link


def fits_mailto(to: Address | None, subject: str, body: str) -> bool:
    """Whether the link is short enough for every mail program."""
    return len(_link(to, subject, body)) <= MAILTO_LIMIT


def _link(to: Address | None, subject: str, body: str) -> str:
    recipient = quote(_ascii_email(to.email), safe="@") if to else ""
    fields = [("subject", writable_line(subject)), ("body", writable(body).replace("\n", "\r\n"))]
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields if value)
    return f"mailto:{recipient}?{query}" if query else f"mailto:{recipient}"


def eml_bytes(sender: Address | None, to: Address | None, subject: str, body: str, date: datetime) -> bytes:
    """The message as a mail file (RFC 5322) that mail programs open as a draft, for `X-Unsent` tells them so.

    Args:
        date: when it was written, with its zone.
    """
    from email.message import EmailMessage
    from email.policy import SMTP
    from email.utils import format_datetime

    headers = ["X-Unsent: 1", f"Date: {format_datetime(date)}"]
    headers += [f"{name}: {_mailbox(address)}" for name, address in (("From", sender), ("To", to)) if address]
    headers.append(f"Subject: {_words(writable_line(subject))}")
    content = EmailMessage(policy=SMTP)
    content.set_content(writable(body), charset="utf-8", cte=_transfer(writable(body)))
    # The library folds names with commas, and texts that look encoded, differently from version to version and not
    # always so that they read back; so these few headers are written here, and it writes the rest.
    return "".join(f"{header}\r\n" for header in headers).encode() + content.as_bytes()


def mail_file_name(name: str, private: bool = False) -> str:
    """A name for the mail file, never a path: `ada-lovelace-mail.eml`; without the contact's name if `private`."""
    stem = "" if private else safe_stem(name)
    return f"{stem}-mail.eml" if stem else "mail.eml"


def _mailbox(address: Address) -> str:
    """The address as it is in a header (RFC 5322); a local part in another script stays (RFC 6532)."""
    email = _ascii_email(address.email)
    name = writable_line(address.name)
    if not name:
        return email
    shown = '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    if not _is_plain(name) or len(shown) > _LONGEST_PLAIN:
        shown = _encoded(name)
    return f"{shown}\r\n <{email}>" if len(shown) + len(email) > _LONGEST_PLAIN else f"{shown} <{email}>"


def _words(text: str) -> str:
    return text if _is_plain(text) else _encoded(text)


def _is_plain(text: str) -> bool:
    """Whether every reader takes the text as it is: short, ASCII, single blanks, nothing that looks encoded."""
    return text.isascii() and len(text) <= _LONGEST_PLAIN and "=?" not in text and text == one_line(text)


def _encoded(text: str) -> str:
    """The text in encoded words of at most 75 characters (RFC 2047), one a line, none splitting a character."""
    words: list[bytes] = [b""]
    for letter in text:
        coded = letter.encode()
        if len(words[-1]) + len(coded) > _BYTES_A_WORD:
            words.append(b"")
        words[-1] += coded
    return "\r\n ".join(f"=?utf-8?b?{b64encode(word).decode('ascii')}?=" for word in words)


def _transfer(body: str) -> str:
    """Quoted-printable where most of it stays readable, base64 otherwise; both stay within short ASCII lines."""
    beyond_ascii = sum(not letter.isascii() for letter in body)
    return "base64" if beyond_ascii * 6 > len(body) else "quoted-printable"


def _ascii_email(email: str) -> str:
    """The address with its domain as the mail system knows it; a local part in another script stays."""
    local, _, domain = email.rpartition("@")
    return f"{local}@{_ascii_domain(domain)}"


def _ascii_domain(domain: str) -> str:
    return domain if domain.isascii() else domain.encode("idna").decode("ascii")
