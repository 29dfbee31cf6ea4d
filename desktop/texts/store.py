"""What can go wrong with the file that holds the user's data, and what `check` finds in it."""

from desktop.texts.marking import N_, N_in

TEXTS = {
    "no_room": N_(
        "There is no room left on the disk, so this could not be saved. What was saved before is safe; make room and "
        "try again."
    ),
    "out_of_reach": N_(
        "Your data in {folder} could not be reached. What was saved before is safe; check that the folder is there, "
        "that you may write in it and that the disk has room, and try again."
    ),
    "not_in_place": N_(
        "Your data in {folder} could not be reached: the folder or the file in it was moved, removed or replaced. "
        "Nothing more is saved until it is back; put it back, or plug in again the disk it is on, and try again."
    ),
    "not_a_folder": N_(
        "Your data could not be reached: {folder} is a file or lies in one, and must be a folder. Nothing was changed; "
        "choose another folder, or move that file away."
    ),
    "read_only": N_(
        "The disk with {folder} is write-protected, so nothing can be saved there. What was saved before is safe and "
        "can be read and printed by commands. Take the protection off, so that you may write in it, and try again."
    ),
    "not_allowed": N_(
        "Your account on this computer may not use {folder} or the files in it. Nothing was changed; see to it that "
        "they belong to you and that you may write in it, and try again."
    ),
    "path_too_long": N_(
        "The path of the data folder is too long for this computer: {folder}. Nothing was changed; choose a folder "
        "with a shorter path."
    ),
    "no_lock": N_(
        "Files in {folder} cannot be locked, so that two windows could write over each other there. Nothing was "
        "changed; choose a folder on a disk of this computer."
    ),
    "name_not_text": N_(
        "The name of the data folder {folder} has bytes in it that are no characters. Nothing was changed; rename the "
        "folder or choose another."
    ),
    "no_home": N_(
        "It is not known where your data are, because your account has no home folder. Nothing was changed; name a "
        "data folder (--data DIR)."
    ),
    "busy": N_("Something else is being saved just now. Nothing was changed; try again in a moment."),
    "waiting": N_("Something long is being saved just now. Try again when it is done; nothing is lost."),
    "damaged": N_(
        "The file with your data is damaged. It was left as it is. To go on with the newest safety copy: close "
        "Groundwork; move groundwork.db, groundwork.db-wal and groundwork.db-shm (those that are there, all together) "
        "from {folder} to a folder of their own and keep them; copy the newest file of the folder “backups” in "
        "{folder} to {folder} under the name groundwork.db; start Groundwork."
    ),
    "damaged_no_copy": N_(
        "The file with your data is damaged, and there is no safety copy of it in {folder}. It was left as it is. Keep "
        "groundwork.db, groundwork.db-wal and groundwork.db-shm (those that are there) together: whoever tries to save "
        "something from them needs all three. If you have a copy elsewhere, move all three to a folder of their own "
        "and copy it to {folder} under the name groundwork.db."
    ),
    "emptied": N_(
        "The file with your data, {file} in {folder}, is empty, and it was not before. Nothing was changed. If there "
        "is a safety copy: move groundwork.db, groundwork.db-wal and groundwork.db-shm (those that are there, all "
        "together) to a folder of their own, copy the newest file of the folder “backups” to {folder} under the name "
        "groundwork.db, and start Groundwork. Only the window can start anew with nothing."
    ),
    "gone": N_(
        "The file with your data, {file}, is not in {folder} any more, though Groundwork has worked there before. "
        "Nothing was changed. If you moved it, move it back. If there is a safety copy: move groundwork.db-wal and "
        "groundwork.db-shm (if they are there) to a folder of their own, copy the newest file of the folder “backups” "
        "to {folder} under the name groundwork.db, and start Groundwork. Only the window can start anew with nothing."
    ),
    "another_database": N_(
        "The file in the data folder is a database, but not one of Groundwork. It was left as it is; choose "
        "another folder, or move that file away."
    ),
    "too_new": N_(
        "The file with your data was written by a newer version of Groundwork. It was not touched; please install "
        "the newer version to open it."
    ),
    "older": N_(
        "Your data was written by an older version. Nothing was changed; open the window once to bring it up to date."
    ),
    "not_there": N_("There is no data of Groundwork in {folder}. Nothing was changed."),
    "not_brought_up_to_date": N_(
        "The file with your data could not be brought up to date. It is as it was before; is there room on the "
        "disk, and may you write in the folder?"
    ),
    "in_use": N_(
        "Groundwork is open and has your data. Nothing was changed; close its window first, or do this in the window."
    ),
    "not_undone": N_(
        "This step cannot be taken back any more, because something else changed the same place. Nothing was changed."
    ),
    "copy_not_verified": N_("The safety copy could not be verified and was removed. Your data itself was not touched."),
    "example_needs_room": N_(
        "This folder holds data already, and the example needs an empty one. Nothing was changed."
    ),
    "archive_needs_room": N_(
        "There is data here already, and an archive can be restored only where there is none. Nothing was changed; "
        "start Groundwork with another data folder (--data) and restore it there."
    ),
    "archive_too_new": N_(
        "The archive was written by a newer Groundwork. Nothing was changed. Update this program and try again."
    ),
    "archive_damaged": N_(
        "The archive is damaged and cannot be restored. Nothing was changed. Try another copy of it."
    ),
    "archive_out_of_bounds": N_(
        "The archive holds a value that no field of Groundwork takes: “{value}” in the column {column} of the table "
        "{table}. Nothing was changed. Correct it in a copy of the archive, or try another one."
    ),
    # The names of steps of undo.
    "import": N_in("a step that can be undone", "Import contacts"),
    "restore": N_in("a step that can be undone", "Restore"),
    "fill": N_in("a step that can be undone", "Fill with the example"),
    # What `check` prints, a line each; {table} and {parent} are the names of tables.
    "missing_parent": N_("{table} {row} refers to a missing {parent}"),
    "count_differs": N_("the number of contacts does not match the contacts"),
    "index_differs": N_("the search index does not match the table {table}"),
}
