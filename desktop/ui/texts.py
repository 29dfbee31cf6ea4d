"""Texts for the user outside Qt's classes: classes that give translators a context.

Every text of the window is a literal in a call of `tr`, where `pyside6-lupdate` finds it:

- in a class of Qt's `self.tr("Delete contact")`: the context is the class
- anywhere else `RankingTexts.tr("answers: agree a time")`, where `class RankingTexts(Texts)` is in the same module
- with a number that decides between singular and plural `self.tr("%n people", "", count)`, never by keyword; in a class
  that others are derived from by a class of texts, as PySide6 does not look into base classes for it
- in a table that is made once `QT_TRANSLATE_NOOP("FieldTexts", "Tags")`, read by `FieldTexts.tr(str(table[key]))`

`pyside6-lupdate` does not look into f-strings. `tests/ui/test_translatable.py` finds what it loses.
"""

from PySide6.QtCore import QCoreApplication


class Texts:
    """The base of the classes that stand for a context; the context has the name of the class."""

    @classmethod
    def tr(cls, text: str, comment: str = "", count: int = -1, /) -> str:
        """The text in the user's language, as `QObject.tr`.

        `comment` tells translators apart what is spelled alike; `count` takes the place of %n and decides the form.
        """
        return QCoreApplication.translate(cls.__name__, text, comment, count)
