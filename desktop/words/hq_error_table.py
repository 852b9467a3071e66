"""The sentences for headquarters' desk and what branches are brought; one line per code, as in `error_table`.

To add a code: one line here, two entries in assets/translations/zh/hq.po.
"""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_HQ_EXISTS": (
        mark("There is a headquarters in this folder already."),
        mark("Its keys are never written over: choose another folder with --home."),
    ),
    "E_NO_HQ": (
        mark("No headquarters was set up in this folder: {home}"),
        mark("Name its folder with --home, or set one up with: academy hq init"),
    ),
    "E_NO_HQ.hr": (
        mark("HR's keys are not on this PC: the folder “hq” is missing in {home}."),
        mark("Bring headquarters' folder “hq” with the key files hr, hr_seal and desk; the others stay there."),
    ),
    "E_KEY_NOT_HERE": (
        mark("The key {name} is not here ({path})."),
        mark("Plug in the stick it is kept on, or name its file with --key."),
    ),
    "E_KEYS_MISSING": (
        mark("The role {role} would be left with too few keys, or its key cannot be changed this way."),
        mark("Replace the key instead of dropping it; the root always has three holders."),
    ),
    "E_PACK_VERSION": (
        mark("{pack} {version} cannot be published: version {newest} is out already."),
        mark("Leave the version out to get the next one."),
    ),
    "E_NO_PACK": (
        mark("Headquarters has no such pack to use: {pack}"),
        mark("Publish one first; one that was withdrawn does not count."),
    ),
    "E_SESSION_PLAN": (
        mark("This session cannot be planned."),
        mark("It takes S and eight characters, a branch code, a form of the pack, and an end after its beginning."),
    ),
    "E_SESSION_PLAN.form": (
        mark("The pack has no such form."),
        mark("See the forms of each pack with: academy hq status"),
    ),
    "E_SESSION_PLAN.window": (
        mark("The session would end before it begins."),
        mark("Check both moments; they are in UTC."),
    ),
    "E_SESSION_PLAN.taken": (
        mark("There is a session {session} already."),
        mark("Leave the name out to get a new one."),
    ),
    "E_SESSION": (
        mark("Headquarters planned no session {session}."),
        mark("Check its number, or plan it first."),
    ),
    "E_ANCHOR": (
        mark("Without the branch's anchor the grading code stays here."),
        mark("Ask the proctor to read out the ten characters and give them with --anchor."),
    ),
    "E_ANCHOR.shape": (
        mark("This is no anchor: it has ten letters and digits."),
        mark("Ask the proctor to read it out again."),
    ),
    "E_HQ_ONLY": (
        mark("This pack is graded at headquarters only: there is no grading code."),
        mark("Collect the branch's bundle; HR grades it."),
    ),
    "E_REVOKE_ID": (
        mark("This is not the id of a {kind}: {id}"),
        mark("A pack is named as NAME or NAME-VERSION; a device has D, a session S and eight characters."),
    ),
    "E_FILE_NOT_WRITTEN": (
        mark("This file could not be written: {path}"),
        mark("Choose another folder, or free some space, and do it again."),
    ),
    "E_HQ_LOG": (
        mark("Headquarters' log was altered at line {seq}."),
        mark("No code is given out. Call your administrator; do not delete anything."),
    ),
    "E_REFRESH": (
        mark("This folder cannot take the place of headquarters' folder here."),
        mark("Nothing was changed. Ask headquarters for a newer copy of its folder."),
    ),
    "E_REFRESH.nothing": (
        mark("In {folder} lies no folder of headquarters: the roots are missing."),
        mark("Choose the folder “hq” as headquarters has copied it, or what it gives to verifiers."),
    ),
    "E_REFRESH.other": (
        mark("This folder is another headquarters'."),
        mark("Nothing was changed. Make sure where it came from before you go on."),
    ),
    "E_REFRESH.older": (
        mark("This folder is older than the one that was taken last."),
        mark("Nothing was changed; what is here stays. Ask headquarters for a newer copy of its folder."),
    ),
    "E_REFRESH.fork": (
        mark("This folder's log goes on otherwise than the one that was taken last."),
        mark("Nothing was changed. One of both copies was worked in; ask headquarters which is its own."),
    ),
    "E_REFRESH.device": (
        mark("The PC {serial} stands in this folder otherwise than headquarters signed it."),
        mark("Nothing was changed. Somebody has altered this copy; ask headquarters for another."),
    ),
    # the branch's side
    "E_NO_ROOT": (
        mark("This PC does not follow a headquarters yet."),
        mark("Install headquarters' root file first, and compare its fingerprint by telephone."),
    ),
    "E_FORMAT": (
        mark("{file} is nothing that headquarters sends."),
        mark("Look for the files headquarters named: packs, slots, withdrawals, roots."),
    ),
    "E_PACK_IN_USE": (
        mark("The pack in use is still needed: session {session} is open, or waits to be graded."),
        mark("Close the session and enter its grading code; then take the new pack in."),
    ),
    "E_FILE_UNREADABLE": (
        mark("{file} cannot be opened: {detail}"),
        mark("Check the name and the stick, and try again."),
    ),
}
