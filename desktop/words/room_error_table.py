"""The sentences for check-in, start codes, rosters and minutes by telephone; one line per code, as in `error_table`."""

from desktop.words.catalogue import mark

_ASK = mark("Ask the proctor to show a code on this PC.")
_ROSTER = mark("Correct the file and take it in again; nobody was added.")
_BRANCH = mark("Ask the branch what happened, then decide.")
_CALL = mark("Ask again from the exam's page, then telephone headquarters.")

SENTENCES: dict[str, tuple[str, str]] = {
    "E_START_CODE": (mark("This start code begins nothing here."), _ASK),
    "E_START_CODE.typo": (mark("This is not a whole start code."), mark("Compare it with the proctor's page.")),
    "E_START_CODE.code": (
        mark("This start code is wrong, or its ten minutes are over."),
        mark("It is good for one person on one PC. Ask the proctor to show a code again."),
    ),
    "E_START_CODE.spent": (mark("Five wrong start codes were typed."), _ASK),
    "E_START_CODE.absent": (
        mark("Nobody was checked in under this staff ID, or no code was shown yet."),
        mark("Go to the proctor, who looks at the ID and shows a code."),
    ),
    "E_ENTRY_CLOSED": (
        mark("This exam could be begun until {until_wt}."),
        mark("Ask the proctor when the next session is; no try was used."),
    ),
    "E_HAND_IN_EARLY": (
        mark("Nobody may hand in yet: {minutes} more minutes of exam time, until {until_wt} if it is not paused."),
        mark("Look through your answers; they are saved."),
    ),
    "E_NOT_ON_ROSTER": (
        mark("{staff_id} is not expected in this session, or not checked in."),
        mark("Check the staff ID, or take in a local roster."),
    ),
    "E_ID_UNCHECKED": (
        mark("Nobody is checked in without a look at the ID."),
        mark("Compare the ID with the person and the list, then tick the box."),
    ),
    "E_ROSTER": (mark("This roster cannot be taken in."), _ROSTER),
    "E_ROSTER.staff_id": (mark("Row {row} holds no staff ID of 4 to 16 capital letters and digits."), _ROSTER),
    "E_ROSTER.number": (
        mark("The staff ID in row {row} is a number that the sheet shows otherwise than it keeps it."),
        mark("Format the column as text, type the staff IDs anew, then take the file in again."),
    ),
    "E_ROSTER.name": (mark("Row {row} has no name that can be used."), _ROSTER),
    "E_ROSTER.seat": (mark("The seat in row {row} is too long or cannot be shown."), _ROSTER),
    "E_ROSTER.twice": (mark("The staff ID in row {row} stands there twice."), _ROSTER),
    "E_ROSTER.many": (mark("The roster has more than {row} rows."), mark("Take in the rows of this session only.")),
    "E_ROSTER.empty": (mark("The roster holds nobody."), _ROSTER),
    "E_ROSTER.encoding": (mark("The text of the roster cannot be read."), mark("Save it as UTF-8 or as a workbook.")),
    "E_ROSTER.quote": (mark("A quotation mark is missing in row {row}."), _ROSTER),
    "E_OVERRIDE": (mark("Minutes above the limit are not granted."), _CALL),
    "E_OVERRIDE.typo": (mark("A character is wrong in what was read out."), mark("Have it read out once more.")),
    "E_OVERRIDE.code": (mark("This is not headquarters' answer."), _CALL),
    "E_OVERRIDE.none": (mark("Headquarters was not asked for these minutes."), _CALL),
    "E_OVERRIDE.spent": (mark("This request is used up."), _CALL),
    "E_OVERRIDE.late": (mark("This request is older than 15 minutes."), _CALL),
    "E_OVERRIDE.minutes": (
        mark("At most {most_minutes} minutes can be granted at a time."),
        mark("Ask for fewer minutes."),
    ),
    "E_OVERRIDE.desk": (
        mark("This PC cannot check codes of headquarters."),
        mark("Take in the file for reset codes that headquarters sends."),
    ),
    "E_OVERRIDE.device": (
        mark("Headquarters does not know this PC."),
        mark("Enrol the PC, then ask again."),
    ),
    "E_OVERRIDE.unknown": (mark("Minutes above the limit that headquarters' log does not know."), _BRANCH),
    "E_OVERRIDE.other": (mark("Minutes above the limit that were granted for something else."), _BRANCH),
    "E_OVERRIDE.twice": (mark("Minutes granted once were added twice."), _BRANCH),
    "E_REPORT": (mark("The closing report does not say what the journal says: {sum}"), _BRANCH),
    "E_HANDOVER": (
        mark("This exam cannot change its PC so."),
        mark("Nothing was changed. Check the two PCs and the stick."),
    ),
    "E_HANDOVER.self": (
        mark("The request comes from this very PC."),
        mark("Write the request on the spare PC and bring it here."),
    ),
    "E_HANDOVER.moved": (
        mark("This exam was handed over to another PC before."),
        mark("Take it over at that PC; its file is written again for its own request."),
    ),
    "E_HANDOVER.sealed": (
        mark("The answers of this exam are put away and cannot travel any more."),
        mark("Take it over with the file that was written first."),
    ),
    "E_HANDOVER.other": (
        mark("This file is meant for another PC."),
        mark("Nothing was changed. Take it to the PC whose request was used."),
    ),
    "E_HANDOVER.nonce": (
        mark("This PC has not asked for this exam."),
        mark("Nothing was changed. Write a request here first, then hand over with it."),
    ),
    "E_HANDOVER.known": (
        mark("This exam, or another one of the same person, is on this PC already."),
        mark("Nothing was changed. Look at the list of exams on this PC."),
    ),
    "E_HANDOVER.locked": (
        mark("The exam of this session is locked on this PC."),
        mark("Unlock the session here with headquarters' code, then take over again."),
    ),
    "E_HANDOVER.rehearsal": (
        mark("A rehearsal does not change its PC."),
        mark("Nothing was changed. Let the person begin anew at the other PC."),
    ),
    "E_HANDOVER.content": (
        mark("This PC has another version of the course than the old one."),
        mark("Choose a spare PC with the same course."),
    ),
    "E_HANDOVER_PAIR": (mark("The two halves of an exam that changed its PC do not fit together."), _BRANCH),
    "E_HANDOVER_PAIR.signed": (mark("No PC of the branch has signed the exam that was taken over."), _BRANCH),
    "E_HANDOVER_PAIR.differs": (mark("The two PCs tell different things about the same exam."), _BRANCH),
    "E_HANDOVER_PAIR.went_on": (mark("The old PC wrote on after the exam was handed over."), _BRANCH),
    "W_HANDOVER_HALF": (
        mark("The other half of an exam that changed its PC is missing: {serial}"),
        mark("Collect the bundle of that PC too."),
    ),
    "E_LATE_ENTRY": (mark("The exam was begun after {until_wt}, when nobody might begin any more."), _BRANCH),
    "W_NOT_ON_ROSTER": (
        mark("{staff_id} sat without standing on headquarters' roster."),
        mark("Ask the branch who added the person."),
    ),
    "W_EARLY_HAND_IN": (mark("The exam was handed in earlier than the rules of the session allow."), _BRANCH),
}
