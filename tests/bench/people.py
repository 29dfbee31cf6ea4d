"""Invented people by the ten thousand, for the benchmarks: the same ones for the same number."""

from desktop.core.contact import Contact, Detail
from desktop.store.store import Store

FIRST = "Ada Ben Carla Dmitri Elif Farah Goran Hana Ivo Jun Kofi Łucja Mira Noor Olu Priya Quentin Rosa Søren Tomás"
LAST = (
    "Ahmed Berg Cruz Duarte Eze Fischer Grant Haddad Ito Jung Kaya Lind Mbeki Nair Okafor Petrov Quist Roy Silva Tran"
)
ROLES = ("Chemist", "Water quality engineer", "Data analyst", "Nurse", "Planner", "Designer", "Teacher", "Welder")
CHUNK = 10_000


def person(number: int) -> Contact:
    """The invented person of that number; fifty share an organisation."""
    first, last = FIRST.split()[number % 20], LAST.split()[number // 20 % 20]
    return Contact(
        name=f"{first} {last}-{number // 400:04}",
        organisation=f"{last} Works {number // 50}",
        role=ROLES[number % 8],
        emails=(Detail(f"p{number}@example.org", "work"),),
    )


def fill(store: Store, count: int) -> None:
    """Put `count` contacts into an empty store."""
    for start in range(0, count, CHUNK):
        with store.action("Fill"):
            store.contacts.add_all([person(number) for number in range(start, min(count, start + CHUNK))])


def cards(count: int) -> str:
    """The first people as a file of vCards."""
    return "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{someone.name}\r\nORG:{someone.organisation}\r\n"
        f"TITLE:{someone.role}\r\nEMAIL;TYPE=work:{someone.emails[0].value}\r\nEND:VCARD\r\n"
        for someone in map(person, range(count))
    )
