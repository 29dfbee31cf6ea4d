"""Addresses are opened on the user's click only, and only harmless ones."""

import pytest

from desktop.ui.widgets.links import as_url


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "ftp://example.org", "", "smb://x/y"])
def test_other_schemes_are_refused(address: str) -> None:
    assert as_url(address) is None


def test_a_web_address_may_leave_out_its_scheme() -> None:
    url = as_url("example.org/people?id=1")
    assert url is not None
    assert url.toString() == "https://example.org/people?id=1"


def test_a_mailbox_takes_no_headers() -> None:
    url = as_url("ada@example.org?bcc=eve@example.org&body=x", "mailto")
    assert url is not None
    assert not url.hasQuery()
    assert "%3Fbcc" in url.toEncoded().data().decode()


def test_a_phone_number_keeps_its_digits_only() -> None:
    url = as_url("+49 (0)30 5550-100;ext=1", "tel")
    assert url is not None
    assert url.toString() == "tel:+4903055501001"
