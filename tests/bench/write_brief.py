"""One brief written by the program itself, in a process of its own. Usage: write_brief.py OUT.pdf"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop.documents.brief import PaperLayout, write_brief
from tests.documents.briefs import a_brief

if __name__ == "__main__":
    write_brief(a_brief(), PaperLayout(), Path(sys.argv[1]))
