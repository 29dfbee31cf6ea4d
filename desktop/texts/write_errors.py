"""Why a file could not be written, and what had nothing to write."""

from desktop.texts.marking import N_

TEXTS = {
    "no_room": N_(
        "There is no room left for “{name}”. No half-written file is left, and what you entered is safe. Free some "
        "space or choose another folder."
    ),
    "no_folder": N_(
        "The folder “{folder}” is not there. No half-written file is left, and what you entered is safe. Choose "
        "another folder."
    ),
    "is_folder": N_(
        "“{path}” is a folder. No half-written file is left, and what you entered is safe. Choose a file name."
    ),
    "not_allowed": N_(
        "“{name}” may not be written in “{folder}”. No half-written file is left, and what you entered is safe. Choose "
        "another folder."
    ),
    "not_written": N_(
        "“{path}” could not be written ({reason}). No half-written file is left, and what you entered is safe. Choose "
        "another folder."
    ),
    "unknown_kind": N_("It is not clear what “{name}” is to be. Nothing was written; end it in one of {endings}."),
    "nothing_dated": N_("Nothing has a day yet: no meeting, no promise, nobody to come back to. Nothing was written."),
    "no_meeting_with_time": N_("There is no meeting with a time to save for a calendar. Nothing was written."),
    "long_mail_link": N_(
        "This text is too long for a link to the mail program. Nothing is lost: save it as a mail file instead, "
        "or copy it."
    ),
    "long_card": N_("This is too long for a card. Nothing was written; shorten it, or take a letter instead."),
}
