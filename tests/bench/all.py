"""Every benchmark, one after the other: one table, each line with its floor, its target, and whether it is met.

Usage: all.py [--million]     With --million the list of a million people too; it takes minutes more.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = (
    "bench_start.py",
    "bench_contacts.py",
    "bench_store.py",
    "bench_brief.py",
    "bench_preview.py",
    "bench_chain.py",
    "bench_duplicates.py",
    "bench_reading.py",
    "bench_freeze.py",
)


def main() -> int:
    """Run them; an installed program has its bytecode, so none is measured without."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    million = ["--million"] if "--million" in sys.argv else []
    status = 0
    for script in SCRIPTS:
        arguments = million if script == "bench_contacts.py" else []
        status |= subprocess.run(
            [sys.executable, str(HERE / script), *arguments], env=environment, check=False
        ).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
