"""`replace` for value classes: a copy with some fields changed, checked by mypy field for field."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # mypy knows the fields of a struct by this name only; msgspec's own takes `Any`
    from dataclasses import replace as replace
else:
    from msgspec.structs import replace as replace

__all__ = ["replace"]
