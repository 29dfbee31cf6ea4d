"""Messages handed to the mail program, read back by the standard parsers of links and mail."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import compat32, default
from email.utils import getaddresses, parsedate_to_datetime
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.formats.mail import MAILTO_LIMIT, Address, eml_bytes, fits_mailto, mail_file_name, mailto, parse_address
from desktop.formats.written_text import writable, writable_line
from tests.formats.hostile import INJECTIONS, TEXTS

OMEGA = Address("omega@example.org", "Omega")
ME = Address("me@example.org", "Ada Lovelace")
WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=1)))
HEADERS = ["Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version", "Subject", "To", "X-Unsent"]


def read(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def body_of(message: EmailMessage) -> str:
    content = message.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n").removesuffix("\n")


def mailboxes(data: bytes, header: str) -> Sequence[tuple[str, str]]:
    """Names and addresses of a header, taken apart first and decoded after, as RFC 2047 has it."""
    raw = str(message_from_bytes(data, policy=compat32)[header])
    return [(str(make_header(decode_header(name))), email) for name, email in getaddresses([raw])]


def taken_apart(link: str) -> tuple[str, list[tuple[str, str]]]:
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    assert not parts.fragment
    assert not parts.netloc
    return parts.path, parse_qsl(parts.query, strict_parsing=bool(parts.query), keep_blank_values=True)


def test_a_link_opens_a_draft_with_everything_in_it() -> None:
    link = mailto(OMEGA, "A question about tides & maps", "Dear Omega,\nI read 100 % of it.\n\nAda")
    assert link == (
        "mailto:omega@example.org?subject=A%20question%20about%20tides%20%26%20maps"
        "&body=Dear%20Omega%2C%0D%0AI%20read%20100%20%25%20of%20it.%0D%0A%0D%0AAda"
    )


def test_a_link_without_an_address_or_text_is_one_too() -> None:
    assert mailto(None, "", "") == "mailto:"
    assert mailto(OMEGA, "", "") == "mailto:omega@example.org"
    assert mailto(None, "Hello", "") == "mailto:?subject=Hello"


@given(TEXTS, TEXTS)
def test_whatever_is_typed_stays_subject_and_body_of_the_link(subject: str, body: str) -> None:
    if not fits_mailto(OMEGA, subject, body):
        return
    link = mailto(OMEGA, subject, body)
    assert link.isascii()
    assert link.isprintable()
    expected = [("subject", writable_line(subject)), ("body", writable(body).replace("\n", "\r\n"))]
    assert taken_apart(link) == ("omega@example.org", [(name, value) for name, value in expected if value])


@pytest.mark.parametrize("text", INJECTIONS)
def test_hostile_texts_come_back_from_the_link_literally(text: str) -> None:
    if fits_mailto(OMEGA, text, ""):
        assert taken_apart(mailto(OMEGA, text, ""))[1] == [("subject", writable_line(text))]
    else:
        assert len(text) > 300


def test_a_text_too_long_for_a_link_says_so_and_what_to_do() -> None:
    body = "x" * 10_000
    assert not fits_mailto(OMEGA, "Hello", body)
    with pytest.raises(UserError, match="too long"):
        mailto(OMEGA, "Hello", body)


def test_the_limit_counts_what_is_encoded() -> None:
    room = MAILTO_LIMIT - len(mailto(OMEGA, "", "x")) + 1
    assert fits_mailto(OMEGA, "", "x" * room)
    assert not fits_mailto(OMEGA, "", "x" * (room + 1))
    assert not fits_mailto(OMEGA, "", "ü" * (room // 3))


@given(TEXTS, TEXTS, TEXTS)
def test_whatever_is_typed_reads_back_from_the_mail_file(name: str, subject: str, body: str) -> None:
    data = eml_bytes(Address("me@example.org", name), Address("omega@example.org", name), subject, body, WHEN)
    message = read(data)
    assert sorted(message.keys()) == HEADERS
    assert message["Subject"] == writable_line(subject)
    assert body_of(message) == writable(body).removesuffix("\n")  # a last line always ends in one
    assert not message.is_multipart()
    assert mailboxes(data, "From") == [(writable_line(name), "me@example.org")]
    assert mailboxes(data, "To") == [(writable_line(name), "omega@example.org")]
    (seen,) = message["To"].addresses
    assert seen.addr_spec == "omega@example.org"
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 78
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)


def test_a_mail_file_is_a_draft_with_its_date() -> None:
    message = read(eml_bytes(ME, OMEGA, "Hello", "Dear Omega", WHEN))
    assert message["X-Unsent"] == "1"
    assert parsedate_to_datetime(message["Date"]) == WHEN
    assert message["From"] == "Ada Lovelace <me@example.org>"
    assert message["To"] == "Omega <omega@example.org>"
    assert body_of(message) == "Dear Omega"


def test_a_draft_needs_neither_sender_nor_recipient() -> None:
    message = read(eml_bytes(None, None, "Hello", "", datetime(2026, 3, 2, tzinfo=UTC)))
    assert sorted(message.keys()) == [header for header in HEADERS if header not in ("From", "To")]


def test_plain_letters_stay_readable_in_the_file() -> None:
    data = eml_bytes(Address("me@example.org", 'Ada "A." Lovelace, Ph.D.'), OMEGA, "Tides", "Grüße aus Hull", WHEN)
    assert b'From: "Ada \\"A.\\" Lovelace, Ph.D." <me@example.org>' in data
    assert b"Subject: Tides\r\n" in data
    assert b"Gr=C3=BC=C3=9Fe aus Hull" in data


def test_addresses_in_other_scripts_are_kept() -> None:
    address = parse_address("jörg@bücher.example")
    assert address is not None
    assert "To: jörg@xn--bcher-kva.example\r\n".encode() in eml_bytes(None, address, "Hello", "", WHEN)
    assert mailto(address, "", "") == "mailto:j%C3%B6rg@xn--bcher-kva.example"


def test_an_address_with_signs_of_a_link_stays_an_address() -> None:
    address = parse_address("a+b?bcc=x&cc=y%0D#z@example.org")
    assert address is not None
    link = mailto(address, "Hello", "")
    assert link.startswith("mailto:a%2Bb%3Fbcc%3Dx%26cc%3Dy%250D%23z@example.org?subject=")


@pytest.mark.parametrize(
    ("text", "email", "name"),
    [
        ("omega@example.org", "omega@example.org", "Given"),
        ("  omega@example.org\n", "omega@example.org", "Given"),
        ('"Omega" <omega@example.org>', "omega@example.org", "Omega"),
        ("Omega Ø. <omega@example.org>", "omega@example.org", "Omega Ø."),
        ('"Omega \\"O\\", Dr." < omega@example.org >', "omega@example.org", 'Omega "O", Dr.'),
        ("<omega@example.org>", "omega@example.org", "Given"),
        ("mailto:omega@example.org", "omega@example.org", "Given"),
        ("Omega <MAILTO:omega@example.org>", "omega@example.org", "Omega"),
        ("o'mega+job@sub.example.org", "o'mega+job@sub.example.org", "Given"),
        ("Omega\r\nBcc: x <omega@example.org>", "omega@example.org", "Omega Bcc: x"),
    ],
)
def test_an_address_is_found_as_people_write_it(text: str, email: str, name: str) -> None:
    assert parse_address(text, "Given") == Address(email, name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "omega",
        "@example.org",
        "omega@",
        "omega@example..org",
        "omega@-example.org",
        ".omega@example.org",
        "a@example.org, b@example.org",
        "a@example.org;b@example.org",
        "a@example.org b@example.org",
        "A <a@example.org>, B <b@example.org>",
        "a@example.org; B <b@example.org>",
        "mailto:a@example.org?bcc=b@example.org",
        "a@example.org?bcc=b",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org\nBcc:b",
        "a\x00b@example.org",
        "a@exam\u202eple.org",
        "a@\ud800.org",
        "a" * 250 + "@example.org",
        "a@" + "x" * 70 + "é.org",
    ],
)
def test_what_is_not_one_address_is_none(text: str) -> None:
    assert parse_address(text) is None
    with pytest.raises(ValueError, match="address"):
        Address(text)


@given(TEXTS | st.emails() | st.emails().map(lambda email: f'"x" <{email}>'))
def test_what_is_taken_for_an_address_leads_to_one_recipient(text: str) -> None:
    address = parse_address(text)
    if address is None:
        return
    recipient, fields = taken_apart(mailto(address, "s", "b"))
    assert fields == [("subject", "s"), ("body", "b")]
    assert recipient.count("@") == 1
    assert "," not in recipient
    seen = read(eml_bytes(ME, address, "s", "b", WHEN))["To"].addresses
    assert len(seen) == 1


@given(st.from_regex(r"[a-z0-9]{1,8}(\.[a-z0-9]{1,8})?@[a-z0-9]{1,8}\.[a-z]{2,5}", fullmatch=True))
def test_usual_addresses_are_always_found(email: str) -> None:
    assert parse_address(f"<{email}>") == Address(email)


def test_the_name_of_a_mail_file_is_never_a_path_and_may_leave_the_person_out() -> None:
    assert mail_file_name("Ada Lovelace") == "ada-lovelace-mail.eml"
    assert mail_file_name("../../etc/passwd\x00") == "etc-passwd-mail.eml"
    assert mail_file_name("CON") == "con-mail.eml"
    assert mail_file_name("👩") == "mail.eml"
    assert mail_file_name("Ada Lovelace", private=True) == "mail.eml"


@given(TEXTS)
def test_every_name_gives_a_file_name_that_every_system_takes(name: str) -> None:
    found = mail_file_name(name)
    assert found.endswith("mail.eml")
    assert all(letter.isalnum() or letter in "-." for letter in found)
    assert len(found.encode()) <= 255
