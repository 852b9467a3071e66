"""A final of forty items: the shipped bank behind a blueprint twice as long, for attacks that want a long sitting."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from exams import Sources, build_content, read_sources
from tests.once import made_once

ROOT = Path(__file__).resolve().parents[2]
ITEMS = 40
_FORM = re.compile(r'^form = "[A-Z]"$', re.MULTILINE)
CELLS = {"single": 22, "multiple": 6, "truefalse": 8, "numerical": 2, "best_worst": 2}


def forty_assets(folder: Path) -> Path:
    """A folder of assets like the shipped one, but with content whose final has forty items."""
    sources, assets = folder / "sources", folder / "assets"
    for name in ("course", "bank", "blueprints"):
        shutil.copytree(ROOT / "assets" / name, sources / name, dirs_exist_ok=True)
    final = sources / "blueprints" / "final.toml"
    final.write_text(longer(final.read_text("utf-8")), "utf-8")
    for bank in (sources / "bank" / "exam").glob("*.toml"):  # one form: none of three could fill it alone
        bank.write_text(_FORM.sub('form = "A"', bank.read_text("utf-8")), "utf-8")
    assets.mkdir()
    for shipped in (ROOT / "assets").iterdir():
        if shipped.name != "demonstration":
            (assets / shipped.name).symlink_to(shipped)
    build_content(_read(sources), assets / "content.sqlite", assets / "demonstration")
    return assets


def shared_forty() -> Path:
    """The same, made once in a run of tests; nobody writes to it."""
    return made_once("forty", forty_assets) / "assets"


def longer(blueprint: str) -> str:
    """The same blueprint with other numbers of items; time enough for a slow machine."""
    head, _, _ = blueprint.partition("[[cell]]")
    _, _, tail = blueprint.partition("[red_line]")
    head = head.replace("minutes = 60", "minutes = 120")
    cells = "".join(f'[[cell]]\nchapter = 1\ntype = "{kind}"\nitems = {count}\n\n' for kind, count in CELLS.items())
    return f"{head}{cells}[red_line]{tail}"


def use_assets(assets: Path) -> None:
    """From here on this process finds its content there; call it before anything of the app is imported."""
    import desktop.assets

    desktop.assets.ASSETS = assets


def _read(sources: Path) -> Sources:
    return read_sources(sources, datetime.now(UTC).date())
