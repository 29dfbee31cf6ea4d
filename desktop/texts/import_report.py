"""What became of each entry of an imported file, one sentence each."""

from desktop.texts.marking import N_, N_in

TEXTS = {
    # Entries that could not be read.
    "row_of_nobody": N_("This row has no name, e-mail address, phone number or link."),
    "no_columns": N_("No column of this table could be recognised as a name, an e-mail address or a phone number."),
    "no_rows": N_("The table has headings, but nobody in it."),
    "stray_text": N_("There is text here that belongs to no card (BEGIN:VCARD is missing), so it was left out."),
    "card_broken_off": N_("The card breaks off before it says anything about a person."),
    "card_of_group": N_("This card is a list of people, not a person."),
    "no_card": N_("There is no vCard in this file: no line says BEGIN:VCARD."),
    "details_left_out": N_(
        "{name}: {left} e-mail addresses, phone numbers, links or other details were left out; of each kind the first "
        "{most} were taken."
    ),
    "notes_cut": N_("{name}: The note was cut after {most} characters."),
    "taken_for_headings": N_("This row was taken for headings; if it is a person, import with --headings no."),
    # Entries that were read: {name} is whose entry it is, {other} whom the contacts hold already.
    "merged": N_("{name}: What was new went to {other}."),
    "merged_further_up": N_("{name}: What was new went to {other}, further up in these files."),
    "alike": N_("{name}: is new, though like {other}."),
    "left_out": N_("{name}: left out, as you chose."),
    "stands_before": N_("{name}: stands in these files before, and nothing is new."),
    "known": N_("{name}: is among your contacts already as {other}, and nothing is new."),
    "no_name": N_in("a person in the report of an import", "No name"),
    "nameless_card": N_("No name ({where})"),
    "card_in_file": N_("{file}, card {number}"),
    "nobody_found": N_("No person was found in what was given. Your contacts are as they were."),
}
