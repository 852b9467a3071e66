"""No network: issuing and verifying ask nobody."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        print("asked:", event, arguments)
        raise SystemExit(9)

sys.addaudithook(refuse)
from certificates.issuing import issued_file
from certificates.proof.attached import attached_credential, check_attached
from certificates.proof.badge import read_credential
from certificates.proof.second_opinion import second_opinion
from certificates.proof.strict import check_file
from tests.certificates.authority import authority, device
from tests.certificates.examples import WHEN, some_facts

pdf = issued_file(some_facts(), device(), WHEN)
token = check_file(pdf, authority().trust)
check_attached(pdf, token)
read_credential(attached_credential(pdf), token.device.sign, thoroughly=True)
assert second_opinion(pdf, authority().trust).good
try:
    import socket
    socket.getaddrinfo("localhost", 80)
except SystemExit:
    print("watched")
"""


def test_a_certificate_is_issued_and_verified_without_asking_anybody():
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "watched"
    assert done.stdout.count("asked") == 1  # the one question at the end, which shows that somebody watches
