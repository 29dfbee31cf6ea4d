"""The keys by which contacts are known again follow what is edited."""

from typing import Any

from desktop.core.contact import Contact, Detail
from desktop.store.store import Store


def add(store: Store, name: str, organisation: str = "", email: str = "", **fields: Any) -> int:
    emails = (Detail(email),) if email else ()
    with store.action("Add"):
        return store.contacts.add(Contact(name=name, organisation=organisation, emails=emails, **fields))


def test_keys_follow_what_is_edited(store: Store) -> None:
    ann = add(store, "Ann Lee", "Acme", "ann@x.org")
    with store.action("Edit"):
        store.contacts.update(ann, name="Ann Ito", emails=[Detail("ito@x.org")], organisation="Globex")
    known = [
        Contact(name="Ito, Ann", organisation="Globex Ltd"),
        Contact(name="", emails=(Detail("ito@x.org"),)),
        Contact(name="Ann Lee", organisation="Acme", emails=(Detail("ann@x.org"),)),
    ]
    assert [bool(match.like or match.same) for match in store.duplicates.matches(known)] == [True, True, False]


def test_a_file_without_keys_gets_them_when_it_is_opened(folder: Any, clock: Any) -> None:
    with Store(folder, clock) as store:
        add(store, "Ann Lee", "Acme GmbH", "ann@x.org")
        connection = store.database.connection()
        for sql in (
            "update contact set name_key = ''",
            "update organisation set match_key = ''",
            "update contact_detail set match_key = ''",
            "update identity set match_rules = 0",
        ):
            connection.execute(sql)
    with Store(folder, clock) as store:
        people = [Contact(emails=(Detail("ann@x.org"),)), Contact(name="Ann Lee", organisation="Acme")]
        assert [match.same or match.like for match in store.duplicates.matches(people)] == [1, (1,)]
        assert store.next_undo == ""
