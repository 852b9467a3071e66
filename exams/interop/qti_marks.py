"""How QTI is recognised before anything is parsed."""

from collections.abc import Iterator

OLD_ROOT = "questestinterop"
STEM_CLASS = "academy-stem"
"""Of the `div` that holds a stem and nothing else, in items that we wrote: what is read back is the stem alone."""


def is_package(raw: bytes) -> bool:
    """A ZIP that is no document of an office program."""
    is_office = b"[Content_Types].xml" in raw and b"imsmanifest.xml" not in raw
    return raw[:4] in (b"PK\3\4", b"PK\5\6") and not is_office


def qti_version(head: str) -> str:
    """`qti12` or `qti2` by the first element that says so; empty where none does."""
    places = {
        "qti12": head.find(f"<{OLD_ROOT}"),
        "qti2": min((at for name in _starts() if (at := head.find(name)) >= 0), default=-1),
    }
    if places["qti12"] < 0 and ":questestinterop" in head[:4000]:
        return "qti12"
    return min((name for name, at in places.items() if at >= 0), key=lambda name: places[name], default="")


def _starts() -> Iterator[str]:
    for name in ("assessmentItem", "assessmentTest", "assessmentSection", "assessmentStimulus"):
        yield f"<{name}"
        yield f":{name}"
    for name in ("item", "test", "section", "stimulus"):
        yield f"<qti-assessment-{name}"
