"""Opening what people typed as an address: on the user's click, and only what is harmless."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def as_url(address: str, scheme: str = "") -> QUrl | None:
    """The URL of an address, `None` if it is not one that may be opened.

    With `scheme` `mailto` or `tel` the whole address is one mailbox or number: nothing in it can add a header.
    Without, a web address may leave out `https://`.
    """
    address = address.strip()
    if scheme in ("mailto", "tel"):
        url = QUrl()
        url.setScheme(scheme)
        kept = (
            "".join(letter for letter in address if letter.isdigit() or letter == "+") if scheme == "tel" else address
        )
        url.setPath(kept, QUrl.ParsingMode.DecodedMode)
        return url if kept else None
    if "://" not in address:
        address = f"https://{address}"
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url if url.isValid() and url.scheme().lower() in ("http", "https") and url.host() else None


def open_address(address: str, scheme: str = "") -> bool:
    """Open an address in the system's own program; `False` if it may not be opened or nothing took it."""
    url = as_url(address, scheme)
    return url is not None and QDesktopServices.openUrl(url)
