"""The work of the window without a window: every command prints its result, and only that, on standard output.

A command is a module with `add_arguments(parser)` and `run(options, folder)`, and a row in `COMMANDS`. None of them
imports Qt, and only the one asked for is imported: its name and the code of its line of help are here, so that
neither the window's start nor `--help` imports any.
"""

import argparse
import io
import os
import sys
from types import ModuleType

# By name the module, and what `--help` says. Plain pairs: `typing` alone would cost `--version` a tenth of its time.
COMMANDS = {
    "import": ("importing", "usage.import"),
    "contacts": ("contacts", "usage.contacts"),
    "export": ("export", "usage.export"),
    "letter": ("letter", "usage.letter"),
    "today": ("today", "usage.today"),
    "brief": ("brief", "usage.brief"),
    "chain": ("chain", "usage.chain"),
    "check": ("check", "usage.check"),
    "review": ("review", "usage.review"),
    "demo": ("demo", "usage.demo"),
}


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """Let a command declare its arguments."""
    _module(name).add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Do one command and return the exit status: 0 done, 1 could not."""
    from desktop.core.errors import OtherKindError, UserError
    from desktop.places import default_data_folder
    from desktop.store.file.error_messages import in_plain_words
    from desktop.texts.catalogue import sentence

    if isinstance(sys.stdout, io.TextIOWrapper):
        # JSON and names alike, whatever the console's own encoding; a path comes out byte for byte as it was given.
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        folder = options.data or default_data_folder()
        with in_plain_words(folder):  # a page that is damaged may be met only while it is read
            status: int = _module(options.command).run(options, folder)
        sys.stdout.flush()
    except OtherKindError as error:
        print(f"groundwork: {sentence('command_line.other_kind', name=error.values['name'])}", file=sys.stderr)
        return 1
    except UserError as error:
        print(f"groundwork: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the output has heard enough; Python would complain once more at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _module(name: str) -> ModuleType:
    from importlib import import_module

    module, _help = COMMANDS[name]
    return import_module(f"{__name__}.{module}")
