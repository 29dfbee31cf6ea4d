"""The one table of actions: each has exactly one slot, and one of a page is off until that page is shown."""

import pytest

from desktop.ui.actions import TABLE, Actions

OF_THE_WINDOW = [spec.key for spec in TABLE if not spec.of_page]


def test_each_action_does_what_its_slot_does(actions: Actions) -> None:
    done: list[str] = []
    actions.connect_all({key: lambda key=key: done.append(key) for key in OF_THE_WINDOW})  # type: ignore[misc]
    for key in OF_THE_WINDOW:
        actions[key].trigger()
    assert done == OF_THE_WINDOW


def test_an_action_without_a_slot_or_a_slot_without_an_action_is_refused(actions: Actions) -> None:
    slots = dict.fromkeys(OF_THE_WINDOW, lambda: None)
    with pytest.raises(ValueError, match=r"app\.quit"):
        actions.connect_all({key: slot for key, slot in slots.items() if key != "app.quit"})
    with pytest.raises(ValueError, match=r"no\.such"):
        actions.connect_all({**slots, "no.such": lambda: None})


def test_what_only_a_page_can_do_is_off_at_first(actions: Actions) -> None:
    of_page = [spec.key for spec in TABLE if spec.of_page]
    assert of_page == ["meeting.unplanned"]
    assert not actions["meeting.unplanned"].isEnabled()
