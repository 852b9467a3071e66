"""The paper: drawn again from HR's copy of the pack, it must be the one that was sat."""

from collections.abc import Iterable, Iterator

from exams.bundles.hr_trust import Try
from exams.bundles.story import Story
from exams.bundles.truth import FormBook
from exams.bundles.verdict import Code, Finding
from exams.papers.errors import Infeasible
from exams.sittings.sitting import Sitting


def paper_findings(
    story: Story, sitting: Sitting, book: FormBook | None, earlier: Iterable[Try], serial: str
) -> Iterator[Finding]:
    """`E_PAPER` with its reason: pack (HR has no such form), seed, seen (items passed over), drawn (another paper)."""
    reason = _reason(story, sitting, book, tuple(earlier), serial)
    if reason:
        yield Finding(Code.PAPER, story.start.line.seq, story.att, {"reason": reason})


def _reason(story: Story, sitting: Sitting, book: FormBook | None, earlier: tuple[Try, ...], serial: str) -> str:
    if book is None:
        return "pack"
    # The session's id is the seed of a final: nobody at the branch chooses one.
    if sitting.paper.seed != sitting.session:
        return "seed"
    seen = _seen(story)
    here, anywhere = _items(one for one in earlier if one.serial == serial), _items(earlier)
    if seen is None or not here <= seen <= anywhere:
        return "seen"
    try:
        return "" if book.gives(sitting.paper, seen, sitting.started_wt) else "drawn"
    except (Infeasible, ValueError, OverflowError, OSError):
        return "drawn"


def _seen(story: Story) -> frozenset[str] | None:
    told = story.about.get("seen", [])
    if not isinstance(told, list) or not all(isinstance(name, str) for name in told):
        return None
    return frozenset(told)


def _items(tries: Iterable[Try]) -> frozenset[str]:
    return frozenset().union(*(one.items for one in tries))
