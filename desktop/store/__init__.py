"""The one SQLite file: the only place that knows SQL. It answers with frozen values of `core`."""
