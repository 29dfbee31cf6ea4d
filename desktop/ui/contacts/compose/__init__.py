"""The composer of letters, and the templates the user wrote."""
