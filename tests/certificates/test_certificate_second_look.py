"""A second look at a file: the code that people see is the one that was signed."""

from datetime import timedelta

import pytest

from certificates.errors import OtherCode
from certificates.issuing import issued_file
from certificates.page import draw
from certificates.page_files import Attachment
from certificates.proof.badge import credential
from certificates.proof.pades import sign_pdf
from certificates.proof.strict import check_file
from certificates.second_look import look_again
from tests.certificates.authority import authority, device, device_keys
from tests.certificates.examples import WHEN, code_of, some_facts

TRUST = authority().trust


def test_a_file_as_issued_stands_a_second_look():
    assert look_again(issued_file(some_facts(), device(), WHEN), TRUST).good


def test_a_page_that_shows_another_certificates_code_is_found(monkeypatch):
    other = code_of(some_facts(name="王芳", issued=some_facts().issued - timedelta(days=1)))
    monkeypatch.setattr("certificates.page.symbol", lambda _code, *place: symbol(other, *place))
    page = draw(some_facts(), code_of(some_facts()), [Attachment("credential.json", "application/json", badge(), "")])
    data = sign_pdf(page, device(), "")
    assert check_file(data, TRUST)
    with pytest.raises(OtherCode):
        look_again(data, TRUST)


def badge():
    return credential(some_facts(), device_keys().sign, WHEN)


def symbol(code, *place):
    from certificates.qr import symbol as drawn

    return drawn(code, *place)
