"""`make strings`: new texts of the desktop go into the catalogues, unused ones out; says what wants Chinese."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import normalize, read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "assets" / "translations" / "zh"
KEYWORDS = {"tr": None, "trn": (1, 2), "mark": None}
DEFAULT_AREA = "desktop"
HEADER = r"""msgid ""
msgstr ""
"Language: zh\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"""

Text = str | tuple[str, ...]


def spoken() -> dict[Text, str]:
    """Every text in the code, with the file that says it first."""
    found: dict[Text, str] = {}
    for name, _, text, _, _ in extract_from_dir(ROOT / "desktop", [("**.py", "python")], keywords=KEYWORDS):
        found.setdefault(tuple(text) if isinstance(text, (list, tuple)) else text, name)
    return found


def read(path: Path) -> Catalog:
    """One area's catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale="zh")


def key(message: Message) -> Text:
    """What the code says: one text, or one and many."""
    return message.id if isinstance(message.id, str) else tuple(message.id)


def messages(catalogue: Catalog) -> list[Message]:
    """The messages without the header."""
    return [message for message in catalogue if message.id]


def has_words(message: Message) -> bool:
    """Whether its Chinese is there."""
    return any(message.string) if isinstance(message.string, (tuple, list)) else bool(message.string)


def written(catalogue: Catalog) -> Iterator[str]:
    """A catalogue as people write it: no dates, no places, no names of tools."""
    remarks = catalogue.header_comment if "Translations template" not in catalogue.header_comment else ""
    yield from (f"{line}\n" for line in remarks.splitlines())
    yield HEADER
    for message in messages(catalogue):
        yield "\n"
        yield from (f"# {comment}\n" for comment in message.user_comments)
        if isinstance(message.id, str):
            yield f"msgid {normalize(message.id, width=0)}\nmsgstr {normalize(str(message.string or ''), width=0)}\n"
            continue
        one, many = message.id
        chinese = message.string[0] if message.string else ""
        yield f"msgid {normalize(one, width=0)}\nmsgid_plural {normalize(many, width=0)}\n"
        yield f"msgstr[0] {normalize(chinese, width=0)}\n"


def homes(texts: dict[Text, str], areas: dict[str, Catalog]) -> dict[str, str]:
    """File or folder of the desktop to the area in which most of its texts already stand."""
    votes: dict[str, Counter[str]] = {}
    for area, catalogue in areas.items():
        for message in messages(catalogue):
            name = texts.get(key(message))
            for place in [name, *(str(parent) for parent in Path(name).parents)] if name else []:
                votes.setdefault(place, Counter())[area] += 1
    return {place: counted.most_common(1)[0][0] for place, counted in votes.items()}


def area_of(name: str, known: dict[str, str]) -> str:
    """Where a new text of this file belongs: with its file, else with its folder."""
    places = [name, *(str(parent) for parent in Path(name).parents)]
    return next((known[place] for place in places if place in known), DEFAULT_AREA)


def settle(texts: dict[Text, str], areas: dict[str, Catalog]) -> set[str]:
    """Bring the catalogues in line with the code; gives the areas that changed."""
    changed = set()
    known = homes(texts, areas)
    there = {key(message) for catalogue in areas.values() for message in messages(catalogue)}
    for area, catalogue in areas.items():
        for message in [one for one in messages(catalogue) if key(one) not in texts]:
            catalogue.delete(message.id)
            changed.add(area)
    for text, name in texts.items():
        if text not in there:
            area = area_of(name, known)
            areas.setdefault(area, Catalog(locale="zh")).add(text)
            changed.add(area)
    return changed


def main() -> int:
    """Settle, write what changed, list what has no Chinese yet."""
    areas = {path.stem: read(path) for path in sorted(CATALOGUES.glob("*.po"))}
    changed = settle(spoken(), areas)
    for area in sorted(changed):
        (CATALOGUES / f"{area}.po").write_text("".join(written(areas[area])), "utf-8")
        sys.stdout.write(f"{area}.po changed\n")
    silent = [(area, one) for area, catalogue in areas.items() for one in messages(catalogue) if not has_words(one)]
    for area, message in silent:
        sys.stdout.write(f"{area}.po: no Chinese yet for {message.id!r}\n")
    return 1 if silent else 0


if __name__ == "__main__":
    raise SystemExit(main())
