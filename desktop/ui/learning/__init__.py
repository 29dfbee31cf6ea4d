"""The Learning log tab: entries, totals, directions."""
