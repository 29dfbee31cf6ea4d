"""What leaves the program: which fields of a contact, its history, calendar entries, the archive."""
