"""The window: Qt lives here (and in `app`) only. One folder per tab; small shared widgets in `widgets`.

`theme` holds every colour and size, `icons` the tinted icons, `tasks` runs work off the main thread, `crash` shows what
went wrong unexpectedly. Tabs never import each other; the main window connects them.
"""
