"""What the search shows."""

from dataclasses import dataclass

from desktop.widgets.values import Face


@dataclass(frozen=True, slots=True)
class Found:
    """One find: `snippet` has what was found between U+0002 and U+0003."""

    key: str
    title: str
    snippet: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class SearchState:
    """`summary` counts the sections found; a `face` stands where there is nothing; `suggestions` are words to try."""

    text: str = ""
    summary: str = ""
    notice: str = ""
    terms: tuple[Found, ...] = ()
    sections: tuple[Found, ...] = ()
    calls: tuple[Found, ...] = ()
    face: Face | None = None
    suggestions: tuple[str, ...] = ()
