"""What every step of the walk has at hand: the app, hands on it, the story's people and what came of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.shell.window import Window
from desktop.tour.hands import Hands, NotAsExpected
from desktop.wiring.root import Root
from exams import Sitting, StartCard, TraineeDesk

PIN = "739164"
PROCTOR, HR = "P2001", "H3001"
NAMES = {"zh": "李静怡", "en": "李静怡"}


@dataclass(slots=True)
class Stage:
    """The walk so far; `staff_id` and `number` are filled in on the way."""

    window: Window
    root: Root
    hands: Hands
    out: Path
    name: str
    latin: str
    fresh: bool
    cards: tuple[StartCard, ...] = ()
    code: str = ""
    unlock_codes: Mapping[str, str] = field(default_factory=dict)
    staff_id: str = ""
    sitting: str = ""
    number: str = ""
    saved: list[Path] = field(default_factory=list)

    def secret_of(self, staff_id: str) -> str:
        """What the start card shows for a person; empty where there is no such card."""
        return next((card.pin for card in self.cards if card.staff_id == staff_id), "")

    def sign_in(self, staff_id: str, pin: str) -> None:
        """Type a staff id and a PIN and press the button."""
        self.hands.write("staff_id", staff_id)
        self.hands.write("pin", pin)
        self.hands.press("sign_in")

    def sign_out(self) -> None:
        """Leave by the person menu."""
        self.window.person_action.emit("sign_out")
        self.hands.wait_for("sign_in")

    def go(self, line: str) -> None:
        """Take a line of the person menu."""
        self.window.person_action.emit(line)
        self.hands.settle()

    def desk(self) -> TraineeDesk:
        """The trainee's own desk, to look at what the app has kept."""
        office = self.root.office
        person = next((one for one in office.people() if one.staff_id == self.staff_id), None)
        desk = office.desk_of(person) if person is not None else None
        if not isinstance(desk, TraineeDesk):
            raise NotAsExpected(f"a trainee {self.staff_id}")
        return desk

    def open_sitting(self) -> Sitting:
        """The sitting that is running."""
        sitting = self.desk().open_sitting()
        if sitting is None:
            raise NotAsExpected("a running sitting")
        self.sitting = sitting.id
        return sitting


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, and the name of the picture taken after it; no name, no picture."""

    name: str
    act: Callable[[Stage], None]
    picture: bool = True
