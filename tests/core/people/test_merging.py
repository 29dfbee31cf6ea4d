"""What becomes of two contacts who are one: as chosen, and nothing lost by itself."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.contact import CardProperty, Contact, Detail, Photo, Source
from desktop.core.people.merging import MERGE_FIELDS, MergeSide, differing, merged_contact
from desktop.core.values import replace

ANN = Contact(
    id=1,
    name="Ann Lee",
    organisation="Acme",
    organisation_id=5,
    emails=(Detail("ann@x.org", "work"),),
    phones=(Detail("+49 30 1234567"),),
    tags=("warm",),
    notes="Choir",
    source=Source.KNOWN,
    found_on=date(2026, 5, 1),
)
OTHER = Contact(
    id=2,
    name="Anna Lee",
    role="Chemist",
    organisation="ACME",
    organisation_id=6,
    emails=(Detail("ANN@x.org"), Detail("lee@y.org")),
    phones=(Detail("030 1234567"), Detail("0171 555 1234")),
    tags=("choir", "warm"),
    notes="Wrote about dyes",
    source=Source.LINKEDIN,
    source_detail="her page",
    found_on=date(2026, 4, 1),
    imported_on=date(2026, 4, 2),
    imported_from="people.csv",
)


def names(one: Contact, other: Contact) -> list[str]:
    return [field.name for field in differing(one, other)]


def test_only_what_both_fill_in_differently_is_asked() -> None:
    assert names(ANN, OTHER) == ["name", "emails", "phones", "source", "tags", "notes"]
    assert names(ANN, replace(ANN, id=2, emails=(Detail("ANN@X.org"),))) == []


def test_sources_that_differ_only_in_their_detail_are_asked_for() -> None:
    choir, church = replace(ANN, source_detail="Choir"), replace(ANN, id=2, source_detail="Church")
    assert names(choir, church) == ["source"]
    assert merged_contact(choir, church, {"source": MergeSide.SECOND}).source_detail == "Church"
    assert names(choir, replace(choir, id=2, source_detail="CHOIR")) == []


def test_neither_the_order_of_tags_and_directions_nor_spaces_in_a_line_make_a_difference() -> None:
    one = replace(ANN, tags=("warm", "choir"), directions=(1, 2))
    assert names(one, replace(one, id=2, name="Ann  Lee", tags=("choir", "warm"), directions=(2, 1))) == []


def test_phones_differ_by_all_their_digits_and_what_has_none_by_what_is_written() -> None:
    def asked(one: str, other: str) -> bool:
        return bool(differing(Contact(phones=(Detail(one),)), Contact(id=2, phones=(Detail(other),))))

    assert not asked("030 1234567", "(030) 123-4567")
    assert asked("030 1234567", "040 1234567")
    assert asked("at the desk", "at the gate")


def test_lists_and_texts_take_both_and_nothing_twice() -> None:
    one = merged_contact(ANN, OTHER)
    assert (one.id, one.name, one.role, one.organisation_id) == (1, "Ann Lee", "Chemist", 5)
    assert one.emails == (Detail("ann@x.org", "work"), Detail("lee@y.org"))
    assert one.phones == (Detail("+49 30 1234567"), Detail("0171 555 1234"))
    assert one.tags == ("warm", "choir")
    assert one.notes == "Choir\nWrote about dyes"
    assert (one.found_on, one.imported_from) == (date(2026, 4, 1), "people.csv")


def test_each_field_is_as_chosen_with_all_that_belongs_to_it() -> None:
    one = merged_contact(
        ANN,
        OTHER,
        {"name": MergeSide.SECOND, "source": MergeSide.SECOND, "notes": MergeSide.FIRST, "emails": MergeSide.SECOND},
    )
    assert (one.name, one.source, one.source_detail, one.notes) == ("Anna Lee", Source.LINKEDIN, "her page", "Choir")
    assert one.emails == OTHER.emails


def test_neither_is_the_others_referrer() -> None:
    one = merged_contact(replace(ANN, referrer_id=2, referred_for="dyes"), replace(OTHER, referrer_id=1))
    assert (one.referrer_id, one.referred_for) == (None, "")
    third = merged_contact(replace(ANN, referrer_id=2), replace(OTHER, referrer_id=3, referred_for="dyes"))
    assert (third.referrer_id, third.referred_for) == (3, "dyes")


details = st.lists(st.builds(Detail, st.sampled_from(["a@x.org", "A@x.org", "b@y.org", "", "030 1234567"]))).map(tuple)
contacts = st.builds(
    Contact,
    name=st.sampled_from(["Ann", "Bo", ""]),
    emails=details,
    phones=details,
    tags=st.lists(st.sampled_from("abc"), unique=True).map(tuple),
    notes=st.sampled_from(["", "One", "One two"]),
    comfort=st.sampled_from([None, 1, 5]),
)


@given(contacts, contacts)
def test_by_itself_nothing_is_lost(one: Contact, other: Contact) -> None:
    first, second = replace(one, id=1), replace(other, id=2)
    both = merged_contact(first, second)
    asked = {field.name for field in differing(first, second)}
    for field in MERGE_FIELDS:
        kept, mine, theirs = (getattr(contact, field.name) for contact in (both, first, second))
        assert bool(kept) == bool(mine or theirs)
        if field.name not in asked or not field.takes_both:
            assert kept == (mine or theirs)
        elif isinstance(kept, str):
            assert mine in kept
            assert theirs in kept
    written = {detail.value.lower() for contact in (first, second) for detail in contact.emails if detail.value}
    assert written <= {detail.value.lower() for detail in both.emails}


def test_what_cards_held_besides_is_kept_of_both_once() -> None:
    mine = (CardProperty("UID", "a"), CardProperty("X-SHOE", "38"), CardProperty("X-A", "1", group="item1"))
    theirs = (
        CardProperty("UID", "b"),
        CardProperty("x-shoe", "38"),
        CardProperty("X-B", "2", group="item1"),
        CardProperty("X-ABLabel", "Boat", group="item1"),
    )
    one = merged_contact(replace(ANN, properties=mine), replace(OTHER, properties=theirs))
    assert one.properties[:3] == mine
    assert [(each.name, each.group) for each in one.properties[3:]] == [("X-B", "item1-2"), ("X-ABLabel", "item1-2")]
    assert merged_contact(one, replace(OTHER, properties=mine)).properties == one.properties


def test_of_two_photos_the_first_is_kept_unless_chosen() -> None:
    red, blue = Photo("image/png", b"red"), Photo("image/png", b"blue")
    mine, theirs = replace(ANN, photo=red), replace(OTHER, photo=blue)
    assert merged_contact(mine, theirs).photo == red
    assert merged_contact(mine, theirs, {"photo": MergeSide.SECOND}).photo == blue
    assert merged_contact(ANN, theirs).photo == blue
    assert merged_contact(mine, OTHER, {"photo": MergeSide.SECOND}).photo == red


def test_what_goes_with_an_empty_field_of_both_stays_the_first_ones() -> None:
    one = merged_contact(
        replace(ANN, source=None, source_detail="Spring fair"), replace(OTHER, source=None, source_detail="")
    )
    assert one.source_detail == "Spring fair"
