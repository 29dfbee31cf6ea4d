"""A real print scheduler of the test's own: cupsd on a private socket, with a queue of printer-driver-cups-pdf."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MODEL = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
QUEUE = "Brief"
_CONFIGURATION = """
Listen {run}/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """
ServerRoot {root}
RequestRoot {spool}
CacheDir {cache}
StateDir {run}
TempDir {spool}
AccessLog {log}/access
ErrorLog {log}/error
PageLog {log}/page
SystemGroup root
"""


def why_not() -> str:
    """Why no queue can be started here, empty if one can."""
    if not hasattr(os, "geteuid"):
        return "CUPS prints on Linux and macOS only"
    if os.geteuid() != 0:
        return "a print queue is started by root only; CI runs this as root"
    lacking = [tool for tool in ("lp", "lpadmin", "lpstat", "pdftotext") if shutil.which(tool) is None]
    if not Path("/usr/sbin/cupsd").exists():
        lacking.append("cupsd")
    if not MODEL.exists():
        lacking.append("printer-driver-cups-pdf")
    return f"not installed: {', '.join(lacking)}" if lacking else ""


@contextmanager
def running(folder: Path) -> Iterator[dict[str, str]]:
    """The scheduler with its queue, for as long as the block; gives the environment that reaches it."""
    folders = {name: folder / name for name in ("root", "spool", "cache", "run", "log")}
    for path in folders.values():
        path.mkdir()
    for path in (folder, *folder.parents):  # the filters run as another user
        if path.stat().st_uid == os.geteuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o011)
    (folder / "cupsd.conf").write_text(_CONFIGURATION.format(**folders))
    (folder / "cups-files.conf").write_text(_FILES.format(**folders))
    environment = os.environ | {"CUPS_SERVER": str(folders["run"] / "cups.sock")}
    with subprocess.Popen(
        ["/usr/sbin/cupsd", "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as scheduler:
        try:
            _add_queue(environment)
            yield environment
        finally:
            scheduler.terminate()


def _add_queue(environment: dict[str, str]) -> None:
    # An instance without a configuration of its own writes to /var/spool/cups-pdf, never into the home folder.
    add = ["lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/groundwork-test", "-P", str(MODEL)]
    for _attempt in range(100):  # until the scheduler listens: lpadmin waits for no one
        if subprocess.run(add, env=environment, capture_output=True, timeout=30).returncode == 0:
            return
        subprocess.run(["lpstat", "-r"], env=environment, capture_output=True, timeout=30)
    raise RuntimeError("the print scheduler did not start")


def take_printed(job_title: str) -> list[Path]:
    """What came out of the queue under that title, so far."""
    return sorted(Path("/var/spool/cups-pdf").glob(f"*/{job_title}*.pdf"))
