"""The passages of a course: paragraphs, glossary entries, lines of calls, with the indexes a search needs."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from exams.content.bigrams import indexed, marked, match_pieces, single_characters, snippet
from exams.content.find import Find, FindKind
from exams.content.initials import initials_asked, initials_of
from exams.store.content_schema import SEARCH

if TYPE_CHECKING:
    from sqlite_utils import Database

Passage = tuple[FindKind, str, int, str, str, str]
"""Kind, name of what it stands in, block, language, title, text."""

_COLUMNS = "passages.kind, passages.ref, passages.block, passages.lang, passages.title, passages.text"
_BY_WORDS = f"""
    SELECT {_COLUMNS} FROM passage_search JOIN passages ON passages.id = passage_search.rowid
    WHERE passage_search MATCH ? AND passages.lang = coalesce(?, passages.lang)
    ORDER BY bm25(passage_search, 1.0, 0.5), passages.id LIMIT 2000"""  # noqa: S608  # constants of ours
_BY_INITIALS = f"""
    SELECT {_COLUMNS}, instr(passages.initials, ?) FROM passages WHERE instr(passages.initials, ?)
    ORDER BY passages.id LIMIT 4000"""  # noqa: S608  # constants of ours

_SPOKEN = frozenset(("best", "good"))
"""Moves whose words may be found: what nobody should say is not looked up."""

Row = Sequence[object]
Rows = Callable[..., Sequence[Row]]
Place = tuple[object, object, object]
"""Kind, name and language of what a passage stands in."""


def pour_passages(db: "Database", course: Mapping[str, Any], plain: Callable[[Mapping[str, Any]], str]) -> None:
    """Write the passages of the course part; `plain` gives a block's words."""
    columns: dict[str, type] = {"id": int, "kind": str, "ref": str, "block": int, "lang": str}
    columns |= {"title": str, "text": str, "initials": str}
    table = db.table("passages").create(columns, pk="id", not_null=columns, strict=True)
    db.execute(SEARCH)
    passages = list(enumerate(_passages(course, plain), start=1))
    table.insert_all(
        dict(zip(columns, (number, *passage, _letters(passage)), strict=True)) for number, passage in passages
    )
    for number, (*_, text) in passages:
        db.execute(
            "INSERT INTO passage_search(rowid, text, singles) VALUES (?, ?, ?)",
            (number, indexed(text), single_characters(text)),
        )


def _letters(passage: Passage) -> str:
    *_, lang, _, text = passage
    return initials_of(text) if lang == "zh" else ""


def find_words(rows: Rows, query: str, lang: str | None, limit: int) -> tuple[Find, ...]:
    """What holds all words of the query: first in one passage, the best of each place, then apart in a section."""
    pieces = match_pieces(query)
    if not pieces:
        return ()
    found = _best(rows(_BY_WORDS, " AND ".join(pieces), lang))
    if len(pieces) > 1 and len(found) < limit:
        apart = _apart([_best(rows(_BY_WORDS, piece, lang)) for piece in pieces])
        found |= {place: row for place, row in apart.items() if place not in found}
    return tuple(_find(row, snippet(str(row[5]), query)) for row in _shares(found.values(), limit))


def find_initials(rows: Rows, query: str, limit: int) -> tuple[Find, ...]:
    """Chinese passages with characters that sound as the letters say, what the course says most often first.

    Four characters side by side may sound so by chance; a word that is meant stands in many passages.
    """
    letters = initials_asked(query)
    if not letters:
        return ()
    found = rows(_BY_INITIALS, letters, letters)
    often = Counter(_said(row, letters) for row in found)
    ranked = sorted(found, key=lambda row: (not _is_name(row), -often[_said(row, letters)]))
    best = _shares(_best(ranked).values(), limit)
    return tuple(_find(row, marked(str(row[5]), _start(row), len(letters))) for row in best)


def _shares(rows: Iterable[Row], limit: int) -> list[Row]:
    """So many sections, and a quarter of it of each other kind: the glossary must not crowd out the text."""
    kinds: dict[object, list[Row]] = {}
    for row in rows:
        kinds.setdefault(row[0], []).append(row)
    kept = [found[: limit if kind == FindKind.SECTION.value else max(1, limit // 4)] for kind, found in kinds.items()]
    return [row for rows in kept for row in rows]


def _start(row: Row) -> int:
    return int(str(row[6])) - 1


def _said(row: Row, letters: str) -> str:
    return str(row[5])[_start(row) : _start(row) + len(letters)]


def _is_name(row: Row) -> bool:
    """A glossary entry whose name begins so."""
    return row[0] == FindKind.TERM.value and _start(row) == 0


def _best(rows: Sequence[Row]) -> dict[Place, Row]:
    """The first row of each place, in their order; a paragraph rather than the title above it."""
    best: dict[Place, Row] = {}
    for row in rows:
        place = (row[0], row[1], row[3])
        if place not in best or (best[place][4] == best[place][5] and row[0] == FindKind.SECTION.value):
            best[place] = row
    return best


def _apart(found: Sequence[Mapping[Place, Row]]) -> dict[Place, Row]:
    """The sections in which every piece is found, though not in one passage."""
    first, *others = found
    return {
        place: row
        for place, row in first.items()
        if place[0] == FindKind.SECTION.value and all(place in other for other in others)
    }


def _find(row: Row, shown: str) -> Find:
    kind, ref, block, lang, title = row[:5]
    return Find(FindKind(str(kind)), str(ref), int(str(block)), str(lang), str(title), shown)


def _passages(course: Mapping[str, Any], plain: Callable[[Mapping[str, Any]], str]) -> Iterator[Passage]:
    for section in course["sections"]:
        for lang, text in section["texts"].items():
            yield FindKind.SECTION, section["id"], 0, lang, text["title"], text["title"]
            for place, words in enumerate(map(plain, text["blocks"])):
                if words:
                    yield FindKind.SECTION, section["id"], place, lang, text["title"], words
    yield from _small_passages(course)


def _small_passages(course: Mapping[str, Any]) -> Iterator[Passage]:
    for term in course["terms"]:
        for lang, name in term["names"].items():
            yield FindKind.TERM, term["id"], 0, lang, name, f"{name}\n{term['meanings'].get(lang, '')}".strip()
    for scenario in course["scenarios"]:
        for lang, title in scenario["titles"].items():
            for place, line in enumerate(filter(None, _lines(scenario, lang))):
                yield FindKind.CALL, scenario["id"], place, lang, title, line


def _lines(scenario: Mapping[str, Any], lang: str) -> Iterator[str]:
    """What is on the table, what the caller says, what must be said, and what a good agent says."""
    yield scenario["titles"][lang]
    yield scenario["situation"].get(lang, "")
    for phrase in scenario["phrases"]:
        yield phrase["texts"].get(lang, "")
    for node in scenario["nodes"]:
        yield node["texts"].get(lang, "")
        yield from (one["texts"].get(lang, "") for one in node["choices"] if one["move"] in _SPOKEN)
