"""The sentences for results that come without a stick; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/ways.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_WAY_SIZE": (
        mark("The results are too large for a mail as text."),
        mark("Write the file and attach it to the mail, or bring it on a stick."),
    ),
    "E_WAY_SIZE.codes": (
        mark("The results are too large to be shown as codes."),
        mark("Take another way: a stick, a shared folder, or the file attached to a mail."),
    ),
    "E_CODES_MISSING": (
        mark("Some codes of this bundle are missing, so nothing of it was taken in."),
        mark("Read the missing codes too: “academy hr codes” names them."),
    ),
}
