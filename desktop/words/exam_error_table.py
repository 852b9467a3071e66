"""Sentences for what an exam and its aids refuse. One entry per code: what happened, what to do next."""

from desktop.words.catalogue import mark

_READ = mark("Numbers, + − × ÷ ( ) ^ and % are read.")

SENTENCES: dict[str, tuple[str, str]] = {
    "E_PART_OVER": (mark("The time of this question, or of its part, is over."), mark("Go on with the others.")),
    "E_AID": (mark("This mark or note cannot be kept."), mark("Shorten it, or mark another place.")),
    "E_CALCULATION": (mark("This cannot be worked out."), _READ),
    "E_CALCULATION.empty": (mark("There is nothing to work out yet."), mark("Type a sum, such as 12×5.")),
    "E_CALCULATION.long": (mark("This sum is too long."), mark("Work it out in parts.")),
    "E_CALCULATION.sign": (mark("“{sign}” is no sign of the calculator."), _READ),
    "E_CALCULATION.bracket": (mark("A bracket is not closed."), mark("Close it, then press Enter.")),
    "E_CALCULATION.zero": (mark("Nothing can be divided by zero."), mark("Look at the number behind ÷.")),
    "E_CALCULATION.power": (mark("This power cannot be worked out."), mark("Whole powers up to 100 are read.")),
    "E_CALCULATION.range": (mark("The result is too large or too small to show."), mark("Look at the numbers.")),
}
