"""The sentences for what packs from headquarters refuse; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/pack_errors.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    # codes and slots
    "E_CODE_TYPO": (
        mark("This is no code from headquarters: a character is wrong or missing."),
        mark("Compare it with the code you were given and type it again; this did not count as a try."),
    ),
    "E_CODE_WRONG": (
        mark("This code does not open this session."),
        mark("Check that it was given for this branch and this session, or ask headquarters again."),
    ),
    "E_SLOT": (
        mark("The key file does not fit this session, or it is damaged."),
        mark("Install the newest key file from headquarters; nothing was opened."),
    ),
    "E_KDF_PARAMS": (
        mark("The key file asks for work outside the safe range."),
        mark("Do not use it and tell headquarters; nothing was opened."),
    ),
    "E_DECRYPT": (
        mark("The sealed questions do not open with this key."),
        mark("Install the pack again from its file; if it happens again, tell headquarters."),
    ),
    # the file of a pack
    "E_ZIP": (
        mark("This is no course pack, or the file was cut short."),
        mark("Nothing was changed. Copy the file again from where it came from."),
    ),
    "E_PATH": (
        mark("The pack holds a file whose name is not allowed: {path}"),
        mark("Do not use it and tell headquarters; nothing was changed."),
    ),
    "E_FILESET": (
        mark("The pack does not hold exactly the files that headquarters signed: {path}"),
        mark("Nothing was changed. Fetch the pack again from headquarters."),
    ),
    "E_HASH": (
        mark("A file in the pack is not the one that headquarters signed: {path}"),
        mark("Nothing was changed. Fetch the pack again from headquarters."),
    ),
    "E_MIN_APP": (
        mark("The pack needs version {needed} of the program; this is {here}."),
        mark("Install the newest version of the program, then the pack."),
    ),
    "E_NOT_YET": (
        mark("The pack may be used from {not_before} on."),
        mark("Install it then. If that day has come, check this PC's date."),
    ),
    "E_ROLLBACK.other": (
        mark("Version {known} of this pack is here already, with other contents."),
        mark("Nothing was changed. Tell headquarters: one version must not have two contents."),
    ),
    "E_NO_PACK": (
        mark("There is no course on this PC yet, or its files were damaged."),
        mark("Install the pack that headquarters sent."),
    ),
    "E_PACK_READ": (
        mark("The pack could not be read to its end: {path}"),
        mark("Plug the stick in again and start once more; copying goes on where it stopped."),
    ),
    "E_PACK_WRITE": (
        mark("The pack could not be written here: {detail}"),
        mark("What was installed before still works. Call your administrator."),
    ),
    "E_PACK_WRITE.full": (
        mark("There is not enough room on the disk for the pack."),
        mark("What was installed before still works. Free some space and start again."),
    ),
}
