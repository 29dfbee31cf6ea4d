"""People from a file of another program, whatever kind it is: the one way in for every import."""

import io
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from desktop.core.errors import ReadError
from desktop.core.people.incoming import FileKind, Reading
from desktop.core.progress import ProgressReport
from desktop.formats.bounds import open_ordinary, refuse_more
from desktop.formats.contact_csv import read_contact_table
from desktop.formats.decoding import to_utf8
from desktop.formats.vcard import read_vcards
from desktop.texts.catalogue import CodedText, coded

# More than any export of real people holds; a small archive can unpack to anything. Tables hold no pictures.
FILE_SIZE_LIMIT = 128 * 1024 * 1024
TABLE_LIMIT = 32 * 1024 * 1024
_MEMBERS = 50  # files read from one archive

_VCARD_ENDINGS = (".vcf", ".vcard", ".vcs")
_TABLE_ENDINGS = (".csv", ".tsv", ".txt")
_LINKEDIN = "connections.csv"
_FOREIGN = (
    (b"%PDF", "read_errors.pdf"),
    (b"\x89PNG", "read_errors.picture"),
    (b"\xff\xd8\xff", "read_errors.picture"),
    (b"GIF8", "read_errors.picture"),
    (b"SQLite format 3", "read_errors.database"),
    (b"\xd0\xcf\x11\xe0", "read_errors.office"),
    (b"\x7fELF", "read_errors.program"),
    (b"MZ\x90", "read_errors.program"),
    (b"\x1f\x8b", "read_errors.compressed"),
    (b"7z\xbc\xaf", "read_errors.compressed"),
    (b"Rar!", "read_errors.compressed"),
)


def read_people(path: Path, kind: FileKind | None = None, report: ProgressReport | None = None) -> Reading:
    """All people in a vCard file, a table, or a ZIP archive with either in it, told apart by content.

    `kind` forces vCard or table. `report(done, total)` is called now and then; what it raises ends the reading.

    Raises:
        ReadError: the file cannot be opened, is too large, or is no file of contacts.
    """
    data = bytes_of(path, FILE_SIZE_LIMIT)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _read_archive(data, path.name, kind, report)
    return read_bytes(data, path.name, kind, report)


def bytes_of(path: Path, limit: int) -> bytes:
    """The content of a file of at most `limit` bytes.

    Raises:
        ReadError: it cannot be opened or is too large.
    """
    try:
        if path.stat().st_size > limit:
            raise _too_large(path.name, limit)
        with open_ordinary(path) as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise _too_large(path.name, limit)
        return data
    except IsADirectoryError as error:
        raise ReadError("read_errors.is_folder", name=path.name) from error
    except FileNotFoundError as error:
        raise ReadError("read_errors.not_there", path=path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or coded("read_errors.no_file_name")
        raise ReadError("read_errors.unreadable_contacts", name=path.name, reason=reason) from error


def read_bytes(data: bytes, name: str, kind: FileKind | None = None, report: ProgressReport | None = None) -> Reading:
    """The same for the content of a file that is no archive.

    Raises:
        ReadError: it is no file of contacts.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise ReadError("read_errors.empty_contacts", name=name)
    if kind is None:
        kind = file_kind_of(data, name)
    if kind is FileKind.VCARD:
        return read_vcards(data, name, report)
    if len(data) > TABLE_LIMIT:
        raise _too_large(name, TABLE_LIMIT)
    return read_contact_table(data, name, kind, report)


def file_kind_of(data: bytes, name: str) -> FileKind:
    """What the content looks like; the ending of the name decides only where the content does not.

    Raises:
        ReadError: it is no file of contacts.
    """
    for start, what in _FOREIGN:
        if data.startswith(start):
            raise _not_contacts(name, coded(what))
    text = to_utf8(data)
    start = text[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:15].upper().startswith(b"BEGIN:VCALENDAR"):
        raise _not_contacts(name, coded("read_errors.calendar"))
    if start[:1] == b"<":
        raise _not_contacts(name, coded("read_errors.web_page"))
    if start[:1] in (b"{", b"["):
        raise _not_contacts(name, coded("read_errors.json"))
    if b"BEGIN:VCARD" in text.upper() or name.lower().endswith(_VCARD_ENDINGS):
        return FileKind.VCARD
    return FileKind.CSV


def _read_archive(data: bytes, name: str, kind: FileKind | None, report: ProgressReport | None) -> Reading:
    """The contacts in a ZIP archive: LinkedIn's Connections.csv, else all vCard files, else all tables."""
    reading = Reading()
    for member, content in _unpacked(data, name):
        reading += read_bytes(content, f"{name}/{member}", kind, report)
        refuse_more(len(reading.people) + len(reading.skipped), name)
    return reading


def _unpacked(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """Names and contents of the files in the archive that hold contacts."""
    contents: list[tuple[str, bytes]] = []
    left = FILE_SIZE_LIMIT
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in _chosen(archive.infolist(), name)[:_MEMBERS]:
                # The size in the archive's own list may lie, so no more than the limit is ever unpacked.
                with archive.open(member) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise _too_large(name, FILE_SIZE_LIMIT)
                contents.append((PurePosixPath(member.filename).name, content))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if "encrypted" in str(error) or "password" in str(error):
            raise ReadError("read_errors.zip_with_password", name=name) from error
        raise ReadError("read_errors.zip_damaged", name=name) from error
    return contents


def _chosen(members: list[zipfile.ZipInfo], name: str) -> list[zipfile.ZipInfo]:
    def ending_in(*endings: str) -> list[zipfile.ZipInfo]:
        return [member for member in members if member.filename.lower().endswith(endings)]

    linkedin = [member for member in members if PurePosixPath(member.filename).name.lower() == _LINKEDIN]
    chosen = linkedin[:1] or ending_in(*_VCARD_ENDINGS) or ending_in(".csv", ".tsv")
    if chosen:
        return chosen
    if any(member.filename == "xl/workbook.xml" for member in members):
        raise ReadError("read_errors.workbook", name=name)
    raise ReadError("read_errors.zip_without_contacts", name=name)


def _too_large(name: str, limit: int) -> ReadError:
    return ReadError("read_errors.too_large", name=name, megabytes=limit // 1024 // 1024)


def _not_contacts(name: str, what: CodedText) -> ReadError:
    return ReadError("read_errors.no_contacts", name=name, what=what)
