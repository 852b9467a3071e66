"""The tables of a person's own learning: marks in the text, answers of practice, mistakes, what was read."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def make_learning_tables(db: "Database") -> None:
    """Create them; part of the third shape of the branch database."""
    texts = {"digest": str, "quote": str, "before": str, "after": str}
    _table(
        db,
        "marks",
        {"id": str, "staff_id": str, "section": str, "lang": str, "kind": str, "note": str, "made_wt": int}
        | {"block": int, "whole": int, "changed_wt": int, "gone": int, **texts},
        ("staff_id", "id"),
    )
    _table(
        db,
        "practice",
        {"id": int, "staff_id": str, "source": str, "item": str, "chapter": int, "section": str, "objective": str}
        | {"right": int, "wt": int},
        "id",
    )
    db.table("practice").create_index(["staff_id", "source"])
    _table(
        db,
        "mistakes",
        {"staff_id": str, "what": str, "chapter": int, "section": str, "objective": str, "source": str}
        | {"since_wt": int, "due_wt": int, "last_wt": int, "stability": float, "difficulty": float}
        | {"run": int, "lapses": int},
        ("staff_id", "what"),
    )
    _table(db, "editions", {"section": str, "digest": str, "texts": str}, ("section", "digest"))
    _table(db, "read_editions", {"staff_id": str, "section": str, "digest": str, "wt": int}, ("staff_id", "section"))


def _table(db: "Database", name: str, columns: dict[str, type], pk: str | tuple[str, ...]) -> None:
    keys = {pk} if isinstance(pk, str) else set(pk)
    db.table(name).create(columns, pk=pk, not_null=set(columns) - keys, strict=True)
