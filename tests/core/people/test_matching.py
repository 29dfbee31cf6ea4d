"""One person, one organisation, however it is written."""

import pytest

from desktop.core.people import matching
from desktop.store.match_keys import of_detail, of_name, of_organisation, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee", "Lee, Ann"),
        ("Ann Lee", "LEE  Annie"),
        ("Dr. Ann Lee, Ph.D.", "Ann B. Lee"),
        ("Frau Prof. Dr. rer. nat. Anna Groß", "Gross, Anna"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Bill O'Brien", "William O’Brien"),
        ("Łukasz Śmigły", "Smigly Lukas"),
        ("山田 太郎", "山田太郎"),
        ("김 철수", "김철수"),
        ("Саша Иванов", "Александр Иванов"),
    ],
)
def test_a_name_has_one_key_in_any_order_spelling_and_short_form(one: str, other: str) -> None:
    assert of_name(one) == of_name(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee", "Ben Lee"),
        ("Jack Ma", "Jack"),
        ("Alexander Kim", "Alexandra Kim"),
        ("Jürgen Müller", "Georg Müller"),
        ("山田太郎", "山田次郎"),
    ],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert of_name(one) != of_name(other)


def test_alex_may_be_alexander_or_alexandra_who_are_two() -> None:
    assert matching.same_given("alex", "alexander", words())
    assert matching.same_given("alex", "alexandra", words())
    assert not matching.same_given("alexander", "alexandra", words())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller GmbH & Co. KG", "Mueller"),
        ("Eni S.p.A.", "ENI SpA"),
        ("Total S. A.", "Total"),
        ("Novo Nordisk A/S", "Novo Nordisk"),
        ("Allegro sp. z o.o.", "Allegro"),
        ("株式会社トヨタ", "トヨタ"),
        ("삼성전자 주식회사", "삼성전자"),
        ("ООО Ромашка", "Ромашка"),
        ("The Boring Company", "Boring Co."),
        ("Procter & Gamble", "Procter and Gamble, Inc."),
        ("L’Oréal", "L'Oreal S.A."),
        ("AB Volvo (publ)", "Volvo"),
    ],
)
def test_an_organisation_is_the_same_whatever_its_legal_form(one: str, other: str) -> None:
    assert of_organisation(one) == of_organisation(other) != ""


def test_a_name_of_nothing_but_legal_forms_is_kept() -> None:
    assert of_organisation("AG") == "ag"
    assert of_organisation("City Works") != of_organisation("City Waterworks")


def test_an_address_is_known_without_case_but_dots_are_part_of_it() -> None:
    assert of_detail("email", " mailto:Ada@Example.ORG ") == "ada@example.org"
    assert of_detail("email", "a.da@example.org") != of_detail("email", "ada@example.org")
    assert of_detail("email", "no address") == ""
    assert matching.is_shared_mailbox("info@example.org", words())
    assert not matching.is_shared_mailbox("ada@example.org", words())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+49 (0)30 1234567", "030 1234567"),
        ("0049 30 1234567", "+49-30-1234567"),
        ("+7 912 345-67-89", "8 (912) 345-67-89"),
        ("tel:+12125551234;ext=7", "(212) 555-1234 x12"),
        ("٠٣٠١٢٣٤٥٦٧", "030 1234567"),
    ],
)
def test_a_number_is_known_with_and_without_its_codes(one: str, other: str) -> None:
    assert of_detail("phone", one) == of_detail("phone", other) != ""
    assert matching.same_number(matching.number_digits(one), matching.number_digits(other))


def test_equal_ends_alone_do_not_make_one_number_and_short_ones_tell_nobody_apart() -> None:
    assert of_detail("phone", "212 555 1234") == of_detail("phone", "310 555 1234")
    assert not matching.same_number(matching.number_digits("212 555 1234"), matching.number_digits("310 555 1234"))
    assert not matching.same_number("+4930123456789", "+4830123456789")
    assert of_detail("phone", "4711") == ""


@pytest.mark.parametrize(
    "address",
    [
        "https://www.linkedin.com/in/Ada-L%C3%B3pez/",
        "de.linkedin.com/in/ada-lopez/de?trk=people",
        "http://linkedin.com/mwlite/in/ada-lopez#about",
    ],
)
def test_a_profile_is_known_by_its_public_name(address: str) -> None:
    assert of_detail("link", address) == "in:ada-lopez"


@pytest.mark.parametrize(
    "address",
    ["https://example.org/in/ada", "https://evil-linkedin.com/in/ada", "linkedin.com/company/ada", "linkedin", "/"],
)
def test_other_addresses_are_no_profile(address: str) -> None:
    assert of_detail("link", address) == ""


def test_a_number_is_part_of_a_name_and_no_initial() -> None:
    assert of_name("Desk 1") != of_name("Desk 2")
    assert not matching.same_given("1", "12", words())
