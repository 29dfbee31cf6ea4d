"""Fills an empty store with the invented example, as one action."""

from datetime import date

from desktop.core.contact import Stage
from desktop.core.errors import UserError
from desktop.core.example import Example, example_on
from desktop.core.values import replace
from desktop.store.store import Store
from desktop.texts.catalogue import sentence


def fill_with_example(store: Store, example: Example, today: date, zone: str = "") -> dict[str, int]:
    """Write the example into the store as it is on `today`, and count the rows of each table.

    `zone` is the IANA name of the zone its meetings are in, the example's own if none is given.

    Raises:
        UserError: if there is data in the store already; nothing was changed.
    """
    if store.contacts.count() or store.directions.all() or store.learning.entries() or store.organisations.all():
        raise UserError("store.example_needs_room")
    example = example_on(example, today, zone)
    with store.action(sentence("store.fill")):
        _fill(store, example)
    return {
        "contact": len(example.contacts),
        "organisation": len(example.organisations),
        "direction": len(example.directions),
        "meeting": len(example.meetings),
        "message": len(example.messages),
        "research_note": len(example.research),
        "learning_entry": len(example.entries),
        "promise": len(example.promises),
        "reading_item": len(example.readings),
    }


def _fill(store: Store, example: Example) -> None:
    profile = {name: getattr(example.profile, name) for name in example.profile.__struct_fields__}
    store.preferences.update_profile(**profile)
    store.preferences.update_settings(first_start_done=True)
    organisations = _fill_organisations(store, example)
    directions = _fill_directions(store, example)
    groups = {each.id: store.touch_groups.add(each) for each in example.groups}
    contacts = _fill_contacts(store, example, directions, groups)
    notes = _fill_research(store, example, organisations, contacts)
    meetings = _fill_meetings(store, example, directions, contacts, notes)
    for contact in example.contacts:
        if contact.referred_at_id:
            store.contacts.update(contacts[contact.id], referred_at_id=meetings[contact.referred_at_id])
    readings = _fill_what_came_of_it(store, example, contacts, meetings)
    for message in example.messages:
        meeting_id = meetings[message.meeting_id] if message.meeting_id else None
        store.messages.add(replace(message, contact_id=contacts[message.contact_id], meeting_id=meeting_id))
    for contact in example.contacts:  # most are at the stage that messages and meetings led to
        if store.contacts.status(contacts[contact.id]).stage is not contact.stage:
            store.contacts.correct_stage(contacts[contact.id], contact.stage, contact.stage_reason)
    for question in example.own_questions:
        store.own_questions.add(question.topic, question.text, question.minutes)
    for entry in example.entries:
        meeting_id = meetings[entry.meeting_id] if entry.meeting_id else None
        placed = tuple(directions[key] for key in entry.directions)
        reading_id = readings[entry.reading_id] if entry.reading_id else None
        store.learning.add(replace(entry, meeting_id=meeting_id, reading_id=reading_id, directions=placed))


def _fill_what_came_of_it(
    store: Store, example: Example, contacts: dict[int, int], meetings: dict[int, int]
) -> dict[int, int]:
    """Promises and opportunities, and the reading list, whose ids are returned."""
    for promise in example.promises:
        meeting_id = meetings[promise.meeting_id] if promise.meeting_id else None
        store.promises.add(replace(promise, contact_id=contacts[promise.contact_id], meeting_id=meeting_id))
    for heard in example.opportunities:
        contact_id = contacts[heard.contact_id] if heard.contact_id else None
        meeting_id = meetings[heard.meeting_id] if heard.meeting_id else None
        store.opportunities.add(replace(heard, contact_id=contact_id, meeting_id=meeting_id))
    ids = {}
    for item in example.readings:
        recommended_by = contacts[item.recommended_by_id] if item.recommended_by_id else None
        ids[item.id] = store.reading_list.add(replace(item, recommended_by_id=recommended_by))
    return ids


def _fill_organisations(store: Store, example: Example) -> dict[int, int]:
    ids = {}
    for organisation in example.organisations:
        ids[organisation.id] = store.organisations.add(organisation.name)
        store.organisations.update(
            ids[organisation.id],
            industry=organisation.industry,
            website=organisation.website,
            notes=organisation.notes,
        )
    return ids


def _fill_directions(store: Store, example: Example) -> dict[int, int]:
    ids = {}
    for direction in example.directions:
        ids[direction.id] = store.directions.add(direction.name, direction.kind)
        store.directions.update(
            ids[direction.id],
            verdict=direction.verdict,
            reason=direction.reason,
            decided_on=direction.decided_on,
            notes=direction.notes,
        )
    return ids


def _fill_contacts(
    store: Store, example: Example, directions: dict[int, int], groups: dict[int, int]
) -> dict[int, int]:
    ids = {}
    for contact in example.contacts:
        placed = tuple(directions[key] for key in contact.directions)
        ids[contact.id] = store.contacts.add(
            replace(
                contact,
                directions=placed,
                referrer_id=None,
                referred_at_id=None,
                touch_group_id=groups[contact.touch_group_id] if contact.touch_group_id else None,
                stage=Stage.FOUND,
                stage_reason="",
            )
        )
    for contact in example.contacts:
        if contact.referrer_id:
            store.contacts.update(ids[contact.id], referrer_id=ids[contact.referrer_id])
    return ids


def _fill_research(
    store: Store, example: Example, organisations: dict[int, int], contacts: dict[int, int]
) -> dict[int, int]:
    ids = {}
    for note in example.research:
        if note.organisation_id:
            ids[note.id] = store.research.add_on_organisation(organisations[note.organisation_id], note)
        elif note.contact_id:
            ids[note.id] = store.research.add(contacts[note.contact_id], note)
    return ids


def _fill_meetings(
    store: Store, example: Example, directions: dict[int, int], contacts: dict[int, int], notes: dict[int, int]
) -> dict[int, int]:
    ids = {}
    for meeting in example.meetings:
        direction_id = directions[meeting.direction_id] if meeting.direction_id else None
        placed = replace(meeting, contact_id=contacts[meeting.contact_id], direction_id=direction_id)
        ids[meeting.id] = store.meetings.add(placed)
        for note_id in example.facts.get(meeting.id, ()):
            store.meetings.choose_fact(ids[meeting.id], notes[note_id], chosen=True)
    for question in example.questions:
        store.meetings.add_question(replace(question, meeting_id=ids[question.meeting_id]))
    return ids
