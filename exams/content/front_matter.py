"""A section file is TOML between two +++ lines, then Markdown."""

from exams.content.faults import Code, Faults
from exams.content.files import SourceText

_FENCE = "+++"


def split_front_matter(source: SourceText, faults: Faults) -> tuple[SourceText, SourceText] | None:
    """The TOML and the Markdown, each knowing its first line; None where the fences are not there."""
    rows = source.text.split("\n")
    fences = [number for number, row in enumerate(rows) if row.rstrip() == _FENCE][:2]
    if len(fences) < 2 or fences[0] != 0:
        faults.note(source.file, 1, Code.FRONT_MATTER)
        return None
    end = fences[1]
    toml = SourceText(source.file, "\n".join(rows[1:end]), first=2)
    body = SourceText(source.file, "\n".join(rows[end + 1 :]), first=end + 2)
    return toml, body
