"""The sentences for replay, appeals and marking by hand.

To add a code: one line here, two entries in assets/translations/zh/disputes.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_SITTING_UNKNOWN": (
        mark("No sitting {sitting} was collected."),
        mark("Look its number up on the person's page, or take in the branch's files first."),
    ),
    "E_APPEAL": (
        mark("This appeal cannot be entered."),
        mark("Check person, sitting, question and day."),
    ),
    "E_APPEAL.name": (
        mark("An appeal needs the name of who enters or decides it."),
        mark("Sign in, or name yourself with --by."),
    ),
    "E_APPEAL.person": (
        mark("This sitting is not of the person with the staff ID {staff_id}."),
        mark("Choose one of the person's own sittings."),
    ),
    "E_APPEAL.item": (
        mark("The paper of this sitting has no such question."),
        mark("Give the number that stood over the question, or appeal against the whole result."),
    ),
    "E_APPEAL.result": (
        mark("This sitting has no result that anybody could appeal against."),
        mark("Wait until it is graded."),
    ),
    "E_APPEAL.words": (
        mark("The reason is missing, longer than 2,000 characters, or holds characters that nobody sees."),
        mark("Write in a few sentences what the person says."),
    ),
    "E_APPEAL.day": (
        mark("The day it was received is no day between the exam and today."),
        mark("Write it like 2026-11-29."),
    ),
    "E_APPEAL.twice": (
        mark("There is an appeal about the same thing already."),
        mark("Go on with that one; what was decided stays."),
    ),
    "E_APPEAL_LATE": (
        mark("It came on {received}; the last day was {last_day}."),
        mark("It is not taken in. Tell the person the day."),
    ),
    "E_APPEAL_UNKNOWN": (mark("There is no appeal {number}."), mark("Look at the list of appeals.")),
    "E_APPEAL_DECIDED": (
        mark("Appeal {number} was decided by {by}."),
        mark("It stays so. Print the answer if the person needs it again."),
    ),
    "E_APPEAL_DECISION": (
        mark("This appeal cannot be decided so."),
        mark("Check the decision, the points and the words to the person."),
    ),
    "E_APPEAL_DECISION.name": (
        mark("An appeal needs the name of who enters or decides it."),
        mark("Sign in, or name yourself with --by."),
    ),
    "E_APPEAL_DECISION.same": (
        mark("Whoever entered an appeal does not decide it."),
        mark("Ask a second person to sign in and decide."),
    ),
    "E_APPEAL_DECISION.own": (
        mark("Nobody decides about their own exam."),
        mark("Ask another person to decide."),
    ),
    "E_APPEAL_DECISION.points": (
        mark("These points do not fit the decision or the question."),
        mark("Refused gives none; upheld gives points of the question, all of them, or says that the key is wrong."),
    ),
    "E_APPEAL_DECISION.words": (
        mark("The words to the person are missing, longer than 2,000 characters, or hold characters that nobody sees."),
        mark("Write in a few sentences why it was decided so."),
    ),
    "E_APPEAL_DECISION.pack": (
        mark("The pack of this sitting is not kept here, so no result can be worked out."),
        mark("Take the pack in with the branches' files, then decide."),
    ),
    "E_MARKING": (mark("These points are not taken."), mark("Choose an answer that waits for you.")),
    "E_MARKING.same": (
        mark("You have marked this answer before."),
        mark("Another person gives the next mark."),
    ),
    "E_MARKING.own": (mark("Nobody marks their own exam."), mark("Leave this answer to another marker.")),
    "E_MARKING.points": (
        mark(
            "These are too many points, or the remark is longer than 1,000 characters or holds some that nobody sees."
        ),
        mark("Give from 0 to the points of the question."),
    ),
    "E_MARKING.done": (mark("This answer needs no further marks."), mark("Go on with the next one.")),
    "E_MARKING.unknown": (
        mark("This answer does not wait for any marker."),
        mark("Look for new answers first."),
    ),
    "E_MARKING.name": (mark("Marks need the name of who gives them."), mark("Sign in, or name yourself with --by.")),
    "E_DISPUTE_RULE": (
        mark("The rule {name} takes a number from {least} to {most}."),
        mark("Nothing was changed. Give another number."),
    ),
}
