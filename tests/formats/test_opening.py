"""What is asked about before it is read, and what is not."""

import zipfile
from pathlib import Path

import pytest

from desktop.core.errors import ReadError
from desktop.core.people.incoming import Reading
from desktop.formats.opening import open_file
from desktop.formats.table_mapping import TableFile

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n"


def test_cards_are_read_at_once_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(CARD)
    opened = open_file(path)
    assert isinstance(opened, Reading)
    assert [person.contact.name for person in opened.people] == ["Ada"]


def test_a_table_is_opened_only(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Wer;Wo\nAda;Engine Works\n")
    opened = open_file(path)
    assert isinstance(opened, TableFile)
    assert opened.preview


def test_an_archive_is_read_with_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Connections.csv", "First Name,Last Name,Connected On\nAda,Byron,1 May 2024\n")
    opened = open_file(path)
    assert isinstance(opened, Reading)
    assert len(opened.people) == 1


@pytest.mark.parametrize("content", [b"", b"  \n", b"%PDF-1.7"])
def test_what_is_no_file_of_contacts_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(ReadError, match="Nothing was changed"):
        open_file(path)
