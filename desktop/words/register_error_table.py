"""The sentences for HR's register: what is wrong in a branch's file, staff lists, courses to pass.

To add a code: one line here, two entries in assets/translations/zh/register.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_FORMAT.bundle": (
        mark("This file is no bundle of a branch, or it was changed on its way."),
        mark("Nothing was taken in. Ask the branch to hand in again, on another stick."),
    ),
    "E_FILE_CHANGED": (
        mark("This file was changed or taken away while it was being read."),
        mark("Nothing of it was taken in. Offer it again."),
    ),
    "E_UNKNOWN_DEVICE": (
        mark("The device that this file comes from was never enrolled here."),
        mark("Ask the branch which PC it is, and enrol it or refuse the file."),
    ),
    "E_SEQ": (
        mark("Lines of the journal are missing or out of order."),
        mark("Nothing was taken in. Ask the branch to hand in again from the same PC."),
    ),
    "E_CHAIN": (
        mark("A line of the journal was altered: the lines do not hold together."),
        mark("Nothing was taken in. Look into what happened at this branch."),
    ),
    "E_FORK": (
        mark("This file tells another story of the same device than the one that is here."),
        mark(
            "Nothing was taken in. Compare both under the conflicts; the PC may have been put back to an earlier state."
        ),
    ),
    "E_GAP": (
        mark("An earlier bundle of this device is missing."),
        mark("Ask the branch for it; then offer this file again."),
    ),
    "E_CHECKPOINT": (
        mark("A checkpoint in this file was not signed by the device that it names."),
        mark("Nothing was taken in. Ask the branch to hand in again."),
    ),
    "E_UNSIGNED_TAIL": (
        mark("The last lines of this file are not signed by the device."),
        mark("Nothing was taken in. Ask the branch to hand in again."),
    ),
    "E_TIME_NEGATIVE": (
        mark("The clocks of a sitting run backwards."),
        mark("A person has to decide; ask the proctor what happened to the PC."),
    ),
    "W_CLOCK_JUMP": (
        mark("The PC's clock was set while people worked on it."),
        mark("It is counted; the time of the exam was not changed by it."),
    ),
    "W_CLOCK_BACK": (
        mark("The PC's clock was set back."),
        mark("It is counted; look at it where it happens often."),
    ),
    "W_SESSION_LONG": (
        mark("More time went by between both codes than the exam takes."),
        mark("Ask the proctor why."),
    ),
    "E_ANCHOR_MISSING": (
        mark("A release anchor that headquarters has noted is not in this journal."),
        mark(
            "Answers may have been changed afterwards; offer the files of the session's other PCs first, then decide."
        ),
    ),
    "W_NO_ANCHOR": (
        mark("Nothing vouches for what was handed in before the answer key was there."),
        mark("It is counted; packs with a second code do not have this weakness."),
    ),
    "E_DUP_ATTEMPT": (
        mark("The same try of the same person was sat twice."),
        mark("A person has to decide which one counts; both are under the conflicts."),
    ),
    "E_ATTEMPT_ID": (
        mark("A sitting bears the number of another one."),
        mark("It does not count until a person has decided."),
    ),
    "E_ATTEMPT_SHAPE": (
        mark("The lines of a sitting tell no possible course of events."),
        mark("It does not count until a person has decided."),
    ),
    "E_TOO_MANY_ATTEMPTS": (
        mark("This person has sat more often than the rules allow, all PCs taken together."),
        mark("It does not count until a person has decided."),
    ),
    "E_LATE_ANSWER": (
        mark("An answer was given after the time was over."),
        mark("It was left out; a person decides about the rest."),
    ),
    "W_RESUME": (
        mark("An exam was resumed after a break."),
        mark("It is counted by branch and proctor."),
    ),
    "W_PAUSE": (
        mark("An exam was paused."),
        mark("It is counted by branch and proctor."),
    ),
    "W_CREDIT": (
        mark("Time was given back after a break."),
        mark("It is counted by branch and proctor."),
    ),
    "E_ANSWERS": (
        mark("What was handed in is not what was answered."),
        mark("It does not count until a person has decided."),
    ),
    "E_SCORE_MISMATCH": (
        mark("The branch tells another score than the answers give."),
        mark("HR's own score stands here; look into what happened at this branch."),
    ),
    "E_CERT_MISMATCH": (
        mark("A certificate claims what its sitting does not give."),
        mark("It does not count; revoke it."),
    ),
    "W_UNKNOWN_BUILD": (
        mark("The program on this PC is none that headquarters has released."),
        mark("Have the PC looked at."),
    ),
    "W_STUDY_RULES": (
        mark("This branch learned under rules that HR never signed."),
        mark("Ask the branch where its rules came from, and hand out HR's own again."),
    ),
    "W_STUDY_RULES.other": (
        mark("This branch's rules of learning are not those that HR signed under this name."),
        mark("Somebody has changed the program or the journal. Have the PC looked at."),
    ),
    "W_STUDY_RULES.branch": (
        mark("This branch learned under rules that HR signed for other branches."),
        mark("Ask the branch where its rules came from, and hand out its own again."),
    ),
    "W_STUDY_RULES.older": (
        mark("This branch went back to older rules of learning after newer ones."),
        mark("Ask whether an old copy was put back; hand out the newest rules again."),
    ),
    "E_BUNDLE_ALTERED": (
        mark("A bundle that was kept here is missing or was altered: {sha256}"),
        mark("Put the folder “bundles” of the register back from a copy."),
    ),
    "E_REGISTER_FOREIGN": (
        mark("{path} is no register of this program, or it is damaged [{detail}]."),
        mark("It was left as it is. Put a copy back, or name another file."),
    ),
    "E_REGISTER_MISSING": (
        mark("There is no register at {path} yet."),
        mark("It is made when the first files are collected or a staff list is taken in."),
    ),
    "E_REGISTER_VALUE": (
        mark("No register can hold or find such a number or text."),
        mark("Nothing was done. Look at what you have typed."),
    ),
    "E_REGISTER_WRITE": (
        mark("The register {path} could not be written: {detail}"),
        mark("What was being done was not done. Check the disk and whether somebody else has it open."),
    ),
    "E_STAFF_NOTHING": (
        mark("There is no staff list left that could be taken back."),
        mark("Everybody stands as before the first list."),
    ),
    "E_STAFF_HEADINGS": (
        mark("No row with the headings 工号 and 姓名 was found."),
        mark("Nothing was taken in. Write the headings 工号, 姓名, 网点号, 班组 above the columns."),
    ),
    "E_STAFF_LIST": (
        mark("{count} rows of this list are wrong; the first is row {row} [{reason}]."),
        mark("Nothing was taken in. Correct them and try again."),
    ),
    "E_STAFF_TWICE": (
        mark("The staff ID {staff_id} stands in this list twice."),
        mark("Take one of the rows out."),
    ),
    "E_STAFF_BRANCH": (
        mark("The branch of this row is no branch code."),
        mark("A code has 2 to 12 capital letters, digits and hyphens, such as BJ-WJ01."),
    ),
    "E_ASSIGNMENT": (
        mark("This assignment is not possible."),
        mark("Name a course, and people, a team or a branch that are on the staff list."),
    ),
    "E_ASSIGNMENT.course": (
        mark("“{course}” is no name of a course."),
        mark("Write the name of its pack, such as TELE."),
    ),
    "E_ASSIGNMENT.name": (
        mark("Nobody on the staff list is meant by “{name}”."),
        mark("Take in the staff list first, or correct the name."),
    ),
    "E_ASSIGNMENT.day": (
        mark("The last day is no day."),
        mark("Write it like 2026-12-31."),
    ),
    "E_ASSIGNMENT.number": (
        mark("There is no assignment {name}."),
        mark("List them with: academy hr assign list."),
    ),
    "E_PERSON_UNKNOWN": (
        mark("Nobody with the staff ID {staff_id} is in the register."),
        mark("Check the number, or take in the staff list."),
    ),
    "E_TOO_MANY_ROWS": (
        mark("A workbook holds at most {most} rows."),
        mark("Export one branch or one course, or write a CSV file."),
    ),
}
