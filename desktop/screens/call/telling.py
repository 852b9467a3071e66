"""A play as the page shows it, in the language in use."""

from desktop.screens.call.state import Bubble, CallState, NoteField, Phrase, Reply
from desktop.widgets.values import NoticeValue, SaveState
from desktop.words import pick, tr
from exams import CallPlay, Speaker, lines_of


def told(play: CallPlay, *, paused: bool, saved: SaveState, notice: NoticeValue | None) -> CallState:
    """Everything the page needs."""
    call, scenario = play.call, play.call.scenario
    names = {Speaker.CALLER: pick(scenario.caller.names), Speaker.AGENT: tr("You")}
    texts = {one.id: pick(one.texts) for one in scenario.hidden}
    return CallState(
        title=pick(scenario.titles),
        caller=names[Speaker.CALLER],
        mood=call.mood,
        situation=pick(scenario.situation),
        bubbles=tuple(
            Bubble(line.speaker is Speaker.CALLER, names[line.speaker], pick(line.texts), line.mood)
            for line in lines_of(call)
        ),
        replies=()
        if call.over
        else tuple(Reply(one.id, key, pick(one.texts)) for key, one in enumerate(call.node.choices, 1)),
        over=call.over,
        hung_up=call.hung_up,
        phrases=_phrases(play),
        found=tuple(texts[one] for one in call.discovered),
        hidden=len(scenario.hidden),
        note=tuple(
            NoteField(
                one.id,
                pick(one.labels),
                tuple((name, pick(words)) for name, words in one.options.items()),
                play.note.get(one.id, ""),
            )
            for one in scenario.note
        ),
        seconds=play.seconds,
        target=scenario.target_seconds,
        paused=paused,
        pausable=play.pausable,
        saved=saved,
        notice=notice,
    )


def _phrases(play: CallPlay) -> tuple[Phrase, ...]:
    call = play.call
    return tuple(
        Phrase(
            text=pick(one.texts),
            said=one.id in call.said,
            late=one.id not in call.said and bool(one.within) and call.seconds > one.within,
            hint=tr("within the first {seconds} s").format(seconds=one.within) if one.within else "",
        )
        for one in call.scenario.phrases
    )
