"""What `groundwork --help` says of the program, its commands and their options."""

from desktop.texts.marking import N_

TEXTS = {
    "program": N_(
        "Prepares informational interviews and keeps what was learned, on this computer only. Without a command the "
        "window opens."
    ),
    "exit_status": N_("Exit status: 0 done, 1 could not (standard error says why and what is safe), 2 wrong usage."),
    "data": N_("the folder that holds your data"),
    "example": N_("open the window on an invented example"),
    "import": N_("read contacts from vCard or CSV files, or restore a JSON archive"),
    "import_as": N_("what the files are"),
    "columns": N_("what the columns of a table hold, in their order, as name,organisation,email; - leaves one out"),
    "headings": N_("with --columns: whether the first row holds headings"),
    "report_as_json": N_("print the report as JSON"),
    "contacts": N_("list contacts"),
    "search": N_("only those the text is found in"),
    "json": N_("print JSON"),
    "export": N_("write contacts, meetings, or everything, into a file"),
    "export_file": N_("where to write; its ending says what, as .vcf or .json"),
    "export_as": N_("what the file is to be"),
    "export_contacts": N_("only these: numbers with commas, or a search"),
    "fields": N_("only these beside the name, as emails,work"),
    "vcard": N_("the version of vCard"),
    "with_confidential": N_("take along answers in confidence, and what was feared"),
    "brief": N_("write the brief of a meeting as PDF"),
    "meeting": N_("a meeting's number, or: next"),
    "out": N_("where to write it"),
    "paper": N_("the paper size"),
    "large": N_("large print"),
    "chain": N_("show who led to whom, and where each stands"),
    "chain_contact": N_("one contact's, by number or name"),
    "check": N_("check that the file with your data is sound"),
    "review": N_("check a written request; it advises, and finding something is no fault"),
    "review_file": N_("a file of plain text"),
    "review_as": N_("what the text is (a first request, if not given)"),
    "letter": N_("compose a letter to a contact; nothing is sent"),
    "letter_contact": N_("to whom: by number, name, or a search that finds one only"),
    "letter_kind": N_("what the letter is (what is next for this contact, if not given)"),
    "letter_tone": N_("write it anew in this tone (your draft or your usual tone, if not)"),
    "letter_out": N_("write it into a file instead: {pdf}, or {mail} for a mail program"),
    "force": N_("write also over a file of another kind; never over Groundwork's own"),
    "today": N_("show what is next"),
    "demo": N_("fill an empty data folder with an invented example"),
}
