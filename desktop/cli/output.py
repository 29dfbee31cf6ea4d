"""How results are printed for other programs."""

import json
from typing import Any


def print_json(value: Any) -> None:
    """Print a value as JSON, every script as it is."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
