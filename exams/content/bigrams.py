"""Full-text search over Chinese and English: what is indexed, what a query becomes, where it stands in a text.

A run of Chinese characters is indexed as overlapping pairs, so that any word of two or more characters is a phrase of
pairs; single characters stand in a column of their own. Latin words are lower-cased and found by their beginnings;
what is written without a blank (T-1, 94.18) or in quotation marks must stand together.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = rf"[^\W_{_HAN}]"
_RUN = re.compile(rf"[{_HAN}]+|{_WORD}+")
_CHINESE = re.compile(rf"[{_HAN}]")
_QUERY = re.compile(rf"\"([^\"]*)\"|([{_HAN}]+|[^\s\"{_HAN}]+)")
_LONGEST_QUERY = 200
_MOST_PIECES = 16
_SHORTEST_BEGINNING = 3  # letters from which on a Latin word is found by its beginning
_WIDTHS = (48, 110)  # characters of a snippet before its first find, Chinese and Latin

FIND_BEGINS, FIND_ENDS = "\u0002", "\u0003"

Piece = tuple[str, ...]
"""Words that must stand next to each other: one run of Chinese, or Latin words without a blank or in quotes."""


class _Folds(dict[int, str]):
    """One character for one character, so that places in the folded text are places in the text."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_FOLDS = _Folds()


def indexed(text: str) -> str:
    """What the words of a text are indexed as."""
    return " ".join(token for run in _RUN.findall(_fold(text)) for token in _tokens(run))


def single_characters(text: str) -> str:
    """Every Chinese character of a text once."""
    return " ".join(sorted(set(_CHINESE.findall(_fold(text)))))


def match_query(text: str) -> str:
    """A query as FTS5 wants it: all its pieces must be found; empty where it holds no words."""
    return " AND ".join(match_pieces(text))


def match_pieces(text: str) -> tuple[str, ...]:
    """The pieces of a query, each as FTS5 wants it."""
    return tuple(_match(piece) for piece in _pieces(text))


def snippet(text: str, query: str) -> str:
    """The words around the best find, each find between U+0002 and U+0003; the beginning where there is none."""
    text = text.replace("\n", " ").replace(" | ", " · ")
    return _around(text, _spans(text, query))


def marked(text: str, start: int, length: int) -> str:
    """The words around a place that is known, marked as a snippet marks its finds."""
    return _around(text.replace("\n", " ").replace(" | ", " · "), [(start, start + length)])


def _around(text: str, spans: list[tuple[int, int]]) -> str:
    width = _WIDTHS[0] if _CHINESE.search(text) else _WIDTHS[1]
    centre = _liveliest([first for first, _ in spans], width)
    start, end = _word_start(text, max(0, centre - width)), min(len(text), centre + 2 * width)
    shown, place = ("… " if start else ""), start
    for first, last in spans:
        if place <= first and last <= end:
            shown += text[place:first] + FIND_BEGINS + text[first:last] + FIND_ENDS
            place = last
    return shown + text[place:end] + (" …" if end < len(text) else "")


def _liveliest(starts: list[int], width: int) -> int:
    """The find that most others follow within the width of a snippet; 0 where there is none."""
    return max(starts, key=lambda place: bisect_left(starts, place + width) - bisect_left(starts, place), default=0)


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _tokens(run: str) -> list[str]:
    """Overlapping pairs of Chinese characters, or the Latin word itself."""
    if not _CHINESE.match(run):
        return [run]
    return [run[place : place + 2] for place in range(max(1, len(run) - 1))]


def _pieces(query: str) -> list[Piece]:
    found: dict[Piece, None] = {}
    for quoted, plain in _QUERY.findall(_fold(query[:_LONGEST_QUERY])):
        found[tuple(_RUN.findall(quoted or plain))] = None
    return [piece for piece in found if piece][:_MOST_PIECES]


def _match(piece: Piece) -> str:
    if len(piece) == 1 and len(piece[0]) == 1 and _CHINESE.match(piece[0]):
        return f'singles : "{piece[0]}"'
    phrase = " ".join(token for run in piece for token in _tokens(run))
    return f'text : "{phrase}"' + (" *" if _open_ended(piece) else "")


def _open_ended(piece: Piece) -> bool:
    last = piece[-1]
    return last.isalpha() and not _CHINESE.match(last) and len(last) >= _SHORTEST_BEGINNING


def _spans(text: str, query: str) -> list[tuple[int, int]]:
    """Where the pieces of a query stand, in order, overlaps left out."""
    folded = text.translate(_FOLDS)
    found = sorted(span for piece in _pieces(query) for span in _finds(piece, folded))
    spans: list[tuple[int, int]] = []
    for first, last in found:
        if not spans or first >= spans[-1][1]:
            spans.append((first, last))
    return spans


def _finds(piece: Piece, folded: str) -> Iterator[tuple[int, int]]:
    pattern = r"[\W_]*".join(re.escape(run) for run in piece)
    if not _CHINESE.match(piece[0]):
        pattern = rf"(?<!{_WORD}){pattern}"
    if not _CHINESE.match(piece[-1]):
        pattern += rf"{_WORD}*" if _open_ended(piece) else rf"(?!{_WORD})"
    return (found.span() for found in re.finditer(pattern, folded))


def _word_start(text: str, place: int) -> int:
    """The beginning of the next word, so that no Latin word is cut."""
    while place and place < len(text) and text[place - 1].isascii() and text[place - 1].isalnum():
        place += 1
    return place
