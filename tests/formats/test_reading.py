"""The one way in: any file is either read, reported or refused with a sentence; nothing crashes, nothing runs away."""

import io
import os
import random
import socket
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.errors import ReadError
from desktop.core.people.incoming import FileKind
from desktop.formats import reading
from desktop.formats.archive import is_archive, read_archive
from desktop.formats.opening import open_file
from desktop.formats.reading import read_bytes, read_people
from tests.formats.bombs import BOMBS
from tests.formats.growth import FAR_BEYOND_EVEN, growth

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".vcf", ".csv"))
ODD_BYTES = [b'"', b",", b";", b":", b"=", b"\n", b"\r", b"\n ", b"\\", b"\0", b"\xff", b"\xe9", b"=\n", b"\t", b":::"]
ODD_BYTES += [
    b"BEGIN:VCARD\n",
    b"END:VCARD\n",
    b"AGENT:\n",
    b";ENCODING=QUOTED-PRINTABLE",
    b";CHARSET=",
    b"\xed\xa0\x80",
]


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_every_kind_is_told_apart_by_content_whatever_its_name(file: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "download"
    renamed.write_bytes(file.read_bytes())
    assert [person.contact.emails for person in read_people(renamed).people] == [
        person.contact.emails for person in read_people(file).people
    ]


def test_linkedins_archive_is_read_without_unpacking(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    connections = (FIXTURES / "Connections.csv").read_bytes()
    path.write_bytes(zipped(Basic__Connections_csv=connections, messages_csv=b"FROM,TO\nx,y\n"))
    found = read_people(path)
    assert len(found.people) == 3
    assert found.people[0].file == "export.zip/Connections.csv"


def test_all_vcards_of_an_archive_are_read(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    one = b"BEGIN:VCARD\nFN:Bo\nEND:VCARD\n"
    path.write_bytes(zipped(a_vcf=one, b_VCF=one, readme_txt=b"hello"))
    assert len(read_people(path).people) == 2


def test_the_kind_can_be_forced() -> None:
    assert read_bytes(b"Name\nBEGIN:VCARD\n", "a.csv", FileKind.CSV).people[0].contact.name == "BEGIN:VCARD"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \r\n\0", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar"),
        (b"<html><body>", "web page"),
        (b'{"a": 1}', "JSON"),
        (b"PK\x03\x04 and then nothing of an archive", "archive"),
        (zipped(holiday_jpg=b"\xff\xd8\xff"), "no file of contacts"),
        (zipped(xl__workbook_xml=b"<workbook/>"), "Excel"),
    ],
)
def test_what_holds_no_contacts_is_refused_in_words(content: bytes, word: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=word) as refusal:
        read_people(path)
    assert "Nothing was changed" in str(refusal.value)


def test_a_missing_file_and_a_folder_are_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no file"):
        read_people(tmp_path / "nowhere.vcf")
    with pytest.raises(ReadError, match="folder"):
        read_people(tmp_path)


def test_an_archive_that_unpacks_to_more_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "FILE_SIZE_LIMIT", 1_000_000)
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped(Connections_csv=b"a" * 10_000_000))
    assert path.stat().st_size < 100_000
    with pytest.raises(ReadError, match="MB"):
        read_people(path)


def test_a_file_over_the_limit_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FILE_SIZE_LIMIT", 10)
    path = tmp_path / "a.vcf"
    path.write_bytes(b"x" * 11)
    with pytest.raises(ReadError, match="MB"):
        read_people(path)


def test_what_the_progress_report_raises_passes_through_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(a_vcf=b"BEGIN:VCARD\nFN:Bo\nEND:VCARD\n"))

    def stop(done: int, total: int) -> None:
        raise RuntimeError("stopped by the user")

    with pytest.raises(RuntimeError, match="stopped by the user"):
        read_people(path, report=stop)


@settings(max_examples=300)
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 30), st.sampled_from(ODD_BYTES)), min_size=1, max_size=8),
)
def test_damage_never_crashes_and_never_yields_an_empty_name(file: Path, damages: list[tuple[int, int, bytes]]) -> None:
    data = file.read_bytes()
    for at, removed, inserted in damages:
        at %= len(data) + 1
        data = data[:at] + inserted + data[at + removed :]
    try:
        found = read_bytes(data, file.name)
    except ReadError:
        return
    assert found.people or found.skipped
    for person in found.people:
        contact = person.contact
        assert contact.name.strip()
        assert "\n" not in contact.name
        assert person.line >= 1
        details = (*contact.emails, *contact.phones, *contact.links, *contact.addresses)
        assert all(detail.value for detail in details)
        "".join((contact.name, contact.notes, *(detail.value for detail in details))).encode()


@settings(max_examples=200)
@given(st.binary(max_size=400), st.sampled_from(["a.vcf", "a.csv"]))
def test_any_bytes_at_all_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        found = read_bytes(data, name)
    except ReadError:
        return
    assert found.people or found.skipped


# What is refused, and the word that says why.
REFUSED: dict[str, tuple[bytes, str]] = {
    "a cell of 20 MB": (b'Name,Notes\nAda,"' + b"x, " * 7_000_000 + b'"\n', "line 2.*quotation mark"),
    "a quote never closed over 20 MB": (b'Name,Notes\nAda,"' + b"more of it\n" * 2_000_000, "line 2.*quotation mark"),
    "300,000 rows": (b"Name,E-mail\n" + b"Ada,ada@x.example\n" * 300_000, "more than 50000 people"),
    "300,000 rows of nobody": (b"Nonsense,Other\n" + b"1,2\n" * 300_000, "more than 50000 people"),
    "100,000 cards": (b"BEGIN:VCARD\nFN:Ada\nEND:VCARD\n" * 100_000, "more than 50000 people"),
    "100,000 broken cards": (b"BEGIN:VCARD\n" * 100_000, "more than 50000 people"),
}


@pytest.mark.parametrize("bomb", REFUSED)
@pytest.mark.parametrize("packed", [False, True])
def test_what_is_beyond_the_bounds_is_refused_with_its_reason(bomb: str, packed: bool, tmp_path: Path) -> None:
    content, said = REFUSED[bomb]
    path = tmp_path / "bomb"
    path.write_bytes(zipped(**{"a_vcf" if content.startswith(b"BEGIN") else "a_csv": content}) if packed else content)
    began = time.process_time()
    with pytest.raises(ReadError, match=said) as refusal:
        read_people(path)
    assert "Nothing was changed" in str(refusal.value)
    assert time.process_time() - began < 15  # about 2 s on an idle machine


def test_thirty_thousand_rows_of_linkedin_pass() -> None:
    heading = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    data = heading + b"Ada,Lee,https://x.example/a,a@x.example,Acme,Engineer,01 Jan 2024\n" * 30_000
    assert len(read_bytes(data, "Connections.csv").people) == 30_000


def test_members_of_an_archive_count_together(tmp_path: Path) -> None:
    one = b"BEGIN:VCARD\nFN:Ada\nEND:VCARD\n" * 30_000
    (tmp_path / "a.zip").write_bytes(zipped(a_vcf=one, b_vcf=one))
    with pytest.raises(ReadError, match="more than 50000"):
        read_people(tmp_path / "a.zip")


def test_a_quote_that_swallows_rows_is_mended_however_many_they_are() -> None:
    rows = b"".join(b"Ben %d,b%d@x.example,note\n" % (number, number) for number in range(20_000))
    found = read_bytes(b'Name,E-mail,Notes\nAda,a@x.example,"open\n' + rows, "a.csv")
    assert len(found.people) == 20_001


def test_random_bytes_after_the_beginning_of_a_card_are_no_contact() -> None:
    chance = random.Random(7)
    for _ in range(200):
        noise = chance.randbytes(chance.randrange(1, 3000))
        assert not read_bytes(b"BEGIN:VCARD\n" + noise, "a.vcf").people


@pytest.mark.parametrize("read", [read_people, open_file, read_archive])
def test_only_ordinary_files_are_read(read: Callable[[Path], object], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in (tmp_path / "pipe", tmp_path / "socket", Path("/dev/zero"), tmp_path / "link"):
            assert not is_archive(path)
            with pytest.raises(ReadError, match="no ordinary file"):
                read(path)


@pytest.mark.parametrize("bomb", BOMBS)
def test_work_on_bombs_grows_no_faster_than_they_do(bomb: str) -> None:
    size, made = BOMBS[bomb]
    assert growth(made, lambda data: read_bytes(data, "bomb"), size) < FAR_BEYOND_EVEN


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_read_within_500_mb(bomb: str) -> None:
    size, made = BOMBS[bomb]
    data = made(size)
    tracemalloc.start()
    try:
        found = read_bytes(data, "bomb")
        assert tracemalloc.get_traced_memory()[1] < 500 * 1024 * 1024
    finally:
        tracemalloc.stop()
    assert found.people[0].contact.name == "Ada"
