"""The words for a table that is asked about: what a column may hold, its encoding, and what parts its columns."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.formats.contact_columns import ColumnField
from desktop.ui.contacts import field_words
from desktop.ui.texts import Texts


class MappingTexts(Texts):
    """The words for the columns of a table that is imported."""


_FIELDS = {
    ColumnField.LEFT_OUT: QT_TRANSLATE_NOOP("MappingTexts", "Leave out"),
    ColumnField.NAME: QT_TRANSLATE_NOOP("MappingTexts", "Whole name"),
    ColumnField.GIVEN: QT_TRANSLATE_NOOP("MappingTexts", "First name"),
    ColumnField.MIDDLE: QT_TRANSLATE_NOOP("MappingTexts", "Middle name"),
    ColumnField.FAMILY: QT_TRANSLATE_NOOP("MappingTexts", "Last name"),
    ColumnField.PREFIX: QT_TRANSLATE_NOOP("MappingTexts", "Before the name (Dr.)"),
    ColumnField.SUFFIX: QT_TRANSLATE_NOOP("MappingTexts", "After the name (Jr.)"),
    ColumnField.NICKNAME: QT_TRANSLATE_NOOP("MappingTexts", "Nickname"),
    ColumnField.PHONETIC: QT_TRANSLATE_NOOP("MappingTexts", "How the name is said"),
    ColumnField.TITLE: QT_TRANSLATE_NOOP("MappingTexts", "Title"),
    ColumnField.OCCUPATION: QT_TRANSLATE_NOOP("MappingTexts", "Occupation"),
    ColumnField.EMAIL: QT_TRANSLATE_NOOP("MappingTexts", "E-mail address"),
    ColumnField.PHONE: QT_TRANSLATE_NOOP("MappingTexts", "Phone number"),
    ColumnField.LINK: QT_TRANSLATE_NOOP("MappingTexts", "Web page"),
    ColumnField.ADDRESS: QT_TRANSLATE_NOOP("MappingTexts", "Whole postal address"),
    ColumnField.STREET: QT_TRANSLATE_NOOP("MappingTexts", "Street"),
    ColumnField.EXTENDED: QT_TRANSLATE_NOOP("MappingTexts", "Address: further line"),
    ColumnField.BOX: QT_TRANSLATE_NOOP("MappingTexts", "Post office box"),
    ColumnField.CITY: QT_TRANSLATE_NOOP("MappingTexts", "City"),
    ColumnField.REGION: QT_TRANSLATE_NOOP("MappingTexts", "Region"),
    ColumnField.POSTCODE: QT_TRANSLATE_NOOP("MappingTexts", "Postcode"),
    ColumnField.COUNTRY: QT_TRANSLATE_NOOP("MappingTexts", "Country"),
    ColumnField.NOTE: QT_TRANSLATE_NOOP("MappingTexts", "Notes"),
    ColumnField.TAG: QT_TRANSLATE_NOOP("MappingTexts", "Tags"),
    ColumnField.CONNECTED: QT_TRANSLATE_NOOP("MappingTexts", "Day you met or connected"),
    ColumnField.ZONE: QT_TRANSLATE_NOOP("MappingTexts", "Time zone"),
    ColumnField.UNKNOWN: QT_TRANSLATE_NOOP("MappingTexts", "Notes, with its heading"),
}
_ENCODINGS = {
    "utf-8": QT_TRANSLATE_NOOP("MappingTexts", "Unicode (UTF-8)"),
    "utf-16": QT_TRANSLATE_NOOP("MappingTexts", "Unicode (UTF-16)"),
    "cp1252": QT_TRANSLATE_NOOP("MappingTexts", "Western European"),
    "cp1250": QT_TRANSLATE_NOOP("MappingTexts", "Central European"),
    "cp1251": QT_TRANSLATE_NOOP("MappingTexts", "Cyrillic"),
    "cp1253": QT_TRANSLATE_NOOP("MappingTexts", "Greek"),
    "cp1254": QT_TRANSLATE_NOOP("MappingTexts", "Turkish"),
    "cp1255": QT_TRANSLATE_NOOP("MappingTexts", "Hebrew"),
    "cp1256": QT_TRANSLATE_NOOP("MappingTexts", "Arabic"),
    "cp932": QT_TRANSLATE_NOOP("MappingTexts", "Japanese (Shift-JIS)"),
    "gb18030": QT_TRANSLATE_NOOP("MappingTexts", "Chinese, simplified"),
    "big5hkscs": QT_TRANSLATE_NOOP("MappingTexts", "Chinese, traditional"),
    "cp949": QT_TRANSLATE_NOOP("MappingTexts", "Korean"),
    "mac_roman": QT_TRANSLATE_NOOP("MappingTexts", "Old Macintosh"),
}
_DELIMITERS = {
    ",": QT_TRANSLATE_NOOP("MappingTexts", "Comma  ,"),
    ";": QT_TRANSLATE_NOOP("MappingTexts", "Semicolon  ;"),
    "\t": QT_TRANSLATE_NOOP("MappingTexts", "Tab"),
    "|": QT_TRANSLATE_NOOP("MappingTexts", "Bar  |"),
    ":": QT_TRANSLATE_NOOP("MappingTexts", "Colon  :"),
    " ": QT_TRANSLATE_NOOP("MappingTexts", "Space"),
}


def field(code: ColumnField) -> str:
    """What a column holds."""
    return _translated(_FIELDS[code]) if code in _FIELDS else field_words.name(code.value) or code.value


def encoding(codec: str) -> str:
    """The encoding of a file; a codec without a word by its own name."""
    known = codec.removesuffix("-sig")
    return _translated(_ENCODINGS[known]) if known in _ENCODINGS else codec


def delimiter(letter: str) -> str:
    """What parts two columns."""
    return _translated(_DELIMITERS[letter]) if letter in _DELIMITERS else letter


def _translated(text: object) -> str:
    return MappingTexts.tr(str(text))
