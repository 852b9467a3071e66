"""One line per code: what happened, what to do next. `CODE.detail` says more where facts carry that reason or obstacle.

To add a code: one line here, two entries in assets/translations/zh/errors.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_ACADEMY": (mark("This could not be done."), mark("Try again; if it happens again, tell your administrator.")),
    "E_BUG": (
        mark("Something went wrong inside the program."),
        mark("What was saved is safe. Copy the report and pass it on, then go on working."),
    ),
    "E_NOT_FOUND": (mark("{path} does not exist."), mark("Check the name and try again.")),
    # accounts
    "E_SIGN_IN": (mark("Staff ID or PIN is not right."), mark("Check both and try again.")),
    "E_SIGN_IN_WAIT": (
        mark("There were several wrong tries."),
        mark("Wait {wait_seconds} seconds, then try again."),
    ),
    "E_SIGN_IN_LOCKED": (
        mark("This account is locked after ten wrong tries."),
        mark("Ask HR to set a new PIN."),
    ),
    "E_STAFF_ID": (mark("This is not a staff ID."), mark("It has 4 to 16 capital letters and digits.")),
    "E_NAME": (mark("This name cannot be used."), mark("Type it again without invisible characters, up to 64 long.")),
    "E_NAME_GLYPH": (
        mark("The character {char} ({codepoint}) cannot be printed on a certificate."),
        mark("Check the spelling, or ask headquarters how the name is to be written."),
    ),
    "E_WEAK_PIN": (
        mark("This PIN is too easy to guess."),
        mark("Use 6 to 12 characters: no runs, no repeats, nothing of the staff ID."),
    ),
    "E_KNOWN_PERSON": (mark("This staff ID is already taken."), mark("Check the ID, or open the person's entry.")),
    # desks
    "E_SESSION_CODE": (mark("This session code does not open an exam here."), mark("Ask the proctor for the code.")),
    "E_CANNOT_BEGIN": (mark("This exam cannot begin now."), mark("Go back and see what is still missing.")),
    "E_CANNOT_BEGIN.no_session": (
        mark("No exam session is open."),
        mark("Ask the proctor to open the session, then begin."),
    ),
    "E_CANNOT_BEGIN.weak_chapters": (
        mark("After a failed final exam the weak chapters come first."),
        mark("Pass their quizzes again; your training page shows which."),
    ),
    "E_CANNOT_BEGIN.quizzes_missing": (
        mark("Some chapter quizzes are not passed yet."),
        mark("Pass them first; then this exam opens."),
    ),
    "E_CANNOT_BEGIN.tries_used": (
        mark("All tries of this exam are used."),
        mark("The page of the exam says what opens it again."),
    ),
    "E_CANNOT_BEGIN.too_soon": (
        mark("The time to wait after the last try is not over."),
        mark("Study the weak chapters meanwhile and come back later."),
    ),
    "E_CANNOT_BEGIN.already_passed": (
        mark("You have passed this exam already."),
        mark("Your certificate is under Certificates."),
    ),
    "E_FOREIGN_SITTING": (mark("There is no such exam of yours."), mark("Open it from your own list.")),
    "E_NO_REVIEW": (
        mark("The questions of a final exam are not shown afterwards."),
        mark("Use the score by chapter to see what to study."),
    ),
    "E_NOT_DEMONSTRATION": (
        mark("This works only on a demonstration branch."),
        mark("Choose an empty folder as home and try again."),
    ),
    # sittings
    "E_SITTING_CLOSED": (mark("This exam is closed."), mark("Nothing more can be changed. See the result.")),
    "E_SITTING_MOVED": (mark("This exam goes on at another PC."), mark("Go to the PC that took it over.")),
    "E_SITTING_PAUSED": (mark("The proctor has paused this exam."), mark("Wait until it goes on; the clock stands.")),
    "E_TOO_LATE": (
        mark("The answer came after the end of the time."),
        mark("Everything answered before is saved and counts."),
    ),
    "E_OUTSIDE_PAPER": (mark("The paper has no such question."), mark("Choose a question from the overview.")),
    "E_SITTING_UNREADABLE": (
        mark("The record of this exam cannot be read."),
        mark("Stop here and call your administrator; do not delete anything."),
    ),
    "E_JOURNAL": (
        mark("The journal of this PC is not whole."),
        mark("No new exam can start. Call your administrator; do not delete anything."),
    ),
    # time and the proctor
    "E_RESUME": (
        mark("The exam waits for the proctor."),
        mark("Your answers are safe. Ask the proctor to let you go on."),
    ),
    "E_ROLE": (mark("Your role may not do this."), mark("Sign in as the proctor.")),
    "E_REASON": (mark("A reason is missing."), mark("Write in up to {most} plain characters why it is done.")),
    "E_EXTRA_TIME": (
        mark("That is more time than the policy allows."),
        mark("At most {most_minutes} minutes can be added now."),
    ),
    "E_NOTHING_LOST": (
        mark("No lost time is left to give back."),
        mark("Only what a restart of the computer has cost can be given back."),
    ),
    "E_UNLOCK": (
        mark("No try of this person waits for a talk with the coach."),
        mark("Check the staff ID: only who has used all tries of the final waits for one."),
    ),
    "E_REOPEN": (
        mark("This exam cannot be opened again."),
        mark("Only what time or force has ended can, with minutes to go on with and before a certificate."),
    ),
    "E_SESSION_OPEN": (mark("A session is open already."), mark("Close it first, then open the next one.")),
    "E_SESSION_BUSY": (
        mark("Somebody still sits in this session: {sittings}."),
        mark("Wait until all have handed in, or hand in for them."),
    ),
    "E_NO_SESSION": (mark("No such session is open."), mark("Open a session, or check its number.")),
    "E_CLOCK": (
        mark("The computer's clock is {minutes} minutes behind its own record."),
        mark("Set it right, or let the proctor confirm that it is right."),
    ),
    # items and papers
    "E_RESPONSE": (mark("This is no answer to such a question."), mark("Choose or type the answer again.")),
    "E_NUMBER": (mark("This cannot be read as a number."), mark("Type digits, such as 1234.5; a unit is not needed.")),
    "E_NUMBER.unit": (mark("The unit is not the one asked for."), mark("Type the number alone.")),
    "E_NUMBER.hidden": (
        mark("The number holds a sign that cannot be seen."),
        mark("Type it again by hand instead of pasting it."),
    ),
    "E_TEMPLATE": (
        mark("A calculation in the bank cannot be used ({name})."),
        mark("Tell headquarters; the other questions are not affected."),
    ),
    "E_INFEASIBLE": (
        mark("The bank has too few questions for this exam ({blueprint})."),
        mark("Install the newest course pack, or tell headquarters."),
    ),
    "E_PAPER": (
        mark("A stored paper cannot be read."),
        mark("Stop here and call your administrator; do not delete anything."),
    ),
    "E_NOT_GRADABLE": (
        mark("An answer cannot be graded with this course pack."),
        mark("Nothing is lost. Install the course pack the exam was begun with, or tell headquarters."),
    ),
    "E_GRADER": (
        mark("This exam was begun under grading rules this program does not know."),
        mark("Install the newest version; nothing was changed."),
    ),
    # the database and the disk
    "E_DATABASE_NEWER": (
        mark("The data were written by a newer version of the program."),
        mark("Install the newest version; nothing was changed."),
    ),
    "E_DATABASE_DAMAGED": (
        mark("The database of this PC cannot be read."),
        mark("Your administrator can restore the last copy; do not delete anything."),
    ),
    "E_DATABASE_FOREIGN": (
        mark("The database holds something that is not ours ({name})."),
        mark("Call your administrator; nothing was opened."),
    ),
    "E_HOME_BUSY": (mark("The program is already open on these data."), mark("Use the window that is open.")),
    "E_HOME_NETWORK": (
        mark("The data folder lies on a network drive."),
        mark("Choose a folder on this PC: answers could be lost on a network drive."),
    ),
    "E_DISK_FULL": (
        mark("The disk is full: the last change is not saved."),
        mark("Free some space, then do it again."),
    ),
    "E_DISK_FAILING": (
        mark("The disk has not taken the last change: it is not saved."),
        mark("What was saved before is safe. Free some space; if that does not help, call your administrator."),
    ),
    "E_HOME_READ_ONLY": (
        mark("The data folder cannot be written."),
        mark("Ask your administrator for the right to write there."),
    ),
    # certificates
    "E_NOT_PASSED": (
        mark("There is no certificate: the final exam is not passed."),
        mark("Pass the final exam first."),
    ),
    "E_MISSING_GLYPH": (
        mark("The character {char} ({codepoint}) cannot be printed."),
        mark("The result is kept. Ask headquarters how the name is to be written."),
    ),
    "E_TEXT_TOO_LONG": (mark("A text does not fit on the certificate."), mark("Tell headquarters: {field}.")),
    "E_CERTIFICATE_NUMBER": (mark("This is not a certificate number."), mark("Check the number and type it again.")),
    "E_NUMBERS_USED_UP": (mark("This branch has no free certificate numbers left this year."), mark("Call HR.")),
    "E_NO_CERTIFICATE": (mark("There is no such certificate here."), mark("Check the number and try again.")),
    "E_REGISTER_DAMAGED": (
        mark("The register of certificates on this PC is damaged or was changed."),
        mark("Hand out nothing from it. Call your administrator; do not delete anything."),
    ),
    "E_REGISTER_NEWER": (
        mark("The register was written by a newer version of the program."),
        mark("Install the newest version; nothing was changed."),
    ),
    "E_CERTIFICATE_WRITE": (
        mark("The file could not be written: {path}"),
        mark("Choose another folder, or free some space, and save again."),
    ),
    "E_TOKEN": (mark("The printed code is not one of ours."), mark("Scan it again, or type the certificate number.")),
    # content
    "E_CONTENT_MISSING": (
        mark("The course is not installed on this PC."),
        mark("Install the program again, or run `make setup` in a source folder."),
    ),
    "E_CONTENT_DAMAGED": (
        mark("The course on this PC cannot be read."),
        mark("Install the course again; results and answers are not affected."),
    ),
    "E_CONTENT_NEWER": (
        mark("The course was built for a newer version of the program."),
        mark("Install the newest version of the program."),
    ),
    "E_CONTENT_OLDER": (
        mark("The course was built by an older version of the program."),
        mark("Install the course that came with this version, or build it again."),
    ),
    "E_NOT_IN_CONTENT": (
        mark("The course on this PC has no {kind} {id}."),
        mark("Install the course the exam was begun with, or tell headquarters."),
    ),
    "E_SEALED": (
        mark("The exam questions are sealed."),
        mark("The proctor opens the session with the code from headquarters; then begin again."),
    ),
    "E_WINDOW": (
        mark("Headquarters lets this session be held at another time."),
        mark("Check the date and the clock of this PC; if they are right, ask headquarters for a session."),
    ),
    "E_WINDOW.early": (
        mark("It is too early: this session may begin on {not_before_wt}."),
        mark("Wait until then. If that time has come, check the date and the clock of this PC."),
    ),
    "E_WINDOW.late": (
        mark("It is too late: this session could be begun until {not_after_wt}."),
        mark("Check the date and the clock of this PC; if they are right, ask headquarters for a session."),
    ),
    "E_PACK_CHANGED": (
        mark("Another pack was installed while the program was open."),
        mark("Close the program and open it again; then open the session."),
    ),
    "E_SOURCES_FAULTY": (
        mark("Nothing was built: the sources have faults ({count})."),
        mark("Mend each line named above and build again; what stood there before is untouched."),
    ),
    "E_CONTENT_NOT_WRITTEN": (
        mark("The course database could not be written: {path}"),
        mark("Choose another place or free some space; what stood there before is untouched."),
    ),
    "E_NAMES_FILE": (
        mark("Line {line} of {file} is not a staff ID, a tab and a name, or names somebody twice."),
        mark("Mend the line and start again; nobody has sat."),
    ),
    # what the checking of a certificate says
    "E_ALTERED": (
        mark("The file has been changed since it was issued."),
        mark("Ask for the original file, or have HR look the number up."),
    ),
    "E_MISMATCH": (
        mark("What the code says and what the register says do not agree."),
        mark("Do not accept it; report it to HR."),
    ),
    "E_EXPIRED": (
        mark("The certificate was genuine and has run out."),
        mark("Ask for the renewed certificate."),
    ),
    "E_UNKNOWN_ISSUER": (
        mark("Nothing here knows who issued it."),
        mark("Check it at the branch that issued it, or install HR's newest list."),
    ),
    "E_UNREADABLE": (
        mark("There is no certificate to be read in this file."),
        mark("Take a sharper picture of the whole code, or use the PDF."),
    ),
    "E_SEVERAL_CODES": (
        mark("The picture shows more than one certificate."),
        mark("Take a picture of one certificate at a time."),
    ),
    "E_NO_FILE": (
        mark("The file cannot be opened: {reason}"),
        mark("Check the name and the right to read it."),
    ),
    "E_TOO_LARGE": (
        mark("The file is larger than {most_mb} MB."),
        mark("A certificate is far smaller: check that it is the right file."),
    ),
    "W_DEMONSTRATION": (
        mark("It comes from a demonstration and certifies nothing."),
        mark("Ask for the certificate of a real branch."),
    ),
    "W_PROVISIONAL": (
        mark("It is provisional: headquarters has not confirmed it yet."),
        mark("Check again once headquarters has confirmed it."),
    ),
}
