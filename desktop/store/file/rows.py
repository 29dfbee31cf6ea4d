"""How a moment stands in the file."""

from datetime import UTC, datetime


def moment_text(value: datetime) -> str:
    """A moment as text: UTC to the second, so that text order is time order."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
