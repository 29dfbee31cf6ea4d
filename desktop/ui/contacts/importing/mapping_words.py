"""The words for a table that is asked about: what a column may hold, its encoding, and what parts its columns."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.formats.contact_columns import Field
from desktop.ui.contacts import field_words


def _(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("MappingWords", text))


_FIELDS = {
    Field.LEFT_OUT: _("Leave out"),
    Field.NAME: _("Whole name"),
    Field.GIVEN: _("First name"),
    Field.MIDDLE: _("Middle name"),
    Field.FAMILY: _("Last name"),
    Field.PREFIX: _("Before the name (Dr.)"),
    Field.SUFFIX: _("After the name (Jr.)"),
    Field.NICKNAME: _("Nickname"),
    Field.PHONETIC: _("How the name is said"),
    Field.TITLE: _("Title"),
    Field.OCCUPATION: _("Occupation"),
    Field.EMAIL: _("E-mail address"),
    Field.PHONE: _("Phone number"),
    Field.LINK: _("Web page"),
    Field.ADDRESS: _("Whole postal address"),
    Field.STREET: _("Street"),
    Field.EXTENDED: _("Address: further line"),
    Field.BOX: _("Post office box"),
    Field.CITY: _("City"),
    Field.REGION: _("Region"),
    Field.POSTCODE: _("Postcode"),
    Field.COUNTRY: _("Country"),
    Field.NOTE: _("Notes"),
    Field.TAG: _("Tags"),
    Field.CONNECTED: _("Day you met or connected"),
    Field.ZONE: _("Time zone"),
    Field.UNKNOWN: _("Notes, with its heading"),
}
_ENCODINGS = {
    "utf-8": _("Unicode (UTF-8)"),
    "utf-16": _("Unicode (UTF-16)"),
    "cp1252": _("Western European"),
    "cp1250": _("Central European"),
    "cp1251": _("Cyrillic"),
    "cp1253": _("Greek"),
    "cp1254": _("Turkish"),
    "cp1255": _("Hebrew"),
    "cp1256": _("Arabic"),
    "cp932": _("Japanese (Shift-JIS)"),
    "gb18030": _("Chinese, simplified"),
    "big5hkscs": _("Chinese, traditional"),
    "cp949": _("Korean"),
    "mac_roman": _("Old Macintosh"),
}
_DELIMITERS = {
    ",": _("Comma  ,"),
    ";": _("Semicolon  ;"),
    "\t": _("Tab"),
    "|": _("Bar  |"),
    ":": _("Colon  :"),
    " ": _("Space"),
}


def field(code: Field) -> str:
    """What a column holds."""
    return _said(_FIELDS[code]) if code in _FIELDS else field_words.name(code.value) or code.value


def encoding(codec: str) -> str:
    """The encoding of a file; a codec without a word by its own name."""
    known = codec.removesuffix("-sig")
    return _said(_ENCODINGS[known]) if known in _ENCODINGS else codec


def delimiter(letter: str) -> str:
    """What parts two columns."""
    return _said(_DELIMITERS[letter]) if letter in _DELIMITERS else letter


def _said(text: str) -> str:
    return QCoreApplication.translate("MappingWords", text)
