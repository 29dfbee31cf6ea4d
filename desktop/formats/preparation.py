"""Reads the shipped texts for preparing a meeting: the research checklist, the sentences, what to bring."""

from pathlib import Path

from desktop.core.meeting import Rescue
from desktop.core.meeting_line import Way
from desktop.core.organisation import Subject
from desktop.core.preparing.preparation import AskedBack, ChecklistItem, Logistics, Preparation
from desktop.formats.shipped_toml import TomlTable, read_toml


def read_preparation(folder: Path) -> Preparation:
    """The texts in `folder` (`checklist.toml`, `opening.toml`, `logistics.toml`).

    The files are shipped with the program, so a broken one is a bug and no UserError.

    Raises:
        OSError: if a file is missing.
        ValueError: if one is not valid TOML.
        KeyError: if one misses a field.
    """
    checklist, opening, logistics = (
        read_toml(folder / f"{name}.toml") for name in ("checklist", "opening", "logistics")
    )
    return Preparation(
        checklist=tuple(
            ChecklistItem(item["key"], subject, item["text"]) for subject in Subject for item in checklist[subject]
        ),
        opening_with_profile=opening["opening_with_profile"],
        opening_plain=opening["opening_plain"],
        ask_for_notes=opening["ask_for_notes"],
        who_else=opening["who_else"],
        use_name=opening["use_name"],
        thanks=opening["thanks"],
        asked_back=tuple(AskedBack(item["key"], item["asked"], item["hint"]) for item in opening["asked_back"]),
        rescues=tuple(Rescue(item["when"], item["then"]) for item in opening["rescue"]),
        logistics={way: _logistics(logistics[way]) for way in Way},
    )


def _logistics(table: TomlTable) -> Logistics:
    return Logistics(tuple(table["bring"]), int(table["arrive_early"]))
