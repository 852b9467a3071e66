"""The sentences for certificates whose proof does not hold; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/proof.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_CERTIFICATE_BRANCH": (
        mark("The PC that signed this certificate belongs to another branch: {device}"),
        mark("Do not accept it; report it to HR."),
    ),
    "E_KEY_TERM": (
        mark("The PC that signed this certificate was not allowed to sign on the day of issue, {issued}."),
        mark("Do not accept it; report it to HR."),
    ),
    "E_REVOKED_DEVICE": (
        mark("Headquarters has withdrawn the PC that signed this certificate: {serial}"),
        mark("Ask HR whether the certificate was confirmed before."),
    ),
    "E_PDF_CUT": (
        mark("The end of the file is missing."),
        mark("Copy the file again from where it came."),
    ),
    "E_PDF_APPENDED": (
        mark("Something was added at the end of the file after it was issued."),
        mark("Ask for the original file."),
    ),
    "E_PDF_UPDATED": (
        mark("The file was edited and saved again after it was issued."),
        mark("Ask for the original file."),
    ),
    "E_PDF_SECOND_SIGNATURE": (
        mark("The file was signed a second time."),
        mark("Ask for the original file."),
    ),
    "E_PDF_UNSIGNED": (
        mark("The file looks like a certificate, but has no signature of ours."),
        mark("Do not accept it; ask for the original file."),
    ),
    "E_PDF_TOKEN": (
        mark("The code in the file does not belong to the file's signature."),
        mark("Do not accept it; report it to HR."),
    ),
    "E_PAGE_CODE": (
        mark("The code printed on the page is that of another certificate."),
        mark("Do not accept it; report it to HR."),
    ),
    "E_CREDENTIAL": (
        mark("The credential attached to the file is not that of this certificate."),
        mark("Do not accept it; report it to HR."),
    ),
    "E_CREDENTIAL_FORM": (
        mark("The credential cannot be read, or its proof does not hold."),
        mark("Ask for the original file."),
    ),
    "E_CONTEXT": (
        mark("The credential uses a vocabulary that is not known here: {url}"),
        mark("Nothing was fetched. Ask for a credential of ours."),
    ),
    "E_REVOKED_CERTIFICATE": (
        mark("HR has revoked this certificate."),
        mark("Do not accept it."),
    ),
    "E_SUPERSEDED": (
        mark("Another certificate has taken the place of this one: {successor}"),
        mark("Ask for the new one."),
    ),
    "W_STALE_LIST": (
        mark("It was confirmed, but HR's lists here are {lists_days} days old: a later revocation would not show."),
        mark("Get the newest lists from HR and check again."),
    ),
    "E_FOLDER_EMPTY": (
        mark("No PDF, PNG or JPEG file lies in this folder."),
        mark("Choose the folder that holds the certificates."),
    ),
    "E_LIST": (
        mark("One of HR's lists of certificates does not hold: {kind}"),
        mark("Nothing is judged by it. Copy the lists again from HR."),
    ),
    "E_LIST_OLDER": (
        mark("A newer list than this one is here already: {kind}, number {known}; this one has number {found}."),
        mark("Nothing was changed. Ask HR for the newest lists."),
    ),
    "E_REPLACES_ITSELF": (
        mark("A certificate cannot take its own place: {number}"),
        mark("Check which is the old number and which the new one."),
    ),
    "VALID": (
        mark("A PC that headquarters vouches for signed it, and HR has confirmed it."),
        mark("Compare name and number with the paper in your hand."),
    ),
}
