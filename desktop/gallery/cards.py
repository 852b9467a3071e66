"""Cards, rows, progress, navigation."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import line, page, part
from desktop.widgets.breadcrumbs import Breadcrumbs
from desktop.widgets.card import Card, FactList, StatTile
from desktop.widgets.layout import CardGrid, SideBySide
from desktop.widgets.naming import label
from desktop.widgets.navigation import SideNav
from desktop.widgets.navigator import QuestionNavigator
from desktop.widgets.progress import ProgressBar, ProgressRing, ScoreBars
from desktop.widgets.rows import RowList
from desktop.widgets.start_card import StartCard
from desktop.widgets.tabs import Segmented, Tabs
from desktop.widgets.values import ChapterScore, Crumb, Fact, NavItem, OptionMark, Place, PlaceState, RowValue, Tone
from desktop.words import tr


def cards() -> QWidget:
    """Cards, rows, start cards, stats."""
    return page(
        tr("Cards and rows"),
        tr("What a page is furnished with."),
        part(tr("Rows"), RowList(_rows())),
        _starts(),
        _tones(),
        part(tr("Progress"), *_progress()),
    )


def moving() -> QWidget:
    """Navigation, tabs, the overview of a paper."""
    crumbs = Breadcrumbs()
    crumbs.show_path((Crumb("home", tr("My training")), Crumb("1", tr("Chapter 1")), Crumb("1.1", tr("Section 1.1"))))
    choices = (("all", tr("All")), ("open", tr("Open")), ("done", tr("Done")))
    navigator = QuestionNavigator()
    navigator.show_places(_places(), 7)
    review = QuestionNavigator(legend=False)
    review.show_places(_review_places(), 3)
    side = SideNav(_items(), "course", tr("Where to go"))
    return page(
        tr("Finding the way"),
        tr("Arrows move inside, Tab moves on."),
        part(
            tr("Path and tabs"), crumbs, Tabs(choices, "open", tr("Which ones")), Segmented(choices, "all", tr("Show"))
        ),
        SideBySide(part(tr("Overview of the paper"), navigator, review), part(tr("Navigation"), side)),
    )


def _rows() -> tuple[RowValue, ...]:
    return (
        RowValue(
            "1.1",
            tr("What a customer service centre is"),
            tr("6 minutes · 2 self-checks"),
            icon="book_open",
            badge=tr("Read"),
            tone=Tone.GOOD,
        ),
        RowValue("1.2", tr("Channels and their limits"), tr("8 minutes"), icon="book", percent=40, trailing="40%"),
        RowValue("quiz", tr("Chapter quiz"), tr("10 questions · no time limit"), icon="quiz", badge=tr("Open")),
        RowValue("final", tr("Final exam"), tr("Opens after the quizzes"), icon="lock", enabled=False),
    )


def _starts() -> QWidget:
    facts = (Fact(tr("Questions"), "20"), Fact(tr("Time"), tr("20 minutes")), Fact(tr("To pass"), "80%"))
    ready = StartCard(tr("Final exam"), tr("Begin"), text=tr("Counts for the certificate"), facts=facts, icon="exam")
    closed = StartCard(
        tr("Mock exam"), tr("Begin"), text=tr("As near to the final as can be"), facts=facts, icon="quiz"
    )
    closed.set_enabled_action(False, tr("Some chapter quizzes are not passed yet."))
    grid = CardGrid(340)
    for card in (ready, closed):
        grid.add(card)
    return grid


def _tones() -> QWidget:
    grid = CardGrid(240)
    grid.add(StatTile("18", tr("sections read")))
    grid.add(StatTile("92%", tr("of the quizzes right"), Tone.GOOD))
    grid.add(StatTile("3", tr("certificates due soon"), Tone.WARN))
    for tone in (Tone.ACCENT, Tone.GOOD, Tone.WARN, Tone.BAD):
        card = Card(tr("A card with a meaning"), tr("The ground carries the tone"), tone=tone, icon="star")
        card.add(label(tr("Body text stands in full ink on every ground.")))
        grid.add(card)
    return grid


def _progress() -> list[QWidget]:
    bar, thin, busy = ProgressBar(tr("Chapter 1")), ProgressBar(tr("Chapter 2"), thin=True), ProgressBar(tr("Building"))
    bar.set_value(60, "12 / 20")
    thin.set_value(5)
    busy.set_busy(tr("Building the certificate"))
    rings = []
    for percent in (0, 35, 80, 100):
        ring = ProgressRing(tr("Progress"))
        ring.set_value(percent)
        rings.append(ring)
    scores = ScoreBars()
    scores.show_scores(
        (
            ChapterScore(tr("1 The service centre"), 92, tr("23 of 25 points"), 80),
            ChapterScore(tr("2 Accounts and cards"), 64, tr("16 of 25 points"), 80),
        )
    )
    facts = FactList((Fact(tr("Staff ID"), "R00017"), Fact(tr("Branch"), "BJ-0101")))
    return [bar, thin, busy, line(*rings), scores, facts]


def _items() -> tuple[NavItem, ...]:
    return (
        NavItem("home", tr("My training"), "home"),
        NavItem("course", tr("Course"), "book_open", "6"),
        NavItem("exams", tr("Exams"), "exam"),
        NavItem("certificates", tr("Certificates"), "certificate", enabled=False),
    )


def _places() -> tuple[Place, ...]:
    states = [PlaceState.ANSWERED] * 6 + [PlaceState.SEEN] * 3 + [PlaceState.UNSEEN] * 11
    return tuple(Place(place, state, flagged=place in (4, 8)) for place, state in enumerate(states, 1))


def _review_places() -> tuple[Place, ...]:
    marks = (OptionMark.RIGHT, OptionMark.WRONG, OptionMark.MISSED, OptionMark.RIGHT, OptionMark.RIGHT)
    return tuple(Place(place, PlaceState.ANSWERED, mark=mark) for place, mark in enumerate(marks, 1))
