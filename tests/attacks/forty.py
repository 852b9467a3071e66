"""A final of forty items: the shipped bank behind a blueprint twice as long, for attacks that want a long sitting."""

import shutil
from dataclasses import replace
from pathlib import Path

from exams import Sources, build_content
from tests.once import made_once

ROOT = Path(__file__).resolve().parents[2]
ITEMS = 40
CELLS = {"single": 22, "multiple": 6, "truefalse": 8, "numerical": 2, "best_worst": 2}


def forty_assets(folder: Path) -> Path:
    """A folder of assets like the shipped one, but with content whose final has forty items."""
    sources, assets = folder / "sources", folder / "assets"
    shutil.copytree(ROOT / "assets" / "blueprints", sources / "blueprints")
    final = sources / "blueprints" / "final.toml"
    final.write_text(longer(final.read_text("utf-8")), "utf-8")
    assets.mkdir()
    for shipped in (ROOT / "assets").iterdir():
        if shipped.name != "demonstration":
            (assets / shipped.name).symlink_to(shipped)
    build_content(_behind(sources), assets / "content.sqlite", assets / "demonstration")
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


def _behind(blueprints: Path) -> Sources:
    """The shipped course without its calls, in one form: none of three could fill the longer final alone."""
    from exams.content.blueprints import read_blueprints
    from exams.content.faults import Faults
    from exams.content.feasibility import note_shortages
    from tests.shipped_course import DAY, shipped_sources

    shipped, faults = shipped_sources(), Faults()
    items = tuple(replace(one, form="A") for one in shipped.items)
    written = read_blueprints(blueprints, faults)
    note_shortages(written, items, DAY, faults)
    found = (*shipped.faults, *faults.sorted())
    return replace(shipped, items=items, blueprints=written, scenarios=(), faults=found)
