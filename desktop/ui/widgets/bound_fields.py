"""The fields of a page that shows one value: each knows what of the value it shows, and how a change is saved."""

from collections.abc import Callable
from typing import Generic, TypeVar

from desktop.ui.widgets.fields import ChoiceField, Field

_V = TypeVar("_V")
_T = TypeVar("_T")
_C = TypeVar("_C")


class BoundFields(Generic[_V]):
    """Fields that show parts of a `V` and save what is typed in them."""

    def __init__(self) -> None:
        self._shows: list[Callable[[_V, bool], None]] = []
        self._flushes: list[Callable[[], None]] = []

    def bind(self, field: Field[_T], shown: Callable[[_V], _T], save: Callable[[_T, str], object]) -> None:
        """Let a field show a part of the value; `save` gets what is typed, and the visit it was typed in."""
        self._bind(field, shown)
        field.saved_by(lambda value: save(value, field.visit))

    def bind_choice(self, field: ChoiceField[_C], shown: Callable[[_V], _C], save: Callable[[_C, str], object]) -> None:
        """The same with a choice: what is saved is always one of its codes."""
        self._bind(field, shown)
        field.code_saved_by(lambda code: save(code, field.visit))

    def _bind(self, field: Field[_T], shown: Callable[[_V], _T]) -> None:
        def show(value: _V, anew: bool) -> None:
            (field.show_anew if anew else field.show_value)(shown(value))

        self._shows.append(show)
        self._flushes.append(field.flush)

    def show(self, value: _V, anew: bool) -> None:
        """Show a value; `anew` if it is another than before, so that what is still typed is not of it."""
        for show in self._shows:
            show(value, anew)

    def flush(self) -> None:
        """Save what is still being typed in any of them.

        Raises:
            UserError: if it could not be saved; it stays as typed.
        """
        for flush in self._flushes:
            flush()
