"""The photo of a contact, small, beside the name; nothing where there is none.

The size is read before the picture is unpacked: what a file brings is shown only as far as it is a picture of a person.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop.core.contact import Contact, Photo
from desktop.store.store import Store
from desktop.ui.theme import Theme

_SIDE = 64
_LARGEST = 2048  # pixels on a side; what Groundwork keeps is smaller


def picture_of(photo: Photo, side: int, ratio: float = 1.0) -> QPixmap:
    """The photo to fit a square of `side` pixels; an empty picture where it is not one or too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(photo.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _LARGEST:
        return QPixmap()
    length = round(side * ratio)
    reader.setScaledSize(size.scaled(QSize(length, length), Qt.AspectRatioMode.KeepAspectRatio))
    picture = QPixmap.fromImage(reader.read())
    picture.setDevicePixelRatio(ratio)
    return picture


class ContactPhoto(QLabel):
    """Shows the photo of one contact."""

    def __init__(self, store: Store, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._theme = theme
        self.hide()

    def show_contact(self, contact: Contact) -> None:
        """Show this contact's photo, or nothing."""
        (whole,) = self._store.contacts.with_cards((contact,))
        if whole.photo is None:
            self.hide()
            return
        picture = picture_of(whole.photo, self._theme.px(_SIDE), self.devicePixelRatioF())
        self.setPixmap(picture)
        self.setAccessibleName(self.tr("Photo of {0}").format(contact.name))
        self.setVisible(not picture.isNull())
