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
    "too_big": N_(
        "“{name}” is larger than a file may be on that disk. No half-written file is left, and what you entered is "
        "safe. Choose a folder on another disk."
    ),
    "long_name": N_(
        "The name “{name}” is too long for this folder. Nothing was written, and what you entered is safe. Choose a "
        "shorter name."
    ),
    "bad_name": N_(
        "“{name}” cannot be the name of a file here. Nothing was written, and what you entered is safe. Choose a name "
        "of letters and digits."
    ),
    "link_loop": N_(
        "“{path}” is a link that leads back to itself. Nothing was written, and what you entered is safe. Choose "
        "another name."
    ),
    "read_only": N_(
        "“{folder}” is on a disk that can only be read. No half-written file is left, and what you entered is safe. "
        "Choose a folder on another disk."
    ),
    "parent_is_file": N_(
        "“{folder}” is a file, not a folder. Nothing was written, and what you entered is safe. Choose another folder."
    ),
    "no_ordinary_file": N_(
        "“{name}” is no ordinary file but a device or a connection. Nothing was written, and what you entered is "
        "safe. Choose another name."
    ),
    "own_file": N_(
        "“{name}” is one of the files in which Groundwork itself keeps your data. Nothing was written over it, and "
        "your data is safe. Choose another name or folder."
    ),
    "other_kind": N_(
        "“{name}” is there already, and is another kind of file than this one. It was left as it was, and nothing was "
        "written. Choose another name."
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
