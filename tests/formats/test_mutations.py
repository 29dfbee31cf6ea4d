"""A few hundred damaged files of each kind; `mutate.py` tries a hundred thousand."""

import random
from pathlib import Path

import pytest

from tests.formats.mutate import ENDINGS, faults_of
from tests.formats.mutations import mutated

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"


@pytest.mark.parametrize("kind", sorted(ENDINGS))
def test_damaged_files_are_read_or_refused_and_what_was_read_goes_out_and_in_again(kind: str) -> None:
    inputs = [path.read_bytes() for path in sorted(FIXTURES.iterdir()) if path.suffix in ENDINGS[kind]]
    for seed in range(300):
        chance = random.Random(seed)
        data = mutated(chance.choice(inputs), inputs, chance)
        assert faults_of(data, kind) == [], seed
