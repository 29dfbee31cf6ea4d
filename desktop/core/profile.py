"""The profile: who the user is, as far as a document needs to know."""

from typing import TypedDict

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
