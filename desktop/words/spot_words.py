"""What an officer said of a finding of a spot check, in a line."""

from desktop.words import mark, tr
from desktop.words.clock import date_text
from exams import SpotAct

_SAID = {
    "done": mark("Done, {who}, {day}: {note}"),
    "open": mark("Opened again, {who}, {day}: {note}"),
}


def act_text(act: SpotAct) -> str:
    """Who said what of it, and when."""
    return tr(_SAID[act.act]).format(who=act.who, day=date_text(act.wt), note=act.note)
