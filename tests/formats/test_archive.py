"""The file of an archive: read line by line, and nothing that is put into it makes the reader crash, wait or swell."""

import json
import os
import random
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import ReadError, WriteError
from desktop.core.export.archive import ArchiveHead, ArchiveRow, Value
from desktop.formats.archive import SMALL, is_archive, read_archive, write_archive

HEAD = ArchiveHead(3, "abc", 1, program="0.1.0", written_at="2026-11-23T09:00:00Z", last_ids={"contact": 7})
ROWS: tuple[ArchiveRow, ...] = (
    {"id": 1, "name": 'Łukasz "Ś"\n\u2028שלום', "photo": b"\x00\xff", "none": None},
    {"id": 2, "name": "]", "photo": b"", "none": 1.5},
)
MUTATIONS = int(os.environ.get("GROUNDWORK_MUTATIONS", "300"))  # 100,000 were run once


def everything(path: Path) -> list[tuple[str, ArchiveRow]]:
    return list(read_archive(path).rows)


def write(path: Path, rows: Iterable[ArchiveRow] = ROWS) -> Path:
    write_archive(path, HEAD, (("contact", rows), ("empty", ()), ("more", ({"id": 9},))))
    return path


def test_what_was_written_is_read(tmp_path: Path) -> None:
    found = read_archive(write(tmp_path / "a.json"))
    assert found.head == HEAD
    assert list(found.rows) == [("contact", ROWS[0]), ("contact", ROWS[1]), ("more", {"id": 9})]
    assert is_archive(tmp_path / "a.json")


def test_it_is_json_that_any_program_reads(tmp_path: Path) -> None:
    content = json.loads(write(tmp_path / "a.json").read_bytes())
    assert (content["format"], content["version"], content["schema"]) == ("groundwork-archive", 1, 3)
    assert content["tables"]["contact"][0]["photo"] == {"base64": "AP8="}


VALUES = st.none() | st.text(st.characters(codec="utf-8")) | st.integers(-(2**63), 2**63 - 1) | st.binary(max_size=40)


@given(st.lists(st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), VALUES, max_size=5), max_size=5))
def test_any_row_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Value]]) -> None:
    path = write(tmp_path_factory.mktemp("archive") / "a.json", rows)
    assert everything(path) == [*(("contact", row) for row in rows), ("more", {"id": 9})]
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=1))  # and from lines of another program
    assert everything(path) == [*(("contact", row) for row in rows), ("more", {"id": 9})]


def test_what_fails_while_it_is_written_leaves_no_file(tmp_path: Path) -> None:
    def rows() -> Iterator[ArchiveRow]:
        yield ROWS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "a.json", rows())
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(WriteError):
        write(tmp_path / "nowhere" / "a.json")


def test_another_file_is_no_archive(tmp_path: Path) -> None:
    for content in (b"", b"BEGIN:VCARD\n", b"[]", b'{"format": "other"}', b"\x00\xff" * 100, b"[" * 100_000):
        (tmp_path / "x.json").write_bytes(content)
        assert not is_archive(tmp_path / "x.json")
        with pytest.raises(ReadError, match="Nothing was changed"):
            read_archive(tmp_path / "x.json")
    with pytest.raises(ReadError):
        read_archive(tmp_path / "missing.json")
    with pytest.raises(ReadError):
        read_archive(tmp_path)


HEADING = b'{"format": "groundwork-archive", "version": 1,\n'
START = HEADING + (
    b'"program": "", "written_at": "",\n"schema": 3, "store": {"id": "a", "match_rules": 1},\n'
    b'"confidential": false, "last_ids": {},\n"tables": {\n"contact": [\n'
)
END = b"\n]}}\n"
BOMBS: dict[str, Callable[[], bytes]] = {
    "nested": lambda: START + b'{"id": ' + b"[" * 100_000 + b"]" * 100_000 + b"}" + END,
    "nested in one line": lambda: HEADING.replace(b"\n", b"") + b'"tables": ' + b"[" * 2_000_000,
    "many lists in a row": lambda: START + b'{"id": [' + b"[]," * 5_000_000 + b"[]]}" + END,
    "many columns": lambda: START + b"{" + b",".join(b'"%d": 1' % n for n in range(500_000)) + b"}" + END,
    "a long number": lambda: START + b'{"id": ' + b"9" * 5_000_000 + b"}" + END,
    "a long line": lambda: START + b'{"id": "' + b"x" * (50 * 1024 * 1024) + b'"}' + END,
    "a long head": lambda: HEADING + b'"program": "' + b"x" * 20_000_000,
    "no end": lambda: START,
    "not a number": lambda: START + b'{"id": NaN}' + END,
    "long and in no lines": lambda: HEADING.replace(b"\n", b"") + b" " * SMALL,
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    (tmp_path / "bomb.json").write_bytes(BOMBS[kind]())
    began = time.process_time()
    with pytest.raises(ReadError, match="Nothing was changed"):
        everything(tmp_path / "bomb.json")
    assert time.process_time() - began < 5


def test_whatever_is_changed_in_a_file_it_is_read_or_refused_in_words(tmp_path: Path) -> None:
    original = write(tmp_path / "a.json").read_bytes()
    signs = b'{}[],:"\\\n0eE.-\x00\xff\xc3'
    for number in range(MUTATIONS):
        draw = random.Random(number)
        data = bytearray(original)
        for _ in range(draw.randint(1, 4)):
            at = draw.randrange(len(data))
            match draw.randrange(5):
                case 0:
                    data[at] = draw.choice(signs)
                case 1:
                    del data[at : at + draw.randint(1, 40)]
                case 2:
                    data[at:at] = bytes(draw.choices(signs, k=draw.randint(1, 9)))
                case 3:
                    data[at:at] = data[at : at + draw.randint(1, 200)]
                case _:
                    data[at] ^= 1 << draw.randrange(8)
            data = data or bytearray(b"\n")
        (tmp_path / "mutated.json").write_bytes(data)
        with suppress(ReadError):
            for _table, row in everything(tmp_path / "mutated.json"):
                assert all(value is None or type(value) in (str, int, float, bytes) for value in row.values())
