"""The one door between a content and its exam. Sealed content needs a code; an author's stands open."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from exams.desk.errors import PackChanged
from exams.desk.vault import Opening, Vault
from exams.errors import AcademyError
from exams.packs.codes import TypedCode
from exams.packs.slots import SessionPlan
from exams.papers.pools import Pools
from exams.sittings.sitting import RUNNING, State
from exams.store.content_rows import ContentStore


class ExamDoor:
    """Unseals the exam of one session at a time into the content's memory; `pools` are made anew each time."""

    def __init__(self, content: ContentStore, vault: Vault) -> None:
        self._content = content
        self._vault = vault
        self._inside = ""
        self.pools = Pools(lambda use: content.items(use=use))

    @property
    def needs_code(self) -> bool:
        """True where the content holds no exam: no session opens without headquarters' code."""
        return not self._content.holds_exam

    def sessions(self) -> tuple[SessionPlan, ...]:
        """What a proctor may open here with a code; nothing where none is needed."""
        return self._vault.sessions() if self.needs_code else ()

    def open(self, session: str, code: str, now_wt: int) -> Opening:
        """Unseal a session's items; raises as `Vault.open_session`, or `PackChanged`, with nothing left open."""
        TypedCode(code)
        self._require_same_pack()
        opening = self._vault.open_session(session, code, now_wt)
        try:
            self._enter(session)
        except AcademyError:
            self._vault.erase(session)
            raise
        return opening

    def come_back(self, session: str) -> None:
        """After a restart: unseal what an open session was unlocked with. Where that fails the exam stays sealed."""
        if session not in self._vault.kept():
            return
        try:
            self._enter(session)
        except AcademyError:
            self._leave()

    def open_key(self, session: str, code: str, now_wt: int) -> Opening:
        """Unlock a session's answer key; raises what `Vault.open_key` raises."""
        return self._vault.open_key(session, code, now_wt)

    def items_key(self, session: str) -> bytes:
        """What a session was unlocked with: other keys are drawn from it. Raises `ExamSealed`."""
        return self._vault.items_key(session)

    def require_window(self, session: str, now_wt: int) -> None:
        """Raises `OutsideWindow` where headquarters lets nobody begin now, `ExamSealed` where nothing is unlocked."""
        if self.needs_code:
            self._vault.require_window(session, now_wt)

    def awaits_code(self, session: str, now_wt: int) -> bool:
        """True where a code for the session's answer key may still come; without, headquarters grades."""
        return self.needs_code and self._vault.may_yet_be_graded(session, now_wt)

    @contextmanager
    def keys(self, session: str) -> Iterator[None]:
        """Exam keys of a session are found inside the block; raises `ExamSealed` while its answer key is not here."""
        if not self.needs_code or not session:
            yield
            return
        items = None if session == self._inside else self._vault.items(session)
        with self._content.with_keys(self._vault.keys(session), items):
            yield

    def is_over(self, now_wt: int) -> bool:
        """Whether keys lie here of a session whose window has ended."""
        return any(self._vault.window_is_over(session, now_wt) for session in self._vault.kept())

    def is_locked(self, session: str) -> bool:
        """Whether the exam of an open session lies sealed all the same: what it was unlocked with is lost."""
        return self.needs_code and session != self._inside

    def tidy(self, open_session: str, states: Mapping[str, set[str]], now_wt: int) -> None:
        """Erase the keys of every session that is over, given the states of each session's sittings."""
        if self._inside and self._inside != open_session:
            self._leave()
        for session in self._vault.kept():
            if not self._is_needed(session, states.get(session, set()), now_wt, is_open=session == open_session):
                if session == self._inside:
                    self._leave()
                self._vault.erase(session)

    def _require_same_pack(self) -> None:
        """A sitting names the course it was drawn for: its items must come from the same pack."""
        here, installed = self._content.parts_sha256(), self._vault.pack_sha256()
        if installed and here != installed:
            raise PackChanged(open=here, installed=installed)

    def _is_needed(self, session: str, states: set[str], now_wt: int, *, is_open: bool) -> bool:
        if states & {state.value for state in RUNNING}:
            return True
        if State.SUBMITTED.value in states and self._vault.may_yet_be_graded(session, now_wt):
            return True
        return is_open and not self._vault.window_is_over(session, now_wt)

    def _enter(self, session: str) -> None:
        self._content.unseal(self._vault.items(session))
        self._inside = session
        self.pools.forget()

    def _leave(self) -> None:
        self._content.seal_again()
        self._inside = ""
        self.pools.forget()
