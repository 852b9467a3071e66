"""The sentences for audit packs; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/audit.po.
"""

from desktop.words.catalogue import mark

_COPY = mark("Do not rely on this folder. Ask HR for a fresh copy and check it again.")
_REPORT = mark("Do not rely on this folder. Tell HR which file it is.")

SENTENCES: dict[str, tuple[str, str]] = {
    "E_AUDIT_TAKEN": (
        mark("There is something here already: {path}"),
        mark("Nothing was changed. Choose another name or another folder."),
    ),
    "E_AUDIT_UNSOUND": (
        mark("The audit pack does not hold, so it answers nothing. Findings: {count}"),
        mark("See the findings; ask HR for a fresh copy."),
    ),
    "E_AUDIT_DAY": (
        mark("{day} does not lie in the span from {first} to {last}."),
        mark("Choose a day inside the span, or have an audit pack made for that day."),
    ),
    "E_AUDIT_EDITION": (
        mark("The pack that certificate {number} was sat on does not lie here."),
        mark("Take the pack in with “academy hr collect … --pack”, then make the audit pack again."),
    ),
    "E_AUDIT_EMPTY": (
        mark("No certificate was valid on any day from {first} to {last} in these branches."),
        mark("Check the days and the branch codes."),
    ),
    # findings
    "E_AUDIT_MISSING": (mark("The file is missing."), _COPY),
    "E_AUDIT_CHANGED": (mark("The file is not the one that was signed."), _COPY),
    "E_AUDIT_EXTRA": (mark("The file does not belong to the pack."), _REPORT),
    "E_AUDIT_ROOT": (mark("The pack comes from another headquarters than the root you gave."), _REPORT),
    "E_AUDIT_PROOF": (mark("What is in the file does not prove what it should."), _REPORT),
    "E_AUDIT_UNDATED": (mark("HR's lists and the days of its acts do not agree."), _REPORT),
}
