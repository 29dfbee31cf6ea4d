"""The file itself, whatever its subject: connection, lock, undo history, backup, file check."""
