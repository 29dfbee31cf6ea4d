"""People: recognising the same person, merging two contacts, who was referred by whom, and finding text."""
