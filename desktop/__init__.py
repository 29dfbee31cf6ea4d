"""Groundwork: from "I should talk to someone" to a printed brief, and a record of what was learned.

The map of the code, from the outside in (arrows never point back; import-linter checks them). Every folder has a
README.md: what lives there, what it may import, the one rule to know, one worked example. Where things are, and how to
add one: desktop/README.md.

- `entry`      one way in: a sub-command goes to `cli`, none opens the window through `app`
- `cli`        the same work without a window and without Qt, a module for each command
- `app`        builds everything for the window: folder, store, theme, crash handler, main window
- `ui`         Qt: the main window and what every tab works with
    - `today`, `contacts`, `prepare`, `learning`: a folder a tab; none imports another
    - `contacts` has rooms: people, page, organisations, compose, importing, exporting, duplicates, chain
    - `shared`: what more than one tab uses; `widgets`: what knows no store
- `work`       what window and command line both do, without Qt: import, export, letters, briefs, the calendar, Today
- `store`      the one SQLite file, the only place that knows SQL; every change is one action with undo
    - `file`: connection, lock, history, copies, whatever the subject; `tables`, `migrations`: the schema
- `formats`    files of the outside world: vCard, CSV, calendars, mail, the archive, what is shipped in TOML
- `documents`  paper: the brief, letters, cards, histories and chains as tagged PDFs
- `places`     where the data folder and the shipped resources are
- `core`       what the program knows: frozen values and pure rules, no Qt, no SQL, no files, no clock
    - nouns at the top level; rules in rooms: today, letters, preparing, people, export
- `texts`      what people read outside the window (errors, papers, commands), under codes; gettext translates it
"""

__version__ = "0.1.0"
