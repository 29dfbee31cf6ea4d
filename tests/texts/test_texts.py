"""Nothing is said to people but through the catalogue, and every entry of it is said with the values it names."""

import ast
from pathlib import Path

from desktop.formats.contact_markdown import CODES
from tests.texts.sources import (
    CODE,
    DESKTOP,
    SUBJECTS,
    TEXTS,
    catalogue,
    english,
    error_names,
    errors_made,
    parsed,
    places_in,
    printed,
    sources,
    uses,
)

# Names in foreign files and their like: data, whatever the language of the user.
FOREIGN = {
    "formats/contact_csv_writing.py": {
        *("Phonetic First Name", "Organization Title", "Organization Name", "Time Zone", "First Name", "Last Name"),
    },
    "formats/person_parts.py": {"home fax", "work fax"},
    "formats/vcard.py": {"my contacts", "starred in android"},
    "formats/vcard_writing.py": {"home fax", "work fax"},
}
# Lists of the words by which the columns of foreign tables are recognised.
WORD_LISTS = {"formats/contact_columns.py"}
# Qt says what these say: `tr()`, which has a check of its own.
IN_QT = ("ui", "app.py")


def without_qt() -> list[tuple[str, Path, ast.Module]]:
    found = [(path.relative_to(DESKTOP).as_posix(), path, tree) for path, tree in sources()]
    return [each for each in found if not each[0].startswith(IN_QT)]


def test_every_error_for_people_is_a_code_of_the_catalogue() -> None:
    wrong, made = [], 0
    for path, tree in sources():
        for where, call in errors_made(path, tree):
            made += 1
            first = call.args[0] if len(call.args) == 1 else None
            text = first.value if isinstance(first, ast.Constant) else None
            if not isinstance(text, str) or text not in catalogue():
                wrong.append(where)
    assert not wrong
    assert made > 60
    assert {"StoreError", "ReadError", "WriteError", "WaitingError"} < error_names()


def test_every_code_is_in_the_catalogue_and_every_entry_is_used() -> None:
    used = [use for path, tree in sources() for use in uses(path, tree)]
    assert [use for use in used if use.code not in catalogue()] == []
    assert {code for code in catalogue() if not code.startswith("code_words.")} == {use.code for use in used}


def test_every_code_of_the_core_that_is_written_out_has_its_word() -> None:
    wanted = {f"code_words.{name}_{code}" for codes, name in CODES.items() for code in codes}
    assert {code for code in catalogue() if code.startswith("code_words.")} == wanted


def test_what_is_given_with_a_code_is_what_its_text_names() -> None:
    for path, tree in sources():
        for use in uses(path, tree):
            named = places_in(catalogue()[use.code])
            if use.values is None:  # in a table, whose texts hold nothing, or a count which all of them are given
                assert named <= {"count"}, use
            else:
                assert use.values == named, use


def test_every_entry_is_marked_by_a_literal_an_extractor_reads() -> None:
    """It reads the source only: a text put together while the program runs would be lost to translators."""
    entries = 0
    for subject in SUBJECTS:
        tree = parsed(TEXTS / f"{subject}.py")
        tables = [node.value for node in tree.body if isinstance(node, ast.Assign)]
        (table,) = tables
        assert isinstance(table, ast.Dict)
        for key, value in zip(table.keys, table.values, strict=True):
            assert isinstance(key, ast.Constant), subject
            assert isinstance(value, ast.Call), key.value
            assert isinstance(value.func, ast.Name), key.value
            wanted = {"N_": 1, "N_plural": 2, "N_in": 2}[value.func.id]
            assert [type(text) for text in value.args] == [ast.Constant] * wanted, key.value
            assert CODE.fullmatch(f"{subject}.{key.value}"), key.value
            entries += 1
    assert entries == len(catalogue()) > 150


def test_no_english_for_people_stands_outside_of_the_catalogue() -> None:
    found = []
    for name, path, tree in without_qt():
        if name.startswith(("store/migrations/", "store/tables/")):  # SQL and columns only
            continue
        for where, text in english(path, tree):
            foreign = text in FOREIGN.get(name, ()) or (name in WORD_LISTS and text.islower())
            if not foreign:
                found.append((where, text))
    assert found == []


def test_nothing_is_printed_or_said_by_help_but_from_the_catalogue() -> None:
    found = [each for _, path, tree in without_qt() for each in printed(path, tree)]
    # The name of the program stands before an error, as every command has it.
    assert [(where, text) for where, text in found if text != "groundwork: "] == []
