"""The sentences for enrolment: requests, device records, the keys of a PC; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/devices.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_POP": (
        mark("The request was changed on its way, or its writer does not hold the key it names."),
        mark("Nothing was enrolled. Have the branch write a new request and bring it again."),
    ),
    "E_REQUEST": (
        mark("This PC cannot be enrolled so."),
        mark("Check the request and what was told on the telephone; nothing was signed."),
    ),
    "E_REQUEST.branch": (
        mark("The branch code does not fit."),
        mark("It has 2 to 12 capital letters, digits and hyphens, and is the code of this very branch."),
    ),
    "E_REQUEST.label": (
        mark("The name of this PC cannot be used."),
        mark("Use 1 to 64 visible characters, such as: front desk 1."),
    ),
    "E_REQUEST.window": (
        mark("The record would end before it begins."),
        mark("Check the date and time of headquarters' computer."),
    ),
    "E_REQUEST.serial": (
        mark("This serial cannot be given: {serial}"),
        mark("It is D and eight characters, and no other device's."),
    ),
    "E_REQUEST.fingerprint": (
        mark("The eight characters told on the telephone do not fit: the file says {fingerprint}."),
        mark("Do not enrol it. Call the branch on the number you know and compare again."),
    ),
    "E_REQUEST.taken": (
        mark("This PC is enrolled as {serial} of branch {branch}."),
        mark("Have the branch set it up anew in an empty folder; then it asks with new keys."),
    ),
    "E_DEVICE": (
        mark("This device record is not this PC's."),
        mark("Nothing was changed. Choose the file that headquarters made for this PC's last request."),
    ),
    "E_DEVICE.nonce": (
        mark("This device record does not answer the last request of this PC."),
        mark("Nothing was changed. Bring headquarters the newest request, and take in what comes back for it."),
    ),
    "E_DEVICE.serial": (
        mark("This folder belongs to another device than {serial}."),
        mark("Nothing was changed. A PC with a new record is set up in an empty folder."),
    ),
    "E_EXPIRED.device": (
        mark("The enrolment of this PC ran out on {expires}."),
        mark("Write a new request with: academy branch request, and have headquarters renew it."),
    ),
    "E_EXPIRED.device_early": (
        mark("The enrolment of this PC is not valid yet."),
        mark("Check the date and time of this PC."),
    ),
    "E_KEY_FILE.device": (
        mark("The keys of this PC cannot be read: {path}"),
        mark("Do not delete anything. If the folder came from another PC, set this one up anew; else ask for help."),
    ),
    "E_PERSON_RECORD": (
        mark("This person's record cannot be carried so."),
        mark("Nothing was changed. Check the person and the two PCs."),
    ),
    "E_PERSON_RECORD.unenrolled": (
        mark("This PC is not enrolled at headquarters yet."),
        mark("Enrol it first: academy branch request, then academy branch enrol."),
    ),
    "E_PERSON_RECORD.staff": (
        mark("The file is another person's record."),
        mark("Nothing was changed. Choose the file of {staff_id}."),
    ),
    "E_PERSON_RECORD.role": (
        mark("Only a trainee's record is carried from PC to PC."),
        mark("Nothing was changed: {staff_id} has another task here."),
    ),
}
