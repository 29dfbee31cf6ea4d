"""Letters of the user's own."""

import pytest

from desktop.core.letters.letter import Template
from desktop.core.message import MessageKind, RequestSituation
from desktop.core.values import replace
from desktop.store.store import Store

LETTER = Template(
    key="anything",
    kind=MessageKind.FIRST_REQUEST,
    tone="My own",
    subject="{purpose}",
    body="Dear {name},\n{?twenty minutes?}",
    situation=RequestSituation.COLD,
    language="pl",
    forward="Forward",
)


def test_an_own_letter_comes_back_as_it_was_written(store: Store) -> None:
    with store.action("Letter"):
        key = store.own_letters.add(LETTER)
    assert store.own_letters.all() == [replace(LETTER, key=key, own=True)]
    with store.action("Edit"):
        store.own_letters.update(key, body="Hello", situation=None, kind=MessageKind.NUDGE)
    edited = replace(LETTER, key=key, own=True, body="Hello", situation=None, kind=MessageKind.NUDGE)
    assert store.own_letters.all() == [edited]
    with store.action("Delete"):
        store.own_letters.delete(key)
    assert store.own_letters.all() == []
    with store.action("Restore"):
        store.own_letters.restore(key)
    assert store.own_letters.all() == [edited]
    with pytest.raises(TypeError), store.action("Edit"):
        store.own_letters.update(key, key="other")
