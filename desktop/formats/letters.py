"""Reads the shipped letters: one TOML file for each kind of message, and one with the small words they share."""

import re
from pathlib import Path

from desktop.core.contact import Source
from desktop.core.direction import Verdict
from desktop.core.letters.letter import Template
from desktop.core.letters.letter_values import LetterWording, PurposeWords
from desktop.core.letters.reason_to_write import ReasonKind
from desktop.core.meeting_line import Way
from desktop.core.message import MessageKind, RequestSituation
from desktop.formats.shipped_toml import TomlTable, read_toml

_WORDING = "wording.toml"
_FIELDS = {"key", "tone", "subject", "body"}
_OPTIONAL = {"situation", "forward"}
_PART = re.compile(r"\{>([a-z_]+)\}")


def read_letters(folder: Path) -> tuple[Template, ...]:
    """All templates in `folder`, kinds in the order of `MessageKind`, each file's letters as they are there.

    The files are shipped with the program, so a broken one is a bug and no UserError.

    Raises:
        OSError: the file of shared words is missing.
        ValueError: a file is not valid TOML, has a wrong field, or two letters have the same key.
        KeyError: a file misses a field, or a letter takes in a piece that there is none of.
    """
    parts = read_toml(folder / _WORDING)["parts"]
    files = [read_toml(path) for path in folder.glob("*.toml") if path.name != _WORDING]
    order = list(MessageKind)
    files.sort(key=lambda data: (order.index(MessageKind(data["kind"])), data["language"]))
    letters = tuple(_template(entry, data, parts) for data in files for entry in data["letter"])
    if len({(letter.language, letter.key) for letter in letters}) < len(letters):
        raise ValueError("two letters have the same key")
    return letters


def read_wording(folder: Path) -> LetterWording:
    """The small words that go with the letters in `folder`.

    Raises:
        OSError, ValueError, KeyError: as `read_letters`.
    """
    data = read_toml(folder / _WORDING)
    purpose = data["purpose"]
    return LetterWording(
        prompts=data["prompts"],
        sources={source: (data["source"][source]["plain"], data["source"][source]["at"]) for source in Source},
        discretion=data["discretion"]["sentence"],
        discretion_short=data["discretion"]["short"],
        purpose=PurposeWords(
            drop=tuple(purpose["drop"]),
            openers=frozenset(purpose["openers"]),
            lower=frozenset(purpose["lower"]),
            prefix=purpose["prefix"],
            before_question=purpose["before_question"],
        ),
        last_joint=data["join"]["last"],
        and_joint=data["join"]["and"],
        ways={way: data["ways"][way] for way in Way},
        titles=frozenset(data["names"]["titles"]),
        someone_unnamed=data["names"]["someone_unnamed"],
        verdicts={verdict: data["verdict"][verdict] for verdict in (Verdict.WANT, Verdict.DO_NOT_WANT)},
        reasons={kind: data["reason"][kind] for kind in ReasonKind},
    )


def _template(entry: TomlTable, data: TomlTable, parts: dict[str, str]) -> Template:
    if not entry.keys() >= _FIELDS or not entry.keys() <= _FIELDS | _OPTIONAL:
        raise ValueError(f"{entry.get('key')}: wrong fields {sorted(entry)}")

    def whole(text: str) -> str:
        return _PART.sub(lambda found: parts[found.group(1)], text).strip()

    situation = entry.get("situation")
    return Template(
        key=entry["key"],
        kind=MessageKind(data["kind"]),
        tone=entry["tone"],
        subject=entry["subject"],
        body=whole(entry["body"]),
        situation=RequestSituation(situation) if situation else None,
        language=data["language"],
        forward=whole(entry.get("forward", "")),
    )
