"""Organisations: their list, the page of one of them, and who works there."""
