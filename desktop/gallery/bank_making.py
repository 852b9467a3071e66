"""What headquarters makes of its bank: numbers of a blueprint, a sample paper, statistics, a bank's own rates."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part, stack
from desktop.screens.blueprint.counts import CountGrid
from desktop.screens.blueprint.state import CountCell, SampleRow
from desktop.screens.blueprint.view import sample_table
from desktop.screens.item_statistics.plots import option_plot
from desktop.screens.item_statistics.state import Bar, ItemStatisticsState, OptionBars
from desktop.screens.item_statistics.view import item_parts, statistics_table
from desktop.screens.overlay.state import BoxRow
from desktop.screens.overlay.view import box_table
from desktop.screens.reader.local_note import LocalNoteView
from desktop.screens.reader.state import LocalNote
from desktop.style.look import look
from desktop.widgets.naming import named
from desktop.widgets.table import TableView
from desktop.widgets.values import Face, FaceKind
from desktop.words import tr
from desktop.words.bank_words import state_of_item
from desktop.words.blueprint_words import card_word, level_word
from desktop.words.errors import sentence

_KINDS = ("single", "multiple", "truefalse", "numerical")
_HOLDS, _RULE = "本行活期存款利率为 0.05 %。", "存款业务规程第 12 条"
_FLAGS = ("W_ITEM_NEGATIVE", "W_OPTION_PULLS_BEST")


def bank_making() -> QWidget:
    """Blueprints, statistics, a bank's own rates: filled and empty."""
    return page(
        tr("Blueprints"),
        tr("How many questions of which chapter, type and level make the paper. Up and down go from row to row."),
        part(tr("Chapter and type"), _counts()),
        part(tr("Sample paper"), _sample(filled=True)),
        part(tr("Sample paper"), _sample(filled=False)),
        part(tr("Item analysis"), _no_statistics()),
        part(tr("Figures"), stack(*item_parts(judged_item()))),
        part(tr("The pull of each option"), stack(*(option_plot(one, tr("key")) for one in option_bars()))),
        part(tr("Figures"), stack(*item_parts(_few()))),
        part(tr("Our own rates and steps"), _boxes()),
        part(tr("In our bank"), stack(LocalNoteView(_note()))),
    )


def _counts() -> QWidget:
    grid = CountGrid()
    cells = tuple(
        CountCell(
            f"1:{kind}", card_word(kind), "999" if at == 2 else str(at + 1), 3, lack=2 if at == 1 else 0, bad=at == 2
        )
        for at, kind in enumerate(_KINDS)
    )
    grid.show_lines([card_word(kind) for kind in _KINDS], [(tr("Chapter {number}").format(number=1), cells)])
    return grid


def _sample(*, filled: bool) -> TableView:
    table = sample_table()
    table.setMinimumHeight(look().px(200))
    if filled:
        named(table, "gallery_sample")
        stem = tr("Which report stops payments from a lost card at once?")
        sealed = tr("{item}: the course's own, sealed").format(item="2.1-s4")
        table.show_rows(
            tuple(
                SampleRow(at, str(at), card_word(kind), level_word("apply"), stem if at % 2 else sealed)
                for at, kind in enumerate(_KINDS[:2], 1)
            )
        )
    return table


def _no_statistics() -> TableView:
    table = statistics_table()
    table.setMinimumHeight(look().px(200))
    steps = tr("Analyse a table of marks: sitting, then a column for each question by its name.")
    table.show_empty(Face(FaceKind.EMPTY, tr("No exam has shown anything yet"), steps))
    return table


def judged_item() -> ItemStatisticsState:
    """A question whose figures want a look."""
    bars = (
        Bar(tr("Facility (difficulty P)"), 34.0, "34 %", "good"),
        Bar(tr("Discrimination D (best less weakest 27 %)"), -12.0, "-0.12", "bad"),
    )
    title = tr("Which report stops payments from a lost card at once?")
    return ItemStatisticsState(
        title=title, facts=_facts(118), bars=bars, flags=tuple(sentence(code).text for code in _FLAGS)
    )


def _facts(sittings: int) -> str:
    told = tr("{state}, version {version} · shown in {sittings} of {most} sittings")
    return told.format(state=state_of_item("live"), version=2, sittings=sittings, most=240)


def _few() -> ItemStatisticsState:
    bars = (Bar(tr("Facility (difficulty P)"), 96.0, "96 %", "warn"),)
    title = tr("Which of these is **not** allowed on the telephone?").replace("*", "")
    return ItemStatisticsState(title=title, facts=_facts(12), bars=bars, few=sentence("W_FEW_SITTINGS").text)


def option_bars() -> tuple[OptionBars, ...]:
    """The key and a distractor that pulls the best."""
    shares = (("A", True, (34, 20, 32)), ("B", False, (51, 68, 40)))
    titles = ((tr("All"), "accent"), (tr("Best 27 %"), "warn"), (tr("Weakest 27 %"), "faint"))
    words = {"A": tr("reports the loss"), "B": tr("Interrupt to save time")}
    return tuple(
        OptionBars(
            f"{letter}  {words[letter]}",
            right,
            tuple(Bar(title, part, f"{part} %", tone) for (title, tone), part in zip(titles, parts, strict=True)),
        )
        for letter, right, parts in shares
    )


def _note() -> LocalNote:
    return LocalNote(_HOLDS, _RULE, "2026-11-01")


def _boxes() -> TableView:
    table = box_table()
    table.setMinimumHeight(look().px(160))
    table.show_rows((BoxRow(0, "F-DEP-06", _HOLDS, _RULE, "2026-11-01"), BoxRow(1, "–", "–", "–", "–", wrong=True)))
    return table
