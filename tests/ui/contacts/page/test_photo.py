"""The photo beside a name: there where the contact has one, harmless whatever its bytes are."""

import io

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop.core.contact import Contact, Photo
from desktop.ui.contacts.page.page import ContactPage
from desktop.ui.contacts.page.photo import ContactPhoto, picture_of
from desktop.ui.workspace import Workspace


def photo(width: int, height: int) -> Photo:
    file = io.BytesIO()
    Image.new("RGB", (width, height), (200, 80, 40)).save(file, "PNG")
    return Photo("image/png", file.getvalue())


@pytest.mark.usefixtures("qapp")
def test_a_picture_fits_its_square_and_keeps_its_shape() -> None:
    size = picture_of(photo(400, 200), 64, 2.0).size()
    assert (size.width(), size.height()) == (128, 64)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "broken", [Photo("image/png", b""), Photo("image/png", b"no picture"), photo(5000, 10)], ids=["", "text", "large"]
)
def test_what_is_no_picture_of_a_person_is_not_shown(broken: Photo) -> None:
    assert picture_of(broken, 64).isNull()


def test_the_page_shows_the_photo_of_whom_it_is_about_and_forgets_it_for_the_next(
    workspace: Workspace, qtbot: QtBot
) -> None:
    store = workspace.store
    with store.action("Add"):
        ann, bo = store.contacts.add_all((Contact(name="Ann", photo=photo(96, 96)), Contact(name="Bo")))
    page = ContactPage(workspace)
    qtbot.addWidget(page)
    shown = page.findChild(ContactPhoto)
    assert shown is not None
    page.show_contact(ann)
    assert not shown.isHidden()
    assert shown.accessibleName() == "Photo of Ann"
    page.show_contact(bo)
    assert shown.isHidden()
