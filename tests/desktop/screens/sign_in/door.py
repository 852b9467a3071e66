"""A door that opens for one PIN, and a page that remembers what it was told."""

from dataclasses import dataclass, field

from desktop.screens.sign_in.presenter import Exits, SignInPresenter
from desktop.screens.sign_in.state import SignInState
from exams import AcademyError, Branch, FirstGlance, HomeState, StartCard

PIN = "258025"
NAMES = {"zh": "望江网点", "en": "Wangjiang Branch"}
BRANCH = Branch("DEMO-01", NAMES, {"zh": "示例银行", "en": "Example Bank"}, demonstration=True)
XIAOYU = StartCard("T1001", "王小雨", "Wang Xiaoyu", "trainee", "new", PIN)
ZHOU = StartCard("P2001", "周静", "Zhou Jing", "proctor", "proctor", PIN)
DEMONSTRATION = FirstGlance(HomeState.READY, BRANCH, (XIAOYU, ZHOU), "DEM0B-RANCH-3")


@dataclass
class Page:
    """What was drawn last, and where the cursor stands."""

    state: SignInState = field(default_factory=SignInState)
    cursor: str = ""

    def show_state(self, state: SignInState) -> None:
        self.state = state

    def focus_staff_id(self) -> None:
        self.cursor = "staff_id"

    def focus_pin(self) -> None:
        self.cursor = "pin"

    def focus_sign_in(self) -> None:
        self.cursor = "sign_in"


@dataclass
class Office:
    """Answers every try with what the test has laid ready; else the right PIN opens."""

    answers: list[AcademyError] = field(default_factory=list)
    tries: list[tuple[str, str]] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    closed_by: AcademyError | None = None

    def open(self) -> None:
        if self.closed_by is not None:
            raise self.closed_by

    def sign_in(self, staff_id: str, pin: str) -> str:
        self.open()
        self.tries.append((staff_id, pin))
        if self.answers:
            raise self.answers.pop(0)
        return staff_id


@dataclass
class Door:
    """Presenter, office and page together."""

    office: Office = field(default_factory=Office)
    page: Page = field(default_factory=Page)
    seen: FirstGlance = DEMONSTRATION

    def __post_init__(self) -> None:
        exits = Exits(self.office.open, self.office.sign_in, self.office.inside.append, self._trouble)
        self.presenter = SignInPresenter(self.seen, exits)
        self.presenter.attach(self.page)
        self.presenter.show()

    def enter(self, staff_id: str = "T1001", pin: str = PIN) -> None:
        """Type both and press the button."""
        self.presenter.type_staff_id(staff_id)
        self.presenter.type_pin(pin)
        self.presenter.sign_in()

    def _trouble(self, error: AcademyError) -> None:
        self.presenter.tell(error)
