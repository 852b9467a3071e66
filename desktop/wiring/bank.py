"""Puts the question bank of a headquarters together: its door, the list, the page that takes in questions."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from desktop.assets import ASSETS
from desktop.screens.bank_browser.presenter import BankBrowserPresenter
from desktop.screens.bank_browser.presenter import Exits as BrowserExits
from desktop.screens.bank_browser.view import BankBrowserView
from desktop.screens.bank_door.presenter import BankDoorPresenter
from desktop.screens.bank_door.presenter import Exits as DoorExits
from desktop.screens.bank_door.view import BankDoorView
from desktop.screens.bank_import.presenter import BankImportPresenter
from desktop.screens.bank_import.presenter import Exits as ImportExits
from desktop.screens.bank_import.view import BankImportView
from desktop.screens.bank_item.presenter import BankItemPresenter
from desktop.screens.bank_item.presenter import Tools as ItemTools
from desktop.screens.bank_item.view import BankItemView
from desktop.screens.blueprint.presenter import BlueprintPresenter
from desktop.screens.item_statistics.presenter import Exits as StatisticsExits
from desktop.screens.item_statistics.presenter import ItemStatisticsPresenter
from desktop.screens.overlay.presenter import OverlayPresenter
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb, NavItem
from desktop.wiring.blueprints import BLUEPRINTS, blueprint_screen
from desktop.wiring.item_statistics import STATISTICS, statistics_screen
from desktop.wiring.overlay import OVERLAY, overlay_screen
from desktop.wiring.packs import Chooser, system_chooser
from desktop.wiring.verify import VERIFY, VerifyWays, open_verify
from desktop.words import mark, tr
from desktop.words.bank_words import short
from exams import (
    AcademyError,
    BankOffice,
    BlueprintOffice,
    OverlayOffice,
    Person,
    Role,
    draft_findings,
    forbidden_in,
    known_passphrase,
    open_bank,
)

BANK = mark("Question bank")
"""The title of the list, as menus name it too."""

_PLACES = 6
"""Options that the form has room for at least."""

_CRUMB = 40


Above = Callable[[], tuple[Crumb, ...]]
"""The steps of the path before the bank's, in the language in use."""


@dataclass(frozen=True, slots=True)
class DoorWays:
    """`entered` hears of the rooms behind the door; `above` leads back to where one came from, if anywhere."""

    entered: "Callable[[BankRooms], None]"
    above: Above = tuple
    chooser: Chooser | None = None


def open_door(window: Window, home: Path, ways: DoorWays) -> None:
    """Show the door of a home's headquarters."""

    def inside(office: BankOffice) -> None:
        ways.entered(BankRooms(window, home, office, ways))

    def back() -> VerifyWays:
        return VerifyWays(ways.above(), tr("Back"), lambda: open_door(window, home, ways), ways.chooser)

    exits = DoorExits(lambda who, secret: open_bank(home, who, secret), inside)
    presenter = BankDoorPresenter(window.jobs, exits)
    told = _Told(known_passphrase(home), lambda: open_verify(window, home, back), ways.above)
    window.show_screen(_door(presenter, told))


class _Told(NamedTuple):
    known: str
    verify: Callable[[], None]
    above: Above


def _door(presenter: BankDoorPresenter, told: _Told) -> Screen:
    view = BankDoorView(told.known)
    view.who_typed.connect(presenter.type_who)
    view.secret_typed.connect(presenter.type_secret)
    view.enter_asked.connect(presenter.enter)
    view.check_asked.connect(told.verify)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(BANK)
    crumbs = (*told.above(), Crumb("here", title)) if told.above() else ()
    return Screen(view, presenter, lambda: _door(presenter, told), crumbs, title, held=lambda: presenter.busy)


class BankRooms:
    """What whoever came in with the pack key's passphrase finds; nothing is kept open."""

    locks = False

    def __init__(self, window: Window, home: Path, office: BankOffice, ways: DoorWays) -> None:
        self.person = Person("", office.who, "", "", "", Role.HR)
        self._window = window
        self._home = home
        self._office = office
        self._above = ways.above
        self._chooser = ways.chooser
        exits = BrowserExits(self._choose, self.open_import, self.open_item)
        self._browser = BankBrowserPresenter(office, window.jobs, exits)
        self._item: tuple[int, BankItemPresenter] | None = None
        self._blueprint: BlueprintPresenter | None = None
        self._figures: ItemStatisticsPresenter | None = None
        self._overlay: OverlayPresenter | None = None
        self._check = partial(draft_findings, forbidden=forbidden_in(ASSETS))

    def role(self) -> str:
        """The role in the language in use."""
        return tr("Headquarters")

    def menu(self) -> tuple[NavItem, ...]:
        """The lines of the person menu."""
        return (
            NavItem("home", tr(BANK)),
            NavItem("import", tr("Take in questions")),
            NavItem("blueprints", tr(BLUEPRINTS)),
            NavItem("statistics", tr(STATISTICS)),
            NavItem("overlay", tr(OVERLAY)),
            NavItem("verify", tr(VERIFY)),
        )

    def enter(self) -> None:
        """The list of questions."""
        self._window.show_screen(self._list())

    def go(self, key: str) -> None:
        """Go where a crumb or a line of the menu leads."""
        ways = {
            "home": self.enter,
            "bank": self.enter,
            "import": self.open_import,
            "blueprints": self.open_blueprints,
            "statistics": self.open_statistics,
            "overlay": self.open_overlay,
            "verify": self._verify,
        }
        way = ways.get(key)
        if way is not None:
            way()

    def leave(self) -> None:
        """Nothing is kept open here."""

    def open_import(self) -> None:
        """The page that takes in questions."""
        exits = ImportExits(self._choose, self.enter)
        self._window.show_screen(self._import(BankImportPresenter(self._office, self._window.jobs, exits)))

    def open_blueprints(self) -> None:
        """The exams' numbers; what was typed there and not saved is still there."""
        if self._blueprint is None or not self._blueprint.is_changed:
            office = BlueprintOffice(self._office.bank, self._office.who, self._office.clock)
            self._blueprint = BlueprintPresenter(office, self._window.jobs, self.enter)
        self._window.show_screen(blueprint_screen(self._blueprint, self._to_bank))

    def open_statistics(self) -> None:
        """What exams have shown of each question."""
        if self._figures is None:
            exits = StatisticsExits(self._choose, self.open_item, self.enter)
            self._figures = ItemStatisticsPresenter(self._office, self._window.jobs, exits)
        self._window.show_screen(statistics_screen(self._figures, self._to_bank))

    def open_overlay(self) -> None:
        """The bank's own rates and steps; what was written there and not saved is still there."""
        if self._overlay is None or not self._overlay.is_changed:
            office = OverlayOffice(self._office.bank, self._office.who, self._office.clock)
            self._overlay = OverlayPresenter(office, self.enter)
        self._window.show_screen(overlay_screen(self._overlay, self._to_bank))

    def open_item(self, number: int) -> None:
        """One question; what was typed there and not saved is still there."""
        kept = self._item
        if kept is None or kept[0] != number or not kept[1].is_changed:
            try:
                presenter = BankItemPresenter(self._office, number, ItemTools(self._check, self.enter))
            except AcademyError as error:
                self._window.show_error(error)
                return
            kept = self._item = (number, presenter)
        self._window.show_screen(self._question(kept[1]))

    def _to_bank(self) -> tuple[Crumb, ...]:
        return (*self._above(), Crumb("bank", tr(BANK)))

    def _choose(self, chosen: Callable[[tuple[Path, ...]], None]) -> None:
        (self._chooser or system_chooser(self._window)).files(chosen)

    def _verify(self) -> None:
        home = tr(BANK)
        open_verify(
            self._window,
            self._home,
            lambda: VerifyWays((Crumb("home", home),), home, self.enter, self._chooser),
        )

    def _list(self) -> Screen:
        view, presenter = BankBrowserView(), self._browser
        view.text_typed.connect(presenter.search)
        view.narrowed.connect(presenter.narrow)
        view.row_chosen.connect(presenter.choose_row)
        view.row_opened.connect(presenter.open_row)
        view.item_asked.connect(presenter.open_item)
        view.take_in_asked.connect(presenter.take_in)
        view.marks_asked.connect(presenter.choose_marks)
        view.blueprints_asked.connect(self.open_blueprints)
        view.statistics_asked.connect(self.open_statistics)
        view.overlay_asked.connect(self.open_overlay)
        view.page_asked.connect(presenter.page)
        view.refresh_asked.connect(presenter.show)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr(BANK)
        return Screen(
            view, presenter, self._list, (*self._above(), Crumb("here", title)), title, held=lambda: presenter.busy
        )

    def _question(self, presenter: BankItemPresenter) -> Screen:
        draft, title = presenter.draft, presenter.title
        least = _PLACES if draft is None or draft.type != "hotspot" or draft.options else 0
        places = max(least, len(draft.options)) if draft is not None else None
        view = BankItemView(title, presenter.card, places)
        view.typed.connect(presenter.type)
        view.option_typed.connect(presenter.type_option)
        view.review_typed.connect(presenter.type_review)
        view.review_asked.connect(presenter.keep_review)
        view.save_asked.connect(presenter.save)
        view.step_asked.connect(presenter.move)
        view.leave_asked.connect(presenter.leave)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        crumbs = (*self._above(), Crumb("bank", tr(BANK)), Crumb("here", short(title, _CRUMB)))
        return Screen(view, presenter, partial(self._question, presenter), crumbs, title)

    def _import(self, presenter: BankImportPresenter) -> Screen:
        view = BankImportView()
        view.files_asked.connect(presenter.choose_files)
        view.take_in_asked.connect(presenter.take_in)
        view.undo_asked.connect(presenter.undo)
        view.only_found_set.connect(presenter.show_only_found)
        view.leave_asked.connect(presenter.leave)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("Take in questions")
        crumbs = (*self._above(), Crumb("bank", tr(BANK)), Crumb("here", title))
        again = partial(self._import, presenter)
        return Screen(view, presenter, again, crumbs, title, held=lambda: presenter.busy)
