"""The Contacts tab: the list of people or organisations beside the page of one of them, and the import."""
