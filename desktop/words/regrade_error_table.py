"""The sentences for re-grading: what cannot be corrected or released, and what is wrong with a stored sitting.

To add a code: one line here, two entries in assets/translations/zh/regrade.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_CORRECTION": (
        mark("This correction is not possible."),
        mark("Nothing was worked out. Look at the question and what you have filled in."),
    ),
    "E_CORRECTION.item": (
        mark("No pack that is kept here asks the question {item} in version {version}."),
        mark("Offer the pack with the files of branches, or choose another question."),
    ),
    "E_CORRECTION.exam": (
        mark("No pack that is kept here has an exam “{exam}”."),
        mark("Offer the pack with the files of branches, or choose another exam."),
    ),
    "E_CORRECTION.key": (
        mark("That is no answer of the question {item}."),
        mark("Write letters as they stand in the bank, such as B, AC, or C/A for best and worst."),
    ),
    "E_CORRECTION.same": (
        mark("That is the key of the question {item} already."),
        mark("Nothing would change. Write the right answer."),
    ),
    "E_CORRECTION.numerical": (
        mark("The answer of the question {item} is worked out from its numbers; it has no key to change."),
        mark("Void the question: full points for everybody, or removed."),
    ),
    "E_CORRECTION.policy": (
        mark("These rules change nothing, or a number is not between 0 and 100."),
        mark("Fill in at least one of them."),
    ),
    "E_ISSUE": (
        mark("This certificate was not issued."),
        mark("Everything else went on. Look at the list of certificates to issue."),
    ),
    "E_ISSUE.name": (
        mark("HR's staff list has nobody of the staff ID {staff_id}, so no name to print."),
        mark("Take in a staff list with this person, then issue again."),
    ),
    "E_ISSUE.course": (
        mark("The pack of the course {course} that was sat on is not kept here."),
        mark("Offer the pack with the files of branches, then issue again."),
    ),
    "E_ISSUE.changed": (
        mark("The result of the sitting {sitting} has changed meanwhile."),
        mark("Look at the list again, then issue."),
    ),
    "E_ISSUE.number": (
        mark("Somebody else has issued the number {number} meanwhile."),
        mark("Issue again: the next number is free."),
    ),
    "E_ISSUE.unknown": (
        mark("HR has issued no certificate of the number {number}."),
        mark("Look at the number again; a branch's own certificates lie at the branch."),
    ),
    "E_ISSUE.altered": (
        mark("The kept file of the certificate {number} is not the one that was issued."),
        mark("Bring it back from a backup of HR's folder; nothing was written."),
    ),
    "E_OFFICER": (
        mark("Nobody can tell who acts here."),
        mark("Nothing was changed. Give your own staff ID and your own passphrase."),
    ),
    "E_OFFICER.unknown": (
        mark("“{who}” is no officer of HR with an account here."),
        mark("Nothing was changed. Give the staff ID with which you sign in, with --by."),
    ),
    "E_OFFICER.passphrase": (
        mark("That is not the passphrase with which {who} signs in."),
        mark("Nothing was changed. Type your own passphrase, not the one of HR's keys."),
    ),
    "E_REGRADE_RELEASE": (
        mark("This run of re-grading was left as it is."),
        mark("Look at it in the list of runs."),
    ),
    "E_REGRADE_RELEASE.unknown": (
        mark("There is no run {number}."),
        mark("List them with: academy hr regrade list."),
    ),
    "E_REGRADE_RELEASE.done": (
        mark("Run {number} was released or withdrawn before."),
        mark("Nothing was changed. Propose a new one if something is still wrong."),
    ),
    "E_REGRADE_RELEASE.same": (
        mark("{who} has proposed this run and cannot release it too."),
        mark("Have a second officer of HR look at the list and release it."),
    ),
    "E_REGRADE_RELEASE.older": (
        mark("Another run was released after this one had been worked out."),
        mark("Withdraw run {number} and work it out again; its list is no longer true."),
    ),
    "E_REGRADE_RELEASE.by_hand": (
        mark("An appeal or markers have changed a result of run {number} since it was worked out."),
        mark("Withdraw it and work it out again; what people have decided stays."),
    ),
    "E_REGRADE_RELEASE.altered": (
        mark("The list of run {number} is not the one that was proposed and signed."),
        mark("Nothing was released. Withdraw it, look into who has changed the register, and work it out again."),
    ),
    "E_REGRADE_RELEASE.nobody": (
        mark("Nobody is named who does it."),
        mark("Say who you are."),
    ),
    "E_REGRADE_RELEASE.settled": (
        mark("No new certificate is awaited for the sitting {sitting} of run {number}."),
        mark("Look at what is left to do in the run."),
    ),
    "E_REGRADE_RELEASE.unreleased": (
        mark("Run {number} is not released: branches are told nothing of it."),
        mark("Have a second officer of HR release it first."),
    ),
    "E_RESULT_ALTERED": (
        mark("The register tells another result of this sitting than its sealed answers give."),
        mark("It was not graded again. Look into who has changed the register; a copy of it has the true one."),
    ),
    "E_SITTING_LINES": (
        mark("The kept bundles do not tell this sitting to its end."),
        mark("It was not graded again. Ask the branch to hand in again, or decide by hand."),
    ),
    "E_PACK_NOT_KEPT": (
        mark("The pack that this sitting was graded by is not kept here."),
        mark("Offer the pack with the files of branches, and work the run out again."),
    ),
    "E_DECIDED_BY_HAND": (
        mark("A person has decided about this result."),
        mark("It stays as it is. Look at it by hand, if the correction concerns it."),
    ),
    "E_ORIGINALS_CHANGED": (
        mark("Sittings or bundles changed while they were graded again."),
        mark("Nothing of it was used. Let nobody else work in the register, and try again."),
    ),
}
