"""What the card of a step says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepWords:
    """The step, a quiet line below it, the word on its button."""

    title: str
    reason: str
    button: str
