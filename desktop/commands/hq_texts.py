"""What the commands of headquarters print: documents for programs, lines for people."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from desktop.words import tr
from desktop.words.errors import sentence

if TYPE_CHECKING:
    from exams import HqSession, PackDiff, PrintedPack, Released, RootFile


def root_document(root: "RootFile") -> dict[str, object]:
    """A root that is in force, or a draft that wants signatures."""
    return {"version": root.version, "file": str(root.path), "complete": root.complete}


def root_text(root: "RootFile") -> str:
    """The same for people."""
    said = (
        tr("Root {version} is in force: {path}")
        if root.complete
        else tr("Root {version} wants more signatures: {path}. Sign it with: academy hq root sign FILE --key KEY")
    )
    return said.format(version=root.version, path=root.path)


def pack_document(printed: "PrintedPack") -> dict[str, object]:
    """A pack that was published."""
    from exams import write_time

    about = printed.manifest
    return {
        "file": str(printed.path),
        "pack": about.pack,
        "version": about.version,
        "issued": write_time(about.issued_wt),
        "not_before": write_time(about.not_before_wt),
        "expires": write_time(about.expires_wt),
        "grading": about.grading.value,
        "demonstration": about.demonstration,
        "items": printed.counts,
        "bank": {
            "items": len(printed.share.items),
            "left_out": [
                {
                    "question": one.number,
                    "name": one.name,
                    "code": one.code,
                    "message": sentence(one.code, one.facts).text,
                }
                for one in printed.share.left_out
            ],
            "blueprints": sorted(printed.share.blueprints),
        },
        "bytes": printed.bytes,
        "sha256": printed.sha256,
        "files": {path: asdict(file) for path, file in about.files.items()},
    }


def pack_text(printed: "PrintedPack") -> str:
    """The same for people."""
    about = printed.manifest
    said = tr("{name} is published: {files} files, {items} sealed questions, {bytes} bytes.").format(
        name=about.name, files=len(about.files) + 1, items=sum(printed.counts.values()), bytes=printed.bytes
    )
    return "\n".join([said, *_bank_lines(printed), f"{printed.sha256}  {printed.path}"])


def _bank_lines(printed: "PrintedPack") -> Iterator[str]:
    if printed.share.items:
        yield tr("Of the bank: {count} questions.").format(count=len(printed.share.items))
    for one in printed.share.left_out:
        message = sentence(one.code, one.facts).text
        told = tr("Question {number} of the bank stays out ({name}): {message}")
        yield told.format(number=one.number, name=one.name, message=message)


def diff_document(diff: "PackDiff") -> dict[str, object]:
    """All that differs, by id."""
    return asdict(diff)


def diff_text(diff: "PackDiff") -> str:
    """One line for each difference: kind, id, how."""
    kinds: tuple[tuple[str, Any], ...] = (
        ("section", diff.sections),
        ("item", diff.items),
        ("blueprint", diff.blueprints),
        ("form", diff.forms),
        ("other", diff.others),
    )
    rows = [
        f"{kind}\t{getattr(one, 'id', '') or one.name}\t{one.change.value}"
        for kind, changes in kinds
        for one in changes
    ]
    return "\n".join([f"{diff.old} → {diff.new}", *rows])


def session_document(session: "HqSession") -> dict[str, object]:
    """A session as it is planned."""
    from exams import write_time

    return {
        "session": session.id,
        "branch": session.branch,
        "pack": session.pack,
        "form": session.form,
        "not_before": write_time(session.not_before_wt),
        "not_after": write_time(session.not_after_wt),
    }


def release_remarks(released: "Released") -> list[str]:
    """What the release office should know of this code beside the code."""
    remarks = []
    if released.again:
        remarks.append(tr("This code was given out before; both times are in the log."))
    if released.early:
        remarks.append(tr("It is given out before its time; the log says when."))
    return remarks
