"""The page of a certificate without a window: a shelf, a printer and a view that remember."""

from dataclasses import dataclass, field
from pathlib import Path

from certificates import Certificate, Picture, Status
from certificates.errors import UnknownCertificate
from desktop.background.manual import ManualJobs
from desktop.screens.certificate.presenter import CertificatePresenter, Exits, Tools
from tests.certificates.examples import some_facts

FACTS = some_facts(demonstration=True)
ISSUED = Certificate(FACTS.number, "06fe0c84de97d41c" * 4, FACTS.issued, FACTS.valid_until, FACTS)


class Shelf:
    def __init__(self, refusal=None):
        self.refusal, self.saved, self.read = refusal, [], 0
        self.issued, self.later, self.standing = ISSUED, (), (Status.PROVISIONAL, "")

    def chain(self, number):
        found = (self.issued, *self.later)
        if number not in [one.number for one in found]:
            raise UnknownCertificate(number=number)
        return found

    def standings(self, issued):
        return tuple(self.standing for _ in issued)

    def pdf(self, number):
        self.read += 1
        if self.refusal:
            raise self.refusal
        return f"PDF of {number}".encode()

    def save_as(self, number, path):
        if self.refusal:
            raise self.refusal
        self.saved.append((number, path))


@dataclass
class Paper:
    """A printer that remembers."""

    there: bool = True
    takes: bool = True
    printed: list = field(default_factory=list)

    def is_there(self):
        return self.there

    def print_page(self, page, title, printed, failed):
        self.printed.append((page.width, title))
        (printed if self.takes else failed)()


class Page:
    def __init__(self):
        self.states = []

    def show_state(self, state):
        self.states.append(state)

    @property
    def state(self):
        return self.states[-1]


class Desk:
    """A presenter with what it works with."""

    def __init__(self, number=FACTS.number, refusal=None, printer=None):
        self.shelf, self.jobs, self.page = Shelf(refusal), ManualJobs(), Page()
        self.printer = printer or Paper()
        self.asked, self.went, self.drawn, self.place = [], [], [], Path("/tmp/out.pdf")
        tools = Tools(self.jobs, self._render, self._choose, self.printer)
        self.presenter = CertificatePresenter(self.shelf, number, tools, Exits(lambda: self.went.append("home")))
        self.presenter.attach(self.page)
        self.presenter.show()

    def _render(self, pdf, width):
        self.drawn.append((pdf, width))
        return Picture(width, round(width * 210 / 297), b"")

    def _choose(self, name, chosen):
        self.asked.append(name)
        if self.place is not None:
            chosen(self.place)
