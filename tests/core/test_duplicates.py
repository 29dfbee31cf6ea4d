"""Who is the same person, and what does not make two people one."""

from desktop.core.contact import Contact, Detail
from desktop.core.duplicates import is_same_person, reached_by


def test_addresses_and_numbers_are_compared_without_their_writing() -> None:
    one = Contact(emails=(Detail("Ann@Example.org"),), phones=(Detail("+49 (30) 12-34"),))
    other = Contact(emails=(Detail("ann@example.org", "home"),), phones=(Detail("0049 30 1234"), Detail("–")))
    assert reached_by(one) == reached_by(other)
    assert len(reached_by(one)) == 2


def test_one_shared_way_is_enough_and_none_at_all_on_both_sides_too() -> None:
    ann = frozenset({"ann@example.org", "tel:1"})
    assert is_same_person(ann, frozenset({"tel:1", "tel:2"}))
    assert is_same_person(frozenset(), frozenset())
    assert not is_same_person(ann, frozenset({"tel:2"}))
    assert not is_same_person(ann, frozenset())


def test_links_and_addresses_make_nobody_the_same() -> None:
    assert reached_by(Contact(links=(Detail("https://example.org"),), addresses=(Detail("1 Street"),))) == frozenset()
