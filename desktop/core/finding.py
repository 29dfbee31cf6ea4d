"""Finding people: the memory-jogger for those one knows already, and where to look for others, per direction."""

from collections.abc import Mapping

from msgspec import Struct

from desktop.core.contact import Source
from desktop.core.direction import DirectionKind

PEOPLE_PER_DIRECTION = 3  # "people per direction: at least 3" (domain.md, "people per direction")


class JoggerGroup(Struct, frozen=True):
    """People who come to mind together, with one gentle question that brings them to mind."""

    key: str
    name: str
    question: str


class Place(Struct, frozen=True):
    """A source as a place to look: what it is good for, and small steps for each kind of direction."""

    source: Source
    about: str
    steps: Mapping[DirectionKind, tuple[str, ...]]


class Finding(Struct, frozen=True):
    """The shipped texts for finding people."""

    groups: tuple[JoggerGroup, ...]
    places: tuple[Place, ...]

    def place(self, source: Source) -> Place:
        """Where to look when looking there.

        Raises:
            KeyError: for a source that is no place to look.
        """
        for place in self.places:
            if place.source is source:
                return place
        raise KeyError(source)


def homework(place: Place, kind: DirectionKind) -> str:
    """What to do there for a direction of that kind, a small step a line."""
    return "\n".join(place.steps[kind])


def gap(people: int) -> int:
    """How many people are missing for a fair picture of a direction."""
    return max(0, PEOPLE_PER_DIRECTION - people)
