"""Names that were given become contacts, or are linked to who is there already."""

from datetime import date

import pytest

from desktop.core.contact import Contact, MayUseName, Source, Stage
from desktop.core.errors import UserError
from desktop.core.referral import Referral
from desktop.store.store import Store
from tests.acting import act

DAY = date(2026, 11, 30)


def test_a_name_that_was_given_becomes_a_contact_with_all_that_was_said(store: Store, ada: int, meeting: int) -> None:
    said = Referral("Ben  Ito", "Itoh Labs", "Chemist", "membranes", MayUseName.YES, DAY)
    ben = act(store, lambda: store.referrals.add(ada, meeting, said))
    found = store.contacts.find(ben)
    assert found is not None
    assert (found.name, found.organisation, found.role, found.source) == (
        "Ben Ito",
        "Itoh Labs",
        "Chemist",
        Source.REFERRAL,
    )
    assert (found.referrer_id, found.referred_at_id, found.referred_for) == (ada, meeting, "membranes")
    assert (found.may_use_name, found.introducing_since) == (MayUseName.YES, DAY)
    [referred] = store.referrals.of_referrer(ada)
    assert store.referrals.of_meeting(meeting) == [referred]
    assert (referred.contact_id, referred.organisation, referred.stage) == (ben, "Itoh Labs", Stage.FOUND)
    assert (referred.what_for, referred.introducing_since, referred.meeting_id) == ("membranes", DAY, meeting)


def test_whoever_is_there_already_is_linked_and_keeps_what_is_known(store: Store, ada: int) -> None:
    known = Contact(name="Łukasz Ito", role="Chemist", source=Source.ALUMNI, referred_for="silt")
    there = act(store, lambda: store.contacts.add(known))
    assert [line.id for line in store.referrals.like(" lukasz  ITO")] == [there]
    assert store.referrals.like("Lukasz") == store.referrals.like(" ") == []
    said = Referral("Lukasz Ito", "Itoh Labs", "Boss", may_use_name=MayUseName.NO)
    assert act(store, lambda: store.referrals.link(there, ada, None, said)) == there
    found = store.contacts.find(there)
    assert found is not None
    assert (found.name, found.organisation, found.role) == ("Łukasz Ito", "Itoh Labs", "Chemist")
    assert (found.source, found.referrer_id, found.referred_for) == (Source.ALUMNI, ada, "silt")
    assert found.may_use_name is MayUseName.NO


def test_a_circle_of_names_is_refused_and_nothing_is_changed(store: Store, ada: int) -> None:
    ben = act(store, lambda: store.referrals.add(ada, None, Referral("Ben")))
    cleo = act(store, lambda: store.referrals.add(ben, None, Referral("Cleo")))
    with pytest.raises(UserError, match="Cleo came to you through Ada"):
        act(store, lambda: store.contacts.update(ada, role="Boss", referrer_id=cleo))
    with pytest.raises(UserError, match="themselves"):
        act(store, lambda: store.referrals.link(ada, ada, None, Referral("Ada")))
    found = store.contacts.find(ada)
    assert found is not None
    assert (found.role, found.referrer_id) == ("", None)
    act(store, lambda: store.contacts.update(cleo, referrer_id=ada))
    assert {each.name for each in store.referrals.of_referrer(ada)} == {"Ben", "Cleo"}
