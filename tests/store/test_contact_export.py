"""Contacts read for writing them out."""

from functools import partial

from desktop.core.contact import Contact, ContactFilter
from desktop.core.export.contact_export import ContactRecord
from desktop.core.meeting import Meeting, PlannedQuestion
from desktop.core.promise import Promise
from desktop.store import contact_export
from desktop.store.store import Store
from tests.acting import act


def test_the_ids_are_those_a_filter_leaves_by_name(store: Store) -> None:
    cy, ann, bo = act(store, lambda: store.contacts.add_all([Contact(name=name) for name in ("Cy", "Ann", "Bo")]))
    assert contact_export.ids(store) == [ann, bo, cy]
    assert contact_export.ids(store, ContactFilter(search="bo")) == [bo]


def test_contacts_come_in_the_order_asked_for_however_many_and_without_those_gone(store: Store) -> None:
    ids = list(act(store, lambda: store.contacts.add_all([Contact(name=str(number)) for number in range(1200)])))
    act(store, lambda: store.contacts.delete([ids[700]]))
    wanted = ids[::-1]
    assert [each.id for each in contact_export.contacts(store, wanted)] == [each for each in wanted if each != ids[700]]
    assert list(contact_export.contacts(store, [])) == []


def test_a_record_has_everything_of_the_contact_or_only_who_named_them(store: Store, ada: int) -> None:
    bo = act(store, lambda: store.contacts.add(Contact(name="Bo", referrer_id=ada)))
    meeting = act(store, lambda: store.meetings.add(Meeting(contact_id=bo)))
    for text, unplanned in (("b", True), ("a", False)):
        question = PlannedQuestion(meeting_id=meeting, text=text, unplanned=unplanned)
        act(store, partial(store.meetings.add_question, question))
    act(store, lambda: store.promises.add(Promise(contact_id=bo, text="a link")))
    contact = store.contacts.find(bo)
    assert contact is not None
    assert contact_export.record(store, contact, history=False) == ContactRecord(contact, "Ada")
    record = contact_export.record(store, contact)
    assert record.referrer == "Ada"
    assert [question.text for question in record.meetings[0].questions] == ["a", "b"]
    assert [promise.text for promise in record.promises] == ["a link"]
