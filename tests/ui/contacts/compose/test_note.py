"""The user's own weekly limit of messages to strangers, said beside the one that would go over it, once a week."""

from desktop.core.message import Channel, Message, MessageKind, MessageState, RequestSituation
from desktop.store.store import Store
from desktop.ui.contacts.compose.page import ComposePage
from desktop.ui.workspace import Workspace
from tests.ui.contacts.conftest import fill


def limit(store: Store, most: int | None) -> None:
    with store.action("Limit"):
        store.preferences.update_settings(weekly_cold_messages=most)


def send_cold(store: Store, workspace: Workspace, contact_id: int) -> None:
    message = Message(contact_id=contact_id, situation=RequestSituation.COLD, state=MessageState.SENT)
    with store.action("Send"):
        store.messages.add(message)


def test_one_more_stranger_than_wanted_is_mentioned_beside_the_message(
    composer: ComposePage, amara: int, store: Store, workspace: Workspace
) -> None:
    limit(store, 1)
    composer.write_to(amara, MessageKind.FIRST_REQUEST)
    assert composer.note.isHidden()
    send_cold(store, workspace, amara)
    composer.write_to(amara, MessageKind.FIRST_REQUEST)
    assert composer.note.isVisible()
    fill(composer.choices.situation, RequestSituation.KNOWN)
    assert composer.note.isHidden()


def test_what_went_all_the_same_is_not_mentioned_again_this_week(
    composer: ComposePage, amara: int, store: Store, workspace: Workspace
) -> None:
    limit(store, 0)
    composer.write_to(amara, MessageKind.FIRST_REQUEST)
    assert composer.note.isVisible()
    composer._mark_sent(Channel.EMAIL, workspace.today())
    composer.write_to(amara, MessageKind.FIRST_REQUEST)
    assert composer.note.isHidden()
    assert store.next_undo == "Mark as sent"


def test_without_a_limit_nothing_is_said(composer: ComposePage, amara: int, store: Store, workspace: Workspace) -> None:
    send_cold(store, workspace, amara)
    composer.write_to(amara, MessageKind.FIRST_REQUEST)
    assert composer.note.isHidden()
