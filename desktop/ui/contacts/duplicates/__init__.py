"""Finding duplicates and merging two contacts."""
