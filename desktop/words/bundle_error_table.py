"""The sentences for what a branch hands in to HR; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/bundles.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_FORMAT": (
        mark("This file is no bundle of a branch, or it was changed on its way."),
        mark("Nothing was taken in. Ask the branch to hand in again, on another stick."),
    ),
    "E_RECEIPT": (
        mark("This receipt is not for this PC's journal."),
        mark("Nothing was changed. Ask HR for the receipt of this PC's last bundle; until then bundles are longer."),
    ),
    "E_RECEIPT.serial": (
        mark("This receipt is for another device: {serial}"),
        mark("Nothing was changed. Take it to that PC."),
    ),
    "E_RECEIPT.findings": (
        mark("This bundle was not accepted, so there is no receipt for it."),
        mark("Decide about what was found first."),
    ),
    "E_STUDY_RULES": (
        mark("These rules of learning are not for this PC: it belongs to no branch yet."),
        mark("Nothing was changed. Set the branch up first, then take the file in again."),
    ),
    "E_STUDY_RULES.branch": (
        mark("These rules of learning are for other branches: {branches}"),
        mark("Nothing was changed. Take the file there."),
    ),
    "E_STUDY_RULES.older": (
        mark("HR has said something newer since, on {issued}."),
        mark("Nothing was changed; the newer rules hold."),
    ),
    "E_CORRECTED": (
        mark("This certificate of HR's belongs to a branch, and this PC belongs to none yet."),
        mark("Nothing was changed. Set the branch up first, then take the file in again."),
    ),
    "E_CORRECTED.person": (
        mark("Nobody sat for the certificate {number} at this PC."),
        mark("Nothing was changed. Take the file in at the PC of the branch where that exam was sat."),
    ),
    "E_CORRECTED.unlisted": (
        mark("HR's lists at this PC do not name the certificate {number}."),
        mark("Nothing was changed. Take in HR's receipt that came with it, then this file again."),
    ),
    "E_CORRECTED.other": (
        mark("HR's lists name {named} in the place of the certificate here, and not {number}."),
        mark("Nothing was changed. Whoever issued {number} is not entitled to correct; ask HR."),
    ),
    "E_CORRECTED.stale": (
        mark("HR has since revoked or replaced the certificate {number}."),
        mark("Nothing was changed. Take in the newest certificate, which lies beside HR's receipt."),
    ),
    "E_NOT_ACKNOWLEDGED": (
        mark("HR has not said that it has these answers; nothing was erased."),
        mark("Hand in to HR, and take in the receipt that comes back."),
    ),
    "E_NOT_JOINED": (
        mark("This checkpoint is this PC's own: {serial}"),
        mark("Nothing was listed. Take the checkpoints of the session's other PCs."),
    ),
    "E_NOT_ENROLLED.certify": (
        mark("This PC is not enrolled, so it has no key to sign certificates with."),
        mark("Write a request with: academy branch request, and take in the record that headquarters sends back."),
    ),
    "E_NOT_ENROLLED": (
        mark("This PC is not enrolled, so HR could not believe what it hands in."),
        mark("Write a request with: academy branch request, and take in the record that headquarters sends back."),
    ),
}
