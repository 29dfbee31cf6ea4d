"""Starts Groundwork: a sub-command runs without a window, none opens the window."""

import sys

from desktop.entry import main

if __name__ == "__main__":
    sys.exit(main())
