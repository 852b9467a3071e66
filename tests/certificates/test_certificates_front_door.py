"""What the package offers, and what it does not drag in."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import certificates

ROOT = Path(__file__).resolve().parents[2]


def test_every_public_name_is_found_and_none_else():
    tree = ast.parse((ROOT / "certificates" / "__init__.py").read_text("utf-8"))
    typed = {alias.asname for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(certificates.__all__) == typed - {None}
    assert all(getattr(certificates, name) for name in certificates.__all__)
    with pytest.raises(AttributeError):
        _ = certificates.nothing_of_the_kind


@pytest.mark.parametrize(
    "use",
    [
        "certificates.first_missing_glyph('王𠮷')",
        "certificates.CertificateDesk, certificates.verifier",
        "certificates.verifier(pathlib.Path('nowhere'), exams.SystemClock()).text('BAC1:')",
    ],
)
def test_asking_for_a_glyph_or_a_verdict_loads_no_pdf_library(use):
    script = f"import pathlib, sys, exams, certificates; {use};"
    script += "print(*{'reportlab', 'pypdfium2', 'PIL', 'PySide6', 'fontTools'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
