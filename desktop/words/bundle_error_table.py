"""The sentences for what a branch hands in to HR; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/bundles.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_FORMAT": (
        mark("This file is no bundle of a branch, or it was changed on its way."),
        mark("Nothing was taken in. Ask the branch to hand in again, on another stick."),
    ),
    "E_NOT_ENROLLED": (
        mark("This PC is not enrolled, so HR could not believe what it hands in."),
        mark("Write a request with: academy branch request, and take in the record that headquarters sends back."),
    ),
}
