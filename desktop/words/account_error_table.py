"""The sentences for passphrases, roles and lost PINs; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/accounts.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_WEAK_PASSPHRASE": (
        mark("This passphrase is too easy to guess."),
        mark("Take several words of your own: no common word, no row of keys, nothing of the staff ID."),
    ),
    "E_WEAK_PASSPHRASE.short": (
        mark("A passphrase has at least {least} characters."),
        mark("Several words are easiest to keep in mind."),
    ),
    "E_ROLE_CERTIFICATE": (
        mark("Headquarters has granted no such role here."),
        mark("Ask headquarters for a role certificate and take it in."),
    ),
    "E_ROLE_CERTIFICATE.branch": (
        mark("The role was granted in another branch."),
        mark("Ask headquarters for a role certificate of this branch."),
    ),
    "E_ROLE_CERTIFICATE.key": (
        mark("The role was granted for a key that is not on this PC."),
        mark("Take the file in on the PC that asked for it, or ask anew from this PC."),
    ),
    "E_ROLE_CERTIFICATE.none": (
        mark("An act of staff names no role certificate: {staff_id}"),
        mark("Ask the branch who acted; decide about it before the results count."),
    ),
    "E_ROLE_CERTIFICATE.unknown": (
        mark("An act names a role certificate that headquarters has not signed: {staff_id}"),
        mark("Ask the branch for the certificate, or decide that the act does not count."),
    ),
    "E_ROLE_CERTIFICATE.person": (
        mark("An act names the role certificate of somebody else: {staff_id}"),
        mark("Ask the branch who acted; decide about it before the results count."),
    ),
    "E_ROLE_CERTIFICATE.withdrawn": (
        mark("Somebody acted in a role that headquarters has withdrawn: {staff_id}"),
        mark("Find out when it was withdrawn; decide whether the act counts."),
    ),
    "E_ROLE_CERTIFICATE.term": (
        mark("Somebody acted before or after the term of the role: {staff_id}"),
        mark("Decide whether the act counts, and have the role renewed."),
    ),
    "E_EXPIRED.role": (
        mark("Your role in this branch ran out on {expires}."),
        mark("Ask headquarters for a new role certificate and take it in."),
    ),
    "E_EXPIRED.role_early": (
        mark("Your role in this branch has not begun yet."),
        mark("Check the date and time of this PC, or wait until the role begins."),
    ),
    "E_RESET": (
        mark("This answer does not fit the question."),
        mark("Compare every character with headquarters. After five wrong answers a new question is needed."),
    ),
    "E_RESET.typo": (
        mark("A character is wrong or missing."),
        mark("Compare it once more; this was not counted as a try."),
    ),
    "E_RESET.none": (
        mark("No question was asked for this person."),
        mark("Ask for a new question and read it out to headquarters."),
    ),
    "E_RESET.late": (
        mark("The question was asked more than 15 minutes ago."),
        mark("Ask for a new question and read it out to headquarters."),
    ),
    "E_RESET.spent": (
        mark("This question has been answered, or was answered wrongly five times."),
        mark("Ask for a new question and read it out to headquarters."),
    ),
    "E_RESET.other": (
        mark("The file answers another question."),
        mark("Take the file that headquarters made for this question, or ask anew."),
    ),
    "E_RESET.role": (
        mark("A PIN cannot be set anew for this person."),
        mark("Check the staff ID. Proctors and HR ask headquarters for a new role certificate."),
    ),
    "E_RESET.desk": (
        mark("This PC does not know headquarters' reset desk yet."),
        mark("Take in the file of the reset desk, or ask headquarters for a signed answer as a file."),
    ),
    "E_RESET.device": (
        mark("This PC is not enrolled at headquarters."),
        mark("Ask HR at your branch for a new PIN."),
    ),
}
