"""Exporting contacts, the calendar and the archive."""
