"""What commands print, and why they refuse."""

from desktop.texts.marking import N_, N_in, N_plural

TEXTS = {
    "other_kind": N_(
        "“{name}” is there already, and is another kind of file than this one. It was left as it was, and nothing was "
        "written. Choose another name, or add --force to replace it."
    ),
    # Refusals.
    "no_meeting_ahead": N_("There is no meeting ahead with a time. Nothing was written."),
    "no_meeting": N_("There is no meeting '{named}'. Nothing was written; give its number, or “next”."),
    "no_contact": N_("There is no contact '{named}'. Nothing was changed; give a number or a name."),
    "several_called": N_("{count} contacts are called '{named}'. Nothing was changed; give one number of {numbers}."),
    "several_found": N_("{count} contacts are found by '{named}'. Nothing was changed; give one number of {numbers}."),
    "no_contact_number": N_("There is no contact {number}. Nothing was written."),
    "none_found": N_("No contact is found by '{search}'. Nothing was written."),
    "no_field": N_("There is no field '{name}'. Nothing was written; there are: {known}."),
    "archive_alone": N_("An archive is restored alone. Nothing was changed; give one file."),
    "columns_unknown": N_(
        "It is not known what the columns of “{name}” hold. Nothing was changed; import it in the window, which asks, "
        "or name them ({usual} by the look of it) with --columns."
    ),
    "no_table": N_("“{name}” is no table. Nothing was changed; import it without --columns."),
    "columns_differ": N_(
        "“{name}” has {usual} columns, and --columns names {named}. Nothing was changed; name each, with {left_out} "
        "for one to leave out."
    ),
    "no_column_field": N_("there is no field '{name}'; there are: {known}"),
    "nobody_told": N_("a column must tell who somebody is, as name or email; there are: {known}"),
    "no_letter_file": N_("A letter cannot be written as “{name}”. Nothing was written; end it in {pdf} or {mail}."),
    "file_has_faults": N_("the file has faults. It was not changed; keep a copy of the folder."),
    # Results.
    "subject": N_("Subject: {subject}"),
    "blanks_left": N_plural("A blank is still in the text: {named}.", "{count} blanks are still in the text: {named}."),
    "next_steps": N_in("heading", "Next steps"),
    "next_meeting": N_in("heading", "Next meeting"),
    "meeting": N_("{name}: {said} (meeting {number})"),
    "to_be_written_up": N_in("heading", "To be written up"),
    "nothing_waiting": N_("Nothing is waiting for you. A good moment to think of someone new."),
    "nobody_led": N_("Nobody has led to anybody yet."),
    "sound": N_("Sound: {contacts} contacts, {meetings} meetings."),
    "imported": N_("{read} read, {new} new, {merged} merged, {skipped} skipped"),
    "left_out": N_plural(
        "{count} text in confidence was left out; --with-confidential takes it along",
        "{count} texts in confidence were left out; --with-confidential takes them along",
    ),
    # What was counted, joined with commas.
    "contacts": N_plural("{count} contact", "{count} contacts"),
    "organisations": N_plural("{count} organisation", "{count} organisations"),
    "directions": N_plural("{count} direction", "{count} directions"),
    "meetings": N_plural("{count} meeting", "{count} meetings"),
    "messages": N_plural("{count} message", "{count} messages"),
    "research_notes": N_plural("{count} research note", "{count} research notes"),
    "learning_entries": N_plural("{count} learning entry", "{count} learning entries"),
    "promises": N_plural("{count} promise", "{count} promises"),
    "opportunities": N_plural("{count} opportunity", "{count} opportunities"),
    "readings": N_plural("{count} thing to read", "{count} things to read"),
    "entries": N_plural("{count} entry", "{count} entries"),
    "and_further": N_plural("{said} and {count} further entry", "{said} and {count} further entries"),
    "nothing": N_in("instead of a number of things", "nothing"),
}
