"""The JSON archive, format `groundwork-archive`, version 1.

One JSON object in UTF-8:

    {"format": "groundwork-archive", "version": 1,
    "program": "0.1.0", "written_at": "2026-11-23T09:00:00Z",
    "schema": 3, "store": {"id": "…", "match_rules": 1}, "confidential": false,
    "last_ids": {"contact": 214},
    "tables": {
    "contact": [
    {"id": 1, "name": "Amara Okafor", …},
    {"id": 2, "name": "Ben Ito", …}
    ],
    "meeting": [
    ]
    }}

- `schema` is the number of the schema the rows belong to (`desktop/store/migrations`); each row holds its columns by
  name. Days are `2026-11-26`, moments `2026-11-26T09:00:00Z` in UTC, codes as in `desktop/core`, lists JSON in a text.
- Bytes, which only photos have, are written as `{"base64": "…"}`.
- Every row has a line of its own, and so has the beginning and the end of every table: large archives are read line by
  line. One that another program wrote with other line breaks is read too, up to `SMALL` bytes.
- Deleted things are not in it. Without `confidential`, the answers given in confidence and what was feared and what
  happened are empty.
- A reader refuses a `version` or `schema` newer than it knows. Columns that are missing take their defaults.
"""

import base64
import binascii
import json
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from desktop.core.errors import ReadError
from desktop.core.export.archive import ArchiveCounts, ArchiveHead, ArchiveRow, ArchiveTable, Value
from desktop.core.progress import ProgressReport
from desktop.formats.bounds import open_ordinary
from desktop.places import write_whole_from
from desktop.texts.catalogue import coded

_FORMAT = "groundwork-archive"
VERSION = 1
SMALL = 8 * 1024 * 1024
_LARGEST = 2 * 1024 * 1024 * 1024
_LONGEST_LINE = 48 * 1024 * 1024  # a photo of 32 MB
_PARTS = 200_000  # commas and brackets of one line: a row has forty
_CHUNK = 256 * 1024

_Item = ArchiveHead | tuple[str, ArchiveRow]  # what a file is read as: the head first, then each row with its table


def write_archive(
    path: Path,
    head: ArchiveHead,
    tables: Iterable[ArchiveTable],
    report: ProgressReport | None = None,
    force: bool = False,
) -> ArchiveCounts:
    """Write an archive, whole or not at all; `report(rows, 0)` is called now and then, what it raises ends it.

    `force`: also over a file that is no archive.

    Raises:
        WriteError: if the file cannot be written.
    """
    counts: dict[str, int] = {}
    write_whole_from(path, _chunked(_lines(head, tables, counts, report)), force=force)
    return ArchiveCounts(counts)


def _lines(
    head: ArchiveHead, tables: Iterable[ArchiveTable], counts: dict[str, int], report: ProgressReport | None
) -> Iterator[str]:
    about = {"id": head.store_id, "match_rules": head.match_rules}
    yield f'{{"format": "{_FORMAT}", "version": {VERSION},\n'
    yield f'"program": {_json(head.program)}, "written_at": {_json(head.written_at)},\n'
    yield f'"schema": {head.schema}, "store": {_json(about)}, "confidential": {_json(head.confidential)},\n'
    yield f'"last_ids": {_json(dict(head.last_ids))},\n"tables": {{'
    written = 0
    for number, (name, rows) in enumerate(tables):
        yield f"{',' if number else ''}\n{_json(name)}: ["
        count = 0
        for row in rows:
            yield f"{',' if count else ''}\n{_json(row)}"
            count += 1
            if report is not None and (written + count) % 500 == 0:
                report(written + count, 0)
        counts[name] = count
        written += count
        yield "\n]"
    yield "\n}}\n"


def _chunked(lines: Iterable[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= _CHUNK:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    yield "".join(waiting).encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_bytes)


def _bytes(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    raise TypeError(f"{type(value).__name__} has no place in an archive")


# -- reading --------------------------------------------------------------------------------------------------------


def is_archive(path: Path) -> bool:
    """Whether a file begins as an archive does."""
    try:
        with open_ordinary(path) as file:
            return _FORMAT.encode() in file.read(4096)
    except (OSError, ValueError, ReadError):
        return False


class ArchiveFile(Struct, frozen=True):
    """An archive as read: what it says of itself, and its rows, each with its table, read while one asks for them."""

    head: ArchiveHead
    rows: Generator[tuple[str, ArchiveRow], None, None]


def read_archive(path: Path) -> ArchiveFile:
    """An archive. The rows are read from the file one after the other; asking for them may raise `ReadError` too.

    Raises:
        ReadError: if the file cannot be read, is no archive, is damaged, or was written by a newer Groundwork.
    """
    try:
        size = path.stat().st_size
        file = open_ordinary(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or coded("read_errors.no_file_name")
        raise ReadError("read_errors.unreadable_archive", name=path.name, reason=reason) from error
    if size > _LARGEST:
        file.close()
        raise ReadError("read_errors.large_archive", name=path.name)
    items = _items(file, path.name, size)
    try:
        head = next(items)
    except BaseException:
        items.close()
        raise
    assert isinstance(head, ArchiveHead)  # what `_items` begins with
    return ArchiveFile(head, (item for item in items if not isinstance(item, ArchiveHead)))


def _items(file: BinaryIO, name: str, size: int) -> Generator[_Item]:
    """First the head, then each row with its table."""
    try:
        with file:
            yield from _by_line(file, name) if _in_lines(file) else _at_once(file, name, size)
    except (ValueError, RecursionError, KeyError, TypeError, binascii.Error) as error:
        raise _damaged(name) from error
    except OSError as error:
        raise ReadError("read_errors.archive_cut_off", name=name) from error


def _in_lines(file: BinaryIO) -> bool:
    """Whether it is set in lines as this program sets it."""
    beginning = file.read(65_536)
    file.seek(0)
    return b'\n"tables": {\n' in beginning


def _by_line(file: BinaryIO, name: str) -> Iterator[_Item]:
    before: list[bytes] = []
    for line in iter(lambda: file.readline(65_536), b""):
        before.append(line)
        if line == b'"tables": {\n':
            break
    yield _head(_parsed(b"".join(before) + b"}}"), name)
    table = ""
    for line in iter(lambda: file.readline(_LONGEST_LINE), b""):
        line = line.rstrip(b"\n").removesuffix(b",")
        if not table and line.endswith(b": ["):
            table = _name(json.loads(line.removesuffix(b": [")))
        elif table and line == b"]":
            table = ""
        elif table:
            yield table, _row(_parsed(line))
        elif line == b"}}":
            if file.read(65_536).strip():
                raise ValueError("there is something after the end")
            return
        else:
            raise ValueError("a line out of place")
    raise ValueError("the end is missing")


def _at_once(file: BinaryIO, name: str, size: int) -> Iterator[_Item]:
    if size > SMALL:
        beginning = file.read(4096)
        if _FORMAT.encode() in beginning:
            raise ReadError("read_errors.archive_not_in_lines", name=name)
        raise ReadError("read_errors.no_archive", name=name)
    content = _parsed(file.read(), limit=2_000_000)
    yield _head(content, name)
    tables = content["tables"] if isinstance(content, dict) else None
    if not isinstance(tables, dict):
        raise ValueError("tables are no object")
    for table, rows in tables.items():
        if not isinstance(rows, list):
            raise ValueError("a table is no list")
        for row in rows:
            yield table, _row(row)


def _parsed(data: bytes, limit: int = _PARTS) -> object:
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > limit:
        raise ValueError("more parts than a row can have")
    return json.loads(data, parse_constant=_no_number)


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no number")


def _head(content: object, name: str) -> ArchiveHead:
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise ReadError("read_errors.no_archive", name=name)
    version = _number(content["version"])
    if version > VERSION:
        raise newer(name)
    about, last_ids = content["store"], content["last_ids"]
    return ArchiveHead(
        schema=_number(content["schema"]),
        store_id=_name(about["id"]),
        match_rules=_number(about["match_rules"]),
        version=version,
        program=_name(content["program"]),
        written_at=_name(content["written_at"]),
        confidential=content["confidential"] is True,
        last_ids={_name(table): _number(last) for table, last in last_ids.items()},
    )


def newer(name: str) -> ReadError:
    """The refusal of an archive that this program is too old for."""
    return ReadError("read_errors.new_archive", name=name)


def _damaged(name: str) -> ReadError:
    return ReadError("read_errors.damaged_archive", name=name)


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < 2**62:
        raise ValueError("no number")
    return value


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _row(value: object) -> dict[str, Value]:
    if not isinstance(value, dict) or len(value) > 200:
        raise ValueError("no row")
    return {column: _value(each) for column, each in value.items()}


def _value(value: object) -> Value:
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, bool)):
        return value
    if isinstance(value, dict) and list(value) == ["base64"]:
        return base64.b64decode(value["base64"], validate=True)
    raise ValueError("no value of a column")
