"""`demo`: an invented example for an empty folder."""

import argparse
from pathlib import Path

from desktop.cli.output import counted
from desktop.store.store import Store


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(_options: argparse.Namespace, folder: Path) -> int:
    """Do it; 0 done."""
    from desktop.formats.demo import read_example
    from desktop.places import resources
    from desktop.store.demo import fill_with_example

    example = read_example(resources() / "demo" / "example.toml")
    with Store(folder) as store:
        counts = fill_with_example(store, example, store.clock().astimezone().date())
    print(counted(counts))
    return 0
