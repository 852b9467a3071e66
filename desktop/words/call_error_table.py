"""Sentences for what a simulated call refuses. One entry per code: what happened, what to do next."""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_CALL_REPLY": (
        mark("“{reply}” is no reply to what the caller just said."),
        mark("Choose one of the replies shown."),
    ),
    "E_CALL_OVER": (mark("The call has ended."), mark("Write the note, then look at the result.")),
    "E_CALL_GOES_ON": (mark("The caller is still on the line."), mark("Bring the call to its end first.")),
    "E_CALL_NOTE_MISSING": (mark("The note after the call is not written yet."), mark("Fill in the form first.")),
    "E_CALL_NOTE": (
        mark("The form has no “{value}” for “{field}”."),
        mark("Choose one of the values that the form offers."),
    ),
    "E_CALL_SECONDS": (
        mark("A call cannot have lasted {seconds} seconds."),
        mark("Check the clock of this PC, then play the call again."),
    ),
    "E_CALL_UNKNOWN": (
        mark("This call is not open: it has ended, or somebody else plays it."),
        mark("Go back to the list of calls and open one there."),
    ),
    "E_CALL_PAUSED": (mark("The call is paused."), mark("Let it go on, then answer.")),
}
