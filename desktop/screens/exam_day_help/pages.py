"""The pages of the help: for each role what may happen on the day, and what is to be done then."""

from enum import StrEnum

from desktop.handout import Handout, Passage
from desktop.words import mark, tr


class Reader(StrEnum):
    """Whose page it is."""

    TRAINEE = "trainee"
    PROCTOR = "proctor"
    HR = "hr"
    HQ = "hq"


NAMES = {
    Reader.TRAINEE: mark("Trainee"),
    Reader.PROCTOR: mark("Proctor"),
    Reader.HR: mark("HR"),
    Reader.HQ: mark("Headquarters"),
}

_TRAINEE = (
    (
        mark("What if the power fails or the PC stops?"),
        mark(
            "Every answer marked as saved is on the disk. Start PC and program again and sign in: you stand at "
            "the same question. Tell the proctor, who lets you go on and can give lost time back."
        ),
    ),
    (
        mark("What if I click wrongly?"),
        mark(
            "Choose again: the last answer counts, until you hand in. Handing in asks once more before your exam ends."
        ),
    ),
    (
        mark("What if I am not sure of an answer?"),
        mark(
            "Answer as well as you can and flag the question with Ctrl+M. The page before handing in leads back to it."
        ),
    ),
    (
        mark("What if my time runs out?"),
        mark("The exam is handed in by itself, with everything that was saved. Nothing is lost."),
    ),
    (
        mark("What if I need a break or feel ill?"),
        mark("Raise your hand. While the proctor holds your exam, the paper is hidden and the clock stands still."),
    ),
    (
        mark("What may I do while the exam fills the screen?"),
        mark(
            "Answer, and type Chinese as always. Copying, printing and other windows are off. Whoever leaves "
            "the window is counted with the time away, and the proctor sees it. The PC is free again once you "
            "have handed in."
        ),
    ),
    (
        mark("What if I fail?"),
        mark(
            "You see your points by chapter and what to study again. The page before the exam says when you may "
            "sit again and how many tries are left."
        ),
    ),
)

_PROCTOR = (
    (
        mark("What do I do before people come?"),
        mark(
            "Check each PC with “Is this PC ready?”, print the slip, plug the PCs in, and have headquarters' "
            "phone number and the code at hand. “Rehearse the room” on a day before, without a code, shows what is "
            "missing."
        ),
    ),
    (
        mark("What if the power fails?"),
        mark(
            "Answers are on the disk. Start the PCs, have people sign in, let each go on at the proctor's desk. "
            "Give lost time back up to the limit; beyond it, call headquarters."
        ),
    ),
    (
        mark("What if a PC breaks down?"),
        mark(
            "While it still starts, move the exam by stick: on a spare PC “Take over an exam”, on the old one, in the "
            "exam, “Move to another PC”, then the spare one again. If not, keep it switched off and print the paper."
        ),
    ),
    (
        mark("How do I get to a PC on which somebody sits?"),
        mark(
            "Press the key at the top (Ctrl+Shift+P) and sign in; the PC stays held until then, and the clock "
            "runs on unless you hold the exam. Sign out; the person comes back."
        ),
    ),
    (
        mark("What if somebody clicks wrongly or hands in too early?"),
        mark("An answer can be changed until hand-in. What was handed in by mistake you can reopen with a reason."),
    ),
    (
        mark("What if somebody has forgotten the PIN?"),
        mark("Check the ID card, then give a new PIN for this session at the door."),
    ),
    (
        mark("What if somebody keeps leaving the exam window?"),
        mark("The program counts and does not judge. Void only where your bank's rules say so."),
    ),
    (
        mark("What if a PC seems stuck in the exam?"),
        mark(
            "Close the program with Alt+F4 or in the Task Manager: keyboard, mouse and screens are free at once. "
            "Started again, it goes on at the same question."
        ),
    ),
    (
        mark("What if everybody must leave the room?"),
        mark("Hold all exams: every clock stands still, every paper is hidden."),
    ),
    (
        mark("What if somebody fails?"),
        mark("Speak of no single question. The result shows points and the next date."),
    ),
)

_HR = (
    (
        mark("What if a branch's results do not come?"),
        mark(
            "Ask for the bundle again: taking in the same one twice changes nothing. The register says what is missing."
        ),
    ),
    (
        mark("What if the power fails while I take results in?"),
        mark("A bundle is taken in whole or not at all. Start again and take it in once more."),
    ),
    (
        mark("What if a result is marked with a finding?"),
        mark(
            "Read the finding before you confirm: the journal, the time or the person is then in doubt. Ask the "
            "proctor for the signed report, and confirm or refuse with a reason."
        ),
    ),
    (
        mark("What if I click wrongly?"),
        mark("Nothing is deleted. A certificate that was confirmed by mistake is withdrawn on the next list."),
    ),
    (
        mark("What if somebody fails or objects?"),
        mark(
            "The exam is graded again here by the same rules. Open the person's record: it shows every answer "
            "that was saved, when, and what the proctor did. Then explain, or have the try voided."
        ),
    ),
)

_HQ = (
    (
        mark("What do I do on the morning of an exam?"),
        mark(
            "Keep the phone free from an hour before. Give a code only to the proctor named for the session, "
            "after checking branch and session number read out to you."
        ),
    ),
    (
        mark("What if the code is refused?"),
        mark(
            "Let it be read out again, group by group. Check session, pack and the window of time; the PC's "
            "clock must be right. After several wrong tries the PC waits: give the code again then."
        ),
    ),
    (
        mark("What if a proctor needs more than the limit allows?"),
        mark(
            "Have the challenge read out, answer it with the second authority's code, and write down who asked and why."
        ),
    ),
    (
        mark("What if the power fails in a whole branch?"),
        mark(
            "Nothing that was saved is lost. Decide with the proctor: go on when the power is back, hand over "
            "to spare PCs, or end the session and name another day."
        ),
    ),
    (
        mark("What if a question is wrong?"),
        mark(
            "Do not correct it during the exam. Note its number; afterwards HR grades everybody again by the "
            "same rule, and the next pack carries the corrected question."
        ),
    ),
    (
        mark("What if a code or a pack went to the wrong hands?"),
        mark("Withdraw the session on the next list, plan another form, and tell the branches concerned by phone."),
    ),
)

_PAGES = {Reader.TRAINEE: _TRAINEE, Reader.PROCTOR: _PROCTOR, Reader.HR: _HR, Reader.HQ: _HQ}


def handout_for(reader: Reader) -> Handout:
    """The page in the language in use."""
    passages = tuple(Passage(tr(question), (tr(answer),)) for question, answer in _PAGES[reader])
    told = tr("Page for: {role}. The question mark at the top of every page shows it again.")
    return Handout(tr("Help on exam day"), told.format(role=tr(NAMES[reader])), passages)
