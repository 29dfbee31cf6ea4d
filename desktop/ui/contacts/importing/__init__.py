"""Importing contacts: choose files, preview, name the columns of an unknown table."""
