"""The work of the window without a window: every command prints its result, and only that, on standard output.

A command is a module with `run(options, folder)`; none of them imports Qt, and only the one asked for is imported.
"""

import argparse
import io
import os
import sys
from importlib import import_module

from desktop.core.errors import UserError
from desktop.places import default_data_folder

COMMANDS = {
    "import": "importing",
    "contacts": "contacts",
    "export": "export",
    "brief": "brief",
    "review": "review",
    "chain": "chain",
    "check": "check",
    "demo": "demo",
}


def run(options: argparse.Namespace) -> int:
    """Do one command and return the exit status: 0 done, 1 could not."""
    command = import_module(f"{__name__}.{COMMANDS[options.command]}")
    folder = options.data or default_data_folder()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON and names alike, whatever the console's own encoding
    try:
        status: int = command.run(options, folder)
        sys.stdout.flush()
    except UserError as error:
        print(f"groundwork: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the output has heard enough; Python would complain once more at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status
