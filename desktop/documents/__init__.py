"""Paper: core values in, tagged PDF out. No window, no database.

`brief.py` puts the two sides of a brief together: `door.py` and `table.py` say what is on them, `layout.py` for
which paper and in which fixed words. Every document is set with `page.py` (rows, blocks, pages), `text.py` (direction,
line breaks, shaping), `fonts.py` (which font draws which character), `tags.py` (the structure a screen reader follows)
and `pdf.py` (the file itself, with fonts cut down to what is used).
"""
