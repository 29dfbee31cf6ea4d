"""The profile: who the user is, as far as a document needs to know."""

from collections.abc import Mapping
from typing import TypedDict, TypeGuard

from msgspec import Struct


class Profile(Struct, frozen=True):
    """The user. Every field may be empty until a document needs it; `time_zone` empty means the system's."""

    name: str = ""
    headline: str = ""  # what I do or want to do, in a few words
    background: str = ""  # two or three sentences
    email: str = ""
    phone: str = ""
    link: str = ""
    time_zone: str = ""


class ProfileChanges(TypedDict, total=False):
    """What `update` may change of a `Profile`; named and typed as its fields are."""

    name: str
    headline: str
    background: str
    email: str
    phone: str
    link: str
    time_zone: str


def profile_changes(values: Mapping[str, str]) -> ProfileChanges:
    """Changes whose fields are known by name only.

    Raises:
        TypeError: for a name that is no field.
    """
    changes = dict(values)
    if not _are_changes(changes):
        raise TypeError(f"{', '.join(sorted(changes))}: no fields of the profile")
    return changes


def _are_changes(values: dict[str, str]) -> TypeGuard[ProfileChanges]:
    return values.keys() <= set(Profile.__struct_fields__)
