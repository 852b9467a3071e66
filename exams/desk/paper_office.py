"""Papers drawn outside a sitting: to look at, to compare between PCs."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from exams.papers.draw import Candidate, draw_from
from exams.papers.paper import Paper, PaperItem
from exams.papers.pool import prepare
from exams.store.content_rows import ContentStore


def draw_attempts(content: Path, blueprint: str, seed: str, staff_id: str, attempt: int) -> Paper:
    """The paper of the last of 1..attempt; each draw knows the items of those before it."""
    with closing(ContentStore(content)) as store:
        plan = store.blueprint(blueprint)
        pool = prepare(plan, store.items(use=plan.use), datetime.now(UTC).date())
    seen: frozenset[str] = frozenset()
    for number in range(1, attempt + 1):
        paper = draw_from(pool, Candidate(seed, staff_id, "", number), seen)
        seen |= {place.item for place in paper.items}
    return paper


def paper_document(content: Path, blueprint: str, seed: str, staff_id: str, attempt: int) -> dict[str, object]:
    """The shape of `academy paper draw --json`."""
    paper = draw_attempts(content, blueprint, seed, staff_id, attempt)
    return {"items": [_place(place) for place in paper.items]}


def _place(place: PaperItem) -> dict[str, object]:
    shown: dict[str, object] = {
        "id": place.item,
        "version": place.version,
        "chapter": place.chapter,
        "level": place.level,
        "type": place.type.value,
        "points": place.points // 1000,
        "red_line": place.red_line,
        "options": list(place.order),
    }
    return {**shown, "numbers": dict(place.numbers)} if place.numbers else shown
