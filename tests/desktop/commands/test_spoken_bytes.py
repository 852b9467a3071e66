"""What a command says into a pipe or a file is UTF-8, whatever the system's code page holds."""

import json
import os
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT


@pytest.mark.parametrize(("page", "words"), [("cp1252", []), ("cp936", ["--json"])])
def test_a_code_page_without_the_signs_spoils_no_answer(tmp_path, page, words):
    environment = {**os.environ, "PYTHONIOENCODING": page, "QT_QPA_PLATFORM": "offscreen"}
    call = [sys.executable, "-m", "desktop", "doctor", "--home", tmp_path, "--language", "zh", *words]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr  # a bare home is not ready
    text = done.stdout.decode("utf-8")
    assert "时区" in (json.dumps(json.loads(text), ensure_ascii=False) if words else text)
