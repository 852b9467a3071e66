"""The sentences for signatures, keys and trust; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/trust_errors.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    # files that headquarters signs
    "E_JSON": (
        mark("The file is damaged or was not made by this program."),
        mark("Nothing was taken over. Fetch the file again from where it came from."),
    ),
    "E_SIZE": (
        mark("The file is far larger than such a file can be."),
        mark("Nothing was taken over. Check that it is the right file, or fetch it again."),
    ),
    "E_TYPE": (
        mark("The file was made for something else."),
        mark("Nothing was taken over. Choose the file that is asked for."),
    ),
    "E_SIG": (
        mark("The signature of headquarters is missing or does not fit."),
        mark("Do not use this file. Fetch it again from headquarters, and report it if that happens again."),
    ),
    "E_ROLLBACK": (
        mark("The file is older than what is installed here (version {found}, here {known})."),
        mark("Nothing was changed. Ask headquarters for the newest file."),
    ),
    "E_EXPIRED.pack": (
        mark("This course pack ran out on {expires}."),
        mark("Nothing was changed. Ask headquarters for the newest pack."),
    ),
    "E_EXPIRED.root": (
        mark("The list of headquarters' keys ran out on {expires}."),
        mark("Ask headquarters for a newer pack: it brings the new list along."),
    ),
    "E_REVOKED": (
        mark("Headquarters has withdrawn this: {id}."),
        mark("Do not use it. Ask headquarters for what takes its place."),
    ),
    "E_ROOT_VERSION": (
        mark("A list of headquarters' keys is missing in between (found version {found}, needed {expected})."),
        mark("Nothing was changed. Ask headquarters for a pack with all lists."),
    ),
    "E_WEAK_ROOT": (
        mark("The list of headquarters' keys breaks its own rules ({role})."),
        mark("Do not use it. It needs at least three root keys, two of which sign, and no key in two roles."),
    ),
    "E_SUITE": (
        mark("Headquarters now uses algorithms this program does not know ({suite})."),
        mark("Install the newest version; nothing was changed."),
    ),
    "E_UNSEAL": (
        mark("This was sealed for somebody else, or it is damaged."),
        mark("Check that the file is meant for this place, or fetch it again."),
    ),
    "E_TRUST": (
        mark("What this PC knows about headquarters' keys is damaged ({file})."),
        mark("Nothing can be installed. Call your administrator; do not delete anything."),
    ),
    # key files
    "E_KEY_FILE": (
        mark("This is no key file, or it was changed."),
        mark("Take the spare copy of the key; the file itself cannot be mended."),
    ),
    "E_KEY_FILE.exists": (
        mark("A file stands there already: {path}"),
        mark("Choose another name: a key is never written over."),
    ),
    "E_KEY_FILE.missing": (
        mark("The key file cannot be opened: {path}"),
        mark("Plug in the stick the key is kept on, and check the name."),
    ),
    "E_KEY_FILE.write": (
        mark("The key file could not be written: {path}"),
        mark("Choose another folder, or free some space, and do it again; no key was made."),
    ),
    "E_PASSPHRASE": (
        mark("The passphrase does not open this key."),
        mark("Type it again; check the keyboard's language and capital letters."),
    ),
    "E_PASSPHRASE.short": (
        mark("The passphrase is too short."),
        mark("Use at least {least} characters: several words are easiest to keep in mind."),
    ),
}
