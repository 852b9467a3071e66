"""Words for what a proctor does beside overrides: incidents, papers on paper, minutes that headquarters grants."""

from desktop.words.act_words import ActWords
from desktop.words.catalogue import mark

_LOGGED = mark("It is written down with the time and your name, and stands in the report. Nothing else changes.")
_NOTED = mark("The incident is noted.")

ROOM_ACTS = {
    "rehearse": ActWords(
        mark("Rehearse the room"),
        mark(
            "A session with practice items, on any day and without headquarters' code: check in, begin, lock, pause,"
            " hand in, close. It counts for nothing: no try is used, and HR gets no result."
        ),
        mark("The rehearsal is open."),
    ),
    "incident_person": ActWords(
        mark("Incident: a person"),
        _LOGGED,
        _NOTED,
        (
            mark("Feels unwell"),
            mark("Came with the wrong badge"),
            mark("Talked with a neighbour"),
            mark("Used a telephone"),
        ),
    ),
    "incident_pc": ActWords(
        mark("Incident: a computer"),
        _LOGGED,
        _NOTED,
        (mark("The computer restarted"), mark("The screen or keyboard failed"), mark("The printer failed")),
    ),
    "incident_room": ActWords(
        mark("Incident: the room"),
        _LOGGED,
        _NOTED,
        (mark("Fire alarm or drill"), mark("Noise from outside"), mark("Power or equipment fails in the room")),
    ),
    "incident_content": ActWords(
        mark("Incident: a question"),
        _LOGGED,
        _NOTED,
        (mark("Somebody objects to a question"), mark("A question cannot be read")),
    ),
    "paper": ActWords(
        mark("Print the paper"),
        mark("The person's own paper and an answer sheet become a PDF to print. That it was made is written down."),
        mark("The paper of {name} is saved."),
        (mark("The computer does not start"), mark("The power is gone for longer")),
    ),
    "ask_minutes": ActWords(
        mark("More minutes than the limit"),
        mark("Headquarters has to agree: say how many minutes, then telephone and read out what is shown."),
        mark("Now telephone headquarters."),
    ),
    "phone_minutes": ActWords(
        mark("Add the minutes headquarters grants"),
        mark("Read the request out to headquarters. The code you hear is good once, for 15 minutes."),
        mark("{name} has more time."),
        (mark("A fault of the equipment cost time"), mark("The room was disturbed")),
    ),
    "hand_over": ActWords(
        mark("Move to another PC"),
        mark("This PC fails: the exam goes on at a spare one, with paper, answers and time, by a file on a stick."),
        mark("The exam of {name} has left this PC."),
        (mark("The screen or keyboard failed"), mark("The computer restarted"), mark("The PC is too slow")),
    ),
    "hand_over_again": ActWords(
        mark("Write its file once more"),
        mark("Where the stick is lost: the same exam for the PC that has asked for it. No other PC can have it."),
        mark("The exam of {name} has left this PC."),
    ),
}
"""By the name of the act."""
