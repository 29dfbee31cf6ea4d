"""Why a file from outside could not be read: people to import, an archive of everything, a text to review."""

from desktop.texts.marking import N_, N_in

TEXTS = {
    "is_folder": N_("“{name}” is a folder. Nothing was changed. Choose a file in it."),
    "not_there": N_("There is no file “{path}”. Nothing was changed. Check its name."),
    "no_file_name": N_("it is no proper file name"),
    "too_large": N_(
        "“{name}” holds more than {megabytes} MB. Nothing was changed. Export the contacts without pictures, or in "
        "several files."
    ),
    "unreadable_contacts": N_(
        "“{name}” could not be read: {reason}. Nothing was changed. Copy the file elsewhere and try the copy."
    ),
    "no_ordinary_file": N_(
        "“{name}” is no ordinary file but a device or a connection. Nothing was changed. Choose a file."
    ),
    "many_people": N_(
        "“{name}” holds more than {most} people, more than can be imported at once. Nothing was changed. Import it in "
        "several files."
    ),
    "large_cell": N_(
        "In “{name}”, line {line}, begins a cell of more than {most} characters. Most likely a quotation mark is never "
        "closed there. Nothing was changed. Mend that line and import the file again."
    ),
    "empty_contacts": N_("“{name}” is empty. Nothing was changed. Export the contacts again and import the new file."),
    "no_contacts": N_(
        "“{name}” is {what}, not a file of contacts. Nothing was changed. Choose a vCard (.vcf) or CSV file."
    ),
    "pdf": N_in("“{name}” is {what}, not a file of contacts.", "a PDF document"),
    "picture": N_in("“{name}” is {what}, not a file of contacts.", "a picture"),
    "database": N_in("“{name}” is {what}, not a file of contacts.", "a database"),
    "office": N_in("“{name}” is {what}, not a file of contacts.", "an old Office document"),
    "program": N_in("“{name}” is {what}, not a file of contacts.", "a program"),
    "compressed": N_in("“{name}” is {what}, not a file of contacts.", "a compressed archive"),
    "calendar": N_in("“{name}” is {what}, not a file of contacts.", "a calendar"),
    "web_page": N_in("“{name}” is {what}, not a file of contacts.", "a web page or XML"),
    "json": N_in("“{name}” is {what}, not a file of contacts.", "JSON"),
    "zip_with_password": N_(
        "“{name}” could not be opened. Nothing was changed. Most likely it needs a password. Unpack it first and "
        "import the file in it."
    ),
    "zip_damaged": N_(
        "“{name}” could not be opened. Nothing was changed. Most likely the archive is damaged. Download or export it "
        "again."
    ),
    "workbook": N_(
        "“{name}” is an Excel workbook, which cannot be read here. Nothing was changed. Save it as CSV in your "
        "spreadsheet program and import that file."
    ),
    "zip_without_contacts": N_(
        "There is no file of contacts in the archive “{name}”. Nothing was changed. Choose an archive with "
        "Connections.csv, a vCard or a CSV file in it."
    ),
    "empty_table": N_("“{name}” is empty. Nothing was changed. Choose another file."),
    "delimiter": N_("What stands between two columns must be a single character. Nothing was changed."),
    "unreadable_text": N_("“{path}” could not be read: {reason}. Nothing was changed. Try a copy of it."),
    "large_text": N_("“{path}” is too large for a letter. Nothing was changed. Choose a file of plain text."),
    "no_text": N_("“{path}” is no plain text. Nothing was changed. Save the letter as plain text and try that."),
    "unreadable_archive": N_("“{name}” could not be read: {reason}. Nothing was changed."),
    "large_archive": N_("“{name}” is larger than any archive of Groundwork. Nothing was changed."),
    "archive_cut_off": N_("“{name}” could not be read to its end. Nothing was changed."),
    "archive_not_in_lines": N_(
        "The rows of “{name}” do not stand in lines of their own, as in an archive of this size they must. Nothing "
        "was changed."
    ),
    "no_archive": N_("“{name}” is no archive of Groundwork. Nothing was changed."),
    "new_archive": N_(
        "“{name}” was written by a newer Groundwork. Nothing was changed. Update this program and try again."
    ),
    "damaged_archive": N_("“{name}” is damaged and cannot be restored. Nothing was changed. Try another copy of it."),
}
