"""The sentences for a newer program that is not taken in; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/update.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_PROGRAM_OLD": (
        mark("Version {found} of the program is no newer than {known}, which is here."),
        mark("Nothing was changed. To go back to the version before, use “academy update roll-back”."),
    ),
    "E_PROGRAM_MACHINE": (
        mark("There is no program for this kind of PC on the stick: {machine}"),
        mark("Nothing was changed. Ask headquarters for the file for this PC."),
    ),
    "E_PROGRAM_MISSING": (
        mark("The file {file} must lie beside this one."),
        mark("Nothing was changed. Copy both files to the stick again."),
    ),
    "E_PROGRAM_FILE": (
        mark("The program on the stick was cut short or is not the one that headquarters signed: {file}"),
        mark("The program here runs on unchanged. Copy the file again from where it came from."),
    ),
    "E_PROGRAM_FIRST": (
        mark("There is no earlier program to go back to."),
        mark("The installed program is in use; nothing was changed."),
    ),
}
