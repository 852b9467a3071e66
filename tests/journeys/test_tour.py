"""The whole story, walked by the real app through its own widgets, and judged from outside by other programs."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

NAME = "欧阳静怡"
MOST_MIB = 512
"""Of the 4 GB of an old branch PC."""

ON_ONE_PROCESSOR = """
import os, resource, subprocess, sys
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
done = subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr)
sys.exit(done.returncode)
"""
"""Its last line tells how much memory the heaviest process had, in MiB."""


def academy(*words: object, watched: Path | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
    """With `watched`, whatever it sends and wherever it connects is written there, where there is an strace.

    It then has one processor, and its memory is the last line of its errors.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ACADEMY")} | settings
    weighed = [sys.executable, "-c", ON_ONE_PROCESSOR] if watched else []
    command = [*weighed, *watching(watched), sys.executable, "-m", "desktop", *(str(word) for word in words)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)


def watching(log: Path | None) -> list[str]:
    strace = shutil.which("strace")
    if log is None or strace is None:
        return []
    return [
        strace,
        "--follow-forks",
        "--seccomp-bpf",
        "--trace=connect,bind,sendto,sendmsg",
        "--output-append-mode",
        f"--output={log}",
    ]


def said(*command: object) -> str:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


@dataclass(frozen=True)
class Walk:
    out: Path
    exit_code: int
    report: dict
    mib: int

    @property
    def certificate(self) -> Path:
        return self.out / "certificate.pdf"

    @property
    def home(self) -> Path:
        return Path(self.report["home"])


@pytest.fixture(scope="module")
def walked(tmp_path_factory) -> Walk:
    out = tmp_path_factory.mktemp("tour")
    done = academy("tour", "--out", out, "--name", NAME, "--language", "zh", "--json", watched=out / "sockets.txt")
    assert done.stdout, done.stderr
    assert json.loads(done.stdout) == json.loads((out / "tour.json").read_text("utf-8"))
    return Walk(out, done.returncode, json.loads(done.stdout), int(done.stderr.splitlines()[-1]))


def test_every_step_of_the_story_goes_as_expected(walked):
    failed = [step for step in walked.report["steps"] if not step["ok"]]
    assert failed == []
    assert walked.report["ok"] is True
    assert walked.exit_code == 0


def test_each_picture_of_the_report_is_there_in_full_size_and_no_two_are_alike(walked):
    pictures = [step["picture"] for step in walked.report["steps"] if step["picture"]]
    assert len(pictures) >= 30
    assert sorted(pictures) == sorted(path.name for path in walked.out.glob("*.png"))
    heads = [(walked.out / name).read_bytes()[:24] for name in pictures]
    assert {(int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) for head in heads} == {(1440, 900)}
    assert len({(walked.out / name).read_bytes() for name in pictures}) == len(pictures)


@pytest.mark.feature("i4")
def test_an_old_pc_walks_it_on_one_processor_and_an_eighth_of_its_memory(walked):
    assert walked.report["ok"]
    assert 30 < walked.mib < MOST_MIB
    assert sum(path.stat().st_size for path in walked.home.rglob("*") if path.is_file()) < 200e6


@pytest.mark.tool("strace")
def test_not_one_connection_is_asked_for_on_the_way(walked):
    asked = (walked.out / "sockets.txt").read_text()
    assert "exited with" in asked
    assert [line for line in asked.splitlines() if "AF_" in line and "AF_UNIX" not in line] == []


@pytest.mark.tool("strace")
def test_a_connection_would_have_been_noticed(tmp_path):
    log = tmp_path / "sockets.txt"
    asks = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
    subprocess.run([*watching(log), sys.executable, "-c", asks], check=True)
    assert "AF_INET" in log.read_text()


@pytest.mark.tool("pdftotext", "pdffonts")
def test_the_certificate_names_the_trainee_and_carries_its_fonts(walked):
    text = said("pdftotext", "-layout", walked.certificate, "-")
    assert NAME in text
    assert walked.report["certificate"]["number"] in text
    rows = said("pdffonts", walked.certificate).splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows), rows  # emb sub uni object ID: the column "emb"


def test_the_home_of_the_tour_vouches_for_the_certificate_and_for_its_journal(walked):
    verified = academy("certificate", "verify", walked.certificate, "--home", walked.home, "--json")
    (verdict,) = json.loads(verified.stdout)
    assert (verified.returncode, verdict["status"]) == (0, "valid")
    assert verdict["facts"]["name"] == NAME
    checked = academy("journal", "check", "--home", walked.home, "--json")
    assert (checked.returncode, json.loads(checked.stdout)["ok"]) == (0, True)


def test_h07_a_second_walk_in_a_home_that_is_given_shows_a_name_that_is_markup_as_letters(walked, tmp_path):
    home, name = tmp_path / "branch", '<img src="file:///etc/hostname">'
    shutil.copytree(walked.home, home)
    words = [sys.executable, "-m", "tests.attacks.watched_tour", tmp_path / "two", name, home]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    report = json.loads(done.stdout)
    assert [step for step in report["steps"] if not step["ok"]] == []
    assert report["home"] == str(home)
    assert report["certificate"]["number"] != walked.report["certificate"]["number"]
    assert report["faults"] == []
    assert {"people", "certificate", "hr-result"} <= set(report["seen"])
