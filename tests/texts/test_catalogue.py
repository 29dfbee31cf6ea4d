"""The catalogue: codes to sentences, values filled in, plurals and contexts, in the language in use or another."""

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

import pytest

from desktop.core.errors import StoreError, UserError
from desktop.texts.catalogue import ENGLISH, CodedText, Language, coded, in_use, sentence, wording_of
from tests.texts.translations import MARKED, Given


def test_an_error_has_a_code_with_values_and_reads_as_a_sentence() -> None:
    error = StoreError("store.out_of_reach", folder=Path("data"))
    assert (error.code, error.values) == ("store.out_of_reach", {"folder": Path("data")})
    assert str(error).startswith("Your data in data could not be reached. What was saved before is safe;")
    assert isinstance(error, UserError)


def test_an_error_is_worded_when_it_is_shown(speak: Callable[[Language], None]) -> None:
    speak(MARKED)
    error = UserError("refusals.no_question")
    assert str(error) == "«Choose at least one question first. Everything entered so far is saved.»"
    speak(ENGLISH)
    assert str(error) == "Choose at least one question first. Everything entered so far is saved."
    assert in_use() is ENGLISH


def test_a_value_may_be_a_text_of_the_catalogue_itself(speak: Callable[[Language], None]) -> None:
    speak(MARKED)
    said = sentence("read_errors.no_contacts", name="a.pdf", what=coded("read_errors.pdf"))
    assert said.startswith("«“»a.pdf«” is »«a PDF document»«, not a file of contacts.")


def test_several_values_are_joined() -> None:
    said = sentence("write_errors.unknown_kind", name="a", endings=(".vcf", ".csv"))
    assert said.endswith("end it in one of .vcf, .csv.")


@pytest.mark.parametrize(("count", "said"), [(0, "0 contacts"), (1, "1 contact"), (2, "2 contacts")])
def test_a_count_chooses_the_plural(count: int, said: str) -> None:
    assert sentence("command_line.contacts", count=count) == said


def test_a_translation_has_plurals_of_its_own() -> None:
    class Threefold(NullTranslations):
        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            return {1: "{count} kontakt", 2: "{count} kontakty"}.get(n, "{count} kontaktów")

    polish = Language("pl", Threefold())
    assert [polish.text("command_line.contacts", count=count) for count in (1, 2, 5)] == [
        *("1 kontakt", "2 kontakty", "5 kontaktów"),
    ]


def test_what_is_not_translated_yet_is_said_in_english() -> None:
    german = Language("de", Given({"Purpose": "Anliegen"}))
    assert german.text("papers.purpose") == "Anliegen"
    assert german.text("papers.opening") == "Opening"


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    said = sentence("papers.chain_as_of", people="{met}", met="{day}", day="{0}")
    assert said == "{met} people, {day} met. As of {0}."


def test_a_translation_may_leave_a_value_out_or_misspell_it() -> None:
    odd = Language("de", Given({"say: {sound}": "sprich", "half {time}": "Hälfte {zeit}"}))
    assert odd.text("papers.say", sound="ah") == "sprich"
    assert odd.text("papers.half", time="10:30") == "Hälfte {zeit}"


@pytest.mark.parametrize("code", ["store.nonsense", "nonsense.no_room", "catalogue.text", "store", ""])
def test_a_code_that_is_not_there_is_a_bug(code: str) -> None:
    with pytest.raises(KeyError):
        wording_of(code)


def test_coded_texts_of_the_same_code_and_values_are_equal() -> None:
    assert coded("import_report.left_out", name="Ann") == CodedText("import_report.left_out", {"name": "Ann"})
    assert str(coded("import_report.left_out", name="Ann")) == "Ann: left out, as you chose."
