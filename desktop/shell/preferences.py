"""How the person at this PC likes it: language, theme, size of text. One small file in the home folder."""

from pathlib import Path
from typing import NamedTuple

from desktop.style.tokens import ZOOMS, Theme
from desktop.words.languages import CODES, system_language

FILE = "preferences.json"


class Preferences(NamedTuple):
    """What is remembered."""

    language: str
    theme: str = Theme.LIGHT.value
    zoom: int = 100


def load_preferences(home: Path) -> Preferences:
    """What was saved; what is missing or makes no sense is as on the first day."""
    saved = _read(home / FILE)
    language, theme, zoom = (saved.get(name) for name in ("language", "theme", "zoom"))
    return Preferences(
        language=language if isinstance(language, str) and language in CODES else system_language(),
        theme=theme if isinstance(theme, str) and theme in tuple(Theme) else Theme.LIGHT.value,
        zoom=zoom if isinstance(zoom, int) and zoom in ZOOMS else 100,
    )


def _read(path: Path) -> dict[str, object]:
    try:
        text = path.read_text("utf-8")
    except OSError:
        return {}
    import json  # only where there is something to read: the first paint waits for this

    try:
        saved = json.loads(text)
    except ValueError:
        return {}
    return saved if isinstance(saved, dict) else {}


def save_preferences(home: Path, preferences: Preferences) -> None:
    """Remember; a home that cannot be written is no reason to disturb anybody."""
    import json

    try:
        home.mkdir(parents=True, exist_ok=True)
        fresh = home / f"{FILE}.new"
        fresh.write_text(json.dumps(preferences._asdict()), "utf-8")
        fresh.replace(home / FILE)
    except OSError:
        return
