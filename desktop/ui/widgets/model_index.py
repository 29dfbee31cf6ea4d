"""The index of a row or cell of a Qt model, as the methods of models and delegates take it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

ModelIndex = QModelIndex | QPersistentModelIndex
