"""The list side of the Contacts tab: search, filters, selection, recently deleted contacts."""
