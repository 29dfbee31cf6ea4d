"""Texts for people outside the window's widgets: errors, reports, papers, the command line, each under a code.

`catalogue` looks a code up in the language in use; each other module holds the sentences of one subject, in English.
"""
