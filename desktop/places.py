"""Where things are on this computer: the user's data folder, and the resources the program is shipped with."""

import sys
from pathlib import Path


def resources() -> Path:
    """The folder of shipped resources: in an installed package, in a frozen build, or in the checkout."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [here / "_resources", here.parent / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    return next((folder for folder in candidates if folder.is_dir()), candidates[-1])


def default_data_folder() -> Path:
    """The platform's folder for the user's own data (not created here)."""
    from platformdirs import user_data_path

    return user_data_path("Groundwork", appauthor=False)
