"""The sentences for held results and for spot checks: what is not released, and what is not marked.

To add a code: one line here, two entries in assets/translations/zh/hr_two.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_RESULTS_RELEASE": (
        mark("The results of session {session} stay held."),
        mark("Look at the page of held results."),
    ),
    "E_RESULTS_RELEASE.alone": (
        mark("Nobody has proposed to release the results of session {session}; one name is not enough."),
        mark("Propose the release; a second officer of HR then releases them."),
    ),
    "E_RESULTS_RELEASE.same": (
        mark("{who} has proposed to release the results of session {session} and cannot release them too."),
        mark("Have a second officer of HR look at them and release them."),
    ),
    "E_RESULTS_RELEASE.proposed": (
        mark("{who} has proposed to release the results of session {session} before."),
        mark("If you agree, release them; if not, withdraw the proposal."),
    ),
    "E_RESULTS_RELEASE.nobody": (
        mark("Nobody is named who does it."),
        mark("Say who you are."),
    ),
    "E_RESULTS_RELEASE.held": (
        mark("While results are held, their release cannot ask for fewer names."),
        mark("Have them released by two officers first; then change the rule."),
    ),
    "E_SPOT_CHECK": (
        mark("The finding was left as it is."),
        mark("Look at it on the page of spot checks."),
    ),
    "E_SPOT_CHECK.unknown": (
        mark("There is no finding {sitting}: no accepted final with warnings, and no pair."),
        mark("List them with: academy hr finding list --show all; pairs with: academy hr spot-checks --course COURSE."),
    ),
    "E_SPOT_CHECK.name": (
        mark("Nobody is named who does it."),
        mark("Say who you are."),
    ),
    "E_SPOT_CHECK.note": (
        mark("A note is missing, or longer than {most} characters."),
        mark("Write in a sentence what you looked at and what you found. Nothing was changed."),
    ),
    "E_SPOT_CHECK.state": (
        mark("The finding {sitting} stands so already."),
        mark("Look at its history; somebody else may have been quicker."),
    ),
}
