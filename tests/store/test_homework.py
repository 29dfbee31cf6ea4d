"""Homework: where to look for people, for each direction."""

from desktop.core.contact import Contact, Source
from desktop.core.homework import HomeworkItem, HomeworkState
from desktop.store.store import Store


def test_homework_has_every_source_with_the_people_who_came_from_there(store: Store) -> None:
    with store.action("Add"):
        direction, other = store.directions.add("Bridges"), store.directions.add("Boats")
        for source, places in (
            (Source.ALUMNI, (direction,)),
            (Source.ALUMNI, (direction, other)),
            (None, (direction,)),
        ):
            store.contacts.add(Contact(name="Ada", source=source, directions=places))
        gone = store.contacts.add(Contact(name="Gone", source=Source.ALUMNI, directions=(direction,)))
        store.contacts.delete([gone])
    items = store.homework.for_direction(direction)
    assert [item.source for item in items] == list(Source)
    assert {item.source: item.people for item in items if item.people} == {Source.ALUMNI: 2}
    assert {item.state for item in items} == {HomeworkState.OPEN}
    assert sum(item.people for item in store.homework.for_direction(other)) == 1


def test_homework_is_ticked_and_worded_per_direction(store: Store) -> None:
    with store.action("Add"):
        direction, other = store.directions.add("Bridges"), store.directions.add("Boats")
    with store.action("Words"):
        store.homework.set_text(direction, Source.LINKEDIN, "Ask Bo first")
    with store.action("Done"):
        store.homework.set_state(direction, Source.LINKEDIN, HomeworkState.DONE)
        store.homework.set_state(direction, Source.X, HomeworkState.NOT_FOR_ME)

    def of(number: int, source: Source) -> HomeworkItem:
        return next(item for item in store.homework.for_direction(number) if item.source is source)

    assert of(direction, Source.LINKEDIN) == HomeworkItem(
        direction, Source.LINKEDIN, "Ask Bo first", HomeworkState.DONE
    )
    assert of(direction, Source.X).state is HomeworkState.NOT_FOR_ME
    assert of(other, Source.LINKEDIN) == HomeworkItem(other, Source.LINKEDIN)
    store.undo()
    assert of(direction, Source.LINKEDIN) == HomeworkItem(direction, Source.LINKEDIN, "Ask Bo first")
