"""The forms of an exam: its items and keys cut into the pools that are sealed each by itself."""

from collections.abc import Mapping

from exams.content.part_shape import FORM
from exams.trust.shapes import Table, table_of, text_in
from exams.trust.strict_json import Json, read_json, write_json


def cut_into_forms(items: bytes, keys: bytes, most: int) -> Mapping[str, tuple[bytes, bytes]]:
    """Items part and keys part of each form, forms in order; where no item names one, all stand in the first.

    Raises `NotStrict` for parts that are none or exceed `most` bytes.
    """
    asked, right = table_of(read_json(items, most)), table_of(read_json(keys, most))
    form_of = {text_in(one, "id"): _form(one) for one in _listed(asked, "items")}
    return {
        form: (
            _part(asked, "items", [one for one in _listed(asked, "items") if form_of[text_in(one, "id")] == form]),
            _part(right, "keys", [one for one in _listed(right, "keys") if form_of.get(text_in(one, "item")) == form]),
        )
        for form in sorted(set(form_of.values())) or [FORM]
    }


def _form(item: Table) -> str:
    return text_in(item, "form") if "form" in item else FORM


def _listed(part: Table, name: str) -> list[Table]:
    value = part.get(name)
    return [table_of(one) for one in value] if isinstance(value, list) else []


def _part(whole: Table, name: str, chosen: list[Table]) -> bytes:
    rows: list[Json] = [dict(one) for one in chosen]
    return write_json({**whole, name: rows})
