"""The one SQLite file: the only place that knows SQL. It answers with frozen values of `core`.

Every subject goes through peewee, each query executed on the database of its store. Hand-written SQL is used only where
a measured path needs it, in the modules named here, each of which gives its figure:

- read at a start or by a search, neither of which need import peewee then: `calendar_facts`, `contact_events`,
  `contact_stage`, `match_snippets`, `meeting_lines`, `preferences`, `put_off`, `today_facts`;
- the contact list at each keystroke: `contact_list`, `contact_search`, `contacts`;
- whole contacts, read at each edit and written by the thousand in an import: `contact_reading`, `contact_writing`,
  `match_keys`, `match_reading`, `organisation_names`;
- everything in the file, and all who named each other: `archive`, `chain`.

What belongs to no subject (connection, undo, backup, checks) is in `file`, and in `migrations` what changes the schema.
Figures are CPU time of the same work done both ways, on 5,000 contacts. A test compares this list with the code.
"""
